import { createWriteStream } from 'node:fs';
import path from 'node:path';

/** The lines of an instant are written together. */
const INSTANT = 20;

export type Journal = { fichier: string; tracer(ligne: string): void; fermer(): Promise<void> };

/** What the functions say, and what goes wrong, in one file beside the data. */
export const ouvrirJournal = (donnees: string): Journal => {
  const fichier = path.join(donnees, 'journal.log');
  const flux = createWriteStream(fichier, { flags: 'a' });
  let perdu = false;
  // A disk that is full, or taken away, silences the journal: the product goes on, and says it once.
  flux.on('error', ({ message }) => {
    if (!perdu) process.stderr.write(`Le journal ne s’écrit plus (${message}) : ${fichier}\n`);
    perdu = true;
  });
  const tracer = (ligne: string): void => {
    if (perdu || flux.closed) return;
    if (flux.writableCorked === 0) {
      flux.cork();
      setTimeout(() => flux.uncork(), INSTANT);
    }
    flux.write(`${new Date().toISOString()} ${ligne}\n`);
  };
  return {
    fichier,
    tracer,
    fermer: () => new Promise((fini) => (perdu || flux.closed ? fini() : flux.end(() => fini()))),
  };
};
