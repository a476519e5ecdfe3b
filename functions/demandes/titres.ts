import { MOTIFS_ECART } from '../interactions/interaction.ts';
import { enBref } from '../platform/lettres.ts';
import { type Depart, type Fait, type FaitDe, MOYENS } from './fait.ts';

type Titre = { titre: string; detail?: string };

/** What each fait is called in the line of life. A reminder is between the house and its agents. */
const TITRES: { [T in Fait['type']]: (fait: FaitDe<T>) => Titre | undefined } = {
  recue: ({ transmisePar }) => ({
    titre: 'Demande reçue par la mairie',
    ...(transmisePar && {
      detail: `Transmise par ${transmisePar.administration}, qui l’avait reçue le ${enBref(transmisePar.recueLe)}`,
    }),
  }),
  qualifiee: ({ demarche, service, aDemander }) => ({
    titre: 'Demande adressée au bon service',
    detail: `${demarche}, ${service}${aDemander ? `. À préciser avec la personne : ${aDemander.join(' ')}` : ''}`,
  }),
  ecartee: ({ motif }) => ({ titre: 'Classée sans suite', detail: MOTIFS_ECART[motif] }),
  transmise: ({ administration, motif, depart }) => ({
    titre: 'Transmise à l’administration compétente',
    detail: `${administration}. ${motif}${depart ? ` ${departDit(depart)}` : ''}`,
  }),
  'prise-en-charge': ({ par }) => ({ titre: `Prise en charge par ${par.nom}` }),
  'pieces-demandees': ({ pieces, jusquau, message }) => ({
    titre: 'Pièces demandées',
    detail: `${pieces.join(', ')}. À envoyer au plus tard le ${enBref(jusquau)}.${message ? ` « ${message} »` : ''}`,
  }),
  'pieces-recues': ({ pieces, reste }) => ({
    titre: reste === 0 ? 'Pièces reçues : le dossier est complet' : 'Pièces reçues',
    detail: pieces.join(', '),
  }),
  'piece-examinee': ({ piece, verdict, motif }) =>
    verdict === 'acceptee'
      ? { titre: 'Pièce acceptée', detail: piece.nom }
      : { titre: 'Pièce refusée', detail: `${piece.nom} — ${motif}` },
  'delai-imparti-passe': ({ jusquau }) => ({
    titre: 'Le délai donné pour les pièces est passé',
    detail: `Il finissait le ${enBref(jusquau)}`,
  }),
  'original-demande': ({ piece, motif, jusquau }) => ({
    titre: 'Original demandé',
    detail: `${piece} — ${motif.replace(/\.$/, '')}.${jusquau ? ` À apporter au plus tard le ${enBref(jusquau)}.` : ''}`,
  }),
  prolongation: ({ motif }) => ({ titre: 'Délai prolongé', detail: motif }),
  cada: ({ etape }) => ({ titre: CADA[etape] }),
  'original-produit': ({ piece }) => ({ titre: 'Original produit', detail: piece }),
  'verification-ouverte': ({ motif }) => ({
    titre: 'Vérification en cours : le délai est suspendu',
    detail: motif,
  }),
  'verification-levee': ({ motif }) => ({
    titre: 'Vérification terminée : le délai reprend',
    ...(motif && { detail: motif }),
  }),
  'regularisation-demandee': ({ formalites, jusquau }) => ({
    titre: 'Régularisation demandée',
    detail: `${formalites} — au plus tard le ${enBref(jusquau)}`,
  }),
  rappel: () => undefined,
  decision: ({ sens, conditions, remplace }) => ({
    titre: conditions
      ? 'Demande acceptée, avec des conditions'
      : { acceptation: 'Demande acceptée', refus: 'Demande refusée', cloture: 'Demande traitée' }[sens],
    ...(remplace && { detail: 'Elle remplace la décision précédente' }),
    ...(conditions && { detail: conditions }),
  }),
  silence: ({ sens }) => ({
    titre:
      sens === 'acceptation'
        ? 'Demande acceptée : la mairie n’a pas répondu à temps'
        : 'Demande rejetée : la mairie n’a pas répondu à temps',
  }),
  attestation: () => ({ titre: 'Attestation d’acceptation délivrée' }),
  'motifs-demandes': () => ({ titre: 'Raisons du rejet demandées à la mairie' }),
  'motifs-communiques': () => ({ titre: 'Raisons du rejet données par la mairie' }),
  retrait: ({ nature }) => ({ titre: nature === 'retrait' ? 'Décision retirée' : 'Décision abrogée' }),
  'retrait-envisage': ({ nature, jusquau }) => ({
    titre:
      nature === 'retrait'
        ? 'La mairie envisage de retirer sa décision'
        : 'La mairie envisage d’abroger sa décision',
    detail: `Vos observations sont attendues jusqu’au ${enBref(jusquau)}`,
  }),
  observations: ({ texte }) => ({ titre: 'Observations présentées', detail: texte }),
  'retrait-abandonne': ({ motif }) => ({ titre: 'La décision est maintenue', detail: motif }),
  'notification-revenue': () => ({ titre: 'L’e-mail qui annonçait la décision n’est pas arrivé' }),
  notification: ({ moyen, numero }) => ({
    titre: 'Décision notifiée',
    detail: `${MOYENS[moyen]}${numero ? `, n° ${numero}` : ''}`,
  }),
  'recours-gracieux': ({ reference }) => ({
    titre: 'Recours gracieux déposé',
    detail: `Demande ${reference}`,
  }),
  mediation: ({ etape }) => ({ titre: etape === 'engagee' ? 'Médiation engagée' : 'Médiation terminée' }),
  desistement: () => ({ titre: 'Demande abandonnée' }),
  rouverte: ({ motif }) => ({ titre: 'Demande rouverte', detail: motif }),
};

const CADA: Record<FaitDe<'cada'>['etape'], string> = {
  enregistree: 'La CADA a enregistré votre demande d’avis',
  'avis-favorable': 'La CADA a rendu un avis favorable',
  'avis-defavorable': 'La CADA a rendu un avis défavorable',
  'refus-confirme': 'La mairie a confirmé son refus après l’avis de la CADA',
};

const DEPARTS = {
  recommande: 'par lettre recommandée',
  courriel: 'par e-mail, avec demande d’accusé de réception',
  bordereau: 'par porteur, contre signature du bordereau',
};

/** How the file left, in a sentence. */
export const departDit = ({ par, le, preuve }: Depart): string =>
  `Le dossier est parti le ${enBref(le)} ${DEPARTS[par]} : ${preuve}.`;

export const titreDe = (fait: Fait): Titre | undefined =>
  (TITRES[fait.type] as (fait: Fait) => Titre | undefined)(fait);
