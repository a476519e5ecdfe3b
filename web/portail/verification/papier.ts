/** What a paper gives to check: the code that is printed on it, and its signature when the square was read. */
export type Papier = { code: string; signature?: string };

const LU = /^#((?:[0-9a-z]{4}-?){3})(?:\.([\w-]{1,200}))?$/i;

/** What the square of a paper wrote after the `#`, which no server and no log ever sees. */
export const papierLu = (fragment: string): Papier | undefined => {
  const [, code, signature] = LU.exec(fragment) ?? [];
  return code ? { code, ...(signature && { signature }) } : undefined;
};

/** A square was read, and not to its end: an anchor of the page has no such dot. */
export const malLu = (fragment: string): boolean => fragment.includes('.') && !papierLu(fragment);
