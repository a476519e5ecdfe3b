/** Stands for fontkit's list of old encodings: the names in our fonts are all in Unicode. */
export const getEncoding = (plateforme: number): string => (plateforme === 1 ? 'x-mac-roman' : 'utf16be');

export const getEncodingMapping = (): undefined => undefined;

/** By platform, then by number: what is not here is named by its number. */
export const LANGUAGES: Record<number, Record<number, string>> = { 0: {}, 1: { 0: 'en' }, 3: { 1033: 'en' } };
