import { espacer } from '../platform/lettres.ts';

/** What a mail in HTML is made of; everything is plain text, and is escaped here. */
export type Gabarit = {
  objet: string;
  tete: string;
  accent: string;
  salut: string;
  blocs: readonly { titre: string; lignes: readonly string[] }[];
  bouton?: { vers: string; dit: string };
  pied: readonly string[];
};

/** The one page of all our mails: no image, no tracking, no remote font. Programs that forget `<style>` keep what is inline. */
export const pageDe = ({ objet, tete, accent, salut, blocs, bouton, pied }: Gabarit): string =>
  `<!doctype html><html lang="fr" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${echapper(objet)}</title><style>${STYLE}</style></head><body style="margin:0;padding:0;background:#fbfaf7;color:#1c2030"><div style="display:none;max-height:0;overflow:hidden">${echapper(apercuDe(blocs))}</div><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:608px;table-layout:fixed"><tr><td class="mots" style="text-align:left;font:17px/1.55 system-ui,-apple-system,'Segoe UI',sans-serif;overflow-wrap:anywhere;word-break:break-word"><div role="main"><p class="tete" style="margin:0 0 24px;padding:0 0 12px;border-bottom:3px solid ${accent};font-size:18px;font-weight:bold;color:${accent}">${echapper(tete)}</p><h1 style="margin:0 0 20px;font-size:23px;line-height:1.3">${enTitre(objet)}</h1>${p(salut)}${blocs.map(enHtml).join('')}${bouton ? boutonDe(bouton, accent) : ''}<p class="pied" style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #d9d6cf;color:#555b6b">${pied.map(avecLiens).join('<br>')}</p></div></td></tr></table></td></tr></table></body></html>`;

const STYLE =
  '@media (prefers-color-scheme:dark){body,td{background:#14161c!important;color:#e9e7e2!important}.tete,.mots a{color:#9cc3ea!important}.pied{color:#b5b9c6!important}.bouton{background:#9cc3ea!important}.bouton a{color:#14161c!important}}';

/** What a list of mails shows beside the subject: the first words, and nothing of the address below. */
const apercuDe = (blocs: Gabarit['blocs']): string =>
  `${blocs[0]?.lignes[0] ?? ''}${'\u00a0\u200c'.repeat(60)}`;

const enHtml = ({ titre, lignes }: Gabarit['blocs'][number]): string =>
  `${titre ? `<h2 style="font-size:18px;margin:28px 0 8px">${echapper(espacer(titre))}</h2>` : ''}${groupes(
    lignes,
  )
    .map((groupe) => (groupe.puces ? liste(groupe.lignes) : groupe.lignes.map(p).join('')))
    .join('')}`;

type Groupe = { puces: boolean; lignes: string[] };
const PUCE = /^[•–-] +/;

const groupes = (lignes: readonly string[]): Groupe[] => {
  const faits: Groupe[] = [];
  for (const ligne of lignes) {
    const puces = PUCE.test(ligne) && !ligne.includes('\n');
    const dernier = faits.at(-1);
    if (dernier?.puces === puces) dernier.lignes.push(ligne);
    else faits.push({ puces, lignes: [ligne] });
  }
  return faits;
};

const liste = (lignes: readonly string[]): string =>
  `<ul style="margin:0 0 10px;padding:0 0 0 24px">${lignes.map((ligne) => `<li style="margin:0 0 6px">${avecLiens(espacer(ligne.replace(PUCE, '')))}</li>`).join('')}</ul>`;

const p = (ligne: string): string =>
  `<p style="margin:0 0 10px;white-space:pre-line">${avecLiens(espacer(ligne))}</p>`;

/** A table with a ground of its own: Outlook draws no padding on a link. */
const boutonDe = ({ vers, dit }: { vers: string; dit: string }, accent: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:28px 0 12px"><tr><td class="bouton" bgcolor="${accent}" style="border-radius:6px;padding:12px 20px;background:${accent}"><a href="${echapper(vers)}" style="color:#ffffff;font-weight:bold;text-decoration:none;display:inline-block">${echapper(dit)}</a></td></tr></table><p style="margin:0 0 10px">Ou recopiez cette adresse&nbsp;: ${lien(vers, vers)}</p>`;

/** An address of the web, a mail address, a French number: each is a link wherever it is written. */
const LIENS =
  /https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\d+])0[1-9](?:[ \u00a0]\d\d){4}(?!\d)/g;

const avecLiens = (texte: string): string => {
  let fin = 0;
  const bouts: string[] = [];
  for (const { 0: trouve, index } of texte.matchAll(LIENS)) {
    bouts.push(echapper(texte.slice(fin, index)), lien(adresseDe(trouve), trouve));
    fin = index + trouve.length;
  }
  return bouts.join('') + echapper(texte.slice(fin));
};

const adresseDe = (trouve: string): string => {
  if (trouve.startsWith('http')) return trouve;
  return trouve.includes('@') ? `mailto:${trouve}` : `tel:${trouve.replace(/\s/g, '')}`;
};

/** A number that is cut in two is dialled wrong. */
const lien = (vers: string, dit: string): string =>
  `<a href="${echapper(vers)}" style="color:#23527c${vers.startsWith('tel:') ? ';white-space:nowrap' : ''}">${echapper(dit)}</a>`;

const REFERENCE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;

/** The subject as a title: its reference is read at once, on one line. */
const enTitre = (objet: string): string =>
  echapper(espacer(objet)).replace(REFERENCE, '<span style="white-space:nowrap">$&</span>');

const echapper = (texte: string): string =>
  texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
