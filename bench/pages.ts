import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext } from 'playwright-core';
import type { DemarcheOuverte } from '../functions/demarches/demarche.actions.ts';
import { DEMARCHE, uneSaisie } from './saisies.ts';

const RACINE = path.resolve(import.meta.dirname, '..');

/** What the `:parameters` of the routes stand for. */
export type Valeurs = Record<string, string>;

/** Every route of the portal's router, its parameters filled; a route whose parameter is unknown is left out. */
export const routesDuPortail = (valeurs: Valeurs): Map<string, string> => {
  const source = readFileSync(path.join(RACINE, 'web/portail/portail.tsx'), 'utf8');
  const modeles = [...source.matchAll(/path="([^"]+)"/g)].map(([, modele = '']) => modele);
  return new Map(modeles.flatMap((modele) => remplir(modele, valeurs)));
};

const remplir = (modele: string, valeurs: Valeurs): [string, string][] => {
  const facultatif = /\/:\w+\?$/.test(modele);
  const formes = facultatif ? [modele.replace(/\/:\w+\?$/, ''), modele.slice(0, -1)] : [modele];
  return formes.flatMap((forme): [string, string][] => {
    const chemin = forme.replace(/:(\w+)/g, (tout, nom: string) => valeurs[nom] ?? tout);
    return chemin.includes(':') ? [] : [[forme, chemin]];
  });
};

/** The back-office: each view of the queue, a file, and each act on it, as its own files list them. */
export const routesDesAgents = (reference: string): Map<string, string> => {
  const vues = [...lire('file/vues.ts', /const VUES = \[([^\]]*)\]/).matchAll(/'([^']+)'/g)];
  const actes = [
    ...lire('decision/page-decision.tsx', /const PAGES[\s\S]*? = \{([^}]*)\n\};/).matchAll(/(\w+):/g),
  ];
  const pages = [...lire('application.tsx', /([\s\S]*)/).matchAll(/path="(\/\w+)"/g)];
  return new Map([
    ...pages.map(([, page = '']): [string, string] => [`/agents${page}`, `/agents${page}`]),
    ...vues.map(([, vue = '']): [string, string] => [`/agents/?vue=${vue}`, `/agents/?vue=${vue}`]),
    ['/agents/demandes/:reference', `/agents/demandes/${reference}`],
    ...actes.map(([, acte = '']): [string, string] => [
      `/agents/demandes/:reference/${acte}`,
      `/agents/demandes/${reference}/${acte}`,
    ]),
  ]);
};

const lire = (fichier: string, liste: RegExp): string => {
  const trouvee = liste.exec(readFileSync(path.join(RACINE, 'web/agents', fichier), 'utf8'))?.[1];
  if (!trouvee) throw new Error(`web/agents/${fichier} ne montre plus sa liste`);
  return trouvee;
};

/** Files a demande as the portal does. */
export const deposer = async (
  api: APIRequestContext,
  base: string,
  demarche = DEMARCHE,
): Promise<{ reference: string; code: string }> => {
  const lue = (await (await api.get(`${base}/api/demarches/${demarche}`)).json()) as DemarcheOuverte;
  const reponse = await api.post(`${base}/api/demandes`, { data: uneSaisie(lue.demarche) });
  if (!reponse.ok()) throw new Error(`dépôt refusé : ${await reponse.text()}`);
  return (await reponse.json()) as { reference: string; code: string };
};
