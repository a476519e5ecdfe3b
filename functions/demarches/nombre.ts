/** How people write a unit that their keyboard lacks. */
const AUTREMENT: Record<string, string[]> = { '€': ['euros', 'euro', 'eur'], 'm²': ['m2'], 'm³': ['m3'] };
const unites = (unite: string | undefined): string[] =>
  unite ? [unite.toLowerCase(), ...(AUTREMENT[unite] ?? [])] : [];

const sansUnite = (saisie: string, unite: string | undefined): string => {
  const dite = unites(unite).find((une) => saisie.toLowerCase().endsWith(une));
  return dite ? saisie.slice(0, -dite.length).trimEnd() : saisie;
};

/** Thousands by threes, or none; a dot before three digits may be a thousand or a decimal, and is asked again. */
const FORME = /^-?(\d+|\d{1,3}(\s\d{3})+)([.,]\d+)?$/;
const AMBIGU = /^-?\d{1,3}(\.\d{3})+$/;

/** A number as it is typed in French: « 1 500,50 », with any space, with or without its unit. */
export const lireNombre = (saisie: string, unite?: string): number | undefined => {
  const texte = sansUnite(saisie.trim(), unite);
  if (!FORME.test(texte) || AMBIGU.test(texte)) return undefined;
  const nombre = Number(texte.replace(/\s/g, '').replace(',', '.'));
  return Number.isFinite(nombre) ? nombre : undefined;
};

/** « 1 500 », « 1 500,50 € »: cents are two or none. */
export const nombreLisible = (nombre: number, unite?: string): string => {
  const decimales = unite === '€' && !Number.isInteger(nombre) ? 2 : 0;
  const chiffres = nombre
    .toLocaleString('fr-FR', {
      minimumFractionDigits: decimales,
      maximumFractionDigits: Math.max(decimales, 6),
    })
    .replace(/\s/g, '\u00a0');
  return unite ? `${chiffres}\u00a0${unite}` : chiffres;
};
