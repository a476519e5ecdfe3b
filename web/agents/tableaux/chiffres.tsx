import type { ComponentChildren } from 'preact';

type Colonne<L> = {
  titre: string;
  /** Said before the figure where there is no room for columns. */
  court: string;
  de: (ligne: L) => ComponentChildren;
};
type Props<L> = {
  legende: string;
  lignes: readonly (L & { id: string; nom: string })[];
  /** The same, all services together; absent when there is only one. */
  total?: L | undefined;
  colonnes: readonly Colonne<L>[];
};

/** Figures by service. Roles are written because the narrow layout takes the table's display away, and with it its meaning. */
export const Chiffres = <L,>({ legende, lignes, total, colonnes }: Props<L>) => (
  <table role="table" class="chiffres-par-service" data-colonnes={colonnes.length}>
    <caption>{legende}</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Service
        </th>
        {colonnes.map(({ titre }) => (
          <th key={titre} role="columnheader" scope="col">
            {titre}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {lignes.map((ligne) => (
        <Rangee key={ligne.id} nom={ligne.nom} ligne={ligne} colonnes={colonnes} />
      ))}
    </tbody>
    {total && (
      <tfoot role="rowgroup">
        <Rangee nom="Ensemble" ligne={total} colonnes={colonnes} />
      </tfoot>
    )}
  </table>
);

type RangeeProps<L> = { nom: string; ligne: L; colonnes: readonly Colonne<L>[] };

const Rangee = <L,>({ nom, ligne, colonnes }: RangeeProps<L>) => (
  <tr role="row">
    <th role="rowheader" scope="row">
      {nom}
    </th>
    {colonnes.map(({ titre, court, de }) => (
      <td key={titre} role="cell">
        <span class="colonne-etroite" aria-hidden="true">
          {court}
        </span>{' '}
        {de(ligne)}
      </td>
    ))}
  </tr>
);
