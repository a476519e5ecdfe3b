import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../functions/demandes/accepter-demande.ts';
import { consulterDemande } from '../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../functions/demandes/demande.store.ts';
import { listerDemandes } from '../../functions/demandes/lister-demandes.ts';
import { Reference } from '../../functions/demandes/reference.ts';
import { armerHorloges } from '../../functions/echeances/armer-horloges.ts';
import { expedierEnvois } from '../../functions/envois/expedier-envois.ts';
import { interactionStore } from '../../functions/interactions/interaction.store.ts';
import type { Interaction } from '../../functions/interactions/interaction.ts';
import { listerInteractions } from '../../functions/interactions/lister-interactions.ts';
import { rattacherInteraction } from '../../functions/interactions/rattacher-interaction.ts';
import { recevoirSms } from '../../functions/interactions/recevoir-sms.ts';
import { type Lieu, perform } from '../../functions/platform/perform.ts';
import { ouvrirTable } from '../../functions/platform/table.ts';
import { fluxDe } from '../atelier/flux.ts';
import { deposer, LUNDI as now, unAgent, unLieu, unParticulier } from '../atelier/monde.ts';
import { uneTableEnRetard } from '../atelier/retard.ts';

const sfn = mockClient(SFNClient);
const sns = mockClient(SNSClient);
process.env.AWS_REGION = 'eu-west-3';
process.env.VEILLE = 'arn:aws:states:eu-west-3:000000000000:stateMachine:parvis-essai-suivi-demande';

const TELEPHONE = '+33639980001';
const usager = { ...unParticulier, telephone: '06 39 98 00 01' };
let lieu: Lieu;
let jetons: { agent: string };
let rattraper: () => Promise<void>;
beforeEach(async () => {
  sfn.reset();
  sns.reset();
  sns.on(PublishCommand).resolves({ MessageId: '1' });
  sfn.on(StartExecutionCommand).resolves({});
  sfn.on(ListExecutionsCommand).resolves({ executions: [] });
  const table = await uneTableEnRetard();
  rattraper = table.rattraper;
  lieu = { ...(await unLieu()), base: table.base };
  jetons = await unAgent(lieu, 'administrateur');
});

const accepter = async (demande: string) => {
  const { version } = await perform(consulterDemande, { input: { demande }, now, jetons }, lieu);
  return perform(accepterDemande, { input: { demande, version }, now, jetons }, lieu);
};
const lignes = async () =>
  (await perform(listerDemandes, { input: {}, now, jetons }, lieu)).lignes.map(({ reference }) => reference);

describe('quand les index retardent sur la table', () => {
  it('le retard est vrai : la file montre encore ce qui est décidé, puis plus', async () => {
    const { reference } = await deposer(lieu);
    expect(await lignes()).toEqual([]);
    await rattraper();
    expect(await lignes()).toEqual([reference]);
    await accepter(reference);
    expect(await lignes()).toEqual([reference]);
    await rattraper();
    expect(await lignes()).toEqual([]);
  });

  it('une ligne périmée ne laisse pas décider deux fois', async () => {
    const { reference: demande } = await deposer(lieu);
    const { version } = await perform(consulterDemande, { input: { demande }, now, jetons }, lieu);
    await rattraper();
    await accepter(demande);
    expect(await lignes()).toEqual([demande]);
    await expect(
      perform(accepterDemande, { input: { demande, version }, now, jetons }, lieu),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^(modifie-entre-temps|geste-impossible)$/) });
    const { valeur } = await demandeStore(ouvrirTable(lieu.base)).get(Reference.parse(demande));
    expect(valeur.faits.filter(({ type }) => type === 'decision')).toHaveLength(1);
  });

  it('SUIVI dit où en est la demande, et non où elle en était', async () => {
    const [finie, ouverte] = [await deposer(lieu, { usager }), await deposer(lieu, { usager })];
    await rattraper();
    await accepter(finie.reference);
    const Message = JSON.stringify({
      originationNumber: TELEPHONE,
      messageBody: 'SUIVI',
      inboundMessageId: 'sms-1',
    });
    const input = { Records: [{ Sns: { MessageId: 'sms-1', Message, Timestamp: now.toISOString() } }] };
    await perform(recevoirSms, { input, now, interne: true }, lieu);
    const { valeur } = await interactionStore(ouvrirTable(lieu.base)).get('sms-1');
    // One of the two is over: there is nothing to ask.
    expect(valeur).toMatchObject({ etat: 'repondue', demande: ouverte.reference });
    await perform(
      expedierEnvois,
      { input: await fluxDe(lieu, `DEMANDE#${ouverte.reference}`), now, interne: true },
      lieu,
    );
    expect(JSON.stringify(sns.commandCalls(PublishCommand).map(({ args }) => args[0].input))).toContain(
      ouverte.reference,
    );
  });

  it('un message déjà joint, que la liste montre encore, ne l’est pas deux fois', async () => {
    const { reference: demande } = await deposer(lieu);
    const interaction: Interaction = {
      id: 'un-message',
      canal: 'courriel',
      de: 'lea@exemple.test',
      objet: 'Ma pièce',
      texte: 'Voici.',
      recueLe: now.toISOString(),
      original: '',
      etat: 'a-trier',
      raison: 'sans-expediteur',
      essais: 1,
    };
    const table = ouvrirTable(lieu.base);
    interactionStore(table).add(interaction);
    await table.commit();
    await rattraper();
    const joindre = () =>
      perform(rattacherInteraction, { input: { interaction: 'un-message', demande }, now, jetons }, lieu);
    await joindre();
    const { interactions } = await perform(listerInteractions, { input: {}, now, jetons }, lieu);
    expect(interactions).toHaveLength(1);
    await expect(joindre()).rejects.toMatchObject({ code: 'geste-impossible' });
    const { messages } = await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
    expect(messages).toHaveLength(1);
  });

  it('la ronde de nuit ne relance pas la veille d’une demande décidée', async () => {
    const { reference } = await deposer(lieu);
    await rattraper();
    await accepter(reference);
    const nuit = new Date('2027-01-10T01:15:00Z');
    expect(await perform(armerHorloges, { input: {}, now: nuit, interne: true }, lieu)).toEqual({
      armees: 0,
    });
    expect(sfn.commandCalls(StartExecutionCommand)).toHaveLength(0);
  });
});
