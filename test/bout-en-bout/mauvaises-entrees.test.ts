import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demanderA, unClient } from '../atelier/client.ts';
import { unParticulier } from '../atelier/monde.ts';
import { demarrerParvis, type Parvis } from '../atelier/parvis.ts';

let parvis: Parvis;
beforeAll(async () => {
  parvis = await demarrerParvis();
});
afterAll(() => parvis.arreter());

const depot = (autres: object = {}) => ({
  demarche: 'carte-stationnement-resident',
  usager: unParticulier,
  reponses: {},
  pieces: [],
  ...autres,
});

describe('une mauvaise entrée reçoit son code et sa phrase, et rien n’est écrit', () => {
  it.each([
    {
      cas: 'du JSON coupé',
      chemin: '/api/demandes',
      corps: '{"demarche":',
      statut: 400,
      code: 'json-illisible',
    },
    {
      cas: 'une liste au lieu d’un objet',
      chemin: '/api/demandes',
      corps: '[]',
      statut: 400,
      code: 'json-illisible',
    },
    {
      cas: 'une démarche inconnue',
      chemin: '/api/demandes',
      corps: depot({ demarche: 'rien' }),
      statut: 404,
      code: 'demarche-inconnue',
    },
    {
      cas: 'des réponses absentes',
      chemin: '/api/demandes',
      corps: depot(),
      statut: 422,
      code: 'reponses-incompletes',
    },
    {
      cas: 'un usager sans adresse',
      chemin: '/api/demandes',
      corps: depot({ usager: { qualite: 'particulier', nom: 'A', prenom: 'B', courriel: 'a@b.example' } }),
      statut: 400,
      code: 'entree-invalide',
    },
    {
      cas: 'un SIRET faux',
      chemin: '/api/demandes',
      corps: depot({
        demarche: 'terrasse',
        usager: { qualite: 'entreprise', siret: '12345678901234', courriel: 'a@b.example' },
      }),
      statut: 400,
      code: 'entree-invalide',
    },
    {
      cas: 'un corps de 400 ko',
      chemin: '/api/demandes',
      corps: depot({ reponses: { a: 'x'.repeat(400_000) } }),
      statut: 413,
      code: 'corps-trop-grand',
    },
    {
      cas: 'un corps de 11 Mo',
      chemin: '/api/demandes',
      corps: `{"a":"${'x'.repeat(11_000_000)}"}`,
      statut: 413,
      code: 'corps-trop-grand',
    },
    {
      cas: 'un fichier de 11 Mo',
      chemin: '/api/pieces',
      corps: { nom: 'a.pdf', type: 'application/pdf', octets: 11_000_000 },
      statut: 413,
      code: 'piece-trop-lourde',
    },
    {
      cas: 'un fichier exécutable',
      chemin: '/api/pieces',
      corps: { nom: 'a.exe', type: 'application/x-msdownload', octets: 1000 },
      statut: 415,
      code: 'piece-type-refuse',
    },
    {
      cas: 'une référence mal écrite',
      chemin: '/api/suivi',
      corps: { reference: 'ABC', code: 'X' },
      statut: 400,
      code: 'entree-invalide',
    },
    {
      cas: 'une référence qui n’existe pas',
      chemin: '/api/suivi',
      corps: { reference: '0000-0000', code: '0000-0000-0000' },
      statut: 404,
      code: 'suivi-inconnu',
    },
    {
      cas: 'une adresse qui n’existe pas',
      chemin: '/api/rien',
      corps: {},
      statut: 404,
      code: 'route-inconnue',
    },
  ])('$cas', async ({ chemin, corps, statut, code }) => {
    const reponse = await unClient(parvis.base).post(chemin, corps);
    expect(reponse).toMatchObject({ statut, corps: { code, phrase: expect.stringMatching(/\.$/) } });
  });

  it('un fichier dont le contenu ment sur son type est refusé à l’arrivée', async () => {
    const client = unClient(parvis.base);
    const { corps } = await client.post('/api/pieces', { nom: 'photo.png', type: 'image/png', octets: 20 });
    const { piece, envoi } = corps as {
      piece: string;
      envoi: { url: string; entetes: Record<string, string> };
    };
    await fetch(envoi.url, { method: 'PUT', headers: envoi.entetes, body: '#!/bin/sh\nrm -rf /\n' });
    expect(await client.post(`/api/pieces/${piece}/reception`, {})).toMatchObject({
      statut: 415,
      corps: { code: 'piece-type-refuse' },
    });
  });

  it('un fichier jamais envoyé ne se rattache à rien', async () => {
    const client = unClient(parvis.base);
    const { corps } = await client.post('/api/pieces', { nom: 'photo.png', type: 'image/png', octets: 20 });
    expect(await client.post(`/api/pieces/${corps.piece}/reception`, {})).toMatchObject({
      statut: 404,
      corps: { code: 'piece-inconnue' },
    });
  });

  it('une requête venue d’un autre site est refusée', async () => {
    expect(
      await unClient(parvis.base).post('/api/demandes', depot(), { origin: 'https://ailleurs.example' }),
    ).toMatchObject({ statut: 403, corps: { code: 'origine-refusee' } });
  });

  it('une version dépassée, un agent d’un autre service, un inconnu : chacun son refus', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const [karim, julien, inconnu] = [unClient(parvis.base), unClient(parvis.base), unClient(parvis.base)];
    await karim.connecter('karim.bellaval@aubevive.example');
    await julien.connecter('julien.castan@aubevive.example');
    expect(await karim.post(`/api/demandes/${reference}/acceptation`, { version: 7 })).toMatchObject({
      statut: 409,
      corps: { code: 'modifie-entre-temps' },
    });
    expect(await julien.post(`/api/demandes/${reference}/acceptation`, { version: 1 })).toMatchObject({
      statut: 404,
      corps: { code: 'introuvable' },
    });
    expect(await inconnu.post(`/api/demandes/${reference}/acceptation`, { version: 1 })).toMatchObject({
      statut: 401,
      corps: { code: 'non-connecte' },
    });
  });
});

describe('trois communes', () => {
  it('ne partagent rien : ni demande, ni session', async () => {
    const depose = await unClient(parvis.base).deposer();
    const voisine = `lindenwiller.localhost:${parvis.port}`;
    expect(await demanderA(voisine, '/api/sante')).toMatchObject({ corps: { commune: 'Lindenwiller' } });
    expect(await demanderA(voisine, '/api/suivi', depose)).toMatchObject({
      statut: 404,
      corps: { code: 'suivi-inconnu' },
    });
  });
});

it('l’API se décrit elle-même', async () => {
  const api = await unClient(parvis.base).get<{ openapi: string; paths: Record<string, unknown> }>(
    '/api/openapi.json',
  );
  expect(api.openapi).toBe('3.1.0');
  expect(Object.keys(api.paths)).toContain('/demandes/{demande}/acceptation');
});
