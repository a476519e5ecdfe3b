import type http from 'node:http';
import type { Commune } from '../functions/commune/commune.ts';
import type { Console } from './console/console.ts';
import type { Passerelle } from './passerelle.ts';
import type { Site } from './site.ts';

export type Portes = {
  communes: readonly Commune[];
  passerelle: Passerelle;
  site: Site;
  console: Console;
  /** The stand-ins for the identity providers, by the path under which each lives. */
  fournisseurs: Readonly<Record<string, http.RequestListener>>;
};

export type Aiguillage = (requete: http.IncomingMessage, reponse: http.ServerResponse) => Promise<void>;

/** Who answers a request: `<slug>.localhost` says for which commune, the path says which door. */
export const aiguiller =
  ({ communes, passerelle, site, console, fournisseurs }: Portes): Aiguillage =>
  async (requete, reponse) => {
    const {
      url: chemin = '/',
      headers: { host = '' },
    } = requete;
    const fournisseur = fournisseurDe(fournisseurs, chemin);
    if (fournisseur) return fournisseur(requete, reponse);
    if (sous(chemin, '/local')) return console(requete, reponse);
    const commune = communeDe(communes, host);
    if (!commune) return inconnue(reponse);
    return sous(chemin, '/api')
      ? passerelle(commune.slug, requete, reponse)
      : site(commune, requete, reponse);
  };

const fournisseurDe = (
  fournisseurs: Portes['fournisseurs'],
  chemin: string,
): http.RequestListener | undefined =>
  Object.entries(fournisseurs).find(([dossier]) => sous(chemin, dossier))?.[1];

const inconnue = (reponse: http.ServerResponse): void => {
  reponse
    .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    .end('Aucune commune n’est à cette adresse.');
};

const sous = (chemin: string, dossier: string): boolean =>
  chemin === dossier || chemin.startsWith(`${dossier}/`) || chemin.startsWith(`${dossier}?`);

const communeDe = (communes: readonly Commune[], hote: string): Commune | undefined => {
  const nom = hote.replace(/:\d+$/, '');
  if (!nom.endsWith('.localhost')) return communes[0];
  return communes.find(({ slug }) => `${slug}.localhost` === nom);
};
