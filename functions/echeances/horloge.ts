import type { Regime } from '../demarches/demarche.ts';
import { ajouter, delaiEnLettres, instantDe, type Jour, joursEntre } from '../platform/dates.ts';
import { enBref } from '../platform/lettres.ts';

/** What happened to a demande, as far as the law's clock looks. Days are local days of the commune. */
export type Evenement =
  | { type: 'recue'; le: Jour }
  | { type: 'transmise'; le: Jour }
  | { type: 'pieces-demandees'; le: Jour; jusquau?: Jour }
  | { type: 'pieces-recues'; le: Jour; complet: boolean }
  | { type: 'suspendue'; le: Jour }
  | { type: 'reprise'; le: Jour }
  | { type: 'decision-notifiee'; le: Jour };

export type Sens = 'acceptation' | 'rejet';

/** `le` is printed in the accusé; the silence may be stated from `constatableLe`, and prevented until `dernierJourUtile`. */
export type Terme = { sens: Sens; le: Jour; constatableLe: Jour; dernierJourUtile: Jour };

/** A sentence of the reasoning, with the article it rests on. */
export type Explication = { phrase: string; article: string };

export type Horloge = {
  etat: 'sans-decision-implicite' | 'court' | 'attend-pieces' | 'suspendue' | 'decidee';
  depart: Jour;
  terme: Terme | null;
  explications: Explication[];
};

type Periode = { du: Jour; au: Jour };
type Marche = {
  regime: Exclude<Regime, { type: 'AUCUN' }>;
  depart: Jour;
  attend: boolean;
  decidee: boolean;
  suspensions: Periode[];
  ouverte: { du: Jour; au?: Jour } | null;
  explications: Explication[];
};

/** The legal clock, recomputed whole from what happened (CRPA L114-3, L114-5, L231-1, L231-4). Dates are derived, never kept. */
export const horloge = (regime: Regime, evenements: readonly Evenement[]): Horloge => {
  const [recue, ...suite] = evenements;
  if (recue?.type !== 'recue') throw new RangeError('une horloge commence par la réception');
  if (regime.type === 'AUCUN') return sansDecision(recue.le, regime);
  const fin = suite.reduce(avancer, depart(regime, recue.le));
  return conclure(fin);
};

const sansDecision = (le: Jour, { suite = SANS_DECISION }: { suite?: string | undefined }): Horloge => ({
  etat: 'sans-decision-implicite',
  depart: le,
  terme: null,
  explications: [{ phrase: suite, article: 'CRPA, R112-11-1' }],
});

/** What silence means where it means nothing, unless a special text says otherwise. */
export const SANS_DECISION =
  'Cette démarche n’attend pas de décision : le silence de la mairie n’y vaut ni accord ni refus.';

const depart = (regime: Marche['regime'], le: Jour): Marche => ({
  regime,
  depart: le,
  attend: false,
  decidee: false,
  suspensions: [],
  ouverte: null,
  explications: [{ phrase: `La mairie a reçu la demande le ${enBref(le)}.`, article: 'CRPA, L112-11' }],
});

const avancer = (marche: Marche, evenement: Evenement): Marche => {
  const terme = termeDe(marche);
  if (marche.decidee || (terme && evenement.le > terme.le)) return marche;
  switch (evenement.type) {
    case 'recue':
      return marche;
    case 'transmise':
      return transmettre(marche, evenement.le);
    case 'pieces-demandees':
      return demanderPieces(marche, evenement);
    case 'pieces-recues':
      return evenement.complet ? completer(marche, evenement.le) : marche;
    case 'suspendue':
      return {
        ...marche,
        ouverte: marche.ouverte ?? { du: evenement.le },
        explications: [
          ...marche.explications,
          { phrase: `Le délai est suspendu depuis le ${enBref(evenement.le)}.`, article: 'CRPA, R115-5' },
        ],
      };
    case 'reprise':
      return fermer(marche, evenement.le);
    case 'decision-notifiee':
      return {
        ...marche,
        decidee: true,
        explications: [
          ...marche.explications,
          {
            phrase: `La mairie a répondu le ${enBref(evenement.le)} : le silence ne décidera plus.`,
            article: 'CRPA, L231-1',
          },
        ],
      };
  }
};

const transmettre = (marche: Marche, le: Jour): Marche =>
  marche.regime.type === 'SVA'
    ? {
        ...marche,
        depart: le,
        explications: [
          ...marche.explications,
          {
            phrase: `L’administration compétente a été saisie le ${enBref(le)} : le délai part de ce jour.`,
            article: 'CRPA, L114-3',
          },
        ],
      }
    : {
        ...marche,
        explications: [
          ...marche.explications,
          {
            phrase:
              'La demande a été transmise à l’administration compétente ; le délai part toujours de la première réception.',
            article: 'CRPA, L114-3',
          },
        ],
      };

const demanderPieces = (marche: Marche, { le, jusquau }: { le: Jour; jusquau?: Jour }): Marche =>
  marche.regime.type === 'SVA'
    ? {
        ...marche,
        attend: true,
        explications: [
          ...marche.explications,
          {
            phrase: `Des pièces ont été demandées le ${enBref(le)} : le délai ne partira qu’à leur réception.`,
            article: 'CRPA, L114-5',
          },
        ],
      }
    : {
        ...marche,
        ...rouvrir(marche, le, jusquau),
        explications: [
          ...marche.explications,
          {
            phrase: `Des pièces ont été demandées le ${enBref(le)} : le délai est suspendu${jusquau ? ` jusqu’à leur réception, au plus tard le ${enBref(jusquau)}` : ' jusqu’à leur réception'}.`,
            article: 'CRPA, L114-5',
          },
        ],
      };

/** A new request while one runs: what was suspended stays so, and the later of the two deadlines holds. */
const rouvrir = (
  { suspensions, ouverte }: Marche,
  le: Jour,
  jusquau?: Jour,
): Pick<Marche, 'suspensions' | 'ouverte'> => {
  if (!ouverte) return { suspensions, ouverte: { du: le, ...(jusquau && { au: jusquau }) } };
  const { du, au } = ouverte;
  const tard = au && jusquau && (au > jusquau ? au : jusquau);
  return {
    suspensions: [...suspensions, { du, au: au && au < le ? au : le }],
    ouverte: { du: le, ...(tard && { au: tard }) },
  };
};

const completer = (marche: Marche, le: Jour): Marche => {
  if (marche.regime.type === 'SVR') return fermer(marche, le);
  if (!marche.attend) return marche;
  return {
    ...marche,
    attend: false,
    depart: le,
    explications: [
      ...marche.explications,
      {
        phrase: `Le dossier est complet depuis le ${enBref(le)} : le délai part de ce jour.`,
        article: 'CRPA, L114-5',
      },
    ],
  };
};

const fermer = (marche: Marche, le: Jour): Marche => {
  if (!marche.ouverte) return marche;
  const { du, au } = marche.ouverte;
  const fin = au && au < le ? au : le;
  return {
    ...marche,
    ouverte: null,
    suspensions: [...marche.suspensions, { du, au: fin }],
    explications: [
      ...marche.explications,
      {
        phrase: `Le délai reprend le ${enBref(fin)}, après ${joursEntre(du, fin)} jour(s) de suspension.`,
        article: 'CRPA, L114-5',
      },
    ],
  };
};

/** The term if nothing more happens; null while the clock waits for pièces or an end of suspension. */
const termeDe = ({ regime, depart, attend, suspensions, ouverte }: Marche): Terme | null => {
  if (attend || (ouverte && !ouverte.au)) return null;
  const toutes = ouverte?.au ? [...suspensions, { du: ouverte.du, au: ouverte.au }] : suspensions;
  const le = ajouter(ajouter(depart, regime.delai), `P${joursSuspendus(toutes)}D`);
  return {
    sens: regime.type === 'SVA' ? 'acceptation' : 'rejet',
    le,
    constatableLe: ajouter(le, 'P1D'),
    dernierJourUtile: ajouter(le, '-P1D'),
  };
};

/** Overlapping suspensions count once. */
const joursSuspendus = (periodes: readonly Periode[]): number => {
  let total = 0;
  let couvertJusquau = '';
  for (const { du, au } of [...periodes].sort((a, b) => a.du.localeCompare(b.du))) {
    const debut = du > couvertJusquau ? du : couvertJusquau;
    if (au > debut) total += joursEntre(debut, au);
    if (au > couvertJusquau) couvertJusquau = au;
  }
  return total;
};

const conclure = (marche: Marche): Horloge => {
  const { depart, decidee, attend } = marche;
  if (decidee) return { etat: 'decidee', depart, terme: null, explications: marche.explications };
  const terme = termeDe(marche);
  if (!terme)
    return { etat: attend ? 'attend-pieces' : 'suspendue', depart, terme, explications: marche.explications };
  const { fondement, delai } = marche.regime;
  const phrase = `Le silence de la mairie pendant ${delaiEnLettres(delai)} vaut ${terme.sens === 'acceptation' ? 'acceptation' : 'rejet'} : le ${enBref(terme.le)}.`;
  return {
    etat: marche.ouverte ? 'suspendue' : 'court',
    depart,
    terme,
    explications: [...marche.explications, { phrase, article: `${fondement.texte}, ${fondement.article}` }],
  };
};

/** How many days before the term the agent is reminded. */
export const PALIERS = [15, 7, 2] as const;
export type Palier = (typeof PALIERS)[number];
export type Reveil =
  | { objet: 'rappel'; palier: Palier; quand: string }
  | { objet: 'decision'; quand: string };

/** The instants at which someone must look at a clock: reminders in the morning, the decision at midnight after the term. */
export const reveils = ({ terme }: Pick<Horloge, 'terme'>, fuseau: string): Reveil[] => {
  if (!terme) return [];
  const rappels = PALIERS.map((palier) => ({
    objet: 'rappel' as const,
    palier,
    quand: instantDe(ajouter(terme.le, `-P${palier}D`), '08:00', fuseau),
  }));
  return [...rappels, { objet: 'decision', quand: instantDe(terme.constatableLe, '00:00', fuseau) }];
};
