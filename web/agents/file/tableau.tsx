import type { Ligne } from '../../../functions/demandes/formes.ts';
import { LigneFile } from './ligne-file.tsx';

const COLONNES = ['Objet', 'Personne', 'Canal', 'Responsable', 'Dernier mot'] as const;

type Props = {
  lignes: readonly Ligne[];
  titre: string;
  premiere: 'Échéance' | 'Issue';
  recherche: string;
  aujourdhui: string;
  reference?: string | undefined;
};

/** The queue as a table. Roles are written because the narrow layout takes the table's display away, and with it its meaning. */
export const Tableau = ({ lignes, titre, premiere, recherche, aujourdhui, reference }: Props) => (
  <table role="table" class="file" aria-label={titre}>
    <thead role="rowgroup">
      <tr role="row" class="ligne ligne-titres">
        {[premiere, ...COLONNES].map((colonne) => (
          <th key={colonne} role="columnheader" scope="col">
            {colonne}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {lignes.map((ligne) => (
        <LigneFile
          key={ligne.reference}
          ligne={ligne}
          recherche={recherche}
          aujourdhui={aujourdhui}
          ouverte={ligne.reference === reference}
        />
      ))}
    </tbody>
  </table>
);
