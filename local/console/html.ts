import { enBref, enLettres, heureDe, jourLocal } from '../../functions/platform/lettres.ts';

/** A piece of page whose text has been escaped. */
export type Html = { readonly html: string };
export type Valeur = Html | string | number | undefined | false | readonly Html[];

/** Writes HTML; every value that is not itself HTML is escaped. */
export const html = (textes: TemplateStringsArray, ...valeurs: readonly Valeur[]): Html => ({
  html: textes.map((texte, i) => texte + rendre(valeurs[i])).join(''),
});

const rendre = (valeur: Valeur): string => {
  if (valeur === undefined || valeur === false) return '';
  if (typeof valeur === 'object')
    return 'html' in valeur ? valeur.html : valeur.map(({ html: dit }) => dit).join('');
  return echapper(String(valeur));
};

const echapper = (texte: string): string =>
  texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A whole page of the console. */
export const page = (titre: string, corps: Html, navigation: Html = html``): string =>
  html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titre} – Parvis, poste local</title>
<link rel="stylesheet" href="/local/console.css">
</head>
<body>
<a class="evitement" href="#contenu">Aller au contenu</a>
<header>${navigation}</header>
<main id="contenu" tabindex="-1">
<h1>${titre}</h1>
${corps}
</main>
</body>
</html>
`.html;

/** A table that a narrow screen reads line by line: each cell knows the name of its column. */
export const tableau = (
  titre: string,
  colonnes: readonly string[],
  lignes: readonly (readonly Valeur[])[],
): Html => html`<table role="table"><caption>${titre}</caption>
<thead role="rowgroup"><tr role="row">${colonnes.map((nom) => html`<th role="columnheader" scope="col">${nom}</th>`)}</tr></thead>
<tbody role="rowgroup">${lignes.map((cellules) => html`<tr role="row">${cellules.map((cellule, rang) => html`<td role="cell" data-nom="${colonnes[rang]}"><span>${cellule}</span></td>`)}</tr>`)}</tbody></table>`;

/** « 22 novembre 2026 à 9 h 30 » */
export const dateEtHeure = (instant: string | number, fuseau: string): string => {
  const iso = new Date(instant).toISOString();
  return `${enBref(jourLocal(iso, fuseau))} à\u00a0${heureDe(iso, fuseau)}`;
};

/** « dimanche 22 novembre 2026 à 9 h 30 », where it stands alone. */
export const jourEtHeure = (instant: string | number, fuseau: string): string => {
  const iso = new Date(instant).toISOString();
  const jour = enLettres(jourLocal(iso, fuseau)).replace(/(?<=\d(?:er)?) /, '\u00a0');
  return `${jour} à\u00a0${heureDe(iso, fuseau)}`;
};
