import type { Acte } from '../gestes.ts';

export type ActeAvecPage = Exclude<Acte, 'prendreEnCharge'>;

/** Acts that write to the person open a page of their own: the word of the button, and the page. */
export const PAGES: Record<ActeAvecPage, { mot: string; page: string }> = {
  qualifier: { mot: 'Qualifier', page: 'qualifier' },
  accepter: { mot: 'Accepter', page: 'accepter' },
  cloturer: { mot: 'Terminer', page: 'cloturer' },
  demanderPieces: { mot: 'Demander des pièces', page: 'pieces' },
  refuser: { mot: 'Refuser', page: 'refuser' },
  ecarter: { mot: 'Classer sans suite', page: 'classer' },
  communiquerMotifs: { mot: 'Donner les raisons', page: 'raisons' },
  remplacer: { mot: 'Accepter finalement', page: 'accepter' },
  ameliorer: { mot: 'Remplacer, à la demande de la personne', page: 'plus-favorable' },
  envisagerRetrait: { mot: 'Envisager un retrait', page: 'retrait-envisage' },
  observer: { mot: 'Noter des observations', page: 'observations' },
  abandonnerRetrait: { mot: 'Maintenir la décision', page: 'maintien' },
  retirer: { mot: 'Retirer la décision', page: 'retrait' },
  notifier: { mot: 'Noter une remise de la décision', page: 'notification' },
  recevoirPieces: { mot: 'Des pièces sont arrivées', page: 'pieces-recues' },
  examinerPieces: { mot: 'Examiner les pièces reçues', page: 'examen' },
  demanderOriginal: { mot: 'Demander un original', page: 'original' },
  recevoirOriginal: { mot: 'L’original est présenté', page: 'original-produit' },
  ouvrirVerification: { mot: 'Suspendre pour vérification', page: 'verification' },
  leverVerification: { mot: 'Terminer la vérification', page: 'fin-de-verification' },
  regulariser: { mot: 'Demander une régularisation', page: 'regularisation' },
  transmettre: { mot: 'Transmettre à une autre administration', page: 'transmission' },
  prolonger: { mot: 'Prolonger le délai', page: 'prolongation' },
  noterCada: { mot: 'Noter ce que dit la CADA', page: 'cada' },
  medier: { mot: 'Noter une médiation', page: 'mediation' },
  desister: { mot: 'La personne renonce', page: 'desistement' },
  demanderMotifs: { mot: 'La personne demande les raisons', page: 'motifs' },
  contester: { mot: 'La personne conteste', page: 'recours' },
  rouvrir: { mot: 'Rouvrir la demande', page: 'reouverture' },
  accepterATemps: { mot: 'Un accord avait été notifié à temps', page: 'accepter' },
  refuserATemps: { mot: 'Un refus avait été notifié à temps', page: 'refuser' },
};

/** The acts of every day: a button each. */
export const BOUTONS = [
  'communiquerMotifs',
  'qualifier',
  'accepter',
  'cloturer',
  'demanderPieces',
  'refuser',
  'ecarter',
  'envisagerRetrait',
  'abandonnerRetrait',
  'retirer',
] as const satisfies readonly ActeAvecPage[];

/** What happens now and then: in a menu, so that the bar stays calm. */
export const EVENEMENTS = [
  'recevoirPieces',
  'examinerPieces',
  'demanderOriginal',
  'recevoirOriginal',
  'ouvrirVerification',
  'leverVerification',
  'regulariser',
  'transmettre',
  'prolonger',
  'noterCada',
  'medier',
  'desister',
  'observer',
  'notifier',
  'remplacer',
  'ameliorer',
  'demanderMotifs',
  'contester',
  'rouvrir',
  'accepterATemps',
  'refuserATemps',
] as const satisfies readonly ActeAvecPage[];
