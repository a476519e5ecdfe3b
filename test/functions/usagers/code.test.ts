import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { expedierEnvois } from '../../../functions/envois/expedier-envois.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { CodeEnvoye } from '../../../functions/usagers/code.ts';
import { confirmerCode } from '../../../functions/usagers/confirmer-code.ts';
import { envoyerCode } from '../../../functions/usagers/envoyer-code.ts';
import { fluxDe } from '../../atelier/flux.ts';
import { deposer, LUNDI, unLieu, unParticulier } from '../../atelier/monde.ts';
import { faux, jetonDe, unCode } from './atelier.ts';

const ZOE = unParticulier.courriel;
process.env.SES_CONFIGURATION = 'parvis-essai';
process.env.AWS_REGION = 'eu-west-3';
const ses = mockClient(SESv2Client);

let lieu: Lieu;
beforeEach(async () => {
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  lieu = await unLieu();
});
const confirmer = (connexion: string, code: string, now = LUNDI) =>
  perform(confirmerCode, { input: { connexion, code }, now }, lieu);
const demander = (contact: string) => perform(envoyerCode, { input: { contact }, now: LUNDI }, lieu);

describe('le code pour s’identifier', () => {
  it('a six chiffres, et s’accepte avec des espaces', async () => {
    const { connexion, code } = await unCode(lieu, ZOE);
    expect(code).toMatch(/^\d{6}$/);
    const { cookies } = await confirmer(connexion, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(cookies[0]).toMatch(/^parvis_usager=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax/);
  });

  it('ne dit pas si la mairie connaît l’adresse', async () => {
    await deposer(lieu);
    const reponses = await Promise.all([demander(ZOE), demander('inconnue@courriel.example')]);
    for (const reponse of reponses)
      expect(reponse).toEqual({ connexion: expect.any(String), par: 'courriel' });
  });

  it('part par SMS vers un portable français', async () => {
    expect(await demander('06 39 98 00 01')).toMatchObject({ par: 'sms' });
    expect(await demander('+262 692 12 34 56')).toMatchObject({ par: 'sms' });
  });

  it.each(['04 90 00 00 00', '+32 470 12 34 56', '08 99 12 34 56'])(
    'ne part pas vers un numéro qui n’est pas un portable français : %s',
    async (contact) => {
      await expect(demander(contact)).rejects.toMatchObject({
        code: 'entree-invalide',
        details: [{ champ: 'contact' }],
      });
    },
  );

  it.each(['', 'zoe', 'zoe@', '@exemple.fr'])('ne se demande pas pour « %s »', async (contact) => {
    await expect(demander(contact)).rejects.toMatchObject({ code: 'entree-invalide' });
  });

  it('dit combien d’essais il reste, et ne sert plus après cinq, même bon', async () => {
    const { connexion, code } = await unCode(lieu, ZOE);
    for (const reste of ['4 essais', '3 essais', '2 essais', 'un essai'])
      await expect(confirmer(connexion, faux(code))).rejects.toMatchObject({
        code: 'code-faux',
        details: [{ champ: 'code', phrase: expect.stringContaining(reste) }],
      });
    await expect(confirmer(connexion, faux(code))).rejects.toMatchObject({ code: 'code-perime' });
    await expect(confirmer(connexion, code)).rejects.toMatchObject({ code: 'code-perime' });
  });

  it('essayé vingt fois à la fois, ne l’est que cinq', async () => {
    const { connexion, code } = await unCode(lieu, ZOE);
    await Promise.allSettled(Array.from({ length: 20 }, () => confirmer(connexion, faux(code))));
    const item = await lieu.base.get({ pk: `CODE#${connexion}`, sk: 'CODE' });
    expect(item?.version).toBeLessThanOrEqual(6);
    expect(CodeEnvoye.parse(item?.corps).essais).toBeGreaterThanOrEqual(0);
  });

  it('dure dix minutes', async () => {
    const { connexion, code } = await unCode(lieu, ZOE);
    const apres = (ms: number) => new Date(LUNDI.getTime() + ms);
    await expect(confirmer(connexion, code, apres(600_000))).rejects.toMatchObject({ code: 'code-perime' });
    expect(jetonDe(await confirmer(connexion, code, apres(599_000)))).not.toBe('');
  });

  it('ne sert qu’une fois', async () => {
    const { connexion, code } = await unCode(lieu, ZOE);
    await confirmer(connexion, code);
    await expect(confirmer(connexion, code)).rejects.toMatchObject({ code: 'code-perime' });
  });
});

describe('le courriel du code', () => {
  const consommer = async (connexion: string, now = LUNDI) => {
    const input = await fluxDe(lieu, `CODE#${connexion}`);
    await perform(expedierEnvois, { input, now, interne: true }, lieu);
    return lieu.base.list({ pk: `CODE#${connexion}`, debut: 'ENVOI#' });
  };

  it('porte le code, sans lien, puis disparaît de la table', async () => {
    const { connexion, code } = await unCode(lieu, ZOE);
    expect(await consommer(connexion)).toEqual([]);
    const { Body, Subject } = ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Content?.Simple ?? {};
    expect(Body?.Text?.Data).toContain(`Votre code : ${code}`);
    expect(Body?.Text?.Data).not.toContain('http');
    expect(Subject?.Data).toBeTruthy();
    expect(Subject?.Data).not.toContain(code);
  });

  it('ne part plus quand le code est périmé', async () => {
    const { connexion } = await unCode(lieu, ZOE);
    await consommer(connexion, new Date(LUNDI.getTime() + 600_000));
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(0);
  });

  it('n’est gardé que dix minutes, et le code à vérifier n’est pas lisible', async () => {
    const { connexion, code } = await unCode(lieu, ZOE);
    const items = await lieu.base.list({ pk: `CODE#${connexion}` });
    expect(items.map(({ ttl }) => ttl)).toEqual([LUNDI.getTime() / 1000 + 600, LUNDI.getTime() / 1000 + 600]);
    expect(JSON.stringify(items.find(({ sk }) => sk === 'CODE'))).not.toContain(code);
  });
});
