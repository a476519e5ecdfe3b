import * as z from 'zod';

/** What the maire signs, or delegates: each is an act of the commune. All else in a file is its agents' work. */
export const ACTES = {
  acceptation: 'une acceptation',
  refus: 'un refus',
  retrait: 'un retrait',
  abrogation: 'une abrogation',
  recours: 'la réponse à un recours',
  motifs: 'les raisons d’un rejet',
  suspension: 'une suspension pour vérification',
} as const;
export const NatureActe = z.enum(Object.keys(ACTES) as [keyof typeof ACTES]);
export type NatureActe = z.infer<typeof NatureActe>;

/** To whom a maire may delegate a signature, and nobody else (CGCT L2122-19). */
export const FONCTIONS = {
  dgs: 'directeur général des services',
  dga: 'directeur général adjoint',
  dgst: 'directeur général ou directeur des services techniques',
  'responsable-de-service': 'responsable de service',
} as const;

const jour = z.iso.date('un jour comme 2026-04-02');
const courriel = z.email().toLowerCase();

/**
 * An arrêté by which the maire lets someone sign for him (CGCT L2122-18, L2122-19). It names matters, acts and days: what
 * it does not name is not delegated.
 */
export const Delegation = z.strictObject({
  /** Of a function, to an élu; of a signature, to an official. */
  nature: z.enum(['fonction', 'signature']),
  delegataire: courriel,
  /** As it is printed under the act: « l’adjoint délégué à la voirie ». */
  qualite: z.string().min(1).max(100),
  fonction: z.enum(Object.keys(FONCTIONS) as [keyof typeof FONCTIONS]).optional(),
  demarches: z.array(z.string()).min(1, 'nommez au moins une démarche'),
  actes: z.array(NatureActe).min(1, 'nommez au moins un acte'),
  arrete: z.strictObject({ numero: z.string().min(1).max(40), le: jour }),
  /** It has no force before both are done (CGCT L2131-1). */
  publieeLe: jour.optional(),
  transmiseLe: jour.optional(),
  du: jour,
  au: jour.optional(),
  rapporteeLe: jour.optional(),
  /** It serves on the days when all of them are written down as absent, and on no other. */
  siAbsents: z.array(courriel).min(1).optional(),
});
export type Delegation = z.infer<typeof Delegation>;

/** What the conseil municipal has done, on which signatures depend. */
export const Conseil = z.strictObject({
  /** The day on which the present maire and adjoints were elected: every arrêté from before ended with those who signed it. */
  installeLe: jour,
  /** What it lets the maire decide, by démarche, and the délibération that says so (CGCT L2122-22). */
  delegueAuMaire: z
    .array(z.strictObject({ demarche: z.string(), numero: z.string().min(1).max(40), le: jour }))
    .default([]),
});
export type Conseil = z.infer<typeof Conseil>;

type Dates = Pick<Delegation, 'arrete' | 'publieeLe' | 'transmiseLe' | 'du' | 'au' | 'rapporteeLe'>;

/** The first day on which it serves, if it has been published and sent to the préfet (CGCT L2131-1, L2131-2). */
export const enVigueurLe = ({ publieeLe, transmiseLe, du }: Dates): string | undefined =>
  publieeLe && transmiseLe ? [publieeLe, transmiseLe, du].sort().at(-1) : undefined;

/** The last day on which it serves, if one is known: `au` is the last, a withdrawal and an election are the first without. */
export const finitAvant = (
  { au, rapporteeLe, arrete }: Dates,
  { installeLe }: Partial<Pick<Conseil, 'installeLe'>> = {},
): string | undefined => {
  const elu = installeLe && arrete.le < installeLe ? installeLe : undefined;
  return [au && lendemain(au), rapporteeLe, elu].filter((un) => un !== undefined).sort()[0];
};

const lendemain = (jour: string): string =>
  new Date(Date.parse(`${jour}T00:00:00Z`) + 24 * 3600_000).toISOString().slice(0, 10);
