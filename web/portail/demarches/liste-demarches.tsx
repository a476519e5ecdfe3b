import './liste-demarches.css';
import type { LigneCatalogue } from '../../../functions/demarches/demarche.ts';
import { Lien } from '../../ui/lien.tsx';

/** Démarches as a plain list of links, each with what it is for. */
export const ListeDemarches = ({ demarches }: { demarches: readonly LigneCatalogue[] }) => (
  <ul class="liste-demarches">
    {demarches.map(({ id, nom, resume }) => (
      <li key={id}>
        <Lien vers={`/demarches/${id}`}>{nom}</Lien>
        <p>{resume}</p>
      </li>
    ))}
  </ul>
);
