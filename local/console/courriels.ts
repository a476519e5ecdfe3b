import type { DatabaseSync } from 'node:sqlite';
import PostalMime, { type Attachment } from 'postal-mime';
import { tailleEnLettres } from '../../functions/platform/lettres.ts';
import { dateEtHeure, type Html, html, tableau } from './html.ts';

type PieceJointe = { nom: string; type: string; octets: number };
export type Courriel = {
  id: number;
  commune: string;
  de: string;
  a: string;
  objet: string;
  texte: string;
  html: string;
  le: string;
  pieces: PieceJointe[];
};

const COLONNES = 'id, commune, de, a, objet, texte, html, le, pieces';
const lu = (ligne: unknown): Courriel => {
  const courriel = ligne as Omit<Courriel, 'pieces'> & { pieces: string };
  return { ...courriel, pieces: JSON.parse(courriel.pieces) as PieceJointe[] };
};

/** The mails sent, the newest first. */
export const lireCourriels = (registre: DatabaseSync): Courriel[] =>
  registre.prepare(`SELECT ${COLONNES} FROM courriels ORDER BY id DESC LIMIT 1000`).all().map(lu);

export const lireCourriel = (registre: DatabaseSync, id: number): Courriel | undefined => {
  const ligne = registre.prepare(`SELECT ${COLONNES} FROM courriels WHERE id = ?`).get(id);
  return ligne && lu(ligne);
};

export const lireBrut = (registre: DatabaseSync, id: number): Uint8Array | undefined =>
  registre.prepare('SELECT brut FROM courriels WHERE id = ?').get(id)?.brut as Uint8Array | undefined;

export const lirePieceJointe = async (brut: Uint8Array, rang: number): Promise<Attachment | undefined> =>
  (await PostalMime.parse(brut)).attachments[rang];

export const listeDesCourriels = (courriels: readonly Courriel[], fuseau: string): Html =>
  courriels.length === 0
    ? html`<p>Aucun courriel n’est encore parti. Les accusés de réception et les réponses de la mairie s’afficheront ici.</p>`
    : tableau(
        'Du plus récent au plus ancien',
        ['Objet', 'À', 'Commune', 'Envoyé le'],
        courriels.map((courriel) => [
          lien(courriel),
          courriel.a,
          courriel.commune,
          dateEtHeure(courriel.le, fuseau),
        ]),
      );

const lien = ({ id, objet, pieces }: Courriel): Html =>
  html`<a href="/local/courriels/${id}">${objet || '(sans objet)'}</a>${pieces.length > 0 && html` <span class="calme">${pieces.length} pièce${pieces.length > 1 && html`s`} jointe${pieces.length > 1 && html`s`}</span>`}`;

export const lectureDuCourriel = (courriel: Courriel, fuseau: string): Html => html`
<dl>
<dt>De</dt><dd>${courriel.de}</dd>
<dt>À</dt><dd>${courriel.a}</dd>
<dt>Envoyé le</dt><dd>${dateEtHeure(courriel.le, fuseau)}</dd>
${courriel.pieces.map(({ nom, octets }, rang) => html`<dt>Pièce jointe</dt><dd><a href="/local/courriels/${courriel.id}/pieces/${rang}">${nom}</a> (${tailleEnLettres(octets)})</dd>`)}
</dl>
${courriel.texte !== '' && html`<h2>Texte</h2><article><pre>${courriel.texte}</pre></article>`}
${courriel.html !== '' && html`<h2>Version mise en forme</h2><iframe sandbox title="Version mise en forme du courriel" src="/local/courriels/${courriel.id}/html"></iframe>`}
<p><a href="/local/courriels/${courriel.id}/brut">Télécharger le courriel brut (.eml)</a></p>
<p><a href="/local/courriels">Tous les courriels envoyés</a></p>`;
