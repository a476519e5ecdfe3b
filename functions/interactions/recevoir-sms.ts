import * as z from 'zod';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { interactionActions } from './interaction.actions.ts';
import { interactionStore } from './interaction.store.ts';

/** The two-way SMS message of Amazon, as its topic carries it. */
const Sms = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});

export const recevoirSms = implement(interactionActions.recevoirSms, async ({ Records }, { table }) => {
  for (const { Sns } of Records) {
    const { originationNumber, messageBody, inboundMessageId } = Sms.parse(JSON.parse(Sns.Message));
    interactionStore(table).put({
      id: inboundMessageId,
      canal: 'sms',
      de: originationNumber,
      objet: '',
      texte: messageBody,
      recueLe: new Date(Sns.Timestamp).toISOString(),
      original: '',
    });
  }
  return {};
});

export const handler = lambda(recevoirSms);
