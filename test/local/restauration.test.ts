import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { CopyObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aRemettre, remettreFichiers, type Version } from '../../bin/restauration/fichiers.ts';
import { copierTable } from '../../bin/restauration/table.ts';
import { CLES, REGION } from '../../local/commun.ts';
import { type Dynamo, ouvrirDynamo } from '../../local/moteurs/dynamo.ts';

type Objet = Record<string, AttributeValue>;
const ESSAIS = 4;
const dossier = mkdtempSync(path.join(tmpdir(), 'parvis-restauration-'));
let dynamo: Dynamo;
let numero = 0;
let [de, vers] = ['', ''];
beforeAll(async () => {
  const tables = Array.from({ length: ESSAIS }, (_, i) => [`avant-${i + 1}`, `apres-${i + 1}`]).flat();
  dynamo = await ouvrirDynamo(dossier, tables);
});
beforeEach(() => {
  numero += 1;
  [de, vers] = [`avant-${numero}`, `apres-${numero}`];
});
afterAll(async () => {
  await dynamo.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

/** A town's table in small: demandes with what they promise and what has left, in order of keys. */
const uneVille: Objet[] = Array.from({ length: 40 }, (_, i): Objet[] => {
  const pk = { S: `DEMANDE#${i}` };
  const corps = { M: { octets: { B: new Uint8Array([i, 255]) }, note: { N: '1.50' }, vide: { L: [] } } };
  return [
    { pk, sk: { S: 'DEMANDE' }, type: { S: 'DEMANDE' }, corps, promis: { L: [{ S: `e${i}` }] } },
    { pk, sk: { S: `ENVOI#e${i}` }, type: { S: 'ENVOI' }, corps },
    {
      pk,
      sk: { S: 'MESSAGE#1' },
      type: { S: 'MESSAGE' },
      filePk: { S: 'FILE' },
      fileSk: { S: String(i) },
      corps,
    },
    { pk: { S: `CODE#${i}` }, sk: { S: 'ENVOI#c' }, type: { S: 'PROMESSE' }, corps },
  ];
}).flat();

const remplir = async (table: string, objets: readonly Objet[]) => {
  for (let i = 0; i < objets.length; i += 25)
    await dynamo.client.send(
      new BatchWriteItemCommand({
        RequestItems: { [table]: objets.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
};
const cleDe = ({ pk, sk }: Objet) => `${pk?.S}/${sk?.S}`;
const lire = async (TableName: string): Promise<Objet[]> => {
  const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  return Items.toSorted((a, b) => (cleDe(a) < cleDe(b) ? -1 : 1));
};
/** DynamoDB when it is busy: it takes only one item in three, now and then. */
const presse = (): DynamoDBClient => {
  const client = new DynamoDBClient({ endpoint: dynamo.adresse, region: REGION, credentials: CLES });
  let lots = 0;
  client.middlewareStack.add(
    (suite, { commandName }) =>
      async (args) => {
        if (commandName !== 'BatchWriteItemCommand' || lots++ % 2 === 1) return suite(args);
        const [[table, demandes]] = Object.entries(
          (args.input as { RequestItems: Record<string, unknown[]> }).RequestItems,
        ) as [[string, unknown[]]];
        const pris = Math.ceil(demandes.length / 3);
        const rendu = await suite({
          ...args,
          input: { RequestItems: { [table]: demandes.slice(0, pris) } } as never,
        });
        return { ...rendu, output: { ...rendu.output, UnprocessedItems: { [table]: demandes.slice(pris) } } };
      },
    { step: 'initialize' },
  );
  return client;
};

describe('restaurer une table', () => {
  it('remet tout, à l’octet près, même quand DynamoDB n’en prend qu’une partie à la fois', async () => {
    await remplir(de, uneVille);
    const bilan = await copierTable({ client: presse(), de, vers, attente: () => 0 });
    expect(bilan).toEqual({ remis: uneVille.length, laisses: 0 });
    expect(await lire(vers)).toEqual(await lire(de));
    expect((await lire(vers)).map(cleDe)).toEqual(uneVille.map(cleDe).toSorted());
  });

  it('remet ce qui est parti avant ce qui le promet : rien ne repart', async () => {
    await remplir(de, uneVille);
    await copierTable({ client: dynamo.client, de, vers });
    const suite = dynamo.base
      .prepare(
        "SELECT json_extract(new_image, '$.type.S') AS type FROM _stream_records WHERE table_name = ? ORDER BY id",
      )
      .all(vers)
      .map(({ type }) => String(type));
    expect(suite.lastIndexOf('ENVOI')).toBeLessThan(suite.indexOf('DEMANDE'));
    expect(suite).toHaveLength(uneVille.length);
  });

  it('une demande seule, sans toucher ce qui a vécu depuis, ni promettre à nouveau', async () => {
    await remplir(de, uneVille);
    const depuis = {
      pk: { S: 'DEMANDE#7' },
      sk: { S: 'MESSAGE#1' },
      type: { S: 'MESSAGE' },
      corps: { S: 'neuf' },
    };
    await dynamo.client.send(new PutItemCommand({ TableName: vers, Item: depuis }));
    const bilan = await copierTable({
      client: dynamo.client,
      de,
      vers,
      partition: 'DEMANDE#7',
      manquants: true,
      sansPromesses: true,
    });
    expect(bilan).toEqual({ remis: 2, laisses: 1 });
    const remis = await lire(vers);
    expect(remis.map(cleDe)).toEqual(['DEMANDE#7/DEMANDE', 'DEMANDE#7/ENVOI#e7', 'DEMANDE#7/MESSAGE#1']);
    expect(remis[0]?.promis).toBeUndefined();
    expect(remis[2]).toEqual(depuis);
  });

  it('s’arrête, et le dit, quand DynamoDB ne prend plus rien', async () => {
    await remplir(de, uneVille.slice(0, 3));
    const client = new DynamoDBClient({ endpoint: dynamo.adresse, region: REGION, credentials: CLES });
    client.middlewareStack.add(
      (suite, { commandName }) =>
        async (args) =>
          commandName === 'BatchWriteItemCommand'
            ? {
                response: undefined,
                output: {
                  $metadata: {},
                  UnprocessedItems: (args.input as { RequestItems: object }).RequestItems,
                } as never,
              }
            : suite(args),
      { step: 'initialize' },
    );
    await expect(copierTable({ client, de, vers, attente: () => 0 })).rejects.toThrow(/refuse encore/);
  });
});

describe('restaurer des fichiers', () => {
  const INSTANT = new Date('2027-01-31T08:00:00Z');
  const heure = (h: number) => new Date(INSTANT.getTime() + h * 3600_000);
  const version = (reste: Partial<Version>): Version => ({
    cle: 'f',
    version: 'v',
    le: heure(-1),
    courante: false,
    efface: false,
    ...reste,
  });

  it.each([
    ['rien n’a changé', [version({ courante: true })], undefined],
    [
      'il a été effacé depuis',
      [version({ version: 'bonne' }), version({ le: heure(1), efface: true, courante: true })],
      'bonne',
    ],
    [
      'il a été récrit depuis',
      [version({ version: 'bonne' }), version({ le: heure(1), courante: true })],
      'bonne',
    ],
    [
      'il était déjà effacé',
      [version({ le: heure(-2) }), version({ efface: true, courante: true })],
      undefined,
    ],
    ['il n’existait pas', [version({ le: heure(1), courante: true })], undefined],
    [
      'il y en a eu plusieurs avant',
      [
        version({ le: heure(-3) }),
        version({ version: 'bonne', le: heure(-1) }),
        version({ le: heure(2), efface: true, courante: true }),
      ],
      'bonne',
    ],
  ])('choisit la version d’alors : %s', (_, versions, voulue) => {
    expect(aRemettre(versions, INSTANT)?.version).toBe(voulue);
    expect(aRemettre(versions.toReversed(), INSTANT)?.version).toBe(voulue);
  });

  it('lit toutes les pages, même quand un fichier est à cheval sur deux', async () => {
    const s3 = mockClient(S3Client);
    s3.on(CopyObjectCommand).resolves({});
    s3.on(ListObjectVersionsCommand)
      .resolvesOnce({
        IsTruncated: true,
        NextKeyMarker: 'b é',
        NextVersionIdMarker: 'x',
        Versions: [{ Key: 'a', VersionId: 'a1', LastModified: heure(-1), IsLatest: true }],
        DeleteMarkers: [{ Key: 'b é', VersionId: 'x', LastModified: heure(1), IsLatest: true }],
      })
      .resolvesOnce({
        Versions: [{ Key: 'b é', VersionId: 'b+1', LastModified: heure(-1), IsLatest: false }],
      });
    const { remis } = await remettreFichiers({ client: new S3Client({}), seau: 'depot', instant: INSTANT });
    expect(remis).toEqual(['b é']);
    expect(s3.commandCalls(CopyObjectCommand).map(({ args }) => args[0].input.CopySource)).toEqual([
      'depot/b%20%C3%A9?versionId=b%2B1',
    ]);
  });
});
