import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { poser } from './table.ts';

export const handler = async ({
  Records,
}: {
  Records: { ses: { mail: { messageId: string; source: string } } }[];
}) => {
  for (const {
    ses: { mail },
  } of Records) {
    const { Body } = await new S3Client({}).send(
      new GetObjectCommand({ Bucket: process.env.COURRIELS, Key: `entrants/${mail.messageId}` }),
    );
    await poser({
      pk: 'I',
      sk: mail.messageId,
      type: 'COURRIEL',
      de: mail.source,
      brut: await Body?.transformToString(),
    });
  }
};
