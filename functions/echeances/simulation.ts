import * as z from 'zod';
import { CALENDRIERS } from '../commune/commune.ts';
import { RESIDENCES } from './residence.ts';

/** Light enough for the browser: shapes only. */
const AN_MIN = 1970;
const AN_MAX = 2199;
const BORNES = `Indiquez une année entre ${AN_MIN} et ${AN_MAX}.`;
const dansLesBornes = (date: string): boolean => {
  const an = Number(date.slice(0, 4));
  return an >= AN_MIN && an <= AN_MAX;
};

const Jour = z.iso
  .date('Cette date n’existe pas. Écrivez-la comme 2026-03-15.')
  .refine(dansLesBornes, BORNES);

const Instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'Cette date n’existe pas. Écrivez-la comme 2026-01-15T10:00:00+01:00, avec son décalage horaire.',
  })
  .refine((date) => !/\.\d{10}/.test(date), 'Neuf chiffres au plus après les secondes.')
  .refine(dansLesBornes, BORNES);

const Fuseau = z
  .string('Écrivez le fuseau comme Europe/Paris ou Indian/Reunion.')
  .max(60, 'Ce fuseau n’existe pas. Écrivez-le comme Europe/Paris ou Indian/Reunion.')
  .refine((fuseau) => {
    try {
      // An offset is no zone: it knows nothing of summer time.
      return /^[A-Z][\w+/-]*$/i.test(fuseau) && Boolean(new Intl.DateTimeFormat('fr', { timeZone: fuseau }));
    } catch {
      return false;
    }
  }, 'Ce fuseau n’existe pas. Écrivez-le comme Europe/Paris ou Indian/Reunion.');

const CalendrierDit = z.enum(CALENDRIERS, {
  error: `Ce calendrier n’existe pas. Les calendriers connus : ${CALENDRIERS.join(', ')}.`,
});

const Delai = z
  .string()
  .regex(
    /^P\d{1,3}[MD]$/,
    'Écrivez le délai en mois ou en jours : P2M pour deux mois, P15D pour quinze jours.',
  );

export const EvenementSimule = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.enum(['transmise', 'decision-notifiee']), le: Jour }),
    z.strictObject({ type: z.literal('pieces-demandees'), le: Jour, jusquau: Jour.optional() }),
    z.strictObject({
      type: z.literal('pieces-recues'),
      le: Jour,
      complet: z.boolean('Le dossier est-il complet ? Écrivez true ou false.'),
    }),
    z.strictObject({
      type: z.enum(['original-demande', 'original-produit', 'fraude-suspectee', 'fraude-levee']),
      le: Jour,
    }),
  ],
  { error: 'Cet évènement n’est pas connu.' },
);
export type EvenementSimule = z.infer<typeof EvenementSimule>;

const lieu = {
  calendrier: CalendrierDit.default('metropole'),
  vendrediSaint: z.boolean('Le Vendredi saint est-il férié ? Écrivez true ou false.').optional(),
};
const vendrediAilleurs = ({
  calendrier,
  vendrediSaint,
}: {
  calendrier: string;
  vendrediSaint?: boolean | undefined;
}) => !vendrediSaint || calendrier === 'alsace-moselle';
/** How the person contests: where they live (CJA R421-7), and whether the CADA comes first (CRPA R343-1). */
const contestation = {
  residence: z
    .enum(RESIDENCES, {
      error: `La personne vit en métropole, outre-mer ou à l’étranger : ${RESIDENCES.join(', ')}.`,
    })
    .optional(),
  recours: z
    .enum(['tribunal', 'cada'], {
      error: 'La décision se conteste devant le tribunal ou la CADA : tribunal, cada.',
    })
    .optional(),
};
const VENDREDI = {
  path: ['vendrediSaint'],
  error: 'Le Vendredi saint n’est férié qu’en Alsace-Moselle.',
};

export const SaisieEcheance = z
  .strictObject({
    regime: z.enum(['SVA', 'SVR', 'AUCUN'], { error: 'Le régime est SVA, SVR ou AUCUN.' }),
    delai: Delai.optional(),
    /** A rejection runs from the first administration that was asked, or from the competent one where a text says so. */
    depuis: z
      .enum(['premiere', 'competente'], {
        error:
          'Le délai part de la première administration saisie ou de la compétente : premiere, competente.',
      })
      .optional(),
    recue: Instant,
    fuseau: Fuseau.default('Europe/Paris'),
    ...lieu,
    ...contestation,
    evenements: z
      .array(EvenementSimule, 'Écrivez les évènements dans une liste, entre crochets.')
      .max(50, 'Cinquante évènements au plus.')
      .default([]),
  })
  .refine(vendrediAilleurs, VENDREDI)
  .refine(({ regime, depuis }) => regime !== 'SVA' || depuis !== 'premiere', {
    path: ['depuis'],
    error: 'Une acceptation part toujours de l’administration compétente (CRPA, L114-3).',
  })
  .refine(({ regime, delai }) => regime === 'AUCUN' || (delai !== undefined && !/^P0+[MD]$/.test(delai)), {
    path: ['delai'],
    error: 'Indiquez au bout de quel délai le silence décide : P2M pour deux mois, P15D pour quinze jours.',
  });
export type SaisieEcheance = z.infer<typeof SaisieEcheance>;

export const SaisieRecours = z
  .strictObject({ decision: Jour, ...lieu, ...contestation })
  .refine(vendrediAilleurs, VENDREDI);
export type SaisieRecours = z.infer<typeof SaisieRecours>;

const Explications = z.array(z.object({ phrase: z.string(), texte: z.string(), article: z.string() }));
const DernierJour = z.object({ dernierJour: z.iso.date() });

export const EcheanceSimulee = z.object({
  recueLe: z.iso.date(),
  decisionImplicite: z
    .object({
      sens: z.enum(['acceptation', 'rejet']),
      le: z.iso.date(),
      constatableLe: z.iso.date(),
      dernierJourUtile: z.iso.date(),
    })
    .nullable(),
  accuses: z.object({ aeeAuPlusTard: z.iso.date(), areAuPlusTard: z.iso.date() }),
  recours: DernierJour.nullable(),
  explications: Explications,
});
export type EcheanceSimulee = z.infer<typeof EcheanceSimulee>;

export const RecoursSimule = DernierJour.extend({ explications: Explications });
