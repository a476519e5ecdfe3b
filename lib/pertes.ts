import type { actions, NomAction } from '../functions/actions.ts';

/** A whole sentence: it ends with a full stop, so it cannot be empty. */
export type Phrase = `${string}.`;

/** What a person can no longer do when an alarm rings, and the section of docs/runbook.md that says what to do. */
export type Perte = { phrase: Phrase; runbook: string };

/** One alarm each, 0.10 $ a month each: actions whose failure harms the same people in the same way share one. */
export const pertes = {
  pages: {
    phrase: 'Des habitants ou des agents voient une panne au lieu de leur page.',
    runbook: 'pages-en-panne',
  },
  expeditions: {
    phrase:
      'Un habitant ne reçoit pas un courriel ou un SMS de la mairie, ou un agent ignore qu’il est revenu.',
    runbook: 'expeditions-perdues',
  },
  arrivees: {
    phrase: 'Un courriel ou un SMS d’un habitant est arrivé, et aucun agent ne le voit.',
    runbook: 'arrivees-perdues',
  },
  flux: {
    phrase:
      'Ce qui suit une écriture n’a pas lieu : des courriels et des SMS ne partent pas, des termes ne sont pas surveillés.',
    runbook: 'flux-arrete',
  },
  armements: {
    phrase: 'Une demande n’est plus surveillée : son terme légal peut passer sans que personne soit prévenu.',
    runbook: 'armements-perdus',
  },
  veilles: {
    phrase:
      'La veille d’une demande s’est arrêtée : le silence de la mairie peut ne pas être constaté à sa date.',
    runbook: 'veilles-arretees',
  },
  effacements: {
    phrase:
      'Un fichier envoyé par un habitant, qu’aucune demande n’a pris, est gardé plus longtemps que promis.',
    runbook: 'effacements-perdus',
  },
} as const satisfies Record<string, Perte>;
export type NomPerte = keyof typeof pertes;

type Actions = typeof actions;

/** The actions that AWS wakes by itself and whose failure would be silent: all but routes and state machine tasks. */
export type NomConsommatrice = {
  [N in NomAction]: Actions[N] extends {
    sur: { type: 'lecteur' | 'flux' | 'horaire' | 'courriel' | 'sms' | 'remises' };
  }
    ? N
    : never;
}[NomAction];

/** What is lost when each of them fails for good; one that says nothing does not compile. */
export const perteDe: Record<NomConsommatrice, NomPerte> = {
  trierFlux: 'flux',
  expedierEnvois: 'expeditions',
  constaterRemise: 'expeditions',
  recevoirCourriel: 'arrivees',
  recevoirSms: 'arrivees',
  armerHorloge: 'armements',
  armerHorloges: 'armements',
  oublierPieces: 'effacements',
};
