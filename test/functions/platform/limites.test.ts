import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { manifeste } from '../../../functions/actions.ts';
import { action } from '../../../functions/platform/action.ts';
import { type EvenementHttp, enAppel, enReponse } from '../../../functions/platform/http.ts';
import { implement, type Lieu, perform } from '../../../functions/platform/perform.ts';
import { Refus } from '../../../functions/platform/refus.ts';
import { unLieu } from '../../atelier/monde.ts';

const frapper = action({
  resume: 'Frapper à la porte',
  route: 'POST /porte',
  par: ['public'],
  writes: true,
  limite: { quoi: 'porte', minutes: 60, parAdresse: 4, parIdentite: { champ: 'qui.nom', fois: 2 } },
  input: z.object({ qui: z.object({ nom: z.string() }) }),
  output: z.object({}),
  refuse: [],
});
const verbe = implement(frapper, async (_, { table }) => {
  table.put({ pk: 'PORTE', sk: 'PORTE', type: 'PORTE', corps: {} });
  return {};
});

const A_48 = new Date('2026-11-23T09:48:00Z');
let lieu: Lieu;
let comptees: string[];
beforeEach(async () => {
  const { base, monde } = await unLieu();
  comptees = [];
  lieu = {
    monde,
    base: {
      ...base,
      compter: (cle, compteur) => {
        comptees.push(cle.pk);
        return base.compter(cle, compteur);
      },
    },
  };
});
afterEach(() => void delete process.env.LIMITES);

type Coup = { now?: Date; adresse?: string; cle?: string };
const coup = (nom: string, { now = A_48, adresse = '192.0.2.1', cle }: Coup = {}) =>
  perform(verbe, { input: { qui: { nom } }, now, adresse, ...(cle && { cle }) }, lieu);
const coups = async (...noms: string[]) => {
  for (const nom of noms) await coup(nom);
};
const TROP = { code: 'trop-de-demandes' };

describe('les limites', () => {
  it('comptent par identité, et disent quand revenir', async () => {
    await coups('zoe', 'zoe');
    await expect(coup('zoe', { adresse: '192.0.2.9' })).rejects.toMatchObject({
      ...TROP,
      mots: { quand: 'dans 12 minutes' },
    });
    await coup('lou');
  });

  it('comptent par adresse, quelle que soit l’identité', async () => {
    await coups('a', 'b', 'c', 'd');
    await expect(coup('e')).rejects.toMatchObject(TROP);
    await coup('e', { adresse: '192.0.2.9' });
  });

  it('s’oublient à la fin de la fenêtre', async () => {
    await coups('zoe', 'zoe');
    await coup('zoe', { now: new Date('2026-11-23T10:00:00Z') });
  });

  it('comptent juste quand tout arrive à la fois', async () => {
    const faits = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((nom) => coup(nom)));
    expect(faits.filter(({ status }) => status === 'fulfilled')).toHaveLength(4);
  });

  it('ne refusent jamais ce qu’un navigateur redemande sous la même clé', async () => {
    for (let fois = 0; fois < 5; fois++) await coup('zoe', { cle: 'la-meme' });
    await expect(coup('zoe', { cle: 'une-autre' })).rejects.toMatchObject(TROP);
  });

  it('s’élargissent par un réglage du lieu', async () => {
    process.env.LIMITES = '2';
    await coups('zoe', 'zoe', 'zoe', 'zoe');
    await expect(coup('zoe')).rejects.toMatchObject(TROP);
  });

  it('très larges, ne coûtent presque plus d’écriture', async () => {
    process.env.LIMITES = '100000';
    for (let fois = 0; fois < 40; fois++) await coup('zoe');
    expect(comptees.length).toBeLessThan(10);
  });

  it('ne gardent ni adresse ni identité lisibles', async () => {
    await coup('zoe');
    expect(comptees).toHaveLength(2);
    for (const pk of comptees) expect(pk).toMatch(/^LIMITE#porte(-adresse)?#[\w-]{43}$/);
  });

  it('portent sur les codes, les dépôts, les suivis, les pièces et les messages', () => {
    const limitees = manifeste.filter(({ contract }) => contract.limite).map(({ nom }) => nom);
    expect(limitees).toEqual(
      expect.arrayContaining([
        'envoyerCode',
        'confirmerCode',
        'deposerDemande',
        'ouvrirSuivi',
        'rattacherDemande',
        'preparerPiece',
        'ecrireMairie',
      ]),
    );
  });

  it('répondent 429, par une phrase entière', () => {
    const refus = new Refus('trop-de-demandes', [], { quand: 'dans 12 minutes' });
    const { statusCode, body } = enReponse(frapper, refus) as { statusCode: number; body: string };
    expect(statusCode).toBe(429);
    expect(JSON.parse(body).phrase).toMatch(/Réessayez dans 12 minutes\.$/);
  });
});

describe('l’adresse d’où l’on demande', () => {
  const adresseDe = (sourceIp: string, headers: Record<string, string> = {}) =>
    enAppel(
      {
        headers,
        requestContext: { http: { method: 'POST', sourceIp } },
        body: '{}',
      } as unknown as EvenementHttp,
      { origines: [], now: A_48, bord: 'mot-de-la-pile' },
    ).adresse;

  it('est celle de la connexion', () => {
    expect(adresseDe('192.0.2.1', { 'x-forwarded-for': '198.51.100.7' })).toBe('192.0.2.1');
  });

  it('derrière le CDN, est celle que le CDN a vue', () => {
    const relais = {
      'x-forwarded-for': '203.0.113.9, 198.51.100.7, 192.0.2.1',
      'x-parvis-bord': 'mot-de-la-pile',
    };
    expect(adresseDe('192.0.2.1', relais)).toBe('198.51.100.7');
    expect(adresseDe('192.0.2.1', { ...relais, 'x-parvis-bord': 'autre' })).toBe('192.0.2.1');
  });

  it('en IPv6, est celle du foyer', () => {
    expect(adresseDe('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
    expect(adresseDe('2001:db8::5')).toBe('2001:db8:0:0');
  });
});
