import type { Plugin } from 'vite';
import { manifeste as actions } from '../functions/actions.ts';
import { DOMAINES } from '../functions/demarches/demarche.ts';
import { OCTETS_MAX, PIECES_MAX, TYPES } from '../functions/pieces/piece.ts';

/** What the browser must know of the contracts, written at build time so that no schema travels with the pages. */
const MODULES: Record<string, Record<string, unknown>> = {
  'virtual:routes': { routes: routes() },
  'virtual:regles': { DOMAINES, OCTETS_MAX, PIECES_MAX, TYPES },
};

export const manifeste = (): Plugin => ({
  name: 'parvis-manifeste',
  resolveId: (id) => (id in MODULES ? `\0${id}` : undefined),
  load: (id) => {
    const valeurs = id.startsWith('\0') ? MODULES[id.slice(1)] : undefined;
    return (
      valeurs &&
      Object.entries(valeurs)
        .map(([nom, valeur]) => `export const ${nom} = ${JSON.stringify(valeur)};`)
        .join('\n')
    );
  },
});

function routes(): Record<string, string> {
  return Object.fromEntries(
    actions.flatMap(({ nom, contract }) => (contract.route ? [[nom, contract.route]] : [])),
  );
}
