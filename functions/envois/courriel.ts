import { adresseEnLignes, type Commune } from '../commune/commune.ts';
import type { Section } from '../demandes/accuse.ts';
import { espacer } from '../platform/lettres.ts';

/** A mail ready to be put in MIME: the same words in plain text and in sober HTML. */
export type Courriel = { objet: string; texte: string; html: string };

/** Where an answer to a mail about a demande must go: the reference travels in the address. */
export const adresseDeReponse = (
  { courriel, domaine }: Pick<Commune, 'courriel' | 'domaine'>,
  reference: string,
): string => {
  const [local = 'mairie'] = courriel.split('@');
  return `${courriel.endsWith(`@${domaine}`) ? local : 'mairie'}+${reference}@${domaine}`;
};

type Corps = { objet: string; sections: readonly Section[]; lien?: string };

/** Writes a mail of the commune. No image, no tracking, no remote font. */
export const rediger = ({ objet, sections, lien }: Corps, commune: Commune): Courriel => {
  const pied = [commune.nomComplet, ...adresseEnLignes(commune.adresse), `Téléphone : ${commune.telephone}`];
  const texte = [
    'Bonjour,',
    ...sections.map(({ titre, lignes }) => [...(titre ? [titre.toUpperCase()] : []), ...lignes].join('\n')),
    ...(lien ? [`Suivre votre demande, envoyer une pièce ou écrire à la mairie :\n${lien}`] : []),
    ['-- ', ...pied].join('\n'),
  ].join('\n\n');
  return {
    objet,
    texte,
    html: page(objet, [
      p('Bonjour,'),
      ...sections.map(enHtml),
      ...(lien ? [bouton(lien)] : []),
      `<p style="color:#555b6b;border-top:1px solid #d9d6cf;padding-top:16px">${pied.map(echapper).join('<br>')}</p>`,
    ]),
  };
};

const enHtml = ({ titre, lignes }: Section): string =>
  `${titre ? `<h2 style="font-size:18px;margin:28px 0 8px">${echapper(espacer(titre))}</h2>` : ''}${lignes.map(p).join('')}`;
const p = (ligne: string): string =>
  `<p style="margin:0 0 10px;white-space:pre-line">${echapper(espacer(ligne))}</p>`;
const bouton = (lien: string): string =>
  `<p style="margin:28px 0"><a href="${echapper(lien)}" style="background:#23527c;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block">Suivre ma demande</a></p><p style="color:#555b6b">Ou recopiez cette adresse : ${echapper(lien)}</p>`;

const page = (titre: string, blocs: readonly string[]): string =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${echapper(titre)}</title></head><body style="margin:0;padding:24px;background:#fbfaf7;color:#1c2030;font:17px/1.55 system-ui,sans-serif"><main style="max-width:38rem;margin:auto">${blocs.join('')}</main></body></html>`;

const echapper = (texte: string): string =>
  texte.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
