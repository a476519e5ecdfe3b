import type { Agent } from '../../../functions/agents/agent.ts';
import type { Auteur, Demande, Fait, PieceManquante } from '../../../functions/demandes/demande.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import type { Fondement, Regime } from '../../../functions/demarches/demarche.ts';
import { commune } from '../../client.ts';

/** A file with an act that is not done yet, so that the letter is written by the very function that will write it. */
export const demandeAvec = (
  dossier: Dossier,
  fait: Fait,
  manquantes: readonly PieceManquante[] = [],
): Demande => ({
  reference: Reference.parse(dossier.reference),
  code: '',
  demarche: { id: '', version: 1, nom: dossier.objet },
  regime: regimeDe(dossier),
  recours: dossier.recours,
  fuseau: commune.fuseau,
  service: dossier.service.id,
  usager: dossier.usager,
  statut: dossier.statut,
  reglage: 0,
  manquantes: [...manquantes],
  faits: [fait],
});

export const signatureDe = (
  { nom, qualite, courriel }: Pick<Agent, 'nom' | 'qualite' | 'courriel'>,
  { service }: Pick<Dossier, 'service'>,
): { par: Auteur } => ({
  par: { qui: 'agent', nom: `${nom}, ${qualite}`, id: courriel, service: service.nom },
});

/** Only the meaning of silence matters to a letter; the delay itself was read in the legal date. */
const regimeDe = ({ etatHorloge, terme }: Pick<Dossier, 'etatHorloge' | 'terme'>): Regime => {
  const fondement = { texte: '', article: '', url: '' };
  if (etatHorloge === 'sans-decision-implicite') return { type: 'AUCUN', fondement };
  return { type: sensDe({ etatHorloge, terme }) === 'rejet' ? 'SVR' : 'SVA', delai: 'P2M', fondement };
};

/** Without a term, a clock that waits for pièces is one that leads to an acceptance (CRPA L114-5). */
const sensDe = ({ etatHorloge, terme }: Pick<Dossier, 'etatHorloge' | 'terme'>): 'acceptation' | 'rejet' =>
  terme?.sens ?? (etatHorloge === 'suspendue' ? 'rejet' : 'acceptation');

/** « Code, article R1 » back into a text and its article. */
export const enFondement = (phrase: string): Fondement => {
  const coupure = phrase.lastIndexOf(', ');
  return { texte: phrase.slice(0, coupure), article: phrase.slice(coupure + 2), url: '' };
};
