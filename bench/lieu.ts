import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Lieu } from '../functions/platform/perform.ts';
import { baseDynamo } from '../functions/platform/table.dynamo.ts';
import { lireCommunes } from '../lib/communes.ts';
import { CLES, REGION } from '../local/commun.ts';
import { ouvrirDynamo } from '../local/moteurs/dynamo.ts';

const RACINE = path.resolve(import.meta.dirname, '..');
export const TABLE = 'banc';

/** What the engine says that it consumed since the last reading. */
export type Unites = { lues: number; ecrites: number };
type Capacite = { ReadCapacityUnits?: number; WriteCapacityUnits?: number; CapacityUnits?: number };

/** An engine of its own with one empty table, and the product's own way to it, through a client that counts. */
export const ouvrirLieu = async () => {
  const donnees = mkdtempSync(path.join(tmpdir(), 'parvis-banc-'));
  const moteur = await ouvrirDynamo(donnees, [TABLE]);
  const client = new DynamoDBClient({ endpoint: moteur.adresse, region: REGION, credentials: CLES });
  let unites: Unites = { lues: 0, ecrites: 0 };
  const compter = (
    lecture: boolean,
    { ReadCapacityUnits, WriteCapacityUnits, CapacityUnits = 0 }: Capacite,
  ): void => {
    unites.lues += ReadCapacityUnits ?? (lecture ? CapacityUnits : 0);
    unites.ecrites += WriteCapacityUnits ?? (lecture ? 0 : CapacityUnits);
  };
  client.middlewareStack.add(
    (suite, { commandName = '' }) =>
      async (appel) => {
        Object.assign(appel.input, { ReturnConsumedCapacity: 'INDEXES' });
        const retour = await suite(appel);
        const { ConsumedCapacity } = retour.output as { ConsumedCapacity?: Capacite | Capacite[] };
        for (const capacite of [ConsumedCapacity ?? []].flat())
          compter(/^(Get|Query)/.test(commandName), capacite);
        return retour;
      },
    { step: 'initialize' },
  );
  const [premiere] = lireCommunes(RACINE);
  if (!premiere) throw new Error('aucune commune');
  const lieu: Lieu = {
    base: baseDynamo(TABLE, client),
    monde: { ...premiere, origines: ['http://localhost:3000'] },
  };
  return {
    lieu,
    adresse: moteur.adresse,
    relever: (): Unites => {
      const releve = unites;
      unites = { lues: 0, ecrites: 0 };
      return releve;
    },
    fermer: async () => {
      client.destroy();
      await moteur.fermer();
      rmSync(donnees, { recursive: true, force: true });
    },
  };
};
