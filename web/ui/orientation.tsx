import './orientation.css';
import type { OrientationDite } from '../../functions/demarches/orientation.ts';
import { Mot, type Sens } from './encart.tsx';

const GENRES: Record<OrientationDite['type'], { sens: Sens; mot: string }> = {
  urgence: { sens: 'retard', mot: 'Appelez tout de suite' },
  guichet: { sens: 'information', mot: 'Pas encore en ligne : appelez ou venez' },
  information: { sens: 'information', mot: 'La mairie vous répond' },
  ailleurs: { sens: 'information', mot: 'Ce n’est pas la commune' },
};

/** Where to go when no démarche of the site answers: who, the number to call, the hours, the page. */
export const Orientation = ({ orientation }: { orientation: OrientationDite }) => {
  const { type, nom, resume, qui, telephones, lien, horaires } = orientation;
  const { sens, mot } = GENRES[type];
  return (
    <div class="orientation" data-type={type}>
      <p class="orientation-nom">{nom}</p>
      <p>
        <Mot sens={sens}>{mot}</Mot>
      </p>
      <p class="orientation-phrase">{resume}</p>
      {type === 'ailleurs' && qui && <p>Qui s’en occupe&nbsp;: {qui}.</p>}
      {telephones.length > 0 && (
        <ul class="orientation-telephones">
          {telephones.map(({ nom: de, numero }) => (
            <li key={numero}>
              {de}&nbsp;: <a href={`tel:${numero.replace(/ /g, '')}`}>{numero.replace(/ /g, '\u00a0')}</a>
            </li>
          ))}
        </ul>
      )}
      {horaires.map(({ jours, heures }) => (
        <p key={jours} class="discret">
          {jours}&nbsp;: {heures}
        </p>
      ))}
      {lien && (
        <p>
          <a href={lien}>
            Voir {new URL(lien).host.replace(/^www\./, '')}
            <span class="lu-seulement">&nbsp;: {nom}</span>
          </a>
        </p>
      )}
    </div>
  );
};
