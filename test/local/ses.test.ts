import {
  GetAccountCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import PostalMime from 'postal-mime';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attendre } from '../../local/commun.ts';
import { composer, lireCourriels } from '../../local/console/courriels.ts';
import { ouvrirLivraisons } from '../../local/livraisons.ts';
import { ouvrirGuichet } from '../../local/moteurs/guichet.ts';
import { servirSes } from '../../local/moteurs/ses.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { sdk, unDossier, unManifeste } from './atelier.ts';

const MOT: SendEmailCommandInput = {
  FromEmailAddress: '=?UTF-8?Q?Mairie_d=E2=80=99Aubevive?= <mairie@aubevive.example>',
  Destination: { ToAddresses: ['zoe@exemple.test'] },
  ReplyToAddresses: ['mairie+REF@aubevive.example'],
  Content: {
    Simple: {
      Subject: { Data: 'Accusé', Charset: 'UTF-8' },
      Body: { Text: { Data: 'Demande reçue.' }, Html: { Data: '<p>Demande reçue.</p>' } },
      Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
    },
  },
  EmailTags: [
    { Name: 'envoi', Value: 'E1' },
    { Name: 'commune', Value: 'aubevive' },
  ],
};

const ouvrir = async (
  dossier: string,
  invoquer: (commune: string, action: string, evenement: unknown) => Promise<unknown>,
) => {
  const registre = ouvrirRegistre(dossier);
  const livraisons = ouvrirLivraisons({
    registre,
    manifeste: unManifeste('constaterRemise'),
    invoquer: (commune, action, evenement) => invoquer(commune, action, JSON.parse(evenement)),
    rebuter: () => undefined,
    tracer: () => undefined,
  });
  const guichet = await ouvrirGuichet({ ses: servirSes(registre, livraisons) });
  let ouvert = true;
  const fermer = async () => {
    if (!ouvert) return;
    ouvert = false;
    await guichet.fermer();
    await livraisons.fermer();
    registre.close();
  };
  onTestFinished(fermer);
  const client = new SESv2Client(sdk(guichet.adresse('ses', 'aubevive')));
  const envoyer = (options: Partial<SendEmailCommandInput> = {}) =>
    client.send(new SendEmailCommand({ ...MOT, ...options }));
  return { registre, livraisons, client, envoyer, fermer };
};
type Recu = { Records: { Sns: { Message: string } }[] };
const messagesDe = (evenement: unknown) =>
  (evenement as Recu).Records.map(({ Sns }) => JSON.parse(Sns.Message) as unknown);
const messageDe = (evenement: unknown) => messagesDe(evenement)[0];

describe('un courriel envoyé', () => {
  it('est gardé, lisible, avant la réponse', async () => {
    const { registre, envoyer } = await ouvrir(unDossier(), async () => undefined);
    await envoyer();
    expect(lireCourriels(registre)).toMatchObject([
      {
        commune: 'aubevive',
        de: 'mairie@aubevive.example',
        a: 'zoe@exemple.test',
        objet: 'Accusé',
        texte: 'Demande reçue.',
        html: '<p>Demande reçue.</p>',
      },
    ]);
  });

  it('se compose comme le reçoit la personne', async () => {
    const { registre, envoyer } = await ouvrir(unDossier(), async () => undefined);
    const { MessageId } = await envoyer();
    const brut = String(await composer(registre, 1));
    expect(brut).toMatch(/^From: =\?UTF-8\?Q\?\S+\?= <mairie@aubevive\.example>\r$/m);
    expect(brut).toMatch(/^Date: \w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} \+0000\r$/m);
    const lu = await PostalMime.parse(brut);
    expect(lu).toMatchObject({
      from: { name: 'Mairie d’Aubevive', address: 'mairie@aubevive.example' },
      to: [{ address: 'zoe@exemple.test' }],
      replyTo: [{ address: 'mairie+REF@aubevive.example' }],
      subject: 'Accusé',
      html: '<p>Demande reçue.</p>\n',
    });
    expect(lu.text?.trim()).toBe('Demande reçue.');
    expect(lu.messageId).toContain(MessageId);
    expect(lu.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    );
  });

  it('est dit parti, avec ses étiquettes', async () => {
    const invoquer = vi.fn(async (..._: unknown[]) => undefined);
    const { livraisons, envoyer } = await ouvrir(unDossier(), invoquer);
    const { MessageId } = await envoyer({
      ConfigurationSetName: 'parvis-aubevive',
    });
    await attendre(livraisons.calme, 'la remise');
    expect(invoquer).toHaveBeenCalledWith('aubevive', 'constaterRemise', expect.anything());
    expect(messageDe(invoquer.mock.calls[0]?.[2])).toMatchObject({
      eventType: 'Send',
      mail: {
        messageId: MessageId,
        destination: ['zoe@exemple.test'],
        tags: {
          envoi: ['E1'],
          commune: ['aubevive'],
          'ses:configuration-set': ['parvis-aubevive'],
        },
      },
    });
  });

  it('est dit parti après un arrêt, si personne ne l’avait entendu', async () => {
    const dossier = unDossier();
    const avant = await ouvrir(dossier, async () => {
      throw new Error('arrêt');
    });
    await avant.envoyer();
    await avant.fermer();
    const invoquer = vi.fn(async () => undefined);
    const { livraisons } = await ouvrir(dossier, invoquer);
    await livraisons.eveiller();
    expect(invoquer).toHaveBeenCalledTimes(1);
  });

  it.each(['bounce@simulator.amazonses.com', 'zoe@boite-fermee.example'])(
    'revient quand l’adresse est %s',
    async (adresse) => {
      const invoquer = vi.fn(async (..._: unknown[]) => undefined);
      const { livraisons, envoyer } = await ouvrir(unDossier(), invoquer);
      await envoyer({ Destination: { ToAddresses: [adresse] } });
      await attendre(livraisons.calme, 'la remise');
      expect(messagesDe(invoquer.mock.calls[0]?.[2])).toMatchObject([
        { eventType: 'Send' },
        { eventType: 'Bounce' },
      ]);
    },
  );
});

it('les courriels d’un même instant sont annoncés ensemble', async () => {
  const invoquer = vi.fn(async (..._: unknown[]) => undefined);
  const { livraisons, registre, envoyer } = await ouvrir(unDossier(), invoquer);
  await Promise.all(Array.from({ length: 12 }, () => envoyer()));
  await attendre(livraisons.calme, 'les annonces');
  expect(lireCourriels(registre)).toHaveLength(12);
  expect(invoquer.mock.calls.flatMap(([, , evenement]) => messagesDe(evenement))).toHaveLength(12);
  expect(invoquer.mock.calls.length).toBeLessThan(12);
});

describe('ne fait pas semblant', () => {
  it('de servir ce qu’il ne sert pas', async () => {
    const { client } = await ouvrir(unDossier(), async () => undefined);
    await expect(client.send(new GetAccountCommand({}))).rejects.toMatchObject({
      message: expect.stringContaining('SendEmail'),
    });
  });

  it.each([
    ['un nom accentué que SES n’encoderait pas', { FromEmailAddress: 'Mairie d’été <m@a.example>' }],
    ['une étiquette que SES refuse', { EmailTags: [{ Name: 'envoi', Value: 'é' }] }],
    ['personne à qui écrire', { Destination: { ToAddresses: [] } }],
    ['une pièce jointe, qui serait perdue', { Content: { Raw: { Data: Buffer.from('x') } } }],
  ])('de prendre %s', async (_, options: Partial<SendEmailCommandInput>) => {
    const { registre, envoyer } = await ouvrir(unDossier(), async () => undefined);
    await expect(envoyer(options)).rejects.toMatchObject({ name: 'BadRequestException' });
    expect(lireCourriels(registre)).toEqual([]);
  });
});
