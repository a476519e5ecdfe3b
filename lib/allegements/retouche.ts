import type { Loader } from 'esbuild';

/** Another module for the one that is asked for. */
export type Remplacant = { demande: RegExp; chez?: RegExp; par: string };

/** A module of a library, told otherwise. The paths have forward slashes. */
export type Retouche = {
  fichier: RegExp;
  dire: (source: string, fichier: string) => string | Promise<string>;
  loader?: Loader;
};

export type Allegement = { remplacants: readonly Remplacant[]; retouches: readonly Retouche[] };

/** What is left out, and what stands for it: as it is, or made of what was found. */
export type Retrait = readonly [RegExp, string | ((trouve: string, nom: string) => string)];

/** Throws when the library no longer says what we leave out: its new version must be read again. */
export const retrancher = (source: string, retraits: readonly Retrait[]): string =>
  retraits.reduce((texte, [quoi, par]) => {
    const reste = texte.replace(quoi, typeof par === 'string' ? () => par : par);
    if (reste === texte) throw new Error(`Rien à retrancher ici : ${quoi}`);
    return reste;
  }, source);
