import type { Reponses } from '../demarches/reponses.ts';
import { Envoi, Promesse } from '../envois/envoi.ts';
import { Piece } from '../pieces/piece.ts';
import { empreinte } from '../platform/aleas.ts';
import { Refus } from '../platform/refus.ts';
import type { Item, Lu, Table } from '../platform/table.ts';
import { ligneDe } from '../usagers/telephone.ts';
import type { Usager } from '../usagers/usager.ts';
import { Accuse } from './accuse.ts';
import { Demande, recueLe } from './demande.ts';
import { clesALire, clesASigner, clesFile, rappelle } from './file.store.ts';
import { LigneRegistre, type Resume } from './formes.ts';
import { Message } from './message.ts';
import { attendSignature } from './projet.ts';
import { numeroDe, type Reference } from './reference.ts';
import { ligneDeRegistre, resumeDe } from './vue.ts';

/** All that is kept of a demande, read in one query. */
export type DemandeEntiere = {
  lue: DemandeLue;
  reponses: Reponses;
  accuse: Accuse;
  messages: Message[];
  pieces: Piece[];
  envois: Envoi[];
  consultations: { le: string; nom: string }[];
};

/** A demande, the last word that the queue shows of it, and what its last writes have promised. */
export type DemandeLue = Lu<Demande> & Pick<Resume, 'dernierMot'> & { promis: Promesse[] };

/** What a new state comes with: a word for the queue when no fait says it, and what must leave. */
export type Suite = { now: Date; dernierMot?: Resume['dernierMot']; promis?: Promesse[] };

/**
 * pk DEMANDE#<reference>:
 *   sk DEMANDE          the demande and its faits; index file: where its service looks for it (file.store.ts)
 *                       index contact: CONTACT#<hash of the e-mail, or of the phone of who has no e-mail> by date of receipt
 *   sk ENREGISTREMENT   the accusé d'enregistrement of a free message, as issued
 *   sk ACCUSE           the accusé de réception, as issued, and what was answered; written once
 *   sk CONTACT          for who also gave a phone: it leads here too, by the index contact
 *   sk MESSAGE#<le>     a word of the thread
 *   sk A-LIRE           as long as what the person wrote once it was over waits for a reader, or the reasons that they asked; index file
 *   sk A-SIGNER         as long as an act that was prepared waits for a signature; index file
 *   sk CONSULTATION#<day>#<agent>   who opened the file that day
 *   `promis`, on DEMANDE, ENREGISTREMENT and ACCUSE: what must leave because of that write; the stream carries it.
 *   pk REGISTRE#<year>, sk <day>#<number>: what anyone may read of a demande that concerns third parties
 *   (PIECE# and ENVOI# belong to their own stores, in the same partition.)
 */
const pkDe = (reference: string) => `DEMANDE#${reference}`;

/** An e-mail or a phone, however it is written. */
const contactDe = (contact: string) =>
  `CONTACT#${empreinte(contact.includes('@') ? contact.toLowerCase() : ligneDe(contact))}`;

const clesContact = (contact: string | undefined, demande: Demande): Pick<Item, 'contactPk' | 'contactSk'> =>
  contact ? { contactPk: contactDe(contact), contactSk: `${recueLe(demande)}#${demande.reference}` } : {};

const secondContact = ({ courriel, telephone }: Usager): string | undefined =>
  courriel ? telephone : undefined;

const itemDe = (demande: Demande, dernierMot?: Resume['dernierMot']) => ({
  pk: pkDe(demande.reference),
  sk: 'DEMANDE',
  type: 'DEMANDE',
  corps: demande,
  resume: resumeDe(demande, dernierMot),
  ...clesFile(demande),
  ...clesContact(demande.usager.courriel ?? demande.usager.telephone, demande),
});

const cleALire = (reference: string) => ({ pk: pkDe(reference), sk: 'A-LIRE' });

const itemALire = (demande: Demande, dernierMot?: Resume['dernierMot']) => ({
  ...cleALire(demande.reference),
  type: 'A-LIRE',
  corps: {},
  resume: resumeDe(demande, dernierMot),
  ...clesALire(demande),
});

const cleASigner = (reference: string) => ({ pk: pkDe(reference), sk: 'A-SIGNER' });

const itemASigner = (demande: Demande, dernierMot?: Resume['dernierMot']) => ({
  ...cleASigner(demande.reference),
  type: 'A-SIGNER',
  corps: {},
  resume: resumeDe(demande, dernierMot),
  ...clesASigner(demande),
});

/** What the commune issued, with the answers to which it answers, and the ways by which it leaves. */
type Emis = { accuse: Accuse; reponses?: Reponses };
type AEmettre = Emis & Pick<Suite, 'now' | 'promis'>;

const itemEmis = (reference: Reference, { now, promis = [], ...emis }: AEmettre) => ({
  pk: pkDe(reference),
  sk: emis.accuse.nature === 'enregistrement' ? 'ENREGISTREMENT' : 'ACCUSE',
  type: 'ACCUSE',
  corps: emis,
  ...(promis.length > 0 && { promis: datees(promis, now) }),
});

const emisDe = (item: Item): Emis => {
  const { accuse, reponses } = item.corps as Emis;
  return { accuse: Accuse.parse(accuse), ...(reponses && { reponses }) };
};

const promisDe = ({ promis = [] }: Item): Promesse[] => Promesse.array().parse(promis);

const datees = (promis: readonly Promesse[], now: Date): Promesse[] =>
  promis.map((promesse) => ({ ...promesse, le: now.toISOString() }));

/** As long as the stream remembers, a promise follows its demande: what no one could take can be taken again. */
const MEMOIRE_MS = 24 * 3600_000;

const promisEnsemble = (avant: readonly Promesse[], { now, promis = [] }: Suite): Promesse[] => [
  ...avant.filter(({ le }) => now.getTime() - Date.parse(le ?? '') < MEMOIRE_MS),
  ...datees(promis, now),
];

/** The accusé that an item keeps, or the demande: what a mail prints is read where it was promised. */
export const accuseDe = (item: Item | undefined): Accuse | undefined =>
  item?.type === 'ACCUSE' ? emisDe(item).accuse : undefined;
export const demandeDe = (item: Item | undefined): Demande | undefined =>
  item?.type === 'DEMANDE' ? Demande.parse(item.corps) : undefined;

/** What a change of the table makes leave: what it promises for the first time, or all again when someone touched the item. */
export const promisesPar = ({ avant, apres }: { avant?: Item; apres?: Item }): Envoi[] => {
  if (!apres?.promis) return [];
  const { reference, code } = enTeteDe(apres);
  const deja = avant && avant.version !== apres.version ? promisDe(avant).map(({ id }) => id) : [];
  return promisDe(apres)
    .filter(({ id }) => !deja.includes(id))
    .map((promesse) => enEnvoi(promesse, { reference, code }));
};

type EnTete = { reference: string; code: string };

const enTeteDe = ({ type, corps }: Item): EnTete =>
  type === 'ACCUSE' ? (corps as Emis).accuse : (corps as Demande);

const enEnvoi = ({ id, a, contenu, enReponseA, pour }: Promesse, { reference, code }: EnTete): Envoi => ({
  id,
  demande: reference,
  code,
  a,
  contenu,
  ...(enReponseA && { enReponseA }),
  ...(pour && { pour }),
  etat: 'a-expedier',
});

export const demandeStore = (table: Table) => ({
  find: (reference: Reference): Promise<DemandeLue | undefined> => trouver(table, reference),
  /** Throws `introuvable`. */
  get: async (reference: Reference): Promise<DemandeLue> => {
    const lue = await trouver(table, reference);
    if (!lue) throw new Refus('introuvable');
    return lue;
  },
  /** Throws `introuvable`. */
  getEntiere: async (reference: Reference): Promise<DemandeEntiere> =>
    assembler(await table.list({ pk: pkDe(reference) })),
  /** The accusé de réception, or else that of the recording. */
  getAccuse: async (reference: Reference): Promise<Accuse> => {
    const item =
      (await table.get({ pk: pkDe(reference), sk: 'ACCUSE' })) ??
      (await table.get({ pk: pkDe(reference), sk: 'ENREGISTREMENT' }));
    if (!item) throw new Refus('introuvable');
    return emisDe(item).accuse;
  },
  getEnregistrement: async (reference: Reference): Promise<Accuse> => {
    const item = await table.get({ pk: pkDe(reference), sk: 'ENREGISTREMENT' });
    if (!item) throw new Refus('introuvable');
    return emisDe(item).accuse;
  },
  add: (demande: Demande, emis: AEmettre): void => {
    table.add(itemDe(demande));
    inscrire(table, demande);
    table.add(itemEmis(demande.reference, emis));
    const telephone = secondContact(demande.usager);
    if (telephone)
      table.add({
        pk: pkDe(demande.reference),
        sk: 'CONTACT',
        type: 'CONTACT',
        corps: {},
        ...clesContact(telephone, demande),
      });
  },
  /** Fails at commit when one was already issued. */
  addAccuse: (reference: Reference, emis: AEmettre): void => table.add(itemEmis(reference, emis)),
  /** Takes the place of the one that was issued. */
  putAccuse: (reference: Reference, emis: AEmettre): void => table.put(itemEmis(reference, emis)),
  replace: ({ valeur, version, promis: avant }: DemandeLue, demande: Demande, suite: Suite): void => {
    const promis = promisEnsemble(avant, suite);
    inscrire(table, demande);
    table.replace({
      ...itemDe(demande, suite.dernierMot),
      version,
      ...(promis.length > 0 && { promis }),
    });
    if (rappelle(demande)) table.put(itemALire(demande, suite.dernierMot));
    else if (rappelle(valeur)) table.remove(cleALire(demande.reference));
    placerASigner(table, { avant: valeur, demande, suite });
  },
  addMessage: (reference: Reference, message: Message): void =>
    table.add({
      pk: pkDe(reference),
      sk: `MESSAGE#${message.le}#${message.id}`,
      type: 'MESSAGE',
      corps: message,
    }),
  addConsultation: (reference: Reference, { le, id, nom }: { le: string; id: string; nom: string }): void =>
    table.put({
      pk: pkDe(reference),
      sk: `CONSULTATION#${le}#${id}`,
      type: 'CONSULTATION',
      corps: { le, nom },
    }),
  /** The public register of a year, the newest first. */
  listRegistre: async (annee: number): Promise<LigneRegistre[]> => {
    const items = await table.list({ pk: `REGISTRE#${annee}`, sens: 'decroissant' });
    return items.map(({ corps }) => LigneRegistre.parse(corps));
  },
  /** Those that still exist. */
  listParReference: async (references: readonly Reference[]): Promise<Resume[]> => {
    const items = await Promise.all(
      references.map((reference) => table.get({ pk: pkDe(reference), sk: 'DEMANDE' })),
    );
    return resumes(items.filter((item) => item !== undefined));
  },
  /** What an e-mail or a phone has asked, the newest first. The index, which may lag, says which; the table, where each stands. */
  listDuContact: async (contact: string): Promise<Resume[]> => {
    const items = await table.list({
      pk: contactDe(contact),
      index: 'contact',
      sens: 'decroissant',
      limite: 50,
    });
    const suivis = await Promise.all(items.map(({ pk }) => table.get({ pk, sk: 'DEMANDE' })));
    return resumes(suivis.filter((item) => item !== undefined));
  },
});

/** Its place among what waits for a signature, as long as it does. */
const placerASigner = (
  table: Table,
  { avant, demande, suite }: { avant: Demande; demande: Demande; suite: Suite },
): void => {
  if (attendSignature(demande)) table.put(itemASigner(demande, suite.dernierMot));
  else if (attendSignature(avant)) table.remove(cleASigner(demande.reference));
};

/** What the public may know of it, kept up to date by the same write (CRPA L232-2). */
const inscrire = (table: Table, demande: Demande): void => {
  if (!demande.publicite) return;
  const ligne = ligneDeRegistre(demande, numeroDe(Buffer.from(empreinte(demande.reference), 'base64url')));
  table.put({ ...cleDeRegistre(ligne), type: 'REGISTRE', corps: ligne });
};

const cleDeRegistre = ({ recueLe, numero }: Pick<LigneRegistre, 'recueLe' | 'numero'>) => ({
  pk: `REGISTRE#${recueLe.slice(0, 4)}`,
  sk: `${recueLe}#${numero}`,
});

const trouver = async (table: Table, reference: Reference): Promise<DemandeLue | undefined> => {
  const item = await table.get({ pk: pkDe(reference), sk: 'DEMANDE' });
  return item && lueDe(item);
};

const lueDe = (item: Item): DemandeLue => ({
  valeur: Demande.parse(item.corps),
  version: item.version,
  dernierMot: (item.resume as Resume).dernierMot,
  promis: promisDe(item),
});

const resumes = (items: readonly Item[]): Resume[] => items.map((item) => item.resume as Resume);

const assembler = (items: readonly Item[]): DemandeEntiere => {
  const tous = (type: string) => items.filter((item) => item.type === type);
  const [demande] = tous('DEMANDE');
  // By their keys, the accusé de réception comes before that of the recording.
  const emis = tous('ACCUSE').map(emisDe);
  const [accuse] = emis;
  if (!demande || !accuse) throw new Refus('introuvable');
  return {
    lue: lueDe(demande),
    reponses: emis.find(({ reponses }) => reponses)?.reponses ?? {},
    accuse: accuse.accuse,
    messages: tous('MESSAGE').map((item) => Message.parse(item.corps)),
    pieces: tous('PIECE').map((item) => Piece.parse(item.corps)),
    envois: envoisDe(items),
    consultations: tous('CONSULTATION').map((item) => item.corps as { le: string; nom: string }),
  };
};

/** What left, what someone is sending, and what is only promised yet. */
const envoisDe = (items: readonly Item[]): Envoi[] => {
  const pris = items
    .filter(({ type }) => type === 'ENVOI' || type === 'PROMESSE')
    .map(({ corps }) => Envoi.parse(corps));
  const promis = items.flatMap((apres) => promisesPar({ apres }));
  return [...promis.filter(({ id }) => !pris.some((envoi) => envoi.id === id)), ...pris];
};
