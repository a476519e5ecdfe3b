import './reference.css';
import type { Point } from '../../functions/demandes/formes.ts';
import { espacer } from '../../functions/platform/lettres.ts';

type Props = {
  raisons: Point['pourquoi'];
  question?: string /** Which date, for who cannot see what stands above. */;
  de?: string;
};

/** The sentences that lead to a date, each with its article, for who asks. */
export const Pourquoi = ({ raisons, question = 'Pourquoi cette date\u00a0?', de }: Props) =>
  raisons.length === 0 ? null : (
    <details class="pourquoi">
      <summary>
        {question}
        {de && <span class="lu-seulement"> {de}</span>}
      </summary>
      <ul>
        {raisons.map(({ phrase, article }) => (
          <li key={phrase}>
            {espacer(phrase)} <span class="discret">({article})</span>
          </li>
        ))}
      </ul>
    </details>
  );
