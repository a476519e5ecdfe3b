import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { expect, it, onTestFinished } from 'vitest';
import { ouvrirFiles } from '../../local/moteurs/files.ts';
import { ouvrirGuichet } from '../../local/moteurs/guichet.ts';
import { lireSms, servirSns } from '../../local/moteurs/sms.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { sdk, unDossier } from './atelier.ts';

const ouvrir = async () => {
  const dossier = unDossier();
  const registre = ouvrirRegistre(dossier);
  const files = await ouvrirFiles(dossier, []);
  const guichet = await ouvrirGuichet({ sns: servirSns(registre, files.adresse) });
  onTestFinished(async () => {
    await guichet.fermer();
    await files.fermer();
    registre.close();
  });
  return { registre, client: new SNSClient(sdk(guichet.adresse('sns', 'aubevive'))) };
};

it('garde un SMS avec sa commune, accents compris', async () => {
  const { registre, client } = await ouvrir();
  const { MessageId } = await client.send(
    new PublishCommand({ PhoneNumber: '+33639980001', Message: 'Votre demande est acceptée & signée <1>' }),
  );
  expect(MessageId).toBeTruthy();
  expect(lireSms(registre)).toMatchObject([
    { a: '+33639980001', texte: 'Votre demande est acceptée & signée <1>', commune: 'aubevive' },
  ]);
});

it('refuse un numéro qui n’en est pas un', async () => {
  const { registre, client } = await ouvrir();
  await expect(
    client.send(new PublishCommand({ PhoneNumber: '0639980001', Message: 'x' })),
  ).rejects.toMatchObject({ message: expect.stringContaining('0639980001') });
  expect(lireSms(registre)).toEqual([]);
});

it('laisse passer ce qui est pour un sujet', async () => {
  const { registre, client } = await ouvrir();
  const { TopicArn } = await client.send(new CreateTopicCommand({ Name: 'essai' }));
  expect((await client.send(new PublishCommand({ TopicArn, Message: 'x' }))).MessageId).toBeTruthy();
  expect(lireSms(registre)).toEqual([]);
});
