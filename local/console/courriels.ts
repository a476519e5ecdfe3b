import type { DatabaseSync } from 'node:sqlite';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Demande } from '../moteurs/ses.ts';
import { dateEtHeure, type Html, html, tableau } from './html.ts';

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
    from: FromEmailAddress,
    to: Destination.ToAddresses,
    ...(ReplyToAddresses && { replyTo: ReplyToAddresses }),
    subject: Subject.Data,
    ...(Body.Text && { text: Body.Text.Data }),
    ...(Body.Html && { html: Body.Html.Data }),
    date: ligne.le,
    messageId: `<${ligne.messageId}@eu-west-3.amazonses.com>`,
    headers: Headers.map(({ Name, Value }) => ({ key: Name, value: Value })),
  })
    .compile()
    .build();
};

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

const lien = ({ id, objet }: Courriel): Html =>
  html`<a href="/local/courriels/${id}">${objet || '(sans objet)'}</a>`;

export const lectureDuCourriel = (courriel: Courriel, fuseau: string): Html => html`
<dl>
<dt>De</dt><dd>${courriel.de}</dd>
<dt>À</dt><dd>${courriel.a}</dd>
<dt>Envoyé le</dt><dd>${dateEtHeure(courriel.le, fuseau)}</dd>
</dl>
${courriel.texte !== '' && html`<h2>Texte</h2><article><pre>${courriel.texte}</pre></article>`}
${courriel.html !== '' && html`<h2>Version mise en forme</h2><iframe sandbox title="Version mise en forme du courriel" src="/local/courriels/${courriel.id}/html"></iframe>`}
<p><a href="/local/courriels/${courriel.id}/brut">Télécharger le courriel brut (.eml)</a></p>
<p><a href="/local/courriels">Tous les courriels envoyés</a></p>`;
