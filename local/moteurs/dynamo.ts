import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type AttributeDefinition, CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PLAN_TABLE } from '../../lib/plan-table.ts';
import { attendre, CLES, REGION } from '../commun.ts';
import { portLibre } from '../ecoute.ts';

export type Dynamo = { adresse: string; base: DatabaseSync; client: DynamoDBClient; fermer(): Promise<void> };

/** Starts the DynamoDB engine on its SQLite file, and makes the missing tables. */
export const ouvrirDynamo = async (donnees: string, tables: readonly string[]): Promise<Dynamo> => {
  const fichier = path.join(donnees, 'table.sqlite');
  const pid = path.join(donnees, 'dynoxide.pid');
  acheverAncien(pid);
  const port = await portLibre();
  const adresse = `http://127.0.0.1:${port}`;
  const moteur = surveiller(['serve', '--port', String(port), '--db-path', fichier], pid);
  await attendre(
    () =>
      fetch(adresse).then(
        (reponse) => reponse.ok,
        () => false,
      ),
    'le moteur de la table',
  );
  const base = new DatabaseSync(fichier, { timeout: 5000 });
  base.exec(INDEX_DES_FLUX);
  const client = new DynamoDBClient({ endpoint: adresse, region: REGION, credentials: CLES });
  for (const table of tables) await creer(client, table);
  return {
    adresse,
    base,
    client,
    async fermer() {
      client.destroy();
      base.close();
      await moteur.arreter();
    },
  };
};

/** Without it the engine scans all stream records at every write, to number the next one. */
const INDEX_DES_FLUX =
  'CREATE INDEX IF NOT EXISTS _stream_seq ON _stream_records (table_name, CAST(sequence_number AS INTEGER))';

const creer = async (client: DynamoDBClient, table: string): Promise<void> => {
  const { pk, sk, index } = PLAN_TABLE;
  const cles = [pk, sk, ...index.flatMap(({ nom }) => [`${nom}Pk`, `${nom}Sk`])];
  const schema = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  await client
    .send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: cles.map(
          (nom): AttributeDefinition => ({ AttributeName: nom, AttributeType: 'S' }),
        ),
        KeySchema: schema(pk, sk),
        GlobalSecondaryIndexes: index.map(({ nom, inclut }) => ({
          IndexName: nom,
          KeySchema: schema(`${nom}Pk`, `${nom}Sk`),
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...inclut] },
        })),
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    )
    .catch((erreur: Error) => {
      if (erreur.name !== 'ResourceInUseException') throw erreur;
    });
};

/** A shell between us and the engine: when our end of its input closes, even by kill -9, it stops the engine. */
const GARDE =
  'exec 3<&0; pid=$1; shift; "$@" </dev/null 3<&- & echo $! > "$pid"; moteur=$!; { cat <&3 >/dev/null; kill "$moteur" 2>/dev/null; } & wait "$moteur"';

const trouverMoteur = (): string => {
  try {
    return path.join(
      path.dirname(createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json')),
      'dynoxide',
    );
  } catch {
    throw new Error(
      `Le moteur de la table n’existe que pour Linux sur x64 ; cette machine est ${process.platform}-${process.arch}. Lancez Parvis dans un conteneur Linux x64.`,
      { cause: 'attendue' },
    );
  }
};

const surveiller = (args: readonly string[], pid: string) => {
  const programme = trouverMoteur();
  let ferme = false;
  const lancer = () => {
    const garde = spawn('sh', ['-c', GARDE, 'garde', pid, programme, ...args], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
    });
    const fini = new Promise<void>((resoudre) =>
      garde.on('exit', () => {
        garde.stdin.destroy();
        // An engine that falls alone comes back on the same port and file.
        if (!ferme) enCours = lancer();
        resoudre();
      }),
    );
    return { garde, fini };
  };
  let enCours = lancer();
  return {
    async arreter() {
      ferme = true;
      enCours.garde.stdin.end();
      await enCours.fini;
      rmSync(pid, { force: true });
    },
  };
};

/** An engine left by a previous life would hold the file; the number could since belong to another program. */
const acheverAncien = (fichier: string): void => {
  try {
    const pid = Number(readFileSync(fichier, 'utf8'));
    if (pid > 0 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dynoxide'))
      process.kill(pid, 'SIGKILL');
  } catch {
    // no such file or no such process: nothing is left
  }
};
