import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { aAgent } from '../../../functions/demandes/lettres.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { armerHorloge } from '../../../functions/echeances/armer-horloge.ts';
import { expedierEnvois } from '../../../functions/envois/expedier-envois.ts';
import type { Contract } from '../../../functions/platform/action.ts';
import { type Lieu, perform, type Verbe } from '../../../functions/platform/perform.ts';
import { type Item, ouvrirTable } from '../../../functions/platform/table.ts';
import { enregistrement } from '../../atelier/flux.ts';
import { deposer, LUNDI, unLieu } from '../../atelier/monde.ts';

const ses = mockClient(SESv2Client);
const sfn = mockClient(SFNClient);
process.env.AWS_REGION = 'eu-west-3';
process.env.SES_CONFIGURATION = 'parvis-essai';
process.env.VEILLE = 'arn:aws:states:eu-west-3:000000000000:stateMachine:parvis-essai-suivi-demande';

let lieu: Lieu;
beforeEach(async () => {
  ses.reset();
  sfn.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  sfn.on(StartExecutionCommand).resolves({});
  lieu = await unLieu();
});

const ORDRES: number[][] = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
  [2, 0, 1, 0, 2, 1],
];

/** A demande written three times, whose term moves at each, each write promising a letter of its own. */
const troisChangements = async () => {
  const { reference } = await deposer(lieu);
  const images: Item[] = [];
  const retenir = async () => {
    const item = await lieu.base.get({ pk: `DEMANDE#${reference}`, sk: 'DEMANDE' });
    if (item) images.push(item);
  };
  await retenir();
  for (const lettre of ['un', 'deux']) {
    const table = ouvrirTable(lieu.base);
    const lue = await demandeStore(table).get(Reference.parse(reference));
    const promis = [aAgent({ objet: lettre, paragraphes: [lettre], a: 'agent@mairie.example' }, lettre)];
    const valeur = { ...lue.valeur, reglage: lue.valeur.reglage + 1 };
    demandeStore(table).replace(lue, valeur, { now: LUNDI, promis });
    await table.commit();
    await retenir();
  }
  return images.map((apres, i) => enregistrement(apres, images[i - 1]));
};

/** One message at a time, as queues that keep no order give them. */
const donner = async (verbe: Verbe<Contract>, records: readonly unknown[]) => {
  for (const record of records)
    await perform(verbe, { input: { Records: [record] }, now: LUNDI, interne: true }, lieu);
};

describe('les consommateurs du flux n’ont besoin d’aucun ordre', () => {
  it.each(ORDRES)('chaque lettre part une fois, dans l’ordre %s', async (...ordre) => {
    const changements = await troisChangements();
    await donner(
      expedierEnvois,
      ordre.map((rang) => changements[rang]),
    );
    const objets = ses
      .commandCalls(SendEmailCommand)
      .map(({ args }) => args[0].input.Content?.Simple?.Subject?.Data);
    expect(objets.toSorted()).toEqual(['deux', 'un']);
  });

  it.each(ORDRES)('chaque réglage a sa veille, dans l’ordre %s', async (...ordre) => {
    const changements = await troisChangements();
    await donner(
      armerHorloge,
      ordre.map((rang) => changements[rang]),
    );
    const noms = sfn
      .commandCalls(StartExecutionCommand)
      .map(({ args }) => args[0].input.name?.split('-').at(-1));
    expect([...new Set(noms)].toSorted()).toEqual(['1', '2', '3']);
  });
});
