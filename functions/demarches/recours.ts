import * as z from 'zod';
import { Delai, Fondement } from './fondement.ts';

/** Before whom a decision is contested. */
export const Instance = z.enum([
  'mairie',
  'dasen',
  'prefet',
  'commission-de-controle',
  'cada',
  'cnil',
  'procureur',
  'tribunal-administratif',
  'tribunal-judiciaire',
]);
export type Instance = z.infer<typeof Instance>;

/** One way of appeal: before whom, within which delay, and whether it must be tried before the judge (CRPA L412-1, L412-3). */
export const Recours = z.strictObject({
  devant: Instance,
  /** Counted from the notification, or from the answer of the step before when there is one; absent where no text sets any. */
  delai: Delai.optional(),
  prealable: z.literal(true).optional(),
  /** How long the body may stay silent before it has rejected. */
  silence: Delai.optional(),
  fondement: Fondement,
  /** What the person must also know of it. */
  phrase: z.string().min(1).max(300).optional(),
  aConfirmer: z.string().optional(),
});
export type Recours = z.infer<typeof Recours>;

export const Voies = z
  .array(Recours)
  .min(1)
  .max(5)
  .refine((voies) => voies.some(({ devant }) => JUGES.includes(devant)), {
    error: 'aucune ne mène à un juge : ajoutez « tribunal-administratif » ou « tribunal-judiciaire »',
  })
  .refine((voies) => voies.findLastIndex(({ prealable }) => prealable) <= 0, {
    error: 'l’étape obligatoire avant le juge vient la première, et il n’y en a qu’une',
  })
  .refine((voies) => new Set(voies.map(({ devant }) => devant)).size === voies.length, {
    error: 'la même instance y est deux fois',
  });

const JUGES: readonly Instance[] = ['tribunal-administratif', 'tribunal-judiciaire'];

const codes = 'https://www.legifrance.gouv.fr/codes/texte_lc/';
const CRPA = {
  texte: 'Code des relations entre le public et l’administration',
  url: `${codes}LEGITEXT000031366350/`,
};
const CJA = { texte: 'Code de justice administrative', url: `${codes}LEGITEXT000006070933/` };

/** What holds where no text says otherwise: the mairie, or the administrative judge (CRPA L411-2; CJA R421-1, R421-2). */
export const DROIT_COMMUN: readonly Recours[] = [
  { devant: 'mairie', delai: 'P2M', fondement: { ...CRPA, article: 'L411-2' } },
  { devant: 'tribunal-administratif', delai: 'P2M', fondement: { ...CJA, article: 'R421-1 et R421-2' } },
];

type Contestable = { recours?: readonly Recours[] | undefined };

/** The ways of appeal of a démarche, or of a demande. */
export const voiesDeRecours = ({ recours = DROIT_COMMUN }: Contestable): readonly Recours[] => recours;

/** May the mairie itself be asked to look again? A recours before the judge alone, or after a compulsory step, is not for it. */
export const seContesteALaMairie = (contestable: Contestable): boolean =>
  voiesDeRecours(contestable).some(({ devant }) => devant === 'mairie');

/** The judge, to whom every other way leads. */
export const laVoieDuJuge = (contestable: Contestable): Recours | undefined =>
  voiesDeRecours(contestable).find(({ devant }) => JUGES.includes(devant));

/** The way whose delay decides of the others: the compulsory step, else the judge. Undefined when no delay runs. */
export const voieDontLeDelaiCourt = (contestable: Contestable): Recours | undefined => {
  const premiere =
    voiesDeRecours(contestable).find(({ prealable }) => prealable) ?? laVoieDuJuge(contestable);
  return premiere?.delai ? premiere : undefined;
};

/** Delays before the administrative judge are clear ones; elsewhere the earliest reading is the one to print. */
export const estFranc = ({ devant }: Pick<Recours, 'devant'>): boolean =>
  devant === 'tribunal-administratif' || devant === 'mairie' || devant === 'dasen' || devant === 'prefet';
