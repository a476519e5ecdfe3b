import { pathToFileURL } from 'node:url';
import type { Allegement } from './retouche.ts';

/** Leaves out what no mail of ours, read or written, asks of postal-mime and nodemailer. */
export const COURRIEL: Allegement = {
  remplacants: [
    {
      demande: /\/mime-types\.js$/,
      chez: /\/nodemailer\//,
      par: import.meta.resolve('../remplacants/types-mime.ts'),
    },
  ],
  retouches: [
    {
      fichier: /\/postal-mime\/dist\/esm\/html-entities\.js$/,
      dire: async (_, fichier) =>
        `export const htmlEntities = ${JSON.stringify(await entitesUsuelles(fichier))};`,
    },
  ],
};

/** Letters, punctuation, money and arrows: a citizen's mail holds none of the thousand signs of mathematics. */
const entitesUsuelles = async (fichier: string): Promise<Record<string, string>> => {
  const { htmlEntities } = (await import(pathToFileURL(fichier).href)) as {
    htmlEntities: Record<string, string>;
  };
  const usuelle = /^[ -\u024f\u2000-\u206f\u20a0-\u20bf\u2116-\u2122\u2190-\u2199]$/;
  return Object.fromEntries(Object.entries(htmlEntities).filter(([, signe]) => usuelle.test(signe)));
};
