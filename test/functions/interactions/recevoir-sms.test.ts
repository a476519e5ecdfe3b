import { SESv2Client } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { ecrireUsager } from '../../../functions/demandes/ecrire-usager.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { expedierEnvois } from '../../../functions/envois/expedier-envois.ts';
import { combienDeSms } from '../../../functions/envois/gsm.ts';
import { consigneDe } from '../../../functions/interactions/consigne.ts';
import { interactionStore } from '../../../functions/interactions/interaction.store.ts';
import { rattacherInteraction } from '../../../functions/interactions/rattacher-interaction.ts';
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

describe('un mot pour la machine', () => {
  const rien = async (texte: string) => {
    const recue = await recevoir(texte);
    expect(recue.texte).toBe(texte);
    expect(recue.etat).toBe('repondue');
    expect(await demandesDe()).toEqual([]);
    return partis(`INTERACTION#${recue.id}`);
  };
  const demandesDe = () => demandeStore(ouvrirTable(lieu.base)).listDuContact(ZOE);

  it.each([
    ['AIDE', /SUIVI et la référence/],
    ['photo ?', /e-mail à mairie@aubevive\.example/],
    ['RDV svp', /04 65 71 10 00/],
    ['Oui', /AIDE/],
    ['merci !', /merci à vous/i],
    ['2', /pas de choix/],
    ['NOUVELLE', /après le mot NOUVELLE/],
    ['Stop. Merci', /plus aucun SMS/],
    ['Arrêtez de m’envoyer des SMS', /plus aucun SMS/],
    ['REPRENDRE', /de nouveau/],
    ['suivi?', /K7M2-9QX3/],
  ])('« %s » n’ouvre aucune demande, et reçoit une réponse d’un seul SMS', async (texte, attendu) => {
    const envoyes = await rien(texte);
    expect(envoyes).toHaveLength(1);
    expect(envoyes[0]).toMatch(attendu);
    expect(combienDeSms(envoyes[0]?.slice(ZOE.length + 1) ?? '')).toBe(1);
  });

  it('STOP dit dix fois n’est confirmé qu’une, puis c’est le silence, et REPRENDRE rétablit', async () => {
    const ids = [];
    for (let fois = 0; fois < 10; fois++) ids.push((await recevoir('STOP')).id);
    expect(await partis(...ids.map((id) => `INTERACTION#${id}`))).toHaveLength(1);
    const { id } = await recevoir('AIDE');
    expect(await partis(`INTERACTION#${id}`)).toEqual([]);
    const { id: reprise } = await recevoir('reprendre');
    expect(await partis(`INTERACTION#${reprise}`)).toHaveLength(1);
  });

  it('ne répond pas sans fin à une machine', async () => {
    const ids = [];
    for (let fois = 0; fois < 20; fois++) ids.push((await recevoir('AIDE')).id);
    expect((await partis(...ids.map((id) => `INTERACTION#${id}`))).length).toBeLessThanOrEqual(12);
  });
});

describe('un SMS de qui a plusieurs demandes', () => {
  const zoe = { ...unParticulier, telephone: '06 39 98 00 01' };
  const SOIR = new Date(LUNDI.getTime() + 3_600_000);
  const deux = async () => {
    const a = (await deposer(lieu, { usager: zoe })).reference;
    const { demande: b = '' } = await recevoir(`NOUVELLE : Le lampadaire de la rue Haute clignote`);
    return { a, b };
  };
  const textes = async (reference: string) => (await entiere(reference)).messages.map(({ texte }) => texte);
  const etat = async (id: string) => (await interactionStore(ouvrirTable(lieu.base)).get(id)).valeur;

  it('demande laquelle, le garde sous les yeux des agents, et le joint au choix', async () => {
    const { b } = await deux();
    const perdu = await recevoir('C’est devant le 12', { now: SOIR });
    expect(perdu).toMatchObject({ etat: 'a-trier', raison: 'choix-attendu' });
    expect(perdu.propositions?.map(({ reference }) => reference)).toContain(b);
    const [sms = ''] = await partis(`INTERACTION#${perdu.id}`);
    expect(sms).toMatch(/Pour quelle demande.*1 .*2 .*NOUVELLE/);
    const rang = (perdu.propositions?.findIndex(({ reference }) => reference === b) ?? 0) + 1;
    const { id } = await recevoir(`${rang}`, { now: SOIR });
    expect(await textes(b)).toContain('C’est devant le 12');
    expect(await etat(perdu.id)).toMatchObject({ etat: 'rattachee', demande: b });
    expect(await partis(`INTERACTION#${id}`)).toEqual([]);
  });

  it.each(['reference', 'mots'])('se choisit aussi par %s', async (par) => {
    const { b } = await deux();
    const perdu = await recevoir('C’est devant le 12', { now: SOIR });
    await recevoir(par === 'mots' ? 'le lampadaire' : b.toLowerCase(), { now: SOIR });
    expect(await textes(b)).toContain('C’est devant le 12');
    expect((await etat(perdu.id)).etat).toBe('rattachee');
  });

  it('garde tous les textes en attente, et ne pose la question qu’une fois de suite', async () => {
    const { b } = await deux();
    const un = await recevoir('C’est devant le 12', { now: SOIR });
    const deuxieme = await recevoir('Et aussi au coin de la place du Marché', { now: SOIR });
    expect(await partis(`INTERACTION#${un.id}`, `INTERACTION#${deuxieme.id}`)).toHaveLength(1);
    await recevoir(b, { now: SOIR });
    expect((await textes(b)).join()).toMatch(/devant le 12[\s\S]*place du Marché/);
  });

  it('NOUVELLE ouvre une autre demande, reçue le jour du premier texte', async () => {
    await deux();
    const perdu = await recevoir('Un arbre est tombé chemin Creux', { now: SOIR });
    await recevoir('nouvelle', { now: new Date(SOIR.getTime() + 20 * 3_600_000) });
    const { demande } = await etat(perdu.id);
    const { lue } = await entiere(demande);
    expect(lue.valeur).toMatchObject({ statut: 'a-qualifier', objet: 'Un arbre est tombé chemin Creux' });
    expect(lue.valeur.faits[0]?.le).toBe(SOIR.toISOString());
  });

  it('oublie la question après deux jours, le texte reste à trier', async () => {
    await deux();
    const perdu = await recevoir('C’est devant le 12', { now: SOIR });
    const { etat: suite } = await recevoir('1', { now: new Date(SOIR.getTime() + 49 * 3_600_000) });
    expect(suite).toBe('repondue');
    expect((await etat(perdu.id)).etat).toBe('a-trier');
  });

  it('trié par un agent entre-temps, n’est pas joint deux fois', async () => {
    const { a, b } = await deux();
    const perdu = await recevoir('C’est devant le 12', { now: SOIR });
    const jetons = await unAgent(lieu, 'administrateur');
    await perform(
      rattacherInteraction,
      { input: { interaction: perdu.id, demande: a }, now: SOIR, jetons },
      lieu,
    );
    const { id } = await recevoir(b, { now: SOIR });
    expect(await textes(b)).not.toContain('C’est devant le 12');
    expect((await partis(`INTERACTION#${id}`)).join()).toMatch(/déjà été lu/);
    const [mot] = (await entiere(a)).messages;
    expect(mot).toMatchObject({ texte: 'C’est devant le 12' });
    expect(mot?.tiers).toBeUndefined();
  });

  it('rejoint sans question celle que le texte nomme, ou dont un agent vient de parler', async () => {
    const { a, b } = await deux();
    expect((await recevoir(`Pour ${a} : j’ai la pièce`, { now: SOIR })).demande).toBe(a);
    const jetons = await unAgent(lieu, 'administrateur');
    await perform(ecrireUsager, { input: { demande: b, texte: 'À quel numéro ?' }, now: SOIR, jetons }, lieu);
    expect((await recevoir('Devant le 12', { now: SOIR })).demande).toBe(b);
    expect((await recevoir('Oui', { now: SOIR })).demande).toBe(b);
  });

  it('PHOTO et SUIVI répondent pour elles', async () => {
    const { a } = await deux();
    const { id } = await recevoir('Où en est ma demande ?', { now: SOIR });
    expect((await partis(`INTERACTION#${id}`)).join()).toContain(a);
  });

  it('jointe sans être nommée, se détache par NOUVELLE', async () => {
    const premiere = await recevoir('Un trou rue Haute');
    const seconde = await recevoir('Un arbre est tombé chemin Creux', { now: SOIR });
    expect(seconde.demande).toBe(premiere.demande);
    const envois = await partis(`DEMANDE#${premiere.demande}`);
    expect(envois.join('\n')).toMatch(/Un trou rue Haute.*NOUVELLE/);
    await recevoir('NOUVELLE', { now: SOIR });
    const { demande } = await etat(seconde.id);
    expect(demande).not.toBe(premiere.demande);
    expect((await entiere(demande)).lue.valeur.objet).toBe('Un arbre est tombé chemin Creux');
  });
});

it('quoi qu’il contienne, un SMS est numéroté, gardé tel quel, et reçoit un SMS au plus', async () => {
  let rang = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 40 }),
        fc.constant('\ud83d seul'),
      ),
      async (texte) => {
        // Each from a phone of its own: nothing was said before.
        const de = `+336399${String(rang++).padStart(5, '0')}`;
        const recue = await recevoir(texte, { de });
        expect(recue.brut ? JSON.parse(recue.brut) : recue.texte).toBe(texte);
        expect(recue.texte.isWellFormed()).toBe(true);
        expect(recue.etat).not.toBe('recue');
        const pks = [`INTERACTION#${recue.id}`, ...(recue.demande ? [`DEMANDE#${recue.demande}`] : [])];
        expect((await partis(...pks)).length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 25 },
  );
});

describe('un numéro vers lequel aucun SMS ne part', () => {
  const NOUMEA = '+687791234';

  it.each([
    NOUMEA,
    '+68987123456',
    '+508551234',
    '+681721234',
    '+32470123456',
    '+41781234567',
    '+352621123456',
  ])('%s ouvre sa demande, gardée avec son pays, et l’agent sait qu’il faut une autre voie', async (de) => {
    const { demande = '' } = await recevoir('Un arbre est tombé chemin Creux', { de });
    const { lue, envois } = await entiere(demande);
    expect(lue.valeur.usager).toMatchObject({ telephone: de, sansSms: true });
    expect(envois).toEqual([]);
    const jetons = await unAgent(lieu, 'administrateur');
    const dossier = await perform(consulterDemande, { input: { demande }, now: LUNDI, jetons }, lieu);
    expect(dossier).toMatchObject({ voies: [], surPapier: true, usager: { sansSms: true } });
  });

  it('au dépôt en ligne, le dit et garde l’e-mail', async () => {
    const usager = { ...unParticulier, telephone: '+32 470 12 34 56', parSms: true };
    const { reference, sections } = await deposer(lieu, { usager });
    expect(JSON.stringify(sections)).toMatch(
      /Aucun SMS ne peut partir.*Belgique.*zoe\.fictif@courriel\.example/s,
    );
    expect((await entiere(reference)).envois.map(({ a }) => a)).toEqual([unParticulier.courriel]);
  });

  it('une commune peut ouvrir d’autres pays', async () => {
    const { commune } = lieu.monde;
    const echanges = { ...commune.echanges, smsVers: ['FR', 'BE'] };
    lieu = { ...lieu, monde: { ...lieu.monde, commune: { ...commune, echanges } } };
    const { demande = '' } = await recevoir('Un arbre est tombé', { de: '+32470123456' });
    expect((await partis(`DEMANDE#${demande}`)).join()).toContain('+32470123456');
  });

  it('promis avant qu’on le sache, n’est pas perdu : le dossier le montre et un agent est prévenu', async () => {
    const { commune } = lieu.monde;
    const large = { ...commune, echanges: { ...commune.echanges, smsVers: ['NC'] } };
    const etroit = lieu;
    lieu = { ...lieu, monde: { ...lieu.monde, commune: large } };
    const { demande = '' } = await recevoir('Un arbre est tombé', { de: NOUMEA });
    lieu = etroit;
    expect(await partis(`DEMANDE#${demande}`)).toEqual([]);
    const { envois, lue } = await entiere(demande);
    expect(envois.map(({ etat }) => etat)).toContain('echec');
    expect(lue.dernierMot).toMatchObject({
      phrase: 'SMS non parti : aucun SMS ne peut partir vers ce numéro',
    });
    expect(JSON.stringify(lue.promis)).toMatch(/n’est pas parti/);
  });
});
