import { SESv2Client } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { ecrireUsager } from '../../../functions/demandes/ecrire-usager.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { expedierEnvois } from '../../../functions/envois/expedier-envois.ts';
import { combienDeSms } from '../../../functions/envois/gsm.ts';
import { consigneDe } from '../../../functions/interactions/consigne.ts';
import { interactionStore } from '../../../functions/interactions/interaction.store.ts';
import { recevoirSms } from '../../../functions/interactions/recevoir-sms.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { fluxDe } from '../../atelier/flux.ts';
import { deposer, LUNDI, unAgent, unLieu, unParticulier } from '../../atelier/monde.ts';

const sns = mockClient(SNSClient);
const ses = mockClient(SESv2Client);
process.env.SES_CONFIGURATION = 'parvis-essai';
process.env.AWS_REGION = 'eu-west-3';

const ZOE = '+33639980001';
let lieu: Lieu;
beforeEach(async () => {
  sns.reset();
  ses.reset();
  lieu = await unLieu();
});

const recevoir = async (texte: string, { de = ZOE, id = String(crypto.randomUUID()), now = LUNDI } = {}) => {
  const Message = JSON.stringify({ originationNumber: de, messageBody: texte, inboundMessageId: id });
  const input = { Records: [{ Sns: { MessageId: id, Message, Timestamp: now.toISOString() } }] };
  await perform(recevoirSms, { input, now, interne: true }, lieu);
  return (await interactionStore(ouvrirTable(lieu.base)).get(id)).valeur;
};
const entiere = (reference: string | undefined) =>
  demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(reference));

/** Sends what was promised in these partitions, and tells the SMS that left. */
const partis = async (...pks: string[]) => {
  const input = await fluxDe(lieu, ...pks);
  sns.resetHistory();
  await perform(expedierEnvois, { input, now: LUNDI, interne: true }, lieu);
  return sns
    .commandCalls(PublishCommand)
    .map(({ args: [{ input }] }) => `${input.PhoneNumber} ${input.Message}`);
};

describe('SUIVI', () => {
  it.each([
    'SUIVI K7M2-9QXD',
    'suivi k7m29qxd',
    ' Suivi  k7m2 9qxd merci',
    'súivi:K7M2-9QXD.',
    'Suivi n° K7M2 9QXD',
  ])('« %s » se comprend', (texte) => {
    const consigne = consigneDe(texte.replace(/k7m2(.?)9qxd/i, (_, tiret: string) => `0000${tiret}0000`));
    expect(consigne).toEqual({ type: 'suivi', reference: '0000-0000' });
  });

  it('répond l’état et la prochaine date au téléphone de la personne, en deux SMS de lettres simples', async () => {
    const { reference } = await deposer(lieu, {
      usager: { ...unParticulier, telephone: '06 39 98 00 01' },
    });
    await recevoir(`suivi ${reference}`);
    const [sms = ''] = await partis(`DEMANDE#${reference}`);
    expect(sms).toContain(ZOE);
    expect(sms).toMatch(/Sans réponse le 23 janvier 2027, elle sera accept[ée]e/);
    const texte = sms.slice(ZOE.length + 1);
    expect(texte).toMatch(/^[\w\s@£$¥èéùìòàÉ!"#%&'()*+,./:;<=>?-]*$/);
    expect(combienDeSms(texte)).toBeLessThanOrEqual(2);
  });

  it('d’un autre téléphone : demande le code, et ne dit rien de la demande', async () => {
    const { reference } = await deposer(lieu);
    const { id } = await recevoir(`SUIVI ${reference}`);
    const [sms = ''] = await partis(`INTERACTION#${id}`);
    expect(sms).toMatch(/son code/);
    expect(sms).not.toContain('accept');
  });
});

describe('un SMS libre', () => {
  it('ouvre une demande à qualifier, dont l’accusé part par SMS avec sa référence et son code', async () => {
    const { demande, etat } = await recevoir('Bonjour, quand passe le ramassage des encombrants ?');
    expect(etat).toBe('rattachee');
    const {
      lue: { valeur },
    } = await entiere(demande);
    expect(valeur).toMatchObject({
      statut: 'a-qualifier',
      objet: 'Bonjour, quand passe le ramassage des encombrants ?',
      usager: { qualite: 'correspondant', telephone: '0639980001', parSms: true },
    });
    const [sms = ''] = await partis(`DEMANDE#${demande}`);
    expect(sms).toContain(`référence ${demande}, code ${valeur.code}`);
    expect(sms).toContain('23 novembre 2026');
    expect(sms).toContain(`/suivi/${demande}#${valeur.code}`);
  });

  it('suivi d’un autre rejoint la même demande, sans second accusé aussitôt', async () => {
    const premier = await recevoir('Un trou rue Haute');
    const second = await recevoir('Devant le 3', { now: new Date(LUNDI.getTime() + 60_000) });
    const troisieme = await recevoir('Toujours là', { now: new Date(LUNDI.getTime() + 3_600_000) });
    expect(new Set([premier, second, troisieme].map(({ demande }) => demande)).size).toBe(1);
    const { messages, envois } = await entiere(premier.demande);
    expect(messages.map(({ texte }) => texte)).toEqual(['Un trou rue Haute', 'Devant le 3', 'Toujours là']);
    expect(envois).toHaveLength(2);
  });

  it('de qui a déposé en ligne et accepte les SMS rejoint sa demande', async () => {
    const { reference } = await deposer(lieu, {
      usager: { ...unParticulier, telephone: '06 39 98 00 01', parSms: true },
    });
    expect((await recevoir('Une précision')).demande).toBe(reference);
  });

  it('au même numéro de fournisseur n’a qu’un effet', async () => {
    await Promise.all([recevoir('Allô', { id: 'x' }), recevoir('Allô', { id: 'x' })]);
    const { demande } = await recevoir('Allô', { id: 'x' });
    expect((await entiere(demande)).messages).toHaveLength(1);
  });

  it('d’un numéro court, ou vide, reste à trier sans réponse', async () => {
    expect(await recevoir('Pub', { de: '36180' })).toMatchObject({
      etat: 'a-trier',
      raison: 'sans-expediteur',
    });
    expect(await recevoir('  ')).toMatchObject({ etat: 'a-trier', raison: 'sans-texte' });
  });
});

describe('la réponse de l’agent', () => {
  const ecrire = async (demande: string | undefined) => {
    const jetons = await unAgent(lieu, 'administrateur');
    const input = { demande: demande ?? '', texte: 'Il passe mardi, c’est « gratuit ».' };
    return perform(ecrireUsager, { input, now: LUNDI, jetons }, lieu);
  };
  const voies = async (demande: string) => {
    const jetons = await unAgent(lieu, 'administrateur');
    return (await perform(consulterDemande, { input: { demande }, now: LUNDI, jetons }, lieu)).voies;
  };

  it('part par SMS à qui a écrit par SMS, et le fil dit par où', async () => {
    const { demande = '' } = await recevoir('Bonjour');
    expect(await voies(demande)).toEqual([{ par: 'sms', a: '0639980001' }]);
    expect((await ecrire(demande)).canal).toBe('sms');
    expect((await partis(`DEMANDE#${demande}`)).join()).toContain('Il passe mardi, c\'est " gratuit ".');
  });

  it('part par e-mail à qui a déposé en ligne', async () => {
    const { reference } = await deposer(lieu);
    expect(await voies(reference)).toEqual([{ par: 'courriel', a: unParticulier.courriel }]);
    expect((await ecrire(reference)).canal).toBe('courriel');
  });

  it('STOP : plus aucun SMS ne part vers ce numéro, et le dossier le montre ; START le rétablit', async () => {
    const { demande = '' } = await recevoir('Bonjour');
    await recevoir('stop');
    expect(await voies(demande)).toEqual([]);
    await ecrire(demande);
    expect(await partis(`DEMANDE#${demande}`)).toEqual([]);
    expect((await entiere(demande)).envois.map(({ etat }) => etat)).toEqual(['retenu', 'retenu']);
    await recevoir('START');
    expect(await voies(demande)).toHaveLength(1);
  });
});
