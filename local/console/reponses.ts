import type http from 'node:http';
import { navigation } from './accueil.ts';
import { type Html, html, page } from './html.ts';

export type Reponse = {
  statut?: number;
  type?: string;
  corps?: string | Uint8Array;
  vers?: string;
  entetes?: Record<string, string>;
};
export type Demande = { chemin: string; enHtml: boolean; corps: Record<string, unknown> };

export const json = (corps: unknown, statut = 200): Reponse => ({
  statut,
  type: 'application/json; charset=utf-8',
  corps: JSON.stringify(corps),
});

export const fichier = (nom: string, type: string, corps: Uint8Array): Reponse => ({
  type,
  corps,
  entetes: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(nom)}` },
});

/** A page of the console; `ici` is the entry of the menu that it belongs to. */
export const montrer = (
  ici: string,
  heure: string,
  { titre, corps }: { titre: string; corps: Html },
): Reponse => ({
  type: 'text/html; charset=utf-8',
  corps: page(titre, corps, navigation(ici, heure)),
});

const REFUS = {
  introuvable: { statut: 404, phrase: 'Nous ne trouvons pas ce que vous cherchez.' },
  'origine-refusee': { statut: 403, phrase: 'Cette action doit être faite depuis la console.' },
  'json-illisible': { statut: 400, phrase: 'Le contenu envoyé est illisible.' },
  'entree-invalide': { statut: 400, phrase: 'Il manque quelque chose.' },
  'horloge-refusee': { statut: 400, phrase: 'L’horloge n’a pas bougé.' },
} as const;

/** A refusal, as a page for a person and as JSON for a program. */
export const refuser = (
  code: keyof typeof REFUS,
  { enHtml, phrase = REFUS[code].phrase }: { enHtml: boolean; phrase?: string },
): Reponse => {
  const { statut } = REFUS[code];
  return enHtml
    ? { ...montrer('', '', { titre: 'Ce n’est pas possible', corps: html`<p>${phrase}</p>` }), statut }
    : json({ code, phrase, details: [] }, statut);
};

export const ecrire = (
  reponse: http.ServerResponse,
  { statut = 200, type = 'text/plain', corps, vers, entetes }: Reponse,
): void => {
  if (vers === undefined)
    reponse
      .writeHead(statut, {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...entetes,
        'content-type': type,
      })
      .end(corps);
  else reponse.writeHead(303, { location: vers }).end();
};
