import {
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { alleger, LEGER } from './leger.ts';

/** From where one reads. */
export type Depart = { StreamArn: string; ShardId: string; SequenceNumber: string };

let ouvert: DynamoDBStreamsClient | undefined;
const streams = (): DynamoDBStreamsClient => (ouvert ??= alleger(new DynamoDBStreamsClient(LEGER)));

/** Pages of a shard may be empty before others that are not; this many in a row is the end of it. */
const VIDES_MAX = 100;

/**
 * The records of a shard, as Lambda shows them, from a number on, up to the one that `ou` says to be the end. Throws
 * `TrimmedDataAccessException` once the stream has forgotten them (24 h), and a sentence when the end does not come.
 */
export const lireFlux = async (
  depart: Depart,
  ou: (numero: string) => 'avant' | 'fin' | 'apres',
  client = streams(),
): Promise<unknown[]> => {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({ ...depart, ShardIteratorType: 'AT_SEQUENCE_NUMBER' }),
  );
  const lus: unknown[] = [];
  for await (const record of enregistrements(client, ShardIterator)) {
    const ici = ou(record.dynamodb?.SequenceNumber ?? '');
    if (ici !== 'apres') lus.push(commeLambda(record));
    if (ici !== 'avant') return lus;
  }
  throw new Error('la fin de ce lot n’est pas dans le flux');
};

async function* enregistrements(client: DynamoDBStreamsClient, debut: string | undefined) {
  let vides = 0;
  for (let suite = debut; suite && vides < VIDES_MAX; ) {
    const page = await client.send(new GetRecordsCommand({ ShardIterator: suite }));
    yield* page.Records ?? [];
    vides = page.Records?.length ? 0 : vides + 1;
    suite = page.NextShardIterator;
  }
}

/** As JSON has it: bytes in base 64, instants in seconds. */
const commeLambda = (valeur: unknown): unknown => {
  if (valeur instanceof Date) return Math.floor(valeur.getTime() / 1000);
  if (ArrayBuffer.isView(valeur))
    return Buffer.from(valeur.buffer, valeur.byteOffset, valeur.byteLength).toString('base64');
  if (Array.isArray(valeur)) return valeur.map(commeLambda);
  if (typeof valeur !== 'object' || valeur === null) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([nom, une]) => [nom, commeLambda(une)]));
};
