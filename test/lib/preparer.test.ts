import {
  CreateReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  ListReceiptRuleSetsCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { preparerJeu } from '../../bin/preparation/jeu-de-regles.ts';
import { parametresManquants } from '../../bin/preparation/parametres.ts';
import { uneCommune } from './pile.ts';

const client = new SESClient({ region: 'eu-west-3' });
const ses = mockClient(client);
const gestes = () =>
  ses
    .calls()
    .map(({ args }) => args[0])
    .flatMap((commande) =>
      commande instanceof CreateReceiptRuleSetCommand || commande instanceof SetActiveReceiptRuleSetCommand
        ? [[commande.constructor.name, commande.input.RuleSetName]]
        : [],
    );
beforeEach(() => {
  ses.reset();
  ses.on(CreateReceiptRuleSetCommand).resolves({});
  ses.on(SetActiveReceiptRuleSetCommand).resolves({});
});

describe('le jeu de règles de réception', () => {
  it('est créé puis activé dans un compte neuf', async () => {
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({});
    ses.on(ListReceiptRuleSetsCommand).resolves({ RuleSets: [] });
    expect(await preparerJeu(client)).toBe('active');
    expect(gestes()).toEqual([
      ['CreateReceiptRuleSetCommand', 'parvis'],
      ['SetActiveReceiptRuleSetCommand', 'parvis'],
    ]);
  });

  it('qui existe déjà, fût-ce à la seconde page, n’est qu’activé', async () => {
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({});
    ses.on(ListReceiptRuleSetsCommand).resolves({ RuleSets: [{ Name: 'autre' }], NextToken: 'suite' });
    ses.on(ListReceiptRuleSetsCommand, { NextToken: 'suite' }).resolves({ RuleSets: [{ Name: 'parvis' }] });
    expect(await preparerJeu(client)).toBe('active');
    expect(gestes()).toEqual([['SetActiveReceiptRuleSetCommand', 'parvis']]);
  });

  it('actif, est laissé en paix', async () => {
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({ Metadata: { Name: 'parvis' } });
    expect(await preparerJeu(client)).toBe('deja');
    expect(gestes()).toEqual([]);
  });

  it('ne prend jamais la place d’un autre, qui reçoit le courrier de quelqu’un', async () => {
    ses.on(DescribeActiveReceiptRuleSetCommand).resolves({ Metadata: { Name: 'messagerie' } });
    await expect(preparerJeu(client)).rejects.toThrow('« messagerie »');
    expect(gestes()).toEqual([]);
  });
});

it('les paramètres qui manquent à une commune sont nommés', async () => {
  const ssm = new SSMClient({ region: 'eu-west-3' });
  mockClient(ssm)
    .on(GetParametersCommand, {
      Names: ['/parvis/essai/front', '/parvis/essai/proconnect', '/parvis/essai/attestations'],
    })
    .resolves({ InvalidParameters: ['/parvis/essai/front'] });
  expect(await parametresManquants(ssm, uneCommune('essai'))).toEqual(['/parvis/essai/front']);
});
