/** Countries and territories of the French numbering plans, whose inhabitants write their number without a code. */
const INDICATIF = /^\+(33|262|508|590|594|596|681|687|689)/;

/** The line behind a number, however it is written: `06 39 98 00 01`, `+33 6 39 98 00 01`, `0033639980001`. */
export const ligneDe = (numero: string): string =>
  numero
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(INDICATIF, '')
    .replace(/^0/, '');
