import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, it } from 'vitest';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { constaterRemise } from '../../../functions/envois/constater-remise.ts';
import { expedierEnvois } from '../../../functions/envois/expedier-envois.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unLieu, unParticulier } from '../../atelier/monde.ts';

const ses = mockClient(SESClient);
const sns = mockClient(SNSClient);
process.env.SES_CONFIGURATION = 'parvis-essai';
process.env.AWS_REGION = 'eu-west-3';

let lieu: Lieu;
let demande: string;
beforeEach(async () => {
  ses.reset();
  sns.reset();
  ses.on(SendRawEmailCommand).resolves({ MessageId: '1' });
  sns.on(PublishCommand).resolves({ MessageId: '1' });
  lieu = await unLieu();
  demande = (await deposer(lieu, { usager: { ...unParticulier, telephone: '06 39 98 00 01', parSms: true } }))
    .reference;
});

const entiere = () => demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
const flux = async () => ({
  Records: (await lieu.base.list({ pk: `DEMANDE#${demande}`, debut: 'ENVOI#' })).map((item, i) => ({
    dynamodb: { SequenceNumber: String(i), NewImage: marshall({ ...item, version: 1 }) },
  })),
});
const consommer = async (now = LUNDI) =>
  perform(expedierEnvois, { input: await flux(), now, interne: true }, lieu);
const etats = async () => (await entiere()).envois.map(({ etat }) => etat);

describe('expédier les envois', () => {
  it('envoie l’accusé par courriel, avec le lien de suivi et l’interdiction de répondre en machine', async () => {
    await consommer();
    const [envoi] = ses.commandCalls(SendRawEmailCommand);
    const lu = await PostalMime.parse(envoi?.args[0].input.RawMessage?.Data ?? '');
    expect(lu.subject).toContain(demande);
    expect(lu.text).toContain('sous réserve que la demande soit complète');
    expect(lu.text).toContain(`http://localhost:3000/suivi/${demande}#`);
    expect(lu.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
    expect(await etats()).toEqual(['expedie', 'expedie']);
  });

  it('se répond : la référence voyage dans l’adresse de réponse', async () => {
    await consommer();
    const [envoi] = ses.commandCalls(SendRawEmailCommand);
    const lu = await PostalMime.parse(envoi?.args[0].input.RawMessage?.Data ?? '');
    expect(lu.replyTo?.[0]?.address).toBe(`mairie+${demande}@${lieu.monde.commune.domaine}`);
  });

  it('prévient aussi par SMS qui l’a demandé', async () => {
    await consommer();
    expect(sns.commandCalls(PublishCommand)[0]?.args[0].input.PhoneNumber).toBe('+33639980001');
  });

  it('deux fois le même enregistrement du flux : un seul envoi', async () => {
    await Promise.all([consommer(), consommer()]);
    await consommer();
    expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  });

  it('après une coupure en plein envoi, attend des nouvelles, puis recommence', async () => {
    ses.on(SendRawEmailCommand).rejectsOnce(new Error('coupure'));
    expect((await consommer()).batchItemFailures).toHaveLength(1);
    expect((await consommer()).batchItemFailures).toHaveLength(1);
    expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
    expect((await consommer(new Date(LUNDI.getTime() + 31_000))).batchItemFailures).toEqual([]);
    expect(await etats()).toEqual(['expedie', 'expedie']);
  });

  it('freiné par SES, recommence au prochain passage, sans attendre de nouvelles', async () => {
    ses
      .on(SendRawEmailCommand)
      .rejectsOnce(Object.assign(new Error('trop vite'), { name: 'Throttling', $fault: 'client' }));
    expect((await consommer()).batchItemFailures).toHaveLength(1);
    expect((await consommer()).batchItemFailures).toEqual([]);
    expect(await etats()).toEqual(['expedie', 'expedie']);
  });

  it('refusé par SES pour de bon, se voit dans le dossier et ne bloque rien', async () => {
    ses
      .on(SendRawEmailCommand)
      .rejectsOnce(Object.assign(new Error('non'), { name: 'MessageRejected', $fault: 'client' }));
    expect((await consommer()).batchItemFailures).toEqual([]);
    expect((await entiere()).envois.find(({ contenu }) => contenu.type === 'accuse')).toMatchObject({
      etat: 'echec',
      motif: expect.stringContaining('refusé'),
    });
  });

  it('si SES dit que le courriel est parti avant que nous le notions, ne l’envoie pas deux fois', async () => {
    ses.on(SendRawEmailCommand).rejectsOnce(new Error('coupure juste après le départ'));
    await consommer();
    const { envois } = await entiere();
    const courriel = envois.find(({ contenu }) => contenu.type === 'accuse');
    await nouvelle('Delivery', courriel?.id ?? '');
    await consommer(new Date(LUNDI.getTime() + 31_000));
    expect(ses.commandCalls(SendRawEmailCommand)).toHaveLength(1);
  });

  it('un courriel revenu se voit dans le dossier', async () => {
    await consommer();
    const courriel = (await entiere()).envois.find(({ contenu }) => contenu.type === 'accuse');
    await nouvelle('Bounce', courriel?.id ?? '');
    expect((await entiere()).envois.find(({ id }) => id === courriel?.id)).toMatchObject({
      etat: 'echec',
      motif: expect.stringContaining('adresse'),
    });
  });
});

const nouvelle = (eventType: string, envoi: string) =>
  perform(
    constaterRemise,
    {
      input: {
        Records: [
          {
            Sns: {
              Message: JSON.stringify({ eventType, mail: { tags: { envoi: [envoi], demande: [demande] } } }),
            },
          },
        ],
      },
      now: LUNDI,
      interne: true,
    },
    lieu,
  );
