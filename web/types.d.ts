declare module '*.css';

/** Method and path of every action asked over HTTP, from the manifest. */
declare module 'virtual:routes' {
  export const routes: Readonly<Record<string, `${string} /${string}`>>;
}

/** Constants of the nouns which the pages show, without their schemas. */
declare module 'virtual:regles' {
  export const DOMAINES: typeof import('../functions/demarches/demarche.ts')['DOMAINES'];
  export const TYPES: typeof import('../functions/pieces/piece.ts')['TYPES'];
  export const OCTETS_MAX: number;
  export const PIECES_MAX: number;
}
