import type { Commune } from '../commune/commune.ts';
import type { Demande } from '../demandes/demande.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { calendrierDe } from './calendrier.ts';
import type { Cadre } from './reveils.ts';

/** Until a démarche says otherwise. */
const RAPPELS = [15, 7, 2];

/** How days are counted around a demande, and when its agents are reminded: the catalogue of today says it, not that of its receipt. */
export const cadreDe = (
  demande: Pick<Demande, 'demarche'>,
  { commune, demarches }: { commune: Commune; demarches: readonly Demarche[] },
): Cadre => ({
  calendrier: calendrierDe(commune),
  rappels: demarches.find(({ id }) => id === demande.demarche.id)?.rappels ?? RAPPELS,
});
