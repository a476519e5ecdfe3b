import { useEffect, useState } from 'react';
import type { LigneCatalogue } from '../../functions/demarches/demarche.ts';
import type { OrientationDite } from '../../functions/demarches/orientation.ts';
import { api } from '../client.ts';

/** What the search answers: a démarche that is open, or where else to go. */
export type Trouvee = LigneCatalogue | OrientationDite;
export const estDemarche = (trouvee: Trouvee): trouvee is LigneCatalogue => 'domaine' in trouvee;

/** More than these are not read one by one: a word more is quicker. */
const MONTREES = 8;

/** The words of a search that say something. */
const LETTRES_MIN = 2;

type Chercher = (saisie: string) => Trouvee[];

/**
 * The one search of the commune, for citizens and agents: nothing of it is fetched before someone wants it. Without the
 * network it still finds plain words among the démarches that the page already has.
 */
export const useRecherche = (
  demarches: readonly LigneCatalogue[],
  { voulue, saisie }: { voulue: boolean; saisie: string },
): Trouvee[] | undefined => {
  const [moteur, poser] = useState<{ chercher: Chercher }>();
  useEffect(() => {
    if (!voulue || demarches.length === 0) return;
    let la = true;
    void preparer(demarches)
      .catch(() => sansMoteur(demarches))
      .then((chercher) => la && poser({ chercher }));
    return () => {
      la = false;
    };
  }, [voulue, demarches]);
  if (!moteur || saisie.trim().length < LETTRES_MIN) return undefined;
  return moteur.chercher(saisie).slice(0, MONTREES);
};

const preparer = async (demarches: readonly LigneCatalogue[]): Promise<Chercher> => {
  const [{ indexer }, ailleurs] = await Promise.all([
    import('../../functions/demarches/recherche.ts'),
    api.listerOrientations({}),
  ]);
  return indexer<Trouvee>([...demarches, ...(ailleurs.ok ? ailleurs.valeur.orientations : [])]);
};

const sansMoteur =
  (demarches: readonly LigneCatalogue[]): Chercher =>
  (saisie) =>
    demarches.filter(({ nom, mots }) =>
      [nom, ...mots].some((mot) => mot.toLowerCase().includes(saisie.trim().toLowerCase())),
    );

/** What a screen reader says of the answers: how many, and the first. */
export const annoncer = (trouvees: readonly Trouvee[]): string => {
  const [premiere] = trouvees;
  if (!premiere) return 'Aucune réponse trouvée.';
  return trouvees.length === 1
    ? `Une réponse\u00a0: ${premiere.nom}`
    : `${trouvees.length} réponses. La première\u00a0: ${premiere.nom}`;
};
