import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { manifeste } from '../../../functions/actions.ts';
import { action } from '../../../functions/platform/action.ts';
import { type EvenementHttp, enAppel, enReponse } from '../../../functions/platform/http.ts';
import { implement, type Lieu, perform } from '../../../functions/platform/perform.ts';
import { Refus } from '../../../functions/platform/refus.ts';
import { unLieu, unUsager } from '../../atelier/monde.ts';

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
    await expect(coup('zoe')).rejects.toMatchObject({ ...TROP, mots: { quand: 'dans 12 minutes' } });
    await coup('lou');
  });

  it('d’un inconnu n’épuisent pas celles d’un autre : l’identité se compte avec son adresse', async () => {
    await coups('zoe', 'zoe');
    await expect(coup('zoe')).rejects.toMatchObject(TROP);
    await coup('zoe', { adresse: '192.0.2.9' });
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

const CODE_JUSTE = 'juste';
const essayer = implement(
  action({
    ...frapper,
    route: 'POST /serrure',
    limite: {
      quoi: 'serrure',
      minutes: 60,
      parAdresse: 4,
      parIdentite: { champ: 'qui', fois: 2, partout: 3 },
      echecs: ['code-faux'],
    },
    input: z.object({ qui: z.string(), code: z.string() }),
    refuse: ['code-faux'],
  }),
  async ({ code }) => {
    if (code !== CODE_JUSTE) throw new Refus('code-faux');
    return {};
  },
);

describe('les limites d’essais', () => {
  const essai = (qui: string, code: string, adresse = '192.0.2.1') =>
    perform(essayer, { input: { qui, code }, now: A_48, adresse }, lieu);
  const FAUX = { code: 'code-faux' };

  it('ne comptent que les échecs, et disent quand revenir', async () => {
    for (let fois = 0; fois < 9; fois++) await essai('zoe', CODE_JUSTE);
    for (let fois = 0; fois < 2; fois++) await expect(essai('zoe', 'non')).rejects.toMatchObject(FAUX);
    await expect(essai('zoe', 'non')).rejects.toMatchObject(TROP);
  });

  it('laissent toujours passer un code juste, d’où qu’il vienne et quoi qu’aient essayé les autres', async () => {
    for (let fois = 0; fois < 9; fois++)
      await expect(essai('zoe', 'non', `192.0.2.${fois}`)).rejects.toThrow();
    for (let fois = 0; fois < 9; fois++) await expect(essai('zoe', 'non')).rejects.toThrow();
    await expect(essai('zoe', 'non', '198.51.100.1')).rejects.toMatchObject(TROP);
    expect(await essai('zoe', CODE_JUSTE)).toEqual({});
    expect(await essai('zoe', CODE_JUSTE, '198.51.100.1')).toEqual({});
  });
});

it('qui n’a pas le droit n’use les essais de personne', async () => {
  const garder = implement(action({ ...frapper, par: ['usager'], route: 'POST /coffre' }), async () => {
    throw new Refus('introuvable');
  });
  for (const jetons of [{}, await unUsager(lieu, [])])
    for (let fois = 0; fois < 9; fois++)
      await expect(
        perform(garder, { input: { qui: { nom: 'zoe' } }, now: A_48, adresse: '192.0.2.1', jetons }, lieu),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(non-connecte|introuvable)$/) });
  expect(comptees).toEqual([]);
});

it('aucune limite du produit ne compte une identité sans l’adresse, sauf pour ce qui part vers elle', () => {
  const partout = manifeste
    .filter(({ contract: { limite } }) => limite?.parIdentite?.partout && !limite.echecs)
    .map(({ nom }) => nom);
  expect(partout.sort()).toEqual(['demanderDesistement', 'envoyerCode', 'verifierContact']);
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
