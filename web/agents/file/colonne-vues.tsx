import { Link } from 'wouter';
import type { Ligne } from '../../../functions/demandes/formes.ts';
import { useCloses, useInteractions, useMoi, useOuvertes } from '../donnees.ts';
import { enRecherche, useEtatFile } from './etat-file.ts';
import { lignesDe, moitieDe, NOMS, VUES, type Vue } from './vues.ts';

/** The first column: each way of looking, with how many demandes it holds. */
export const ColonneVues = () => {
  const etat = useEtatFile();
  const combien = useComptes(etat.service);
  return (
    <nav class="vues" aria-label="Vues de la file">
      <ul>
        {VUES.map((vue) => (
          <li key={vue}>
            <Link
              href={`/${enRecherche({ ...etat, vue })}`}
              aria-current={vue === etat.vue ? 'page' : undefined}
            >
              <span>{NOMS[vue]}</span> <Compte nombre={combien(vue)} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Compte = ({ nombre }: { nombre: number | undefined }) =>
  nombre === undefined ? null : (
    <span class="compte">
      {nombre}
      <span class="lu-seulement">{nombre > 1 ? ' demandes' : ' demande'}</span>
    </span>
  );

/** How many lines each view holds, in the chosen service; undefined as long as nobody knows. */
const useComptes = (service: string): ((vue: Vue) => number | undefined) => {
  const moi = useMoi();
  const { data: ouvertes } = useOuvertes();
  const { data: closes } = useCloses();
  const { data: tri } = useInteractions();
  const duService = (ligne: Ligne): boolean => !service || ligne.service === service;
  return (vue) => {
    if (vue === 'tri') return tri?.interactions.length;
    const lues = moitieDe(vue) === 'closes' ? closes : ouvertes;
    return lues && lignesDe(vue, lues.lignes, moi).filter(duService).length;
  };
};
