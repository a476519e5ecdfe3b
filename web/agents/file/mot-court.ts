/** What happened last, in a few words: who and what; why and by whom are in the next column or in the file. */
export const motCourt = (phrase: string): string =>
  phrase
    .replace(/^(Prise en charge) par .*$/, '$1')
    .replace(/^(Transmise) à .*$/, '$1')
    .replace(/^([^,]+), .* a écrit$/, '$1 a écrit')
    .replace(/ : .*$/, '');
