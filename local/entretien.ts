import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { Commune } from '../functions/commune/commune.ts';
import { jourLocal } from '../functions/platform/lettres.ts';
import { PLAN_TABLE } from '../lib/plan-table.ts';
import { REGION, tableDe } from './commun.ts';
import type { Invoquer, Manifeste } from './fonctions.ts';
import type { Dynamo } from './moteurs/dynamo.ts';

export type Entretien = { passer(): Promise<void>; commencer(): void; fermer(): void };
type Options = {
  communes: readonly Commune[];
  dynamo: Dynamo;
  manifeste: Manifeste;
  invoquer: Invoquer;
  tracer(ligne: string): void;
};

const MINUTE = 60_000;

/** What AWS does unasked: it deletes what has expired, and wakes the scheduled actions. */
export const ouvrirEntretien = ({ communes, dynamo, manifeste, invoquer, tracer }: Options): Entretien => {
  const horaires = manifeste.entrees.filter(({ contract }) => contract.sur?.type === 'horaire');
  const jours = new Map<string, string>();
  let heure = 0;
  let minuterie: NodeJS.Timeout | undefined;
  const jourDe = ({ fuseau }: Commune) => jourLocal(new Date().toISOString(), fuseau);

  const balayer = async (): Promise<void> => {
    heure = Math.floor(Date.now() / 3600_000);
    for (const { slug } of communes) await oterExpires(dynamo, tableDe(slug));
  };
  const reveiller = async (commune: Commune): Promise<void> => {
    jours.set(commune.slug, jourDe(commune));
    for (const { nom } of horaires)
      await invoquer(commune.slug, nom, JSON.stringify(evenementHoraire(nom))).catch((erreur: unknown) =>
        tracer(`${nom} (${commune.slug}) : ${String(erreur)}`),
      );
  };
  const regarder = async (): Promise<void> => {
    if (heure !== Math.floor(Date.now() / 3600_000)) await balayer();
    for (const commune of communes) if (jours.get(commune.slug) !== jourDe(commune)) await reveiller(commune);
  };

  return {
    async passer() {
      await balayer();
      for (const commune of communes) await reveiller(commune);
    },
    commencer() {
      minuterie = setInterval(
        () => void regarder().catch((erreur: unknown) => tracer(`entretien : ${String(erreur)}`)),
        MINUTE,
      );
    },
    fermer: () => clearInterval(minuterie),
  };
};

const evenementHoraire = (nom: string) => ({
  version: '0',
  id: crypto.randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  account: '000000000000',
  time: new Date().toISOString(),
  region: REGION,
  resources: [`arn:aws:scheduler:${REGION}:000000000000:schedule/default/${nom}`],
  detail: {},
});

/** The engine never deletes what has expired: this reads its file, and deletes through its door. */
const oterExpires = async ({ base, client }: Dynamo, table: string): Promise<void> => {
  const { pk, sk, ttl } = PLAN_TABLE;
  const maintenant = Math.floor(Date.now() / 1000);
  const expires = base
    .prepare(
      `SELECT json_extract(item_json, '$.${pk}.S') AS pk, json_extract(item_json, '$.${sk}.S') AS sk FROM "${table}" WHERE CAST(json_extract(item_json, '$.${ttl}.N') AS INTEGER) <= ?`,
    )
    .all(maintenant) as { pk: string; sk: string }[];
  for (const cle of expires)
    await client
      .send(
        new DeleteItemCommand({
          TableName: table,
          Key: { [pk]: { S: cle.pk }, [sk]: { S: cle.sk } },
          ConditionExpression: '#ttl <= :maintenant',
          ExpressionAttributeNames: { '#ttl': ttl },
          ExpressionAttributeValues: { ':maintenant': { N: String(maintenant) } },
        }),
      )
      .catch((erreur: Error) => {
        if (erreur.name !== 'ConditionalCheckFailedException') throw erreur;
      });
};
