import type { Reponses } from '../demarches/reponses.ts';
import { Envoi } from '../envois/envoi.ts';
import { Piece } from '../pieces/piece.ts';
import { empreinte } from '../platform/aleas.ts';
import { Refus } from '../platform/refus.ts';
import type { Item, Lu, Table } from '../platform/table.ts';
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

/**
 * pk DEMANDE#<reference>:
 *   sk DEMANDE          the demande and its faits; index file: FILE#<service>#ouverte by legal date, or FILE#<service>#<month> once closed
 *                       index contact: CONTACT#<hash of the e-mail> by date of receipt
 *   sk REPONSES         what was answered, written once
 *   sk ACCUSE           the accusé, as issued
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

const contactDe = (courriel: string) => `CONTACT#${empreinte(courriel)}`;

const itemDe = (demande: Demande, dernierMot?: Resume['dernierMot']) => ({
  pk: pkDe(demande.reference),
  sk: 'DEMANDE',
  type: 'DEMANDE',
  corps: demande,
  resume: resumeDe(demande, dernierMot),
  ...fileDe(demande),
  contactPk: contactDe(demande.usager.courriel),
  contactSk: `${recueLe(demande)}#${demande.reference}`,
});

export const demandeStore = (table: Table) => ({
  /** Throws `introuvable`. */
  get: async (reference: Reference): Promise<Lu<Demande>> => {
    const item = await table.get({ pk: pkDe(reference), sk: 'DEMANDE' });
    if (!item) throw new Refus('introuvable');
    return { valeur: Demande.parse(item.corps), version: item.version };
  },
  /** Throws `introuvable`. */
  getEntiere: async (reference: Reference): Promise<DemandeEntiere> =>
    assembler(await table.list({ pk: pkDe(reference) })),
  getAccuse: async (reference: Reference): Promise<Accuse> => {
    const item = await table.get({ pk: pkDe(reference), sk: 'ACCUSE' });
    if (!item) throw new Refus('introuvable');
    return Accuse.parse(item.corps);
  },
  add: (demande: Demande, { reponses, accuse }: { reponses: Reponses; accuse: Accuse }): void => {
    table.add(itemDe(demande));
    table.add({ pk: pkDe(demande.reference), sk: 'REPONSES', type: 'REPONSES', corps: reponses });
    table.add({ pk: pkDe(demande.reference), sk: 'ACCUSE', type: 'ACCUSE', corps: accuse });
  },
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
  listDuContact: async (courriel: string): Promise<Resume[]> =>
    resumes(await table.list({ pk: contactDe(courriel), index: 'contact', sens: 'decroissant', limite: 50 })),
});

const resumes = (items: readonly Item[]): Resume[] => items.map((item) => item.resume as Resume);

const assembler = (items: readonly Item[]): DemandeEntiere => {
  const tous = (type: string) => items.filter((item) => item.type === type);
  const [demande] = tous('DEMANDE');
  const [reponses] = tous('REPONSES');
  const [accuse] = tous('ACCUSE');
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
