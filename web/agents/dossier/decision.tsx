import type { Dossier } from '../../../functions/demandes/formes.ts';

/** What was decided, as the person reads it. */
export const Decision = ({ decision }: Pick<Dossier, 'decision'>) =>
  decision && (
    <section aria-labelledby="titre-decision">
      <h2 id="titre-decision">La décision envoyée</h2>
      {decision.lignes.filter(Boolean).map((ligne) => (
        <p key={ligne}>{ligne}</p>
      ))}
    </section>
  );
