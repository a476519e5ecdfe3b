import './reference.css';
import type { Point } from '../../functions/demandes/formes.ts';
import { enLettres } from '../../functions/platform/lettres.ts';

/** The life of a demande, drawn as a line: what happened, then what will. Each date says why. */
export const LigneDeVie = ({ points }: { points: readonly Point[] }) => (
  <ol class="vie">
    {points.map((point) => (
      <li key={`${point.le}${point.heure ?? ''}${point.titre}`} data-moment={point.moment}>
        <time dateTime={point.le}>
          {enLettres(point.le)}
          {point.heure && `, ${point.heure}`}
          {point.moment === 'a-venir' && ' (à venir)'}
        </time>
        <p class="vie-titre">{point.titre}</p>
        {point.detail && <p>{point.detail}</p>}
        {point.pourquoi.length > 0 && <Pourquoi point={point} />}
      </li>
    ))}
  </ol>
);

const Pourquoi = ({ point }: { point: Point }) => (
  <details>
    <summary>
      Pourquoi cette date{'\u00a0'}?<span class="lu-seulement"> {point.titre}</span>
    </summary>
    <ul>
      {point.pourquoi.map(({ phrase, article }) => (
        <li key={phrase}>
          {phrase} <span class="discret">({article})</span>
        </li>
      ))}
    </ul>
  </details>
);
