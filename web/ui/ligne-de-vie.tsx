import './reference.css';
import type { Point } from '../../functions/demandes/formes.ts';
import { enLettres, espacer } from '../../functions/platform/lettres.ts';
import { Pourquoi } from './pourquoi.tsx';

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
        <p class="vie-titre">{espacer(point.titre)}</p>
        {point.detail && <p>{espacer(point.detail)}</p>}
        <Pourquoi raisons={point.pourquoi} de={point.titre} />
      </li>
    ))}
  </ol>
);
