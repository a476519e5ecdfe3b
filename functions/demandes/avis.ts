import type { Reveil } from '../echeances/reveils.ts';
import { enBref } from '../platform/lettres.ts';
import { RECOURS_TARDIF } from './accuse.ts';
import type { Ville } from './contestation.ts';
import { type Demande, intituleDe } from './demande.ts';
import { effetSurLaDate } from './effet.ts';
import { type FaitDe, MOYENS } from './fait.ts';
import { enCours } from './gestes.ts';
import { horlogeDe } from './horloge.ts';
import { dossierAOuvrir, type Lettre, objetDe } from './lettres.ts';
import { recoursDe } from './recours.ts';
import { envisageDit } from './retrait.ts';
import { signatureDe } from './signature.ts';
import { lignesDeSuites, sansAccuse } from './suites.ts';
import { departDit, titreDe } from './titres.ts';

/** CRPA L114-3, second paragraph. They had been told the contrary: they are told too how to say that the commune was competent. */
const RIEN_ACCORDE = [
  'Contrairement à ce qui vous avait été écrit, le silence de la mairie n’a rien accordé : le délai ne part que du jour où l’administration compétente reçoit la demande. L’attestation qui vous aurait été délivrée ne vaut plus. (CRPA, L114-3)',
  'Si vous pensez que la commune était compétente, écrivez-lui ou saisissez le tribunal administratif, dans les deux mois.',
];

/** What a fait of the agents says to the person, beside its effect on the date. */
type Dire = (fait: unknown, avant: Demande) => string[];
const DITS: Partial<{
  [T in Demande['faits'][number]['type']]: (fait: FaitDe<T>, avant: Demande) => string[];
}> = {
  'pieces-recues': ({ pieces, reste }) => [
    `Nous avons reçu : ${pieces.join(', ')}.`,
    reste === 0 ? 'Votre dossier est complet.' : 'Il en manque encore : rien ne change pour l’instant.',
  ],
  'original-demande': ({ piece, motif, jusquau, recommande }) => [
    `La copie de « ${piece} » laisse un doute : ${motif}`,
    `À vous : apportez l’original à la mairie${jusquau ? `, au plus tard le ${enBref(jusquau)}` : ''}. Il vous sera rendu. (CRPA, R113-6 et R113-11)`,
    recommande
      ? `Cette demande vous est faite par ${recommande.accordLe ? `recommandé électronique, que vous aviez accepté le ${enBref(recommande.accordLe)}` : 'lettre recommandée'}, n° ${recommande.numero} du ${enBref(recommande.le)}. (CRPA, ${recommande.accordLe ? 'L112-15' : 'R113-6'})`
      : 'Cette demande ne change pas le délai légal de votre demande.',
  ],
  'original-produit': ({ piece }) => [`Vous avez présenté l’original de « ${piece} ».`],
  'verification-ouverte': ({ motif }, avant) => [
    ...(enCours(avant.faits, ['verification-ouverte', 'verification-levee'])
      ? [
          'La suspension de l’instruction de votre demande d’aide est renouvelée pour trois mois. Elle ne pourra plus l’être. (CRPA, L115-3)',
          `Les éléments nouveaux : ${motif}`,
          'Vous pouvez écrire à la mairie pour vous expliquer. (CRPA, R115-5)',
        ]
      : [
          'L’instruction de votre demande d’aide est suspendue, le temps d’une vérification.',
          `Les raisons : ${motif}`,
          'Cette suspension dure trois mois au plus, à compter du jour où elle vous est notifiée ; elle peut être renouvelée une fois si des éléments nouveaux apparaissent. Vous pouvez écrire à la mairie pour vous expliquer. (CRPA, L115-3 et R115-5)',
        ]),
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
  transmise: ({ administration, motif, depart }, avant) => [
    `Votre demande ne relève pas de la commune. ${motif}`,
    ...(avant.statut === 'acceptee-par-silence' ? RIEN_ACCORDE : []),
    `Nous l’avons transmise à l’administration compétente : ${administration}. C’est elle qui vous répondra. (CRPA, L114-2)`,
    ...(depart ? [departDit(depart)] : []),
  ],
  prolongation: ({ motif }) => [
    `La mairie a besoin de plus de temps pour vous répondre : ${motif}`,
    'Elle doit vous le dire avant la fin du premier délai, et ne peut le faire qu’une fois. (RGPD, article 12-3)',
  ],
  cada: ({ etape }) => CADA[etape],
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
  'retrait-envisage': (fait) => [
    ...envisageDit(fait),
    `Vous pouvez présenter vos observations jusqu’au ${enBref(fait.jusquau)}, dans le suivi de votre demande ou par écrit à la mairie. Vous pouvez aussi demander à être entendu, et vous faire assister ou représenter par la personne de votre choix. (CRPA, L121-1 et L122-1)`,
    'Rien n’est encore décidé : d’ici là, votre décision tient.',
  ],
  observations: () => [
    'Vos observations sont gardées dans votre dossier. La mairie les lira avant de décider. (CRPA, L122-1)',
  ],
  'retrait-abandonne': ({ motif }) => [
    'La commune ne revient pas sur sa décision : elle est maintenue.',
    motif,
  ],
  notification: ({ moyen, jour }) => [
    `La décision vous a été notifiée le ${enBref(jour)}, ${MOYENS[moyen]} : le délai pour la contester court de ce jour.`,
  ],
  'motifs-demandes': ({ horsDelai }, avant) =>
    horsDelai
      ? [
          'Votre demande de raisons est gardée à votre dossier. Elle est arrivée après la fin du délai pour contester : la mairie peut y répondre, mais n’y est plus tenue. (CRPA, L232-4)',
          sansAccuse(avant),
        ]
      : [
          'Vous avez demandé les raisons du rejet de votre demande. La mairie doit vous les donner dans le mois. (CRPA, L232-4)',
        ],
  'recours-gracieux': ({ reference, horsDelai }, avant) => [
    `Votre recours gracieux est enregistré sous la référence ${reference} : il a son propre accusé de réception et son propre délai. (CRPA, L411-3 et L411-7)`,
    ...(horsDelai ? [RECOURS_TARDIF, sansAccuse(avant)] : []),
  ],
  mediation: ({ etape }) => [
    etape === 'engagee'
      ? 'Une médiation est engagée : le délai pour saisir le juge est interrompu. (CRPA, L421-3)'
      : 'La médiation est terminée : le délai pour saisir le juge repart. (CRPA, L421-3)',
  ],
};

const CADA: Record<FaitDe<'cada'>['etape'], string[]> = {
  enregistree: [
    'La CADA a enregistré votre demande d’avis.',
    'Si la mairie ne vous répond pas dans les deux mois qui suivent cet enregistrement, son refus est confirmé : vous aurez alors deux mois pour saisir le tribunal. (CRPA, R343-4 et R343-5 ; CJA, R421-1)',
  ],
  'avis-favorable': [
    'La CADA a rendu un avis favorable à la communication du document. La mairie lui dit dans le mois ce qu’elle en fera. (CRPA, R343-3)',
  ],
  'avis-defavorable': [
    'La CADA a rendu un avis défavorable à la communication du document. La décision reste celle de la mairie, et vous pouvez la contester devant le tribunal. (CRPA, R343-3 et L342-1)',
  ],
  'refus-confirme': ['La mairie confirme son refus, après la saisine de la CADA. (CRPA, R343-3)'],
};

/** What an act of the agents opens to the person: the ways to contest it (CRPA L112-12, L115-3). */
const SUITES: readonly Demande['faits'][number]['type'][] = ['motifs-communiques', 'cada'];

/** A suspension is a decision of its own: it is contested from its notification (CJA R421-1). */
const recoursApres = (apres: Demande, commune: Ville): string[] => {
  const type = apres.faits.at(-1)?.type;
  if (type === 'verification-ouverte')
    return recoursDe({ depuis: 'la notification de cette décision' }, commune);
  if (type === 'prolongation' && apres.obligation)
    return [`Elle vous répondra au plus tard le ${enBref(apres.obligation.le)}.`];
  return type && SUITES.includes(type) ? lignesDeSuites(apres, commune) : [];
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
        ...recoursApres(apres, commune),
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
