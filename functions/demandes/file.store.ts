import { type Jour, jourDe } from '../platform/dates.ts';
import type { Item, Table } from '../platform/table.ts';
import { motifsAttendusLe } from './contestation.ts';
import { type Demande, recueLe } from './demande.ts';
import type { Resume, Signet } from './formes.ts';
import { estClose } from './gestes.ts';
import { horlogeDe } from './horloge.ts';

export type Debut = Omit<Signet, 'apres'> & Partial<Pick<Signet, 'apres'>>;
type Page = { resumes: Resume[]; suite?: Signet };

/**
 * index file, which shows of each demande its résumé alone:
 *   FILE#<service>#ouverte       by the nearest legal date; what tells of a danger, by the day on which it came
 *   FILE#<service>#a-qualifier   by date of receipt, until someone has read it
 *   FILE#<service>#<month>       once closed, by the instant of its end
 *   FILE#<service>#a-lire        beside its month, as long as what the person wrote since then is not read, or the reasons that
 *                                they asked are not given
 *   FILE#<service>#a-signer      beside it, by legal date, as long as a prepared act waits for a signature
 */
const pkDe = (service: string, file: string) => `FILE#${service}#${file}`;

/** Open demandes without a term come after those that have one. */
const SANS_TERME = '9999-12-31';

/** Where a demande is found by who must treat it. */
export const clesFile = (demande: Demande): Required<Pick<Item, 'filePk' | 'fileSk'>> => {
  const { service, reference, faits, statut } = demande;
  const fin = faits.at(-1)?.le ?? '';
  if (estClose(demande)) return { filePk: pkDe(service, fin.slice(0, 7)), fileSk: `${fin}#${reference}` };
  // What nobody has read yet has no term: behind all those that have one, it would be seen last.
  if (statut === 'a-qualifier')
    return { filePk: pkDe(service, statut), fileSk: `${recueLe(demande)}#${reference}` };
  return {
    filePk: pkDe(service, 'ouverte'),
    fileSk: `${agirAuPlusTard(demande)}#${reference}`,
  };
};

/** Never after the term, so that all whose term is near are found by it. */
const agirAuPlusTard = (demande: Demande): string => {
  if (demande.danger) return jourDe(recueLe(demande), demande.fuseau);
  const dates = [horlogeDe(demande).terme?.le, demande.obligation?.le];
  return dates.filter((le) => le !== undefined).sort()[0] ?? SANS_TERME;
};

/** It is over, and calls for an agent again: the person wrote, or asked why (CRPA L232-4). */
export const rappelle = (demande: Demande): boolean =>
  demande.aLire !== undefined || motifsAttendusLe(demande) !== undefined;

/** A second place in the queue: the oldest first. */
export const clesALire = (demande: Demande): Required<Pick<Item, 'filePk' | 'fileSk'>> => ({
  filePk: pkDe(demande.service, A_LIRE),
  fileSk: `${demande.aLire?.depuis ?? motifsAttendusLe(demande) ?? ''}#${demande.reference}`,
});

const A_LIRE = 'a-lire';
const A_SIGNER = 'a-signer';

/** A second place too: the nearest legal date first. */
export const clesASigner = (demande: Demande): Required<Pick<Item, 'filePk' | 'fileSk'>> => ({
  filePk: pkDe(demande.service, A_SIGNER),
  fileSk: `${horlogeDe(demande).terme?.le ?? demande.obligation?.le ?? SANS_TERME}#${demande.reference}`,
});

/** The queues of a service that are not months. */
const OUVERTES = ['ouverte', 'a-qualifier'] as const;
const MONTREES = [...OUVERTES, A_LIRE];
const estOuverte = (file: string): boolean => MONTREES.includes(file);

/** The first pages that an agent reads: what is open, and what was over and calls for them again. */
export const filesOuvertes = (service: string): Debut[] => MONTREES.map((file) => ({ service, file }));

/** As many lines as a queue gives at a time; less when many are asked together, for Lambda answers 6 MB at most. */
const PAGE = 500;
const ENSEMBLE = 5000;
export const parPage = (files: number): number => Math.min(PAGE, Math.floor(ENSEMBLE / Math.max(1, files)));

export const fileStore = (table: Table) => {
  const toute = async (service: string, file: string): Promise<Resume[]> =>
    resumes(await table.list({ pk: pkDe(service, file), index: 'file' }));
  return {
    /** A page of what is open, the most urgent first, or of what was closed in a month, the newest first. */
    page: async ({ service, file, apres }: Debut, limite: number): Promise<Page> => {
      const items = await table.list({
        pk: pkDe(service, file),
        index: 'file',
        ...(!estOuverte(file) && { sens: 'decroissant' }),
        ...(apres !== undefined && { apres }),
        limite: limite + 1,
      });
      const derniere = items[limite - 1]?.fileSk;
      return {
        resumes: resumes(items.slice(0, limite)),
        ...(items.length > limite && derniere && { suite: { service, file, apres: derniere } }),
      };
    },
    /** The acts of a service that wait for a signature, the nearest legal date first. */
    listASigner: async (service: string, limite: number): Promise<Resume[]> =>
      resumes(await table.list({ pk: pkDe(service, A_SIGNER), index: 'file', limite })),
    /** Those whose term falls on that day or before it. */
    listProches: async (service: string, jour: Jour): Promise<Resume[]> =>
      resumes(await table.list({ pk: pkDe(service, 'ouverte'), index: 'file', jusqua: `${jour}#~` })),
    /** All that was closed in a month. */
    listCloses: (service: string, mois: string): Promise<Resume[]> => toute(service, mois),
  };
};

const resumes = (items: readonly Item[]): Resume[] => items.map(({ resume }) => resume as Resume);
