import { depuisLActe } from './acte.ts';
import type { EtapeCada, Fait, FaitDe } from './fait.ts';

type Etape = FaitDe<'cada'>['etape'];

/** What was noted of the CADA about the act that stands, in order. */
export const etapesCada = (faits: readonly Fait[]): FaitDe<'cada'>[] =>
  depuisLActe({ faits }).filter((fait) => fait.type === 'cada');

/** What may come next: it registers, gives its opinion once, and the commune says what it does (CRPA R343-1 to R343-5). */
export const etapesCadaPossibles = (faits: readonly Fait[]): Etape[] => {
  const derniere = etapesCada(faits).at(-1)?.etape;
  return derniere ? SUITES[derniere] : ['enregistree'];
};

const SUITES: Record<Etape, Etape[]> = {
  enregistree: ['avis-favorable', 'avis-defavorable', 'refus-confirme'],
  'avis-favorable': ['refus-confirme'],
  'avis-defavorable': ['refus-confirme'],
  'refus-confirme': [],
} satisfies Record<(typeof EtapeCada.options)[number], Etape[]>;

/** The commune has told the person that it still refuses: its silence is over, and its accusé tells no delay any more. */
export const refusConfirme = (faits: readonly Fait[]): FaitDe<'cada'> | undefined =>
  etapesCada(faits).find(({ etape }) => etape === 'refus-confirme');
