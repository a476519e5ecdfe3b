import './registre.css';
import { enBref } from '../../../functions/platform/lettres.ts';
import type { Sortie } from '../../client.ts';
import { Mot, type Sens } from '../../ui/encart.tsx';
import { Vide } from '../../ui/vide.tsx';

type Annee = Sortie<'consulterRegistre'>;
type Ligne = Annee['lignes'][number];

const ETATS: Record<Ligne['etat'], { sens: Sens; mot: string }> = {
  'en-cours': { sens: 'information', mot: 'En cours' },
  'acceptee-par-silence': { sens: 'fait', mot: 'Acceptée par silence' },
  decidee: { sens: 'fait', mot: 'Close avant l’échéance' },
  retiree: { sens: 'retard', mot: 'Décision retirée' },
};
const COLONNES = ['Demande', 'Reçue le', 'Acceptée par silence le', 'État'] as const;

/** A year of the register. Roles are written because the narrow layout takes the table's display away, and with it its meaning. */
export const TableauRegistre = ({ annee, lignes }: Annee) => (
  <section aria-labelledby="annee">
    <h2 id="annee">Année {annee}</h2>
    {lignes.length === 0 ? (
      <Vide titre={`Aucune demande en ${annee}.`}>
        <p>Celles qui sont à rendre publiques s’inscrivent ici le jour où la mairie les reçoit.</p>
      </Vide>
    ) : (
      <table role="table" class="registre" aria-labelledby="annee">
        <thead role="rowgroup">
          <tr role="row">
            {COLONNES.map((colonne) => (
              <th key={colonne} role="columnheader" scope="col">
                {colonne}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lignes.map((ligne) => (
            <LigneInscrite key={ligne.numero} ligne={ligne} />
          ))}
        </tbody>
      </table>
    )}
  </section>
);

const LigneInscrite = ({ ligne }: { ligne: Ligne }) => {
  const { sens, mot } = ETATS[ligne.etat];
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {ligne.resume}
        <span class="discret">{ligne.demarche}</span>
      </th>
      <td role="cell" data-titre="Reçue le">
        <DateEntiere jour={ligne.recueLe} />
      </td>
      <td role="cell" data-titre="Acceptée par silence le">
        {ligne.accepteeLe ? <DateEntiere jour={ligne.accepteeLe} /> : SANS_DATE[ligne.etat]}
      </td>
      <td role="cell">
        <Mot sens={sens}>{mot}</Mot>
      </td>
    </tr>
  );
};

const DateEntiere = ({ jour }: { jour: string }) => <span class="insecable">{enBref(jour)}</span>;

/** Why there is no date: it waits for pièces, or someone answered. */
const SANS_DATE: Record<Ligne['etat'], string> = {
  'en-cours': 'Quand le dossier sera complet',
  'acceptee-par-silence': 'Sans objet',
  decidee: 'Sans objet',
  retiree: 'Sans objet',
};
