import { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { baseDynamo } from '../../../functions/platform/table.dynamo.ts';
import { Conflit, type Ecriture } from '../../../functions/platform/table.ts';

const client = new DynamoDBClient({ region: 'eu-west-3' });
const moteur = mockClient(client);
const base = baseDynamo('table', client);
const ecriture = (pk: string): Ecriture => ({
  geste: 'ajouter',
  item: { pk, sk: 'x', type: 'X', version: 1, corps: 1 },
});
const echec = (name: string, plus = {}) => Object.assign(new Error(name), { name }, plus);

beforeEach(() => moteur.reset());

/** What an engine on a laptop cannot show: the table throttled, a transaction cancelled for another reason. */
describe('la table, quand AWS peine', () => {
  it('une transaction annulée faute de capacité n’est pas un conflit', async () => {
    moteur.on(TransactWriteItemsCommand).rejects(
      echec('TransactionCanceledException', {
        CancellationReasons: [{ Code: 'ThrottlingError' }, { Code: 'None' }],
      }),
    );
    await expect(base.ecrire([ecriture('a'), ecriture('b')])).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    });
  });

  it('une transaction annulée par une condition dit quelle écriture est arrivée trop tard', async () => {
    moteur.on(TransactWriteItemsCommand).rejects(
      echec('TransactionCanceledException', {
        CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
      }),
    );
    await expect(base.ecrire([ecriture('a'), ecriture('b')])).rejects.toEqual(new Conflit([1]));
  });

  it('une écriture seule ne paie pas le prix d’une transaction', async () => {
    moteur.on(PutItemCommand).resolves({});
    await base.ecrire([ecriture('a')]);
    expect(moteur.commandCalls(PutItemCommand)).toHaveLength(1);
    expect(moteur.commandCalls(TransactWriteItemsCommand)).toHaveLength(0);
  });
});
