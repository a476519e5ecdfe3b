import type { Regime } from '../demarches/demarche.ts';
import { delaiEnLettres, type Jour } from '../platform/dates.ts';
import { enBref } from '../platform/lettres.ts';

/** A sentence of the reasoning, with the article it rests on. */
export type Explication = { phrase: string; texte: string; article: string };

const CODES: Record<string, string> = {
  'Code des relations entre le public et l’administration': 'CRPA',
  'Code de justice administrative': 'CJA',
  'Code général des collectivités territoriales': 'CGCT',
  'Code de la santé publique': 'CSP',
  'Règlement (UE) 2016/679 (RGPD)': 'RGPD',
};

/** « CRPA, L231-1 »: where the reader can check. */
export const citer = ({ texte, article }: Pick<Explication, 'texte' | 'article'>): string =>
  `${CODES[texte] ?? texte}, ${article}`;

/** The sentence and its article, as the person reads them. */
export const dire = (explication: Explication): string => `${explication.phrase} (${citer(explication)})`;

const crpa = (article: string, phrase: string): Explication => ({ phrase, texte: 'CRPA', article });

type Marque = Exclude<Regime, { type: 'AUCUN' }>;
type TropTard = { quoi: 'decision' | 'evenement'; le: Jour; terme: Jour };
const selon = (
  { texte, article }: Pick<Marque['fondement'], 'texte' | 'article'>,
  phrase: string,
): Explication => ({
  phrase,
  texte,
  article,
});

const jours = (n: number): string => `${n} jour${n > 1 ? 's' : ''}`;

/** Why a suspension holds, and under which article. */
const SUSPENSIONS = {
  original: {
    article: 'R113-6',
    debut: (le: Jour) =>
      `L’original d’une pièce a été demandé le ${enBref(le)} : le délai est suspendu jusqu’à ce qu’il soit produit.`,
    fin: (le: Jour, n: number) =>
      `L’original a été produit le ${enBref(le)} : le délai reprend, après ${jours(n)} de suspension.`,
  },
  fraude: {
    article: 'R115-5',
    debut: (le: Jour, au?: Jour) =>
      `L’instruction de cette aide est suspendue depuis le ${enBref(le)}, jour où la personne en a été prévenue, le temps d’une vérification${au ? `, au plus tard jusqu’au ${enBref(au)}` : ''} : le délai est suspendu.`,
    fin: (le: Jour, n: number) =>
      `La vérification a pris fin le ${enBref(le)} : le délai reprend, après ${jours(n)} de suspension.`,
  },
  pieces: {
    article: 'L114-5',
    debut: (le: Jour, au?: Jour) =>
      `Des pièces ont été demandées le ${enBref(le)} : le délai est suspendu jusqu’à leur réception${au ? `, au plus tard le ${enBref(au)}` : ''}.`,
    fin: (le: Jour, n: number) => `Le délai reprend le ${enBref(le)}, après ${jours(n)} de suspension.`,
  },
};

export type Motif = keyof typeof SUSPENSIONS;
export type SansSuite = 'desistement' | 'transmission';

/** What the clock says of each thing that moves it. */
export const explique = {
  reception: (le: Jour) => crpa('L114-3', `La demande a été reçue le ${enBref(le)}.`),
  transmise: (regime: Marque, le: Jour) => {
    const saisie = `L’administration compétente a été saisie le ${enBref(le)} : le délai part de ce jour.`;
    if (regime.type === 'SVA') return crpa('L114-3', saisie);
    if (regime.depuis) return selon(regime.fondement, saisie);
    return crpa(
      'L114-3',
      `La demande a été transmise le ${enBref(le)} à l’administration compétente ; le délai part toujours de la première réception.`,
    );
  },
  piecesAttendues: (le: Jour) =>
    crpa(
      'L114-5',
      `Des pièces ont été demandées le ${enBref(le)} : le délai ne partira qu’à leur réception.`,
    ),
  complet: (le: Jour) =>
    crpa('L114-5', `Le dossier est complet depuis le ${enBref(le)} : le délai part de ce jour.`),
  suspendu: (motif: Motif, { du, au }: { du: Jour; au?: Jour | undefined }) =>
    crpa(SUSPENSIONS[motif].article, SUSPENSIONS[motif].debut(du, au)),
  prolonge: (au: Jour) =>
    crpa('L115-3', `La vérification a été renouvelée une fois, au plus tard jusqu’au ${enBref(au)}.`),
  repris: (motif: Motif, { au, jours: n }: { au: Jour; jours: number }) =>
    crpa(SUSPENSIONS[motif].article, SUSPENSIONS[motif].fin(au, n)),
  sansSuspension: () =>
    crpa(
      'R115-5',
      'La suspension pour vérification ne concerne que les demandes reçues depuis le 1er mars 2026 : le délai continue.',
    ),
  decidee: ({ fondement }: Marque, le: Jour) =>
    selon(fondement, `La mairie a répondu le ${enBref(le)} : le silence ne décidera plus.`),
  desistee: ({ fondement }: Marque, le: Jour) =>
    selon(
      fondement,
      `Cette demande a été abandonnée par son auteur le ${enBref(le)} : le silence ne décidera plus.`,
    ),
  ailleurs: (le: Jour) =>
    crpa(
      'L114-2',
      `La demande a été transmise le ${enBref(le)} à l’administration compétente : c’est elle qui répondra.`,
    ),
  delaiAilleurs: (regime: Marque, terme: Jour | undefined) => {
    if (regime.type === 'SVA' || regime.depuis)
      return selon(
        regime.type === 'SVA' ? { texte: 'CRPA', article: 'L114-3' } : regime.fondement,
        'Le délai partira du jour où cette administration recevra la demande.',
      );
    return crpa(
      'L114-3',
      terme
        ? `Le délai part toujours de la première réception : sans réponse de cette administration, la demande sera rejetée le ${enBref(terme)}.`
        : 'Le délai part toujours de la première réception : cette administration en reprend le cours.',
    );
  },
  prolongee: ({ fondement }: Marque, { le, de }: { le: Jour; de: string }) =>
    selon(
      fondement,
      `Le délai a été prolongé de ${delaiEnLettres(de)}, et la personne prévenue le ${enBref(le)}.`,
    ),
  jamaisRouverte: (le: Jour) =>
    crpa(
      'L115-3',
      `La suspension pour vérification n’est renouvelée qu’une fois, avant sa fin : ce qui s’est passé le ${enBref(le)} ne change rien.`,
    ),
  tropTard: ({ type, fondement }: Marque, { quoi, le, terme }: TropTard) =>
    selon(
      fondement,
      quoi === 'decision'
        ? `La réponse du ${enBref(le)} arrive après la décision née du silence le ${enBref(terme)}.${type === 'SVR' ? ' Ce rejet peut être contesté.' : ''}`
        : `Ce qui s’est passé le ${enBref(le)} ne change rien : le silence avait décidé le ${enBref(terme)}.`,
    ),
  terme: (regime: Marque, { le, delai, suspendus }: { le: Jour; delai: string; suspendus: number }) => ({
    phrase: `Le silence de la mairie pendant ${delaiEnLettres(delai)}${suspendus > 0 ? `, plus ${jours(suspendus)} de suspension,` : ''} vaut ${regime.type === 'SVA' ? 'acceptation' : 'rejet'} : le ${enBref(le)}.`,
    texte: regime.fondement.texte,
    article: regime.fondement.article,
  }),
};

/** What silence means where it means nothing, unless a special text says otherwise. */
export const SANS_DECISION =
  'Cette démarche n’attend pas de décision : le silence de la mairie n’y vaut ni accord ni refus.';

export const sansDecision = (suite = SANS_DECISION): Explication => crpa('R112-11-1', suite);
