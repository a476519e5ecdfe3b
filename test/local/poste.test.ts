import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { attendre } from '../../local/commun.ts';
import { unDossier } from './atelier.ts';
import { demarrerPoste, unPostePartage } from './poste.ts';

const vit = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const partage = unPostePartage();

describe('le poste local', () => {
  it('donne à chaque commune son environnement, et la première à localhost', async () => {
    const { lire, adresse } = partage();
    expect(await lire('/api/sante')).toMatchObject({
      table: 'parvis-aubevive',
      fiche: true,
      secret: 64,
      adresse: expect.stringMatching(/^http:\/\/localhost:\d+,http:\/\/aubevive\.localhost:\d+$/),
    });
    const autre = await fetch(`${adresse}/api/sante`, {
      headers: { host: `lindenwiller.localhost:${new URL(adresse).port}` },
    });
    expect(await autre.json()).toMatchObject({ table: expect.stringMatching(/^parvis-/) });
  });

  it('mène une écriture jusqu’au courriel, et sa remise jusqu’à la commune', async () => {
    const { deposer, courriels, items } = await demarrerPoste(unDossier());
    expect((await deposer('D1')).status).toBe(201);
    await attendre(async () => (await items('REMISE')).length === 1, 'la remise');
    expect(await courriels()).toMatchObject([{ commune: 'aubevive', a: 'D1@exemple.test', objet: 'D1' }]);
  });

  it('avance de deux mois en passant par chaque réveil à son heure', async () => {
    const { deposer, ecrire, items, lire } = await demarrerPoste(unDossier());
    await deposer('D1');
    await attendre(async () => (await items('CONSTAT')).length === 1, 'le premier constat');
    const reponse = await ecrire('/local/horloge', { avancer: 'P2M' });
    expect(reponse.status).toBe(200);
    const reveils = (await items('CONSTAT'))
      .map(({ sk }) => Temporal.Instant.from(sk))
      .sort((a, b) => Temporal.Instant.compare(a, b));
    const ecarts = reveils
      .slice(1)
      .map((reveil, i) => Math.round(reveil.since(reveils[i] as Temporal.Instant).total('hours')));
    expect(ecarts).toEqual([480, 480, 480]);
    expect((await lire<{ decalage: number }>('/local/horloge')).decalage).toBeGreaterThan(58 * 86_400_000);
    expect((await items('PASSAGE')).length).toBe(2);
  });

  it('efface ce qui a expiré quand l’horloge avance', async () => {
    const { lire, ecrire, items } = await demarrerPoste(unDossier());
    await lire('/api/agents/moi');
    expect(await items('JETON')).toHaveLength(2);
    await ecrire('/local/horloge', { avancer: 'P2D' });
    expect(await items('JETON')).toMatchObject([{ sk: 'perime-dans-un-an' }]);
  });

  it('refuse de reculer, avec une phrase', async () => {
    const { ecrire } = partage();
    const reponse = await ecrire('/local/horloge', { maintenant: '2020-01-01T00:00:00Z' });
    expect(reponse.status).toBe(400);
    expect(await reponse.json()).toMatchObject({
      code: 'horloge-refusee',
      phrase: expect.stringContaining('l’avenir'),
    });
  });
});

describe('ce qui arrive de l’extérieur', () => {
  it('entre par SMTP jusqu’à la commune de l’adresse', async () => {
    const { poster, items } = partage();
    await poster({ to: 'voirie@aubevive.example', text: 'Un trou rue des Lilas' });
    await attendre(async () => (await items('COURRIEL')).length === 1, 'le courriel');
    expect(await items('COURRIEL')).toMatchObject([
      { de: 'leo@exemple.test', brut: expect.stringContaining('Un trou rue des Lilas') },
    ]);
  });

  it('est refusé quand l’adresse n’est d’aucune commune', async () => {
    const { poster } = partage();
    await expect(poster({ to: 'x@ailleurs.example', text: 'x' })).rejects.toMatchObject({
      responseCode: 550,
    });
  });

  it('est refusé au-delà de 25 Mo', async () => {
    const { poster } = partage();
    await expect(
      poster({ to: 'voirie@aubevive.example', text: 'a'.repeat(70).concat('\r\n').repeat(370_000) }),
    ).rejects.toMatchObject({ responseCode: 552 });
  });

  it('entre par SMS', async () => {
    const { ecrire, items } = partage();
    expect((await ecrire('/local/sms', { de: '+33639980001', texte: 'Bonjour' })).status).toBe(202);
    await attendre(async () => (await items('SMS')).length === 1, 'le SMS');
    expect(await items('SMS')).toMatchObject([{ de: '+33639980001', texte: 'Bonjour' }]);
  });
});

describe('tué net', () => {
  it('n’emporte pas le moteur de la table avec lui, et retrouve tout au démarrage suivant', async () => {
    const donnees = unDossier();
    const avant = await demarrerPoste(donnees);
    await avant.ecrire('/local/horloge', { avancer: 'P1D' });
    const numeros = Array.from({ length: 12 }, (_, i) => `D${i}`);
    await Promise.all(numeros.map(avant.deposer));
    const moteur = avant.moteur();
    await avant.tuer();
    await attendre(() => !vit(moteur), 'l’arrêt du moteur');

    const { courriels, items, lire, ecrire } = await demarrerPoste(donnees);
    await attendre(async () => (await items('REMISE')).length === 12, 'toutes les remises');
    expect(new Set((await courriels()).map(({ objet }) => objet))).toEqual(new Set(numeros));
    expect((await lire<{ decalage: number }>('/local/horloge')).decalage).toBeGreaterThanOrEqual(86_390_000);
    await ecrire('/local/horloge', { avancer: 'P21D' });
    const constats = Map.groupBy(await items('CONSTAT'), ({ pk }) => pk);
    expect([...constats.keys()].sort()).toEqual(numeros.toSorted());
    expect([...constats.values()].every((reveils) => reveils.length >= 2)).toBe(true);
  });

  it('relance seul le moteur de la table s’il tombe', async () => {
    const { moteur, deposer, items, lire } = await demarrerPoste(unDossier());
    const premier = moteur();
    process.kill(premier, 'SIGKILL');
    await attendre(() => moteur() !== premier, 'le nouveau moteur');
    await attendre(
      async () => (await lire<{ items?: unknown }>('/api/interactions')).items !== undefined,
      'la table',
    );
    await deposer('D1');
    await attendre(async () => (await items('REMISE')).length === 1, 'la remise');
  });
});
