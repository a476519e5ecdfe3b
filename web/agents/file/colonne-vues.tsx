import { Link } from 'wouter';
import type { Ligne } from '../../../functions/demandes/formes.ts';
import { estDUneMachine } from '../../../functions/interactions/interaction.ts';
import { useCloses, useInteractions, useMoi, useOuvertes } from '../donnees.ts';
import { enRecherche, useEtatFile } from './etat-file.ts';
import { aUneSuite, lignesDe, moitieDe, NOMS, VUES, type Vue } from './vues.ts';

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
              <span>{NOMS[vue]}</span> <Compte combien={combien(vue)} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** `au moins`: the queue goes on beyond what was read. */
type Combien = { nombre: number; auMoins: boolean };

const Compte = ({ combien }: { combien: Combien | undefined }) =>
  combien === undefined ? null : (
    <span class="compte">
      {combien.auMoins && <span class="lu-seulement">au moins </span>}
      {combien.nombre}
      {combien.auMoins && <span aria-hidden="true">+</span>}
      <span class="lu-seulement">{combien.nombre > 1 ? ' demandes' : ' demande'}</span>
    </span>
  );

/** How many lines each view holds, in the chosen service; undefined as long as nobody knows. */
const useComptes = (service: string): ((vue: Vue) => Combien | undefined) => {
  const moi = useMoi();
  const ouvertes = useOuvertes();
  const closes = useCloses();
  const { data: tri } = useInteractions();
  const duService = (ligne: Ligne): boolean => !service || ligne.service === service;
  return (vue) => {
    if (vue === 'tri')
      return (
        tri && {
          nombre: tri.interactions.filter((une) => !estDUneMachine(une)).length,
          auMoins: tri.encore && !tri.encoreMachines,
        }
      );
    const { data } = moitieDe(vue) === 'closes' ? closes : ouvertes;
    return (
      data && {
        nombre: lignesDe(vue, data.lignes, moi).filter(duService).length,
        auMoins: aUneSuite(vue, data.suites, service),
      }
    );
  };
};
