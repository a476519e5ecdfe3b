import type { DatabaseSync } from 'node:sqlite';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { addressParser, decodeWords } from 'postal-mime';
import type { Demande } from '../moteurs/ses.ts';
import type { NomDe } from './accueil.ts';
import { dateEtHeure, type Html, html, jourEtHeure, tableau } from './html.ts';

export type Courriel = {
  id: number;
  commune: string;
  de: string;
  a: string;
  objet: string;
  texte: string;
  html: string;
  le: string;
};

const COLONNES =
  "id, commune, de, a, objet, le, coalesce(demande ->> '$.Content.Simple.Body.Text.Data', '') AS texte, coalesce(demande ->> '$.Content.Simple.Body.Html.Data', '') AS html";

/** The mails sent, the newest first. */
export const lireCourriels = (registre: DatabaseSync): Courriel[] =>
  registre.prepare(`SELECT ${COLONNES} FROM courriels ORDER BY id DESC LIMIT 1000`).all() as Courriel[];

export const lireCourriel = (registre: DatabaseSync, id: number): Courriel | undefined =>
  registre.prepare(`SELECT ${COLONNES} FROM courriels WHERE id = ?`).get(id) as Courriel | undefined;

/** The mail as SES would compose it, and as the person's program receives it. */
export const composer = async (registre: DatabaseSync, id: number): Promise<Buffer | undefined> => {
  const ligne = registre.prepare('SELECT demande, messageId, le FROM courriels WHERE id = ?').get(id) as
    | { demande: string; messageId: string; le: string }
    | undefined;
  if (!ligne) return undefined;
  const { FromEmailAddress, Destination, ReplyToAddresses, Content } = JSON.parse(ligne.demande) as Demande;
  const { Subject, Body, Headers = [] } = Content.Simple;
  return new MailComposer({
    from: enClair(FromEmailAddress),
    to: Destination.ToAddresses,
    ...(ReplyToAddresses && { replyTo: ReplyToAddresses }),
    subject: Subject.Data,
    ...(Body.Text && { text: Body.Text.Data }),
    ...(Body.Html && { html: Body.Html.Data }),
    date: new Date(ligne.le),
    messageId: `<${ligne.messageId}@eu-west-3.amazonses.com>`,
    headers: Headers.map(({ Name, Value }) => ({ key: Name, value: Value })),
  })
    .compile()
    .build();
};

/** The composer writes accents its own way: it is given them as they read. */
const enClair = (adresse: string): { name: string; address: string } => {
  const [{ name = '', address = adresse } = {}] = addressParser(adresse);
  return { name: decodeWords(name), address };
};

export const listeDesCourriels = (courriels: readonly Courriel[], fuseau: string, nomDe: NomDe): Html =>
  courriels.length === 0
    ? html`<p>Aucun courriel n’est encore parti. Les accusés de réception et les réponses de la mairie s’afficheront ici.</p>`
    : tableau(
        'Du plus récent au plus ancien',
        ['Objet', 'À', 'Commune', 'Envoyé le'],
        courriels.map((courriel) => [
          lien(courriel),
          coupable(courriel.a),
          nomDe(courriel.commune),
          dateEtHeure(courriel.le, fuseau),
        ]),
      );

const lien = ({ id, objet }: Courriel): Html =>
  html`<a href="/local/courriels/${id}">${objet ? entiere(objet) : '(sans objet)'}</a>`;

const REFERENCE = /\b([0-9A-Z]{4}-[0-9A-Z]{4})\b/;

/** A reference is read at once: it never ends a line by its dash. */
const entiere = (objet: string): readonly Html[] =>
  objet
    .split(REFERENCE)
    .map((bout, rang) => (rang % 2 ? html`<span class="entiere">${bout}</span>` : html`${bout}`));

/** A long address ends its line before the `@`, rather than anywhere. */
const coupable = (adresse: string): readonly Html[] =>
  adresse.split('@').map((bout, rang) => (rang ? html`<wbr>@${bout}` : html`${bout}`));

export const lectureDuCourriel = (courriel: Courriel, fuseau: string): Html => html`
<dl>
<dt>De</dt><dd>${courriel.de}</dd>
<dt>À</dt><dd>${courriel.a}</dd>
<dt>Envoyé le</dt><dd>${jourEtHeure(courriel.le, fuseau)}</dd>
</dl>
${courriel.texte !== '' && html`<h2>Texte</h2><article><pre>${courriel.texte}</pre></article>`}
${courriel.html !== '' && html`<h2>Version mise en forme</h2><iframe sandbox title="Version mise en forme du courriel" src="/local/courriels/${courriel.id}/html"></iframe>`}
<p><a href="/local/courriels/${courriel.id}/brut">Télécharger le courriel brut (.eml)</a></p>
<p><a href="/local/courriels">Tous les courriels envoyés</a></p>`;
