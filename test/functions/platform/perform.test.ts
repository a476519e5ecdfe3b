import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { action } from '../../../functions/platform/action.ts';
import { type EvenementHttp, enAppel, enReponse } from '../../../functions/platform/http.ts';
import { implement, type Lieu, perform } from '../../../functions/platform/perform.ts';
import { Refus } from '../../../functions/platform/refus.ts';
import { Conflit, ouvrirTable } from '../../../functions/platform/table.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';

const compter = action({
  resume: 'Compter',
  route: 'POST /compter',
  par: ['public'],
  writes: true,
  input: z.object({ pas: z.number().int() }),
  output: z.object({ total: z.number() }),
  refuse: [],
});
const cle = { pk: 'COMPTEUR', sk: 'COMPTEUR' };
const verbe = implement(compter, async ({ pas }, { table }) => {
  const item = await table.get(cle);
  const total = Number(item?.corps ?? 0) + pas;
  if (item) table.replace({ ...item, corps: total });
  else table.add({ ...cle, type: 'COMPTEUR', corps: total });
  return { total, secret: 'jamais rendu' };
});

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
});
const appeler = (pas: unknown, rejeu?: string) =>
  perform(verbe, { input: { pas }, now: LUNDI, ...(rejeu && { cle: rejeu }) }, lieu);

describe('perform', () => {
  it('ne rend que ce que le contrat annonce', async () => {
    expect(await appeler(2)).toEqual({ total: 2 });
  });

  it('recommence quand quelqu’un a écrit entre-temps, si l’action ne dépend pas de ce que la personne avait vu', async () => {
    await appeler(0);
    await Promise.all([appeler(1), appeler(1), appeler(1)]);
    expect(await appeler(0)).toEqual({ total: 3 });
  });

  it('aboutit pour chacun de trente qui écrivent au même instant', async () => {
    await appeler(0);
    await Promise.all(Array.from({ length: 30 }, () => appeler(1)));
    expect(await appeler(0)).toEqual({ total: 30 });
  });

  it('ne fait qu’une fois ce qu’on demande deux fois sous la même clé', async () => {
    expect(await appeler(5, 'k')).toEqual({ total: 5 });
    expect(await appeler(5, 'k')).toEqual({ total: 5 });
    expect(await appeler(0)).toEqual({ total: 5 });
  });

  it('dit en français ce qui est mal écrit, champ par champ', async () => {
    await expect(appeler('deux')).rejects.toMatchObject({
      code: 'entree-invalide',
      details: [{ champ: 'pas', phrase: 'Indiquez un nombre en chiffres.' }],
    });
  });
});

const noter = action({
  resume: 'Noter',
  route: 'POST /noter',
  par: ['public'],
  writes: true,
  input: z.object({ version: z.number().int(), mot: z.string() }),
  output: z.object({ version: z.number() }),
  refuse: ['modifie-entre-temps'],
});
const verbeVersionne = implement(noter, async ({ version, mot }, { table }) => {
  const item = await table.get(cle);
  if (item?.version !== version) throw new Refus('modifie-entre-temps');
  table.replace({ ...item, corps: mot });
  return { version: version + 1 };
});

/** Whoever says which version they saw: their key lives in the item, which is written alone. */
describe('une écriture seule', () => {
  const demander = (version: number, mot: string, rejeu: string) =>
    perform(verbeVersionne, { input: { version, mot }, now: LUNDI, cle: rejeu }, lieu);
  beforeEach(() => appeler(0));

  it('redemandée sous la même clé, rend la même réponse, même après d’autres', async () => {
    await demander(1, 'un', 'a');
    await demander(2, 'deux', 'b');
    expect(await demander(1, 'un', 'a')).toEqual({ version: 2 });
    expect(await lieu.base.get(cle)).toMatchObject({ version: 3, corps: 'deux' });
  });

  it('demandée deux fois à la fois sous la même clé, n’a qu’un effet et deux réponses', async () => {
    expect(await Promise.all([demander(1, 'un', 'a'), demander(1, 'un', 'a')])).toEqual([
      { version: 2 },
      { version: 2 },
    ]);
    expect(await lieu.base.get(cle)).toMatchObject({ version: 2 });
  });

  it('ne garde que les dernières clés, et celles d’un jour', async () => {
    for (const [i, rejeu] of ['a', 'b', 'c', 'd'].entries()) await demander(i + 1, rejeu, rejeu);
    expect((await lieu.base.get(cle))?.rejeux).toHaveLength(3);
    await expect(demander(1, 'a', 'a')).rejects.toMatchObject({ code: 'modifie-entre-temps' });
    const demain = new Date(LUNDI.getTime() + 25 * 3600_000);
    await perform(verbeVersionne, { input: { version: 5, mot: 'e' }, now: demain, cle: 'e' }, lieu);
    expect((await lieu.base.get(cle))?.rejeux).toHaveLength(1);
  });

  it('sous une clé qui a servi à autre chose, se refuse', async () => {
    await demander(1, 'un', 'a');
    await expect(demander(2, 'deux', 'a')).rejects.toMatchObject({ code: 'cle-deja-utilisee' });
  });
});

describe('une transaction', () => {
  it('écrit tout, ou rien', async () => {
    await appeler(1);
    const table = ouvrirTable(lieu.base);
    table.add({ pk: 'A', sk: 'A', type: 'A', corps: 1 });
    table.add({ ...cle, type: 'COMPTEUR', corps: 9 });
    await expect(table.commit()).rejects.toBeInstanceOf(Conflit);
    expect(await lieu.base.get({ pk: 'A', sk: 'A' })).toBeUndefined();
  });
});

const requete = (autres: Partial<EvenementHttp> & { methode?: string } = {}): EvenementHttp =>
  ({
    headers: {},
    requestContext: { http: { method: autres.methode ?? 'POST' } },
    routeKey: 'POST /compter',
    ...autres,
  }) as EvenementHttp;
const lire = (event: EvenementHttp) => enAppel(event, { origines: ['https://aubevive.example'], now: LUNDI });

describe('une requête HTTP', () => {
  it('venue d’un autre site est refusée', () => {
    expect(() => lire(requete({ headers: { origin: 'https://ailleurs.example' }, body: '{}' }))).toThrow(
      new Refus('origine-refusee'),
    );
  });

  it.each(['{"pas":', '[1]', '"texte"', 'null'])('de contenu illisible est refusée : %s', (body) => {
    expect(() => lire(requete({ body }))).toThrow('json-illisible');
  });

  it('trop volumineuse est refusée', () => {
    expect(() => lire(requete({ body: `{"pas":"${'x'.repeat(10_000_000)}"}` }))).toThrow('corps-trop-grand');
  });

  it('porte ses jetons, sa clé, et ce que le chemin nomme l’emporte', () => {
    const appel = lire(
      requete({
        cookies: ['parvis_agent=abc', 'autre=1'],
        headers: { 'idempotency-key': 'k' },
        body: '{"demande":"ruse"}',
        pathParameters: { demande: 'vraie' },
      }),
    );
    expect(appel).toMatchObject({ jetons: { agent: 'abc' }, cle: 'k', input: { demande: 'vraie' } });
  });

  it('refusée, répond avec son statut, son code et sa phrase', () => {
    const { statusCode, body } = enReponse(compter, new Refus('introuvable')) as {
      statusCode: number;
      body: string;
    };
    expect(statusCode).toBe(404);
    expect(JSON.parse(body)).toMatchObject({
      code: 'introuvable',
      phrase: expect.stringContaining('Nous ne trouvons pas'),
    });
  });
});
