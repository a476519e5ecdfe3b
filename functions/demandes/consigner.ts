import { VERIFICATION } from '../echeances/horloge.ts';
import { ajouter, type Jour, jourDe } from '../platform/dates.ts';
import { enBref } from '../platform/lettres.ts';
import { Refus } from '../platform/refus.ts';
import { etapesCada, etapesCadaPossibles } from './cada.ts';
import type { Consigne } from './consigne.ts';
import { mediationEnCours } from './contestation.ts';
import { arreteLeDelai, type Demande, demanderPieces, faire } from './demande.ts';
import type { Fait, PieceManquante } from './fait.ts';
import type { Geste } from './gestes.ts';
import { jourDuFait } from './horloge.ts';
import { sansALire } from './reouverture.ts';

/** When, and by whom. */
export type Signature = Pick<Fait, 'le' | 'par'>;

/** The geste of each thing that an agent writes down. */
export const GESTE_DE = {
  'pieces-recues': 'recevoirPieces',
  'original-demande': 'demanderOriginal',
  'original-produit': 'recevoirOriginal',
  'verification-ouverte': 'ouvrirVerification',
  'verification-levee': 'leverVerification',
  'regularisation-demandee': 'regulariser',
  transmise: 'transmettre',
  prolongation: 'prolonger',
  cada: 'noterCada',
  observations: 'observer',
  'retrait-abandonne': 'abandonnerRetrait',
  notification: 'notifier',
  mediation: 'medier',
  desistement: 'desister',
  'motifs-demandes': 'demanderMotifs',
  'recours-gracieux': 'contester',
  rouverte: 'rouvrir',
} as const satisfies Record<Consigne['type'], Geste>;

/** What moves no clock of the commune. */
const SANS_VEILLE: readonly Consigne['type'][] = [
  'observations',
  'retrait-abandonne',
  'notification',
  'mediation',
  'recours-gracieux',
  'rouverte',
  'cada',
];

/** The demande once this is written down. Throws `geste-impossible`. */
export const consigner = (
  demande: Demande,
  consigne: Exclude<Consigne, { type: 'pieces-recues' }>,
  signature: Signature,
): Demande => {
  verifier(demande, consigne, signature);
  const fait = faitDe(demande, consigne, signature);
  // What is open again is read in the open queue.
  const avant = consigne.type === 'rouverte' ? sansALire(demande) : demande;
  const apres = prolongee(faire(GESTE_DE[consigne.type], avant, fait));
  return SANS_VEILLE.includes(consigne.type) ? apres : { ...apres, reglage: demande.reglage + 1 };
};

const faitDe = (
  demande: Demande,
  consigne: Exclude<Consigne, { type: 'pieces-recues' }>,
  signature: Signature,
): Fait => {
  if (consigne.type === 'original-produit') return { ...consigne, piece: originalDe(demande), ...signature };
  if (consigne.type === 'original-demande')
    return {
      ...consigne,
      jusquau: consigne.jusquau ?? ajouter(jourDe(signature.le, demande.fuseau), DELAI_PROPOSE),
      ...signature,
    };
  return { ...consigne, ...signature };
};

/** What is given to bring an original, unless the agent says otherwise. */
const DELAI_PROPOSE = 'P15D';

/** What the person is owed, in a delay that they were told in time would be longer (GDPR, article 12-3). */
const prolongee = (apres: Demande): Demande => {
  const { obligation, faits } = apres;
  const au = faits.at(-1)?.type === 'prolongation' ? obligation?.prolongeableAu : undefined;
  return obligation && au ? { ...apres, obligation: { ...obligation, le: au } } : apres;
};

const verifier = (demande: Demande, consigne: Consigne, signature: Signature): void => {
  if (consigne.type === 'mediation' && (consigne.etape === 'close') !== mediationEnCours(demande))
    throw new Refus('geste-impossible');
  if (consigne.type === 'cada') verifierCada(demande, consigne);
  if (consigne.type === 'prolongation') verifierProlongation(demande, signature);
  if (consigne.type === 'verification-ouverte') verifierRenouvellement(demande, consigne, signature);
};

const verifierCada = (
  { faits, fuseau }: Demande,
  { etape, jour }: Extract<Consigne, { type: 'cada' }>,
): void => {
  if (!etapesCadaPossibles(faits).includes(etape))
    throw new Refus('geste-impossible', [{ champ: 'fait.etape', phrase: CADA_EN_ORDRE }]);
  const avant = etapesCada(faits).at(-1);
  if (jour && avant && jour < jourDuFait(avant, fuseau))
    throw new Refus('entree-invalide', [
      { champ: 'fait.jour', phrase: `L’étape précédente est du ${enBref(jourDuFait(avant, fuseau))}.` },
    ]);
};

const CADA_EN_ORDRE =
  'La CADA enregistre d’abord la demande, puis rend un avis, une fois ; la mairie confirme ensuite, ou non, son refus. (CRPA, R343-1 à R343-5)';

const verifierProlongation = ({ obligation, fuseau }: Demande, { le }: Signature): void => {
  if (obligation && jourDe(le, fuseau) > obligation.le)
    throw new Refus('geste-impossible', [
      {
        phrase: `Le premier délai a pris fin le ${enBref(obligation.le)} : il fallait prévenir la personne avant. (RGPD, article 12-3)`,
      },
    ]);
};

const verifierRenouvellement = (
  demande: Demande,
  { jour }: { jour?: Jour | undefined },
  { le }: Signature,
): void => {
  const finie = verificationFinieLe(demande);
  if (finie && (jour ?? jourDe(le, demande.fuseau)) > finie)
    throw new Refus('geste-impossible', [
      {
        champ: 'fait.jour',
        phrase: `La première suspension a pris fin le ${enBref(finie)} : elle ne peut plus être renouvelée. (CRPA, L115-3)`,
      },
    ]);
};

/** The three months of the first suspension run from its notification (CRPA L115-3). */
const verificationFinieLe = ({ faits, fuseau }: Demande): Jour | undefined => {
  const premiere = faits.find(({ type }) => type === 'verification-ouverte');
  return premiere && ajouter(jourDuFait(premiere, fuseau), VERIFICATION);
};

const originalDe = ({ faits }: Demande): string =>
  faits.findLast((fait) => fait.type === 'original-demande')?.piece ?? '';

/** What an agent says of a pièce, and what it would be if it were asked again. */
export type Examen = { piece: PieceManquante; verdict: 'acceptee' | 'refusee'; motif: string };

/** The demande once its pièces are judged: what is accepted is settled, what is refused is asked again (CRPA L114-5). */
export const examiner = (
  demande: Demande,
  examens: readonly Examen[],
  { jusquau, signature }: { jusquau: string | undefined; signature: Signature },
): Demande => {
  const examinee = examens.reduce(
    (avant, { piece: { id, nom }, verdict, motif }) =>
      faire('examinerPieces', avant, {
        type: 'piece-examinee',
        piece: { id, nom },
        verdict,
        motif,
        ...signature,
      }),
    demande,
  );
  const refusees = examens.filter(({ verdict }) => verdict === 'refusee');
  if (refusees.length === 0 || !jusquau) return examinee;
  const pieces = refusees.map(({ piece: { id, ...piece }, motif }) => ({
    ...(demande.manquantes.find((ancienne) => ancienne.id === id) ?? { id, ...piece }),
    motif,
    recue: false,
  }));
  return reclamer(examinee, pieces, { jusquau, signature });
};

/** The demande once pièces are asked for. */
export const reclamer = (
  demande: Demande,
  pieces: readonly PieceManquante[],
  { jusquau, message, signature }: { jusquau: string; message?: string; signature: Signature },
): Demande =>
  demanderPieces(demande, pieces, {
    type: 'pieces-demandees',
    pieces: pieces.map(({ nom }) => nom),
    jusquau,
    arreteLeDelai: arreteLeDelai(pieces),
    ...(message && { message }),
    ...signature,
  });
