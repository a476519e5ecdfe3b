import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ouvrirS3, type S3 } from '../../local/moteurs/s3.ts';

const BUCKET = 'pieces';
const donnees = mkdtempSync(path.join(tmpdir(), 'parvis-s3-'));
let s3: S3;

beforeAll(async () => {
  const registre = new DatabaseSync(':memory:');
  registre.exec('CREATE TABLE reglages (nom TEXT PRIMARY KEY, valeur TEXT NOT NULL)');
  s3 = await ouvrirS3({ donnees, registre, buckets: [BUCKET], origines: ['http://aubevive.localhost'] });
});
afterAll(async () => {
  await s3.fermer();
  rmSync(donnees, { recursive: true, force: true });
});

describe('les fichiers d’un poste', () => {
  it('partent sans emporter le dossier où un autre arrive', async () => {
    const ou = { Bucket: BUCKET, Key: 'attente/seul' };
    await s3.client.send(new PutObjectCommand({ ...ou, Body: 'x' }));
    await s3.client.send(new DeleteObjectCommand(ou));
    const { KeyCount } = await s3.client.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    expect(KeyCount).toBe(0);
    expect(readdirSync(path.join(donnees, 's3', BUCKET, 'attente'))).toEqual([]);
  });
});
