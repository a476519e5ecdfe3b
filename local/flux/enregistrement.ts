import type { DatabaseSync } from 'node:sqlite';
import { COMPTE, REGION, tableDe } from '../commun.ts';

/** An action of a commune, and the types of items whose changes it wants. */
export type Source = { commune: string; action: string; items: readonly string[] };

/** The engine's own row. Its `id` is never used twice, so it numbers the record. */
export type Ligne = {
  id: number;
  event_name: string;
  keys_json: string;
  new_image: string | null;
  old_image: string | null;
  created_at: number;
};

export type Lecteur = { lire(apres: number, limite: number): Ligne[]; dernier(): number };

/** Reads the records of a table's stream that are for one source, in order. */
export const lecteurDe = (base: DatabaseSync, { commune, items }: Source): Lecteur => {
  // Reading JSON costs far more than finding a word: what does not even hold the type is not read.
  const tous = items.map(() => '?').join(', ');
  const un = (image: string) => items.map(() => `instr(${image}, ?)`).join(' OR ');
  const type = (image: string) => `((${un(image)}) AND json_extract(${image}, '$.type.S') IN (${tous}))`;
  // The plus keeps SQLite from the engine's index by table, with which it would read the whole stream each time.
  const suivantes = base.prepare(
    `SELECT * FROM _stream_records WHERE id > ? AND +table_name = ? AND (${type('new_image')} OR ${type('old_image')}) ORDER BY id LIMIT ?`,
  );
  const cherches = [...items.map((item) => `"${item}"`), ...items];
  const derniere = base.prepare('SELECT MAX(id) AS id FROM _stream_records');
  return {
    lire: (apres, limite) =>
      suivantes.all(apres, tableDe(commune), ...cherches, ...cherches, limite) as Ligne[],
    dernier: () => Number(derniere.get()?.id ?? 0),
  };
};

/** The row as Lambda shows it. */
export const enregistrement = (
  { commune }: Source,
  { id, event_name, keys_json, new_image, old_image, created_at }: Ligne,
) => ({
  eventID: String(id),
  eventName: event_name,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: REGION,
  ...(event_name === 'REMOVE' && aExpire(old_image) ? PAR_EXPIRATION : {}),
  dynamodb: {
    ApproximateCreationDateTime: created_at,
    Keys: JSON.parse(keys_json) as unknown,
    ...image('NewImage', new_image),
    ...image('OldImage', old_image),
    SequenceNumber: String(id),
    SizeBytes: [keys_json, new_image, old_image].join('').length,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
  eventSourceARN: `arn:aws:dynamodb:${REGION}:${COMPTE}:table/${tableDe(commune)}/stream/local`,
});

/** Who deletes what has expired: DynamoDB itself on AWS; here a sweep does, and takes its name. */
const PAR_EXPIRATION = { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } };

const image = (nom: 'NewImage' | 'OldImage', texte: string | null): Record<string, unknown> =>
  texte === null ? {} : { [nom]: JSON.parse(texte) as unknown };

const aExpire = (texte: string | null): boolean => {
  const { ttl } = JSON.parse(texte ?? '{}') as { ttl?: { N: string } };
  return ttl !== undefined && Number(ttl.N) * 1000 <= Date.now();
};
