import PostalMime from 'postal-mime';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { interactionActions } from './interaction.actions.ts';
import { interactionStore } from './interaction.store.ts';

/** What the list shows of a long mail; the original keeps the rest. */
const TEXTE_MAX = 4000;

export const recevoirCourriel = implement(
  interactionActions.recevoirCourriel,
  async ({ Records }, { table }) => {
    for (const { ses } of Records) {
      const { messageId: id, timestamp } = ses.mail;
      const original = `entrants/${id}`;
      const { from, subject, text, html } = await PostalMime.parse(
        await coffre(variable('COURRIELS')).lire(original),
      );
      const texte = (text ?? sansBalises(html ?? '')).trim().slice(0, TEXTE_MAX);
      interactionStore(table).put({
        id,
        canal: 'courriel',
        de: from?.address ?? '',
        objet: (subject ?? '').slice(0, 200),
        texte,
        recueLe: new Date(timestamp).toISOString(),
        original,
      });
    }
    return {};
  },
);

const sansBalises = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

export const handler = lambda(recevoirCourriel);
