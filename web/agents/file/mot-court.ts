/** What happened last, without what the next column says already: « Prise en charge », « Karim Bellaval a écrit ». */
export const motCourt = (phrase: string): string =>
  phrase.replace(/^(Prise en charge) par .*$/, '$1').replace(/^([^,]+), .* a écrit$/, '$1 a écrit');
