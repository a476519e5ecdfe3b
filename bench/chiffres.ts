/** The value below which a share of the measures lies: 0.5 is the median. */
export const quantile = (mesures: readonly number[], part: number): number => {
  const rangees = mesures.toSorted((a, b) => a - b);
  return rangees[Math.min(rangees.length - 1, Math.floor(rangees.length * part))] ?? 0;
};
export const mediane = (mesures: readonly number[]): number => quantile(mesures, 0.5);

export const arrondi = (valeur: number, decimales = 0): number => Number(valeur.toFixed(decimales));

const nombre = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
export const ecrit = (valeur: number, unite = ''): string =>
  `${nombre.format(valeur)}${unite && `\u00a0${unite}`}`;

/** One line of the table: what was measured, the figure, and the promise that it is held to. */
export type Ligne = { quoi: string; mesure: string; cible?: string; tenue?: boolean };

/** What a bench gives back: its lines for people, and the same figures for programs. */
export type Releve = { titre: string; lignes: Ligne[]; chiffres: Record<string, unknown> };

const largeur = (lignes: readonly Ligne[], colonne: 'quoi' | 'mesure'): number =>
  Math.max(...lignes.map((ligne) => ligne[colonne].length));

const verdict = ({ tenue }: Ligne): string => {
  if (tenue === undefined) return '';
  return tenue ? 'tenu' : 'MANQUÉ';
};

/** The one table, with a heading for each bench. */
export const tableau = (releves: readonly Releve[]): string => {
  const toutes = releves.flatMap(({ lignes }) => lignes);
  const [quoi, mesure] = [largeur(toutes, 'quoi'), largeur(toutes, 'mesure')];
  const ecrire = (ligne: Ligne): string =>
    `  ${ligne.quoi.padEnd(quoi)}  ${ligne.mesure.padStart(mesure)}  ${(ligne.cible ?? '').padEnd(14)} ${verdict(ligne)}`.trimEnd();
  return releves.map(({ titre, lignes }) => [`\n${titre}`, ...lignes.map(ecrire)].join('\n')).join('\n');
};
