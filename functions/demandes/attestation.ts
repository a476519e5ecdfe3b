import * as z from 'zod';
import { enBref } from '../platform/lettres.ts';
import type { Section } from './accuse.ts';
import { Code } from './reference.ts';

/** Sixty bits, as the code of a follow-up: legible on paper, and tries are counted. */
export const CodeAttestation = Code;

/** What an attestation says, and nothing else: this is what is signed (CRPA L232-3). */
export const Attestation = z.object({
  code: z.string(),
  commune: z.string(),
  siret: z.string(),
  reference: z.string(),
  objet: z.string(),
  personne: z.string(),
  recueLe: z.iso.date(),
  accepteeLe: z.iso.date(),
  fondement: z.string(),
  /** What it waits for before it takes effect; empty when nothing (CRPA L114-5-1). */
  reserve: z.string().default(''),
  delivreeLe: z.iso.date(),
});
export type Attestation = z.infer<typeof Attestation>;

/** The words that are signed: one line a mention, in a fixed order, so that anyone can write them again. */
export const aSigner = (attestation: Attestation): string =>
  Attestation.keyof()
    .options.map((mention) => `${mention}: ${attestation[mention]}`)
    .join('\n');

/** What the public page answers: what the paper says, and whether it still stands. */
export const Verdict = z.object({
  authentique: z.boolean(),
  tient: z.boolean(),
  phrase: z.string(),
  attestation: Attestation.optional(),
});
export type Verdict = z.infer<typeof Verdict>;

const FAUSSE =
  'Cette attestation n’est pas authentique : sa signature ne correspond pas à ce que la commune a délivré.';

/** Why it no longer stands, and since when. */
export type Fin = {
  quoi: 'retrait' | 'abrogation' | 'remplacement' | 'decision-a-temps' | 'transmission';
  le: string;
};

const FINS: Record<Fin['quoi'], (le: string) => string> = {
  retrait: (le) => `la commune a retiré sa décision le ${le} : elle est censée n’avoir jamais existé.`,
  abrogation: (le) => `la commune a abrogé sa décision le ${le} : elle ne vaut plus depuis.`,
  remplacement: (le) => `la commune a pris une autre décision le ${le}, qui la remplace.`,
  transmission: (le) =>
    `une autre administration était compétente : la commune lui a transmis la demande le ${le}, et son silence n’avait rien accordé.`,
  'decision-a-temps': (le) => `la commune avait répondu à temps, le ${le} : le silence n’avait rien décidé.`,
};

/** Is it genuine, and does it stand as far as the commune knows? A judge alone may know more. */
export const verdictDe = (
  attestation: Attestation,
  { authentique, fin }: { authentique: boolean; fin: Fin | undefined },
): Verdict => {
  if (!authentique) return { authentique, tient: false, phrase: FAUSSE };
  const phrase = fin
    ? `Cette attestation est authentique, mais ${FINS[fin.quoi](enBref(fin.le))}`
    : 'Cette attestation est authentique, et la commune n’est pas revenue sur cette acceptation.';
  return { authentique, tient: !fin, phrase, attestation };
};

/** `autorite` is who attests, as a sentence begins: « La commune d’Aubevive ». */
export const sectionsAttestation = (attestation: Attestation, autorite: string): Section[] => {
  const { personne, objet, reference, recueLe, accepteeLe, fondement, reserve, delivreeLe } = attestation;
  return [
    {
      titre: 'Demande acceptée',
      lignes: [
        `${autorite} atteste que la demande « ${objet} », faite par ${personne} et reçue le ${enBref(recueLe)} (référence ${reference}), est acceptée depuis le ${enBref(accepteeLe)}.`,
        `La commune n’a pas répondu dans le délai : son silence vaut acceptation. (${fondement})`,
        ...(reserve ? [reserve] : []),
      ],
    },
    {
      titre: 'Cette attestation',
      lignes: [`Délivrée le ${enBref(delivreeLe)} à la personne concernée. (CRPA, L232-3)`],
    },
  ];
};
