import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { deType } from './table.ts';

type Flux = { Records: { dynamodb: { NewImage: { sk: { S: string }; a: { S: string } } } }[] };

/** Sends unless SES has already told that it did. */
export const handler = async ({ Records }: Flux) => {
  for (const { dynamodb } of Records) {
    const { sk, a } = dynamodb.NewImage;
    if ((await deType('REMISE')).some((remise) => remise.sk === sk.S)) continue;
    await new SESv2Client({}).send(
      new SendEmailCommand({
        FromEmailAddress: 'mairie@aubevive.example',
        Destination: { ToAddresses: [a.S] },
        Content: { Simple: { Subject: { Data: sk.S }, Body: { Text: { Data: 'Bonjour' } } } },
        EmailTags: [{ Name: 'envoi', Value: sk.S.replace(/[^\w.@-]/g, '_') }],
        ConfigurationSetName: process.env.SES_CONFIGURATION,
      }),
    );
  }
  return { batchItemFailures: [] };
};
