import { poser } from './table.ts';

export const handler = async ({ Records }: { Records: { Sns: { Message: string } }[] }) => {
  for (const { Sns } of Records) {
    const { mail } = JSON.parse(Sns.Message) as { mail: { tags: { envoi: [string] } } };
    await poser({ pk: 'R', sk: mail.tags.envoi[0], type: 'REMISE' });
  }
};
