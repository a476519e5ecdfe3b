import type { Reponses } from '../demarches/reponses.ts';
import { Envoi } from '../envois/envoi.ts';
import { Piece } from '../pieces/piece.ts';
import { empreinte } from '../platform/aleas.ts';
import { Refus } from '../platform/refus.ts';
import type { Item, Lu, Table } from '../platform/table.ts';
import { ligneDe } from '../usagers/telephone.ts';
import type { Usager } from '../usagers/usager.ts';
import { Accuse } from './accuse.ts';
import { Demande, estClose, horlogeDe, recueLe } from './demande.ts';
import type { Ligne } from './formes.ts';
import { Message } from './message.ts';
import type { Reference } from './reference.ts';
import { resumeDe } from './vue.ts';

/** All that is kept of a demande, read in one query. */
export type DemandeEntiere = {
  lue: Lu<Demande>;
  reponses: Reponses;
  accuse: Accuse;
  messages: Message[];
  pieces: Piece[];
  envois: Envoi[];
  consultations: { le: string; nom: string }[];
};

type Resume = Omit<Ligne, 'joursRestants'>;

/** A demande, and the last word that the queue shows of it. */
export type DemandeLue = Lu<Demande> & Pick<Resume, 'dernierMot'>;

/**
 * pk DEMANDE#<reference>:
 *   sk DEMANDE          the demande and its faits; index file: FILE#<service>#ouverte by legal date, or FILE#<service>#<month> once closed
 *                       index contact: CONTACT#<hash of the e-mail, or of the phone of who has no e-mail> by date of receipt
 *   sk REPONSES         what was answered, written once
 *   sk ENREGISTREMENT   the accusé d'enregistrement of a free message, as issued
 *   sk ACCUSE           the accusé de réception, as issued
 *   sk CONTACT          for who also gave a phone: it leads here too, by the index contact
 *   sk MESSAGE#<le>     a word of the thread
 *   sk CONSULTATION#<day>#<agent>   who opened the file that day
 *   (PIECE# and ENVOI# belong to their own stores, in the same partition.)
 */
const pkDe = (reference: string) => `DEMANDE#${reference}`;

/** Open demandes without a term come after those that have one. */
const SANS_TERME = '9999-12-31';

const fileDe = (demande: Demande): Pick<Item, 'filePk' | 'fileSk'> => {
  const { service, reference, faits } = demande;
  if (estClose(demande))
    return {
      filePk: `FILE#${service}#${(faits.at(-1)?.le ?? '').slice(0, 7)}`,
      fileSk: `${faits.at(-1)?.le}#${reference}`,
    };
  return {
    filePk: `FILE#${service}#ouverte`,
    fileSk: `${horlogeDe(demande).terme?.le ?? SANS_TERME}#${reference}`,
  };
};

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
  ...fileDe(demande),
  ...clesContact(demande.usager.courriel ?? demande.usager.telephone, demande),
});

const skAccuse = ({ nature }: Accuse) => (nature === 'enregistrement' ? 'ENREGISTREMENT' : 'ACCUSE');

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
    return Accuse.parse(item.corps);
  },
  getEnregistrement: async (reference: Reference): Promise<Accuse> => {
    const item = await table.get({ pk: pkDe(reference), sk: 'ENREGISTREMENT' });
    if (!item) throw new Refus('introuvable');
    return Accuse.parse(item.corps);
  },
  add: (demande: Demande, { reponses, accuse }: { reponses: Reponses; accuse: Accuse }): void => {
    table.add(itemDe(demande));
    table.add({ pk: pkDe(demande.reference), sk: 'REPONSES', type: 'REPONSES', corps: reponses });
    table.add({ pk: pkDe(demande.reference), sk: skAccuse(accuse), type: 'ACCUSE', corps: accuse });
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
  addAccuse: (reference: Reference, accuse: Accuse): void =>
    table.add({ pk: pkDe(reference), sk: skAccuse(accuse), type: 'ACCUSE', corps: accuse }),
  replace: ({ version }: Lu<Demande>, demande: Demande, dernierMot?: Resume['dernierMot']): void =>
    table.replace({ ...itemDe(demande, dernierMot), version }),
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
  listOuvertes: async (service: string): Promise<Resume[]> =>
    resumes(await table.list({ pk: `FILE#${service}#ouverte`, index: 'file' })),
  listCloses: async (service: string, mois: string): Promise<Resume[]> =>
    resumes(
      await table.list({ pk: `FILE#${service}#${mois}`, index: 'file', sens: 'decroissant', limite: 200 }),
    ),
  /** Those that still exist. */
  listParReference: async (references: readonly Reference[]): Promise<Resume[]> => {
    const items = await Promise.all(
      references.map((reference) => table.get({ pk: pkDe(reference), sk: 'DEMANDE' })),
    );
    return resumes(items.filter((item) => item !== undefined));
  },
  /** What an e-mail or a phone has asked, the newest first. */
  listDuContact: async (contact: string): Promise<Resume[]> => {
    const items = await table.list({
      pk: contactDe(contact),
      index: 'contact',
      sens: 'decroissant',
      limite: 50,
    });
    const suivis = await Promise.all(
      items.map((item) => (item.type === 'CONTACT' ? table.get({ pk: item.pk, sk: 'DEMANDE' }) : item)),
    );
    return resumes(suivis.filter((item) => item !== undefined));
  },
});

const trouver = async (table: Table, reference: Reference): Promise<DemandeLue | undefined> => {
  const item = await table.get({ pk: pkDe(reference), sk: 'DEMANDE' });
  if (!item) return undefined;
  const { dernierMot } = item.resume as Resume;
  return { valeur: Demande.parse(item.corps), version: item.version, dernierMot };
};

const resumes = (items: readonly Item[]): Resume[] => items.map((item) => item.resume as Resume);

const assembler = (items: readonly Item[]): DemandeEntiere => {
  const tous = (type: string) => items.filter((item) => item.type === type);
  const [demande] = tous('DEMANDE');
  const [reponses] = tous('REPONSES');
  const accuses = tous('ACCUSE');
  const accuse = accuses.find(({ sk }) => sk === 'ACCUSE') ?? accuses[0];
  if (!demande || !accuse) throw new Refus('introuvable');
  return {
    lue: { valeur: Demande.parse(demande.corps), version: demande.version },
    reponses: (reponses?.corps ?? {}) as Reponses,
    accuse: Accuse.parse(accuse.corps),
    messages: tous('MESSAGE').map((item) => Message.parse(item.corps)),
    pieces: tous('PIECE').map((item) => Piece.parse(item.corps)),
    envois: tous('ENVOI').map((item) => Envoi.parse(item.corps)),
    consultations: tous('CONSULTATION').map((item) => item.corps as { le: string; nom: string }),
  };
};
