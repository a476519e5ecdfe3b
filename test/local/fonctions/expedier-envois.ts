import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { deType } from './table.ts';

type Flux = { Records: { dynamodb: { NewImage: { sk: { S: string }; a: { S: string } } } }[] };

/** Sends unless SES has already told that it did. */
export const handler = async ({ Records }: Flux) => {
  for (const { dynamodb } of Records) {
    const { sk, a } = dynamodb.NewImage;
    if ((await deType('REMISE')).some((remise) => remise.sk === sk.S)) continue;
    const brut = `From: mairie@aubevive.example\r\nTo: ${a.S}\r\nSubject: ${sk.S}\r\nX-SES-MESSAGE-TAGS: envoi=${sk.S}\r\n\r\nBonjour`;
    await new SESClient({}).send(
      new SendRawEmailCommand({
        RawMessage: { Data: Buffer.from(brut) },
        ConfigurationSetName: process.env.SES_CONFIGURATION,
      }),
    );
  }
  return { batchItemFailures: [] };
};
