import type { Point } from '../../../functions/demandes/formes.ts';
import { LigneDeVie } from '../../ui/ligne-de-vie.tsx';

/** The life of the demande, as the person reads it too. */
export const Vie = ({ points }: { points: readonly Point[] }) => (
  <section aria-labelledby="titre-vie">
    <h2 id="titre-vie">Ligne de vie</h2>
    <LigneDeVie points={points} />
  </section>
);
