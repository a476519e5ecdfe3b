import type { DatabaseSync } from 'node:sqlite';
import type { Vues } from '../../functions/flux/tri.ts';
import type { Voulu } from '../../functions/platform/action.ts';
import { COMPTE, REGION, tableDe } from '../commun.ts';

/** An action of a commune, and the changes that it wants. */
export type Source = { commune: string; action: string; voulus: readonly Voulu[] };

/** The engine's own row. Its `id` is never used twice, so it numbers the record. */
export type Ligne = {
  id: number;
  event_name: string;
  keys_json: string;
  new_image: string | null;
  old_image: string | null;
  created_at: number;
};

/** A record that some consumer may want: what the item is, and what it was. */
export type Annonce = Vues & { id: number; table: string };

/** Reads the streams of all tables from their file, in order. */
export const lecteurDe = (base: DatabaseSync) => {
  const annonces = base.prepare(
    `SELECT id, table_name AS "table", json_extract(new_image, '$.type.S') AS apres, json_type(new_image, '$.promis') IS NOT NULL AS promis,
      json_extract(old_image, '$.type.S') AS avant
    FROM _stream_records WHERE id > ? ORDER BY id`,
  );
  const lignes = base.prepare(
    'SELECT id, event_name, keys_json, new_image, old_image, created_at FROM _stream_records WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
  );
  return {
    annonces: (apres: number): Annonce[] =>
      (
        annonces.all(apres) as {
          id: number;
          table: string;
          apres: string | null;
          promis: number;
          avant: string | null;
        }[]
      ).map(({ id, table, apres: type, promis, avant }) => ({
        id,
        table,
        apres: { type, promis: promis === 1 },
        avant: { type: avant, promis: false },
      })),
    lire: (ids: readonly number[]) => lignes.all(JSON.stringify(ids)) as Ligne[],
  };
};

/** A batch as Lambda shows it, in JSON. What the engine keeps as text stays text. */
export const evenementDe = (source: Source, lignes: readonly Ligne[]): string =>
  `{"Records":[${lignes.map((ligne) => enregistrement(source, ligne)).join(',')}]}`;

const enregistrement = (
  { commune }: Source,
  { id, event_name, keys_json, new_image, old_image, created_at }: Ligne,
): string => {
  const entete = JSON.stringify({
    eventID: String(id),
    eventName: event_name,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    ...(event_name === 'REMOVE' && aExpire(old_image) ? PAR_EXPIRATION : {}),
    eventSourceARN: `arn:aws:dynamodb:${REGION}:${COMPTE}:table/${tableDe(commune)}/stream/local`,
  });
  const dynamodb = [
    `"ApproximateCreationDateTime":${created_at}`,
    `"Keys":${keys_json}`,
    ...(new_image === null ? [] : [`"NewImage":${new_image}`]),
    ...(old_image === null ? [] : [`"OldImage":${old_image}`]),
    `"SequenceNumber":"${id}"`,
    `"SizeBytes":${keys_json.length + (new_image ?? '').length + (old_image ?? '').length}`,
    '"StreamViewType":"NEW_AND_OLD_IMAGES"',
  ];
  return `${entete.slice(0, -1)},"dynamodb":{${dynamodb.join(',')}}}`;
};

/** Who deletes what has expired: DynamoDB itself on AWS; here a sweep does, and takes its name. */
const PAR_EXPIRATION = { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } };

const aExpire = (texte: string | null): boolean => {
  const { ttl } = JSON.parse(texte ?? '{}') as { ttl?: { N: string } };
  return ttl !== undefined && Number(ttl.N) * 1000 <= Date.now();
};
