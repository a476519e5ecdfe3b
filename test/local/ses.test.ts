import { SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { attendre } from '../../local/commun.ts';
import { lireCourriels } from '../../local/console/courriels.ts';
import { ouvrirLivraisons } from '../../local/livraisons.ts';
import { ouvrirGuichet } from '../../local/moteurs/guichet.ts';
import { depouiller, servirSes } from '../../local/moteurs/ses.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { sdk, unDossier, unManifeste } from './atelier.ts';

const BRUT = [
  'From: Mairie =?utf-8?Q?d=E2=80=99Aubevive?= <mairie@aubevive.example>',
  'To: Zoe <zoe@exemple.test>',
  'Subject: =?utf-8?Q?Accus=C3=A9?=',
  'X-SES-MESSAGE-TAGS: envoi=E1, commune=aubevive',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Demande reçue.',
].join('\r\n');

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
  const client = new SESClient(sdk(guichet.adresse('ses', 'aubevive')));
  const envoyer = (options = {}) =>
    client.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from(BRUT) }, ...options }));
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
    await depouiller(registre);
    expect(lireCourriels(registre)).toMatchObject([
      {
        commune: 'aubevive',
        de: 'mairie@aubevive.example',
        a: 'zoe@exemple.test',
        objet: 'Accusé',
        texte: 'Demande reçue.\n',
        pieces: [],
      },
    ]);
  });

  it('est dit parti, avec les étiquettes de son en-tête et de l’appel', async () => {
    const invoquer = vi.fn(async (..._: unknown[]) => undefined);
    const { livraisons, envoyer } = await ouvrir(unDossier(), invoquer);
    const { MessageId } = await envoyer({
      ConfigurationSetName: 'parvis-aubevive',
      Tags: [{ Name: 'autre', Value: 'x' }],
      Destinations: ['zoe@exemple.test'],
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
          autre: ['x'],
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

  it('revient quand l’adresse est celle du simulateur de SES', async () => {
    const invoquer = vi.fn(async (..._: unknown[]) => undefined);
    const { livraisons, envoyer } = await ouvrir(unDossier(), invoquer);
    await envoyer({ Destinations: ['bounce@simulator.amazonses.com'] });
    await attendre(livraisons.calme, 'la remise');
    expect(messagesDe(invoquer.mock.calls[0]?.[2])).toMatchObject([
      { eventType: 'Send' },
      { eventType: 'Bounce' },
    ]);
  });
});

it('les courriels d’un même instant sont annoncés ensemble', async () => {
  const invoquer = vi.fn(async (..._: unknown[]) => undefined);
  const { livraisons, registre, envoyer } = await ouvrir(unDossier(), invoquer);
  await Promise.all(Array.from({ length: 12 }, () => envoyer()));
  await attendre(livraisons.calme, 'les annonces');
  await depouiller(registre);
  expect(lireCourriels(registre)).toHaveLength(12);
  expect(invoquer.mock.calls.flatMap(([, , evenement]) => messagesDe(evenement))).toHaveLength(12);
  expect(invoquer.mock.calls.length).toBeLessThan(12);
});

it('ne fait pas semblant de servir ce qu’il ne sert pas', async () => {
  const { client } = await ouvrir(unDossier(), async () => undefined);
  const essai = client.send(
    new SendEmailCommand({
      Source: 'a@b.fr',
      Destination: { ToAddresses: ['c@d.fr'] },
      Message: { Subject: { Data: 'x' }, Body: {} },
    }),
  );
  await expect(essai).rejects.toMatchObject({ message: expect.stringContaining('SendRawEmail') });
});
