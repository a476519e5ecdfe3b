import { poser } from './table.ts';

export const handler = async ({ Records }: { Records: { Sns: { Message: string } }[] }) => {
  for (const { Sns } of Records) {
    const { inboundMessageId, originationNumber, messageBody } = JSON.parse(Sns.Message) as Record<
      string,
      string
    >;
    await poser({
      pk: 'I',
      sk: inboundMessageId ?? '',
      type: 'SMS',
      de: originationNumber,
      texte: messageBody,
    });
  }
};
