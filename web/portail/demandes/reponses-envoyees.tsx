import type { Suivie } from './suivie.ts';

/** What was answered, for who wants to read it again. */
export const ReponsesEnvoyees = ({ suivi: { reponses } }: { suivi: Suivie }) =>
  reponses.length === 0 ? null : (
    <section>
      <h2>Ce que vous avez envoyé</h2>
      <details>
        <summary class="deplier">
          {reponses.length > 1 ? `Relire vos ${reponses.length} réponses` : 'Relire votre réponse'}
        </summary>
        <dl class="relecture">
          {reponses.map(({ libelle, valeur }) => (
            <div key={libelle}>
              <dt>{libelle}</dt>
              <dd>{valeur}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
