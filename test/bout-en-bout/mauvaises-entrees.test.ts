import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demanderA, unClient } from '../atelier/client.ts';
import { unParticulier } from '../atelier/monde.ts';
import { demarrerParvis, type Parvis } from '../atelier/parvis.ts';

let parvis: Parvis;
beforeAll(async () => {
  parvis = await demarrerParvis();
});
afterAll(() => parvis.arreter());

const depot = (autres: object = {}) => ({ demarche: 'carte-stationnement-resident', usager: unParticulier, reponses: {}, pieces: [], ...autres });

describe('une mauvaise entrée reçoit son code et sa phrase, et rien n’est écrit', () => {
  it.each([
    ['du JSON coupé', '/api/demandes', '{"demarche":', 400, 'json-illisible'],
    ['une liste au lieu d’un objet', '/api/demandes', '[]', 400, 'json-illisible'],
    ['une démarche inconnue', '/api/demandes', depot({ demarche: 'rien' }), 404, 'demarche-inconnue'],
    ['des réponses absentes', '/api/demandes', depot(), 422, 'reponses-incompletes'],
    ['un usager sans adresse', '/api/demandes', depot({ usager: { qualite: 'particulier', nom: 'A', prenom: 'B', courriel: 'a@b.example' } }), 400, 'entree-invalide'],
    ['un SIRET faux', '/api/demandes', depot({ demarche: 'terrasse', usager: { qualite: 'entreprise', siret: '12345678901234', courriel: 'a@b.example' } }), 400, 'entree-invalide'],
    ['un corps de 400 ko', '/api/demandes', depot({ reponses: { a: 'x'.repeat(400_000) } }), 413, 'corps-trop-grand'],
    ['un corps de 11 Mo', '/api/demandes', `{"a":"${'x'.repeat(11_000_000)}"}`, 413, 'corps-trop-grand'],
    ['un fichier de 11 Mo', '/api/pieces', { nom: 'a.pdf', type: 'application/pdf', octets: 11_000_000 }, 413, 'piece-trop-lourde'],
    ['un fichier exécutable', '/api/pieces', { nom: 'a.exe', type: 'application/x-msdownload', octets: 1000 }, 415, 'piece-type-refuse'],
    ['une référence mal écrite', '/api/suivi', { reference: 'ABC', code: 'X' }, 400, 'entree-invalide'],
    ['une référence qui n’existe pas', '/api/suivi', { reference: '0000-0000', code: '0000-0000-0000' }, 404, 'suivi-inconnu'],
    ['une adresse qui n’existe pas', '/api/rien', {}, 404, 'route-inconnue'],
  ])('%s', async (_, chemin, corps, statut, code) => {
    const reponse = await unClient(parvis.base).post(chemin, corps);
    expect(reponse).toMatchObject({ statut, corps: { code, phrase: expect.stringMatching(/\.$/) } });
  });

  it('un fichier dont le contenu ment sur son type est refusé à l’arrivée', async () => {
    const client = unClient(parvis.base);
    const { corps } = await client.post('/api/pieces', { nom: 'photo.png', type: 'image/png', octets: 20 });
    const { piece, envoi } = corps as { piece: string; envoi: { url: string; entetes: Record<string, string> } };
    await fetch(envoi.url, { method: 'PUT', headers: envoi.entetes, body: '#!/bin/sh\nrm -rf /\n' });
    expect(await client.post(`/api/pieces/${piece}/reception`, {})).toMatchObject({ statut: 415, corps: { code: 'piece-type-refuse' } });
  });

  it('un fichier jamais envoyé ne se rattache à rien', async () => {
    const client = unClient(parvis.base);
    const { corps } = await client.post('/api/pieces', { nom: 'photo.png', type: 'image/png', octets: 20 });
    expect(await client.post(`/api/pieces/${corps['piece']}/reception`, {})).toMatchObject({ statut: 404, corps: { code: 'piece-inconnue' } });
  });

  it('une requête venue d’un autre site est refusée', async () => {
    expect(await unClient(parvis.base).post('/api/demandes', depot(), { origin: 'https://ailleurs.example' })).toMatchObject({ statut: 403, corps: { code: 'origine-refusee' } });
  });

  it('une version dépassée, un agent d’un autre service, un inconnu : chacun son refus', async () => {
    const { reference } = await unClient(parvis.base).deposer();
    const [karim, julien, inconnu] = [unClient(parvis.base), unClient(parvis.base), unClient(parvis.base)];
    await karim.connecter('karim.bellaval@aubevive.example');
    await julien.connecter('julien.castan@aubevive.example');
    expect(await karim.post(`/api/demandes/${reference}/acceptation`, { version: 7 })).toMatchObject({ statut: 409, corps: { code: 'modifie-entre-temps' } });
    expect(await julien.post(`/api/demandes/${reference}/acceptation`, { version: 1 })).toMatchObject({ statut: 403, corps: { code: 'interdit' } });
    expect(await inconnu.post(`/api/demandes/${reference}/acceptation`, { version: 1 })).toMatchObject({ statut: 401, corps: { code: 'non-connecte' } });
  });
});

describe('trois communes', () => {
  it('ne partagent rien : ni demande, ni session', async () => {
    const depose = await unClient(parvis.base).deposer();
    const voisine = `lindenwiller.localhost:${parvis.port}`;
    expect(await demanderA(voisine, '/api/sante')).toMatchObject({ corps: { commune: 'Lindenwiller' } });
    expect(await demanderA(voisine, '/api/suivi', depose)).toMatchObject({ statut: 404, corps: { code: 'suivi-inconnu' } });
  });
});

it('l’API se décrit elle-même', async () => {
  const api = await unClient(parvis.base).get<{ openapi: string; paths: Record<string, unknown> }>('/api/openapi.json');
  expect(api.openapi).toBe('3.1.0');
  expect(Object.keys(api.paths)).toContain('/demandes/{demande}/acceptation');
});
