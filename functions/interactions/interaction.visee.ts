import { type DemandeEntiere, demandeStore } from '../demandes/demande.store.ts';
import type { Reference } from '../demandes/reference.ts';
import { referencesDuFil } from '../envois/fil.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { type Lecture, referenceDeLAdresse, referencesDuTexte } from './lecture.ts';

/** As many references of one place as are looked for. */
const CITEES_MAX = 3;

export type Visee = DemandeEntiere | 'reference-inconnue' | undefined;

/**
 * The demande that a mail is about. Its address says it surely, then our own identifiers that it carries, then its
 * subject, then its words, when they name one that exists.
 */
export const demandeVisee = async (lecture: Lecture, { commune, table }: Contexte): Promise<Visee> => {
  const chercher = (reference: Reference) => demandeStore(table).getEntiere(reference).catch(siIntrouvable);
  const adressee = referenceDeLAdresse(lecture.destinataires);
  const places = [
    adressee ? [adressee] : [],
    referencesDuFil(lecture.fil, commune),
    referencesDuTexte(lecture.objet),
    referencesDuTexte(lecture.texte.slice(0, LU_MAX)),
  ];
  for (const citee of new Set(places.flatMap((citees) => citees.slice(0, CITEES_MAX)))) {
    const trouvee = await chercher(citee);
    if (trouvee) return trouvee;
  }
  return adressee && 'reference-inconnue';
};

const LU_MAX = 20_000;

const siIntrouvable = (erreur: unknown): undefined => {
  if (!(erreur instanceof Refus)) throw erreur;
};
