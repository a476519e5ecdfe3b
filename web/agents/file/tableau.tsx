import type { Ligne } from '../../../functions/demandes/formes.ts';
import { GROUPES, type Groupe, groupeDe } from '../../../functions/demandes/priorite.ts';
import { LigneFile } from './ligne-file.tsx';

const COLONNES = ['Objet', 'Personne', 'Canal', 'Responsable', 'Dernier échange'] as const;

type Props = {
  lignes: readonly Ligne[];
  titre: string;
  premiere: 'Agir avant' | 'Issue';
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
    {enGroupes(lignes, premiere).map(({ groupe, siennes }) => (
      <tbody key={groupe} role="rowgroup">
        {groupe && <Intertitre titre={TITRES[groupe]} nombre={siennes.length} />}
        {siennes.map((ligne) => (
          <LigneFile
            key={ligne.reference}
            ligne={ligne}
            recherche={recherche}
            aujourdhui={aujourdhui}
            ouverte={ligne.reference === reference}
            issue={premiere === 'Issue'}
          />
        ))}
      </tbody>
    ))}
  </table>
);

const TITRES: Record<Groupe, string> = {
  'tout-de-suite': 'Tout de suite',
  'en-retard': 'En retard',
  aujourdhui: 'Aujourd’hui',
  'sept-jours': 'D’ici sept jours',
  'plus-tard': 'Plus tard',
  'sans-date': 'Sans date',
  'en-pause': 'En pause',
};

type Rangees = { groupe: Groupe | undefined; siennes: readonly Ligne[] };

/** What is over is in no group; the rest keeps its order within each. */
const enGroupes = (lignes: readonly Ligne[], premiere: Props['premiere']): Rangees[] => {
  if (premiere === 'Issue') return [{ groupe: undefined, siennes: lignes }];
  const groupeDeLigne = ({ agirAvant }: Ligne): Groupe | undefined => agirAvant && groupeDe(agirAvant);
  return [...GROUPES, undefined]
    .map((groupe) => ({ groupe, siennes: lignes.filter((ligne) => groupeDeLigne(ligne) === groupe) }))
    .filter(({ siennes }) => siennes.length > 0);
};

const Intertitre = ({ titre, nombre }: { titre: string; nombre: number }) => (
  <tr role="row" class="intertitre">
    <th role="rowheader" scope="rowgroup" colSpan={COLONNES.length + 1}>
      {titre} <span class="compte">{nombre}</span>
    </th>
  </tr>
);
