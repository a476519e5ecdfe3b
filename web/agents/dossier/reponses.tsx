import type { Dossier } from '../../../functions/demandes/formes.ts';

/** What the person answered, question by question. */
export const Reponses = ({ reponses, canal }: Pick<Dossier, 'reponses' | 'canal'>) => (
  <section aria-labelledby="titre-reponses">
    <h2 id="titre-reponses">Réponses</h2>
    {reponses.length === 0 ? (
      <p class="discret">
        {canal === 'web' ? 'Cette démarche ne pose pas de question.' : 'La demande est dans les échanges.'}
      </p>
    ) : (
      <dl class="reponses">
        {reponses.map(({ libelle, valeur }) => (
          <div key={libelle}>
            <dt>{libelle}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);
