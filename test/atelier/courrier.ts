import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Options } from 'nodemailer/lib/mailer/index.js';

/** A mail as a program makes it. */
export const unCourriel = (options: Options): Promise<Buffer> =>
  new MailComposer({ to: 'mairie@aubevive.example', ...options }).compile().build();

/** Lines as they travel. */
export const brut = (...lignes: string[]): Buffer => Buffer.from(lignes.join('\r\n'), 'latin1');

/** The buckets, in memory: what was put can be read. */
export const desCoffres = () => {
  const fichiers = new Map<string, Uint8Array>();
  const s3 = mockClient(S3Client);
  s3.on(PutObjectCommand).callsFake(({ Key, Body }) => {
    fichiers.set(Key, Body as Uint8Array);
    return {};
  });
  s3.on(GetObjectCommand).callsFake(({ Key }) => {
    const octets = fichiers.get(Key);
    if (!octets) throw Object.assign(new Error('absent'), { name: 'NoSuchKey' });
    return { Body: { transformToByteArray: async () => new Uint8Array(octets) } };
  });
  process.env.PIECES = 'pieces';
  process.env.COURRIELS = 'courriels';
  process.env.AWS_REGION = 'eu-west-3';
  return fichiers;
};
