import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../../functions/demandes/accepter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { aAgent, aUsager } from '../../../functions/demandes/lettres.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { refuserDemande } from '../../../functions/demandes/refuser-demande.ts';
import { constaterRemise } from '../../../functions/envois/constater-remise.ts';
import { expedierEnvois } from '../../../functions/envois/expedier-envois.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { type Item, ouvrirTable } from '../../../functions/platform/table.ts';
import { enregistrement, fluxDe } from '../../atelier/flux.ts';
import { deposer, LUNDI, unAgent, unLieu, unParticulier } from '../../atelier/monde.ts';

const ses = mockClient(SESv2Client);
const sns = mockClient(SNSClient);
process.env.SES_CONFIGURATION = 'parvis-essai';
process.env.AWS_REGION = 'eu-west-3';

let lieu: Lieu;
let demande: string;
beforeEach(async () => {
  ses.reset();
  sns.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  sns.on(PublishCommand).resolves({ MessageId: '1' });
  lieu = await unLieu();
  demande = (await deposer(lieu, { usager: { ...unParticulier, telephone: '06 39 98 00 01', parSms: true } }))
    .reference;
});

const entiere = () => demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
const consommer = async (now = LUNDI) =>
  perform(expedierEnvois, { input: await fluxDe(lieu, `DEMANDE#${demande}`), now, interne: true }, lieu);
const courriel = async () => (await entiere()).envois.find(({ contenu }) => contenu.type === 'accuse');
const etats = async () => (await entiere()).envois.map(({ etat }) => etat).sort();
const partis = () =>
  ses.commandCalls(SendEmailCommand).map(({ args }) => {
    const { Content, ...adresses } = args[0].input;
    const { Subject, Body, Headers } = Content?.Simple ?? {};
    return { ...adresses, objet: Subject?.Data, texte: Body?.Text?.Data, Headers };
  });

/** Rewrites the demande as another action would, promising one more letter, or none. */
const reecrire = async ({ now = LUNDI, promet = true } = {}) => {
  const table = ouvrirTable(lieu.base);
  const demandes = demandeStore(table);
  const lue = await demandes.get(Reference.parse(demande));
  const lettre = { objet: 'Une lettre', paragraphes: ['Bonjour.'], a: 'agent@mairie.example' };
  demandes.replace(lue, lue.valeur, { now, promis: promet ? [aAgent(lettre, crypto.randomUUID())] : [] });
  await table.commit();
  return image();
};
const image = async () => {
  const item = await lieu.base.get({ pk: `DEMANDE#${demande}`, sk: 'DEMANDE' });
  if (!item) throw new Error('pas de demande');
  return item;
};
const changer = (apres: Item, avant?: Item) =>
  perform(
    expedierEnvois,
    { input: { Records: [enregistrement(apres, avant)] }, now: LUNDI, interne: true },
    lieu,
  );

describe('ce qu’une demande promet', () => {
  it('part une fois, même quand la demande est réécrite avant que personne l’ait pris', async () => {
    const [zero, un, deux] = [await image(), await reecrire(), await reecrire({ promet: false })];
    await changer(un, zero);
    await changer(deux, un);
    expect(partis()).toHaveLength(1);
  });

  it('la suit un jour, pour pouvoir être repris, puis s’efface', async () => {
    await reecrire();
    const demain = new Date(LUNDI.getTime() + 23 * 3600_000);
    expect((await reecrire({ now: demain, promet: false })).promis).toHaveLength(1);
    const apresDemain = new Date(LUNDI.getTime() + 25 * 3600_000);
    expect((await reecrire({ now: apresDemain, promet: false })).promis).toBeUndefined();
  });

  it('repart quand on touche l’objet, si personne n’a pu le prendre ; sinon rien', async () => {
    const promise = await reecrire();
    await changer(promise, promise);
    await changer(promise, promise);
    expect(partis()).toHaveLength(1);
  });

  it('se lit dans le dossier avant d’être pris', async () => {
    await reecrire();
    expect((await entiere()).envois.map(({ a, etat }) => `${a} ${etat}`)).toContain(
      'agent@mairie.example a-expedier',
    );
  });
});

describe('une décision', () => {
  it('reste dans l’espace : l’e-mail dit qu’elle y est, depuis quand, de quel service, et comment l’ouvrir', async () => {
    const { agent } = await unAgent(lieu, 'administrateur');
    const { version } = await image();
    const input = { demande, version, texte: 'Votre carte vous attend à l’accueil.' };
    const avant = await image();
    await perform(accepterDemande, { input, now: LUNDI, jetons: { agent } }, lieu);
    await changer(await image(), avant);
    expect(partis()[0]?.objet).toContain('Votre demande est acceptée');
    const { texte = '' } = partis()[0] ?? {};
    expect(texte).not.toContain('Votre carte vous attend à l’accueil.');
    expect(texte).toMatch(/dans votre espace depuis le 23 novembre 2026 à 10.h.30/);
    expect(texte).toMatch(/Service qui vous répond : .+ téléphone 0\d/);
    expect(texte).toContain(`http://localhost:3000/suivi/${demande}#`);
    expect((await entiere()).envois.map(({ contenu }) => contenu.type)).toContain('decision');
  });
});

describe('expédier les envois', () => {
  it('envoie l’accusé par courriel, avec le lien de suivi et l’interdiction de répondre en machine', async () => {
    await consommer();
    const [accuse] = partis();
    expect(accuse?.objet).toContain(demande);
    expect(accuse?.texte).toContain('sous réserve que la demande soit complète');
    expect(accuse?.texte).toContain(`http://localhost:3000/suivi/${demande}#`);
    expect(accuse?.Headers).toEqual([
      { Name: 'Auto-Submitted', Value: 'auto-generated' },
      { Name: 'X-Auto-Response-Suppress', Value: 'DR, RN, NRN, OOF, AutoReply' },
      { Name: 'References', Value: `<demande.${demande}@aubevive.example>` },
      { Name: 'In-Reply-To', Value: `<demande.${demande}@aubevive.example>` },
    ]);
  });

  it('répond à l’e-mail que la personne avait écrit', async () => {
    const table = ouvrirTable(lieu.base);
    const demandes = demandeStore(table);
    const lue = await demandes.get(Reference.parse(demande));
    const valeur = { ...lue.valeur, dernierCourriel: '<a.b@exemple.test>' };
    const promis = aUsager(valeur, { objet: 'Une lettre', paragraphes: ['Oui.'] }, () => crypto.randomUUID());
    demandes.replace(lue, valeur, { now: LUNDI, promis });
    await table.commit();
    await changer(await image());
    expect(partis()[0]?.Headers?.slice(2)).toEqual([
      { Name: 'References', Value: `<demande.${demande}@aubevive.example> <a.b@exemple.test>` },
      { Name: 'In-Reply-To', Value: '<a.b@exemple.test>' },
    ]);
  });

  it('n’écrit pas lui-même qu’un courriel est parti : SES le dit', async () => {
    await consommer();
    expect(await etats()).toEqual(['en-cours', 'expedie']);
    await nouvelle('Send', (await courriel())?.id ?? '');
    expect(await etats()).toEqual(['expedie', 'expedie']);
  });

  it('se répond : la référence voyage dans l’adresse de réponse', async () => {
    await consommer();
    expect(partis()[0]?.ReplyToAddresses).toEqual([`mairie+${demande}@${lieu.monde.commune.domaine}`]);
  });

  it('prévient aussi par SMS qui l’a demandé', async () => {
    await consommer();
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input.PhoneNumber).toBe('+33639980001');
  });

  it('fait partir les SMS par le numéro de la commune, quand elle en a un : la réponse n’ira pas ailleurs', async () => {
    const { echanges } = lieu.monde.commune;
    const parNumero = () => sns.commandCalls(PublishCommand).at(-1)?.args[0].input.MessageAttributes;
    await consommer();
    expect(parNumero()).not.toHaveProperty(['AWS.MM.SMS.OriginationNumber']);
    const { base, monde } = await unLieu();
    const commune = { ...monde.commune, echanges: { ...echanges, smsNumero: '+33700000000' } };
    lieu = { base, monde: { ...monde, commune } };
    demande = (
      await deposer(lieu, { usager: { ...unParticulier, telephone: '06 39 98 00 02', parSms: true } })
    ).reference;
    await consommer();
    expect(parNumero()).toMatchObject({
      'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: '+33700000000' },
    });
  });

  it('deux fois le même enregistrement du flux : un seul envoi', async () => {
    await Promise.all([consommer(), consommer()]);
    await consommer();
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });

  it('après une coupure en plein envoi, attend des nouvelles, puis recommence', async () => {
    ses.on(SendEmailCommand).rejectsOnce(new Error('coupure'));
    expect((await consommer()).batchItemFailures).toHaveLength(1);
    expect((await consommer()).batchItemFailures).toHaveLength(1);
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
    expect((await consommer(new Date(LUNDI.getTime() + 31_000))).batchItemFailures).toEqual([]);
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(2);
  });

  it('porte le nom de la commune avec ses accents, dans des lettres que SES accepte', async () => {
    await consommer();
    const { nomComplet, courriel: adresse } = lieu.monde.commune;
    const de = partis()[0]?.FromEmailAddress ?? '';
    expect(de).toMatch(/^[\x20-\x7e]+$/);
    const { from } = await PostalMime.parse(`From: ${de}\r\n\r\n`);
    expect(from).toEqual({ name: nomComplet, address: adresse });
  });

  it('freiné par SES, recommence au prochain passage, sans attendre de nouvelles', async () => {
    ses
      .on(SendEmailCommand)
      .rejectsOnce(
        Object.assign(new Error('trop vite'), { name: 'TooManyRequestsException', $fault: 'client' }),
      );
    expect((await consommer()).batchItemFailures).toHaveLength(1);
    expect((await consommer()).batchItemFailures).toEqual([]);
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(2);
  });

  it('refusé par SES pour de bon, se voit dans le dossier et ne bloque rien', async () => {
    ses
      .on(SendEmailCommand)
      .rejectsOnce(Object.assign(new Error('non'), { name: 'MessageRejected', $fault: 'client' }));
    expect((await consommer()).batchItemFailures).toEqual([]);
    expect(await courriel()).toMatchObject({
      etat: 'echec',
      motif: expect.stringContaining('refusé'),
    });
  });

  it('si SES dit que le courriel est parti avant que nous le notions, ne l’envoie pas deux fois', async () => {
    ses.on(SendEmailCommand).rejectsOnce(new Error('coupure juste après le départ'));
    await consommer();
    await nouvelle('Send', (await courriel())?.id ?? '');
    await consommer(new Date(LUNDI.getTime() + 31_000));
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });

  it('une décision revenue se voit dans la file, et l’agent l’apprend une fois', async () => {
    const { agent } = await unAgent(lieu, 'administrateur');
    const { version } = await image();
    const input = {
      demande,
      version,
      faits: 'Le véhicule est à un tiers.',
      droit: 'Délibération du 3 mars.',
    };
    const avant = await image();
    await perform(refuserDemande, { input, now: LUNDI, jetons: { agent } }, lieu);
    await changer(await image(), avant);
    const decision = (await entiere()).envois.find(({ contenu }) => contenu.type === 'decision');
    await nouvelle('Bounce', decision?.id ?? '');
    await nouvelle('Bounce', decision?.id ?? '');
    const { envois, lue } = await entiere();
    expect(lue.dernierMot.phrase).toMatch(/^E-mail revenu/);
    expect(lue.valeur.faits.at(-1)?.type).toBe('notification-revenue');
    expect(envois.find(({ id }) => id === decision?.id)).toMatchObject({ etat: 'echec' });
    const alertes = envois.filter(
      ({ contenu }) => contenu.type === 'lettre' && contenu.objet.startsWith('Un e-mail n’est pas arrivé'),
    );
    expect(alertes).toMatchObject([{ a: expect.stringContaining('@'), etat: 'a-expedier' }]);
    // Were the alert itself to come back, nobody is told again.
    await changer(await image());
    await nouvelle('Bounce', alertes[0]?.id ?? '');
    expect((await entiere()).envois.filter(({ a }) => a === alertes[0]?.a)).toHaveLength(1);
  });

  it('un accusé revenu se voit dans la file, sans écrire à l’agent', async () => {
    await consommer();
    await nouvelle('Bounce', (await courriel())?.id ?? '');
    const { lue, envois } = await entiere();
    expect(lue.dernierMot.phrase).toMatch(/^E-mail revenu/);
    expect(envois.map(({ contenu }) => contenu.type)).not.toContain('lettre');
  });

  it('une réponse automatique d’absence n’est pas un retour', async () => {
    await consommer();
    const { id = '' } = (await courriel()) ?? {};
    await nouvelle('Send', id);
    await nouvelle('Bounce', id, 'Transient');
    expect(await courriel()).toMatchObject({ etat: 'expedie' });
    expect((await entiere()).lue.dernierMot.phrase).not.toContain('revenu');
  });

  it('un courriel dit indésirable est arrivé : rien ne change dans la file', async () => {
    await consommer();
    const mot = (await entiere()).lue.dernierMot;
    await nouvelle('Complaint', (await courriel())?.id ?? '');
    expect((await entiere()).lue.dernierMot).toEqual(mot);
    expect(await courriel()).toMatchObject({ etat: 'echec', motif: expect.stringContaining('indésirable') });
  });

  it('un courriel revenu se voit dans le dossier', async () => {
    await consommer();
    const { id = '' } = (await courriel()) ?? {};
    await nouvelle('Bounce', id);
    await nouvelle('Send', id);
    expect(await courriel()).toMatchObject({ etat: 'echec', motif: expect.stringContaining('adresse') });
  });
});

const nouvelle = (eventType: string, envoi: string, bounceType = 'Permanent') =>
  perform(
    constaterRemise,
    {
      input: {
        Records: [
          {
            Sns: {
              Message: JSON.stringify({
                eventType,
                mail: { tags: { envoi: [envoi], demande: [demande] } },
                ...(eventType === 'Bounce' && { bounce: { bounceType, bounceSubType: 'General' } }),
              }),
            },
          },
        ],
      },
      now: LUNDI,
      interne: true,
    },
    lieu,
  );
