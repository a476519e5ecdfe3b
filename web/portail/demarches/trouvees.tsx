import './liste-demarches.css';
import { Lien } from '../../ui/lien.tsx';
import { Orientation } from '../../ui/orientation.tsx';
import { estDemarche, type Trouvee } from '../../ui/use-recherche.ts';

/** The answers of a search, the best first. */
export const Trouvees = ({ trouvees }: { trouvees: readonly Trouvee[] }) => (
  <ul class="liste-demarches">
    {trouvees.map((une) => (
      <li key={une.id}>
        {estDemarche(une) ? (
          <>
            <Lien vers={`/demarches/${une.id}`}>{une.nom}</Lien>
            <p>{une.resume}</p>
          </>
        ) : (
          <Orientation orientation={une} />
        )}
      </li>
    ))}
  </ul>
);
