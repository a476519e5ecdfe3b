import { useLocation } from 'wouter';
import { chercher, enRecherche, useEtatFile, useTexte } from './etat-file.ts';

type Props = { services: readonly { id: string; nom: string }[] };

export const ID_RECHERCHE = 'recherche-file';

/** Narrows the list by words and, for those who work for several, by service. */
export const Filtres = ({ services }: Props) => {
  const texte = useTexte();
  const etat = useEtatFile();
  const [ici, aller] = useLocation();
  const choisir = (service: string): void =>
    aller(`${ici}${enRecherche({ ...etat, service })}`, { replace: true });
  return (
    <div class="filtres" role="search" aria-label="Filtrer la liste">
      <label class="filtre" htmlFor={ID_RECHERCHE}>
        <span>Chercher</span>
        <input
          id={ID_RECHERCHE}
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={texte}
          onInput={({ currentTarget }) => chercher(currentTarget.value)}
          onKeyDown={sortir}
        />
      </label>
      {services.length > 1 && (
        <label class="filtre">
          <span>Service</span>
          <select value={etat.service} onChange={({ currentTarget }) => choisir(currentTarget.value)}>
            <option value="">Tous mes services</option>
            {services.map(({ id, nom }) => (
              <option key={id} value={id}>
                {nom}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
};

const sortir = (e: KeyboardEvent): void => {
  if (e.key !== 'Escape' || !(e.currentTarget instanceof HTMLElement)) return;
  e.preventDefault();
  chercher('');
  e.currentTarget.blur();
};
