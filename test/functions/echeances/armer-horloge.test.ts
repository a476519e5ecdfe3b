import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { faire } from '../../../functions/demandes/demande.ts';
import { armerHorloge } from '../../../functions/echeances/armer-horloge.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { uneDemande } from '../../atelier/demande.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';

const sfn = mockClient(SFNClient);
process.env.VEILLE = 'arn:aws:states:eu-west-3:000000000000:stateMachine:parvis-essai-suivi-demande';
process.env.AWS_REGION = 'eu-west-3';

const demande = uneDemande();
const image = (corps: unknown) => marshall({ corps }, { removeUndefinedValues: true });
let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
  sfn.reset();
  sfn.on(StartExecutionCommand).resolves({});
});

const changer = (avant: unknown, apres: unknown, now = LUNDI) => {
  const dynamodb = { NewImage: image(apres), ...(avant ? { OldImage: image(avant) } : {}) };
  return perform(armerHorloge, { input: { Records: [{ dynamodb }] }, now, interne: true }, lieu);
};
const lancees = () =>
  sfn.commandCalls(StartExecutionCommand).map(({ args }) => ({
    nom: args[0].input.name,
    entree: JSON.parse(args[0].input.input ?? '') as unknown,
  }));

describe('armer l’horloge d’une demande', () => {
  it('dit à sa veille quand se réveiller, pour que rien ne soit relu d’ici là', async () => {
    await changer(undefined, demande);
    const { reference } = demande;
    expect(lancees()).toEqual([
      {
        nom: `${reference}-1`,
        entree: { demande: reference, reglage: 1, suite: { prochain: '2027-01-08T07:00:00Z' } },
      },
    ]);
  });

  it('qui arrive après son heure la réveille tout de suite', async () => {
    await changer(undefined, demande, new Date('2027-01-30T09:00:00Z'));
    expect(lancees()).toMatchObject([{ entree: { suite: { prochain: '2027-01-30T09:00:00.000Z' } } }]);
  });

  it('ne fait rien quand le terme n’a pas bougé, ou que la mairie a décidé', async () => {
    const par = { qui: 'agent' as const, nom: 'Une agente' };
    const decision = {
      type: 'decision' as const,
      sens: 'acceptation' as const,
      texte: '',
      le: LUNDI.toISOString(),
      par,
    };
    await changer(demande, { ...demande, agent: undefined });
    await changer(undefined, faire('accepter', demande, decision));
    expect(lancees()).toEqual([]);
  });
});
