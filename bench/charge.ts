// A crowd, in a process of its own: sends what it is told to, so many at a time, and says how long each took.
import http from 'node:http';
import process from 'node:process';
import { DynamoDBClient, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { CLES, REGION } from '../local/commun.ts';
import { adresseDe, saisieDe } from './saisies.ts';

export type Consigne = { n: number; concurrence: number; depuis: number } & (
  | { vers: 'porte'; port: number; saisie: unknown }
  | { vers: 'moteur'; adresse: string; table: string; items: readonly Record<string, unknown>[] }
);
export type Recit = { secondes: number; durees: number[]; references: string[]; erreurs: string[] };
type Tir = (rang: number) => Promise<string>;

/** Deposits through the HTTP door, each person from an address of their own. */
const parLaPorte = ({ port, saisie }: Extract<Consigne, { vers: 'porte' }>): Tir => {
  const agent = new http.Agent({ keepAlive: true });
  return (rang) =>
    new Promise((resolve, reject) => {
      const corps = JSON.stringify(saisieDe(saisie, rang));
      const requete = http.request({
        agent,
        host: '127.0.0.1',
        port,
        localAddress: adresseDe(rang),
        method: 'POST',
        path: '/api/demandes',
        headers: {
          host: `localhost:${port}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(corps),
          'idempotency-key': `banc-${rang}`,
        },
      });
      requete.on('error', reject).on('response', (reponse) => {
        let texte = '';
        reponse.setEncoding('utf8').on('data', (morceau: string) => (texte += morceau));
        reponse.on('end', () => {
          if (reponse.statusCode === 200) resolve((JSON.parse(texte) as { reference: string }).reference);
          else reject(new Error(`${reponse.statusCode} ${texte.slice(0, 200)}`));
        });
      });
      requete.end(corps);
    });
};

/** The same items, in one transaction of the engine itself, through the lower of the SDK's two clients. */
const parLeMoteur = ({ adresse, table, items }: Extract<Consigne, { vers: 'moteur' }>): Tir => {
  const client = new DynamoDBClient({ endpoint: adresse, region: REGION, credentials: CLES });
  return async (rang) => {
    const TransactItems = items.map((item) => ({
      Put: {
        TableName: table,
        Item: marshall(propre(item, rang), { removeUndefinedValues: true }),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }));
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
    return String(rang);
  };
};

/** Keys of its own in the table and its indexes, as each demande has. */
const CLES_PROPRES = ['pk', 'fileSk', 'contactPk', 'contactSk'];
const propre = (item: Record<string, unknown>, rang: number): Record<string, unknown> => ({
  ...item,
  ...Object.fromEntries(
    CLES_PROPRES.filter((nom) => nom in item).map((nom) => [nom, `${String(item[nom])}-${rang}`]),
  ),
});

const tirer = async ({ n, concurrence, depuis }: Consigne, tir: Tir): Promise<Recit> => {
  const recit: Recit = { secondes: 0, durees: [], references: [], erreurs: [] };
  const debut = performance.now();
  let prochain = depuis;
  const file = async (): Promise<void> => {
    while (prochain < depuis + n) {
      const depart = performance.now();
      await tir(prochain++).then(
        (reference) => recit.references.push(reference),
        (erreur: unknown) => recit.erreurs.push(String(erreur)),
      );
      recit.durees.push(performance.now() - depart);
    }
  };
  await Promise.all(Array.from({ length: concurrence }, file));
  return { ...recit, secondes: (performance.now() - debut) / 1000 };
};

process.on('message', async (consigne: Consigne) => {
  const tir = consigne.vers === 'porte' ? parLaPorte(consigne) : parLeMoteur(consigne);
  process.send?.(await tirer(consigne, tir), () => process.exit(0));
});
