import type { Agent } from '../../../functions/agents/agent.ts';
import type { Demande } from '../../../functions/demandes/demande.ts';
import type { Auteur, Fait, PieceManquante } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import type { Fondement, Regime } from '../../../functions/demarches/demarche.ts';
import { commune } from '../../client.ts';
import { jourDe, joursDe } from '../mots.ts';
import { passeDe } from './passe.ts';

/** A file as it stands, so that a letter is written, and a date counted, by the very functions that will do it. */
export const demandeDe = (dossier: Dossier, manquantes: readonly PieceManquante[] = []): Demande => ({
  reference: Reference.parse(dossier.reference),
  code: '',
  demarche: { id: '', version: 1, nom: dossier.objet },
  regime: regimeDe(dossier),
  recours: dossier.recours,
  ...(commune.doctrine && { doctrine: commune.doctrine }),
  fuseau: commune.fuseau,
  service: dossier.service.id,
  usager: dossier.usager,
  statut: dossier.statut,
  reglage: 0,
  manquantes: [...manquantes],
  faits: passeDe(dossier),
});

/** The same with an act that is not done yet. */
export const demandeAvec = (
  dossier: Dossier,
  fait: Fait,
  manquantes: readonly PieceManquante[] = [],
): Demande => {
  const demande = demandeDe(dossier, manquantes);
  return { ...demande, faits: [...demande.faits, fait] };
};

export const signatureDe = (
  { nom, qualite, courriel }: Pick<Agent, 'nom' | 'qualite' | 'courriel'>,
  { service }: Pick<Dossier, 'service'>,
): { par: Auteur } => ({
  par: { qui: 'agent', nom: `${nom}, ${qualite}`, id: courriel, service: service.nom },
});

/** The delay is the one that leads, from the receipt, to the date that the file shows. */
const regimeDe = (dossier: Dossier): Regime => {
  const fondement = enFondement(dossier.pourquoi.at(-1)?.article ?? '');
  if (dossier.etatHorloge === 'sans-decision-implicite') return { type: 'AUCUN', fondement };
  const type = sensDe(dossier) === 'rejet' ? 'SVR' : 'SVA';
  const { terme, recueLe } = dossier;
  if (!terme) return { type, delai: 'P2M', fondement };
  const jours = joursDe(jourDe(recueLe), terme.le);
  const enPause = suspendusDe({ type, delai: `P${jours}D`, fondement }, dossier);
  return { type, delai: `P${Math.max(jours - enPause, 0)}D`, fondement };
};

/** The days that a suspension which still runs adds to the term. */
const suspendusDe = (regime: Regime, dossier: Dossier): number => {
  const { terme } = horlogeDe({
    regime,
    faits: passeDe(dossier),
    fuseau: commune.fuseau,
    doctrine: commune.doctrine,
  });
  return terme && dossier.terme ? joursDe(dossier.terme.le, terme.le) : 0;
};

/** Without a term, a clock that waits for pièces is one that leads to an acceptance (CRPA L114-5). */
const sensDe = ({ etatHorloge, terme }: Pick<Dossier, 'etatHorloge' | 'terme'>): 'acceptation' | 'rejet' =>
  terme?.sens ?? (etatHorloge === 'suspendue' ? 'rejet' : 'acceptation');

/** « Code, article R1 » back into a text and its article. */
export const enFondement = (phrase: string): Fondement => {
  const coupure = phrase.lastIndexOf(', ');
  return { texte: phrase.slice(0, coupure), article: phrase.slice(coupure + 2), url: '' };
};
