import { createWriteStream } from 'node:fs';
import path from 'node:path';

export type Journal = { fichier: string; tracer(ligne: string): void; fermer(): Promise<void> };

/** What the functions say, and what goes wrong, in one file beside the data. */
export const ouvrirJournal = (donnees: string): Journal => {
  const fichier = path.join(donnees, 'journal.log');
  const flux = createWriteStream(fichier, { flags: 'a' });
  return {
    fichier,
    tracer: (ligne) => void (flux.closed || flux.write(`${new Date().toISOString()} ${ligne}\n`)),
    fermer: () => new Promise((fini) => flux.end(() => fini())),
  };
};
