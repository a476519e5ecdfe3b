import type { Reveil } from '../echeances/reveils.ts';
import { enBref } from '../platform/lettres.ts';
import type { Ville } from './contestation.ts';
import { type Demande, intituleDe } from './demande.ts';
import { effetSurLaDate } from './effet.ts';
import type { FaitDe } from './fait.ts';
import { enCours } from './gestes.ts';
import { horlogeDe } from './horloge.ts';
import { dossierAOuvrir, type Lettre, objetDe } from './lettres.ts';
import { signatureDe } from './signature.ts';
import { lignesDeSuites } from './suites.ts';
import { titreDe } from './titres.ts';

/** What a fait of the agents says to the person, beside its effect on the date. */
type Dire = (fait: unknown, avant: Demande) => string[];
const DITS: Partial<{
  [T in Demande['faits'][number]['type']]: (fait: FaitDe<T>, avant: Demande) => string[];
}> = {
  'pieces-recues': ({ pieces, reste }) => [
    `Nous avons reçu : ${pieces.join(', ')}.`,
    reste === 0 ? 'Votre dossier est complet.' : 'Il en manque encore : rien ne change pour l’instant.',
  ],
  'original-demande': ({ piece, motif }) => [
    `La copie de « ${piece} » laisse un doute : ${motif}`,
    'Présentez l’original à la mairie. Il vous sera rendu. (CRPA, R113-6 et R113-11)',
  ],
  'original-produit': ({ piece }) => [`Vous avez présenté l’original de « ${piece} ».`],
  'verification-ouverte': ({ motif }, avant) =>
    enCours(avant.faits, ['verification-ouverte', 'verification-levee'])
      ? [
          'La suspension de l’instruction de votre demande d’aide est renouvelée pour trois mois. Elle ne pourra plus l’être. (CRPA, L115-3)',
          `Les éléments nouveaux : ${motif}`,
          'Vous pouvez écrire à la mairie pour vous expliquer. (CRPA, R115-5)',
        ]
      : [
          'L’instruction de votre demande d’aide est suspendue, le temps d’une vérification.',
          `Les raisons : ${motif}`,
          'Cette suspension dure trois mois au plus ; elle peut être renouvelée une fois si des éléments nouveaux apparaissent. Vous pouvez écrire à la mairie pour vous expliquer. (CRPA, L115-3 et R115-5)',
        ],
  'verification-levee': ({ motif }) => [
    'La vérification est terminée : votre demande est de nouveau étudiée.',
    ...(motif ? [motif] : []),
  ],
  'regularisation-demandee': ({ formalites, droit, jusquau }) => [
    'Votre demande ne peut pas encore être examinée. Vous pouvez la régulariser :',
    formalites,
    `À faire au plus tard le ${enBref(jusquau)}. (${droit} ; CRPA, L114-6)`,
    'Cela ne change pas le délai légal de votre demande.',
  ],
  transmise: ({ administration, motif }) => [
    `Votre demande ne relève pas de la commune. ${motif}`,
    `Nous l’avons transmise à l’administration compétente : ${administration}. C’est elle qui vous répondra. (CRPA, L114-2)`,
  ],
  rouverte: ({ motif }) => [
    `Votre demande était terminée. Elle est rouverte : ${motif}`,
    'Cela ne fait partir aucun nouveau délai légal.',
  ],
  desistement: () => [
    'Nous avons noté que vous renoncez à cette demande. Vous pourrez en faire une autre à tout moment.',
  ],
  'motifs-communiques': ({ faits, droit }) => [
    'Vous avez demandé les raisons du rejet de votre demande. Les voici. (CRPA, L232-4)',
    `Les faits : ${faits}`,
    `Le droit : ${droit}`,
  ],
  'motifs-demandes': () => [
    'Vous avez demandé les raisons du rejet de votre demande. La mairie doit vous les donner dans le mois. (CRPA, L232-4)',
  ],
  'recours-gracieux': ({ reference }) => [
    `Votre recours gracieux est enregistré sous la référence ${reference} : il a son propre accusé de réception et son propre délai. (CRPA, L411-3 et L411-7)`,
  ],
  mediation: ({ etape }) => [
    etape === 'engagee'
      ? 'Une médiation est engagée : le délai pour saisir le juge est interrompu. (CRPA, L421-3)'
      : 'La médiation est terminée : le délai pour saisir le juge repart. (CRPA, L421-3)',
  ],
};

/** Tells the person the last thing that was written in their file, what it does to the date, and what they may do. */
export const lettreDEvenement = (avant: Demande, apres: Demande, commune: Ville): Lettre => {
  const fait = apres.faits.at(-1);
  const dits = fait && (DITS[fait.type] as Dire | undefined)?.(fait, avant);
  const titre = (fait && titreDe(fait)?.titre) ?? '';
  return {
    objet: objetDe(apres, titre),
    // « Reçues » has a letter that a plain SMS does not know.
    court: `${titre.replace('reçues', 'arrivées')} (${apres.reference}).`,
    ...(fait?.type === 'motifs-communiques' && { acte: true }),
    paragraphes: [
      ...new Set([
        ...(dits ?? [`${titre}.`]),
        ...effetSurLaDate(avant, apres),
        ...(fait?.type === 'motifs-communiques' ? lignesDeSuites(apres, commune) : []),
        ...(fait && fait.par.qui === 'agent' ? [signatureDe(fait.par)] : []),
      ]),
    ],
  };
};

/** The délai imparti has ended and nothing came: what it does is said, once. */
export const lettreDeDelaiPasse = (demande: Demande, jusquau: string): Lettre => {
  const attendues = demande.manquantes.filter(({ recue }) => !recue).map(({ nom }) => nom);
  return {
    objet: objetDe(demande, 'Le délai pour vos pièces est passé'),
    court: `Le délai pour vos pièces est passé (${demande.reference}). Vous pouvez encore les envoyer.`,
    paragraphes: [
      `Nous attendions au plus tard le ${enBref(jusquau)} : ${attendues.join(', ')}.`,
      'Vous pouvez encore les envoyer, tant que la mairie n’a pas décidé.',
      ...effetDuDelaiPasse(demande),
    ],
  };
};

/** CRPA L114-5: a rejection runs again, an acceptance still waits, and what stopped nothing changes nothing. */
const effetDuDelaiPasse = (demande: Demande): string[] => {
  const { regime, faits } = demande;
  if (regime.type === 'AUCUN') return [];
  const { terme, etat } = horlogeDe(demande);
  const arrete = faits.some((fait) => fait.type === 'pieces-demandees' && fait.arreteLeDelai);
  if (etat === 'attend-pieces')
    return [
      'Tant que le dossier n’est pas complet, le silence de la mairie ne vaut pas acceptation. (CRPA, L114-5)',
    ];
  if (!terme) return ['Le délai reste suspendu pour une autre raison.'];
  const date = `sans réponse de la mairie, votre demande sera ${terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'} le ${enBref(terme.le)}.`;
  return [arrete ? `Le délai a repris : ${date} (CRPA, L114-5)` : `Le délai légal n’a pas changé : ${date}`];
};

/** To the agents, when a délai imparti ends without what was asked. */
export const lettreDeDelaiPasseAuxAgents = (demande: Demande, jusquau: string, adresse: string): Lettre => ({
  objet: `Pièces non reçues — ${intituleDe(demande)} (${demande.reference})`,
  paragraphes: [
    `Le délai donné jusqu’au ${enBref(jusquau)} est passé sans que toutes les pièces arrivent. La personne est prévenue.`,
    ...dossierAOuvrir(demande, adresse),
  ],
});

type Rappel = Extract<Reveil, { objet: 'rappel' }>;

/** What each reminder asks of the agents, the term's own aside. */
export const RAPPELS: Record<
  Exclude<Rappel['de'], 'terme'>,
  { objet: string; phrase: (le: string) => string }
> = {
  accuse: {
    objet: 'À qualifier',
    phrase: (le) =>
      `Ce message attend d’être qualifié : son accusé de réception doit partir au plus tard le ${le}. (CRPA, R112-11-2)`,
  },
  motifs: {
    objet: 'Raisons à donner',
    phrase: (le) =>
      `La personne a demandé les raisons de ce rejet : elles doivent lui parvenir au plus tard le ${le}. (CRPA, L232-4)`,
  },
  retrait: {
    objet: 'Dernière relecture',
    phrase: (le) =>
      `Cette demande a été acceptée par silence. Si cette acceptation est illégale, elle peut être retirée jusqu’au ${le}, et plus après. (CRPA, L242-1)`,
  },
};

export const lettreDeRappelAnnexe = (
  demande: Demande,
  { de, terme }: Rappel & { de: keyof typeof RAPPELS },
  adresse: string,
): Lettre => ({
  objet: `${RAPPELS[de].objet} avant le ${enBref(terme)} — ${intituleDe(demande)} (${demande.reference})`,
  paragraphes: [RAPPELS[de].phrase(enBref(terme)), ...dossierAOuvrir(demande, adresse)],
});
