import middy from '@middy/core';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import * as z from 'zod';
import { action } from '../../../functions/platform/action.ts';
import { lireEvenement } from '../../../functions/platform/autour.evenement.ts';
import { tenirJournal } from '../../../functions/platform/autour.journal.ts';
import { repondreAuxRefus } from '../../../functions/platform/autour.refus.ts';
import type { Cadre } from '../../../functions/platform/autour.ts';
import type { EvenementHttp, ReponseHttp } from '../../../functions/platform/http.ts';
import { Refus } from '../../../functions/platform/refus.ts';

const contrat = action({
  resume: 'Essayer',
  route: 'POST /essais/{quoi}',
  par: ['public'],
  writes: false,
  input: z.object({}).loose(),
  output: z.object({}),
  refuse: ['introuvable', 'geste-impossible'],
});

const evenement = (entetes: Record<string, string> = {}): EvenementHttp =>
  ({
    routeKey: 'POST /api/essais/{quoi}',
    headers: { 'x-parvis-bord': 'mot', ...entetes },
    pathParameters: { quoi: 'ceci' },
    body: '{"a":1}',
    isBase64Encoded: false,
    requestContext: { http: { method: 'POST', sourceIp: '192.0.2.1' } },
  }) as never;

const appeler = async (faire: (cadre: Cadre) => ReponseHttp, event = evenement()): Promise<ReponseHttp> => {
  const action_ = middy<EvenementHttp, ReponseHttp, Error, Cadre>()
    .use(tenirJournal(({ routeKey }: EvenementHttp) => routeKey))
    .use(repondreAuxRefus(contrat))
    .use(lireEvenement(contrat, () => ({ origines: ['https://mairie.example'], bord: 'mot' })))
    .handler(async (_, cadre) => faire(cadre));
  return action_(event, {} as Cadre);
};

let lignes: Record<string, unknown>[];
beforeEach(() => {
  lignes = [];
  const sortie = vi.spyOn(process.stdout, 'write').mockImplementation((ligne) => {
    lignes.push(JSON.parse(String(ligne)) as Record<string, unknown>);
    return true;
  });
  onTestFinished(() => sortie.mockRestore());
});

describe('autour d’une action', () => {
  it('l’événement est lu avant elle, et le journal dit une fois qu’elle est faite', async () => {
    const reponse = await appeler(({ appel }) => {
      expect(appel?.input).toEqual({ a: 1, quoi: 'ceci' });
      return { statusCode: 200 };
    });
    expect(reponse).toEqual({ statusCode: 200 });
    expect(lignes).toEqual([
      { evenement: 'action-faite', action: 'POST /api/essais/{quoi}', ms: expect.any(Number) },
    ]);
  });

  it('un refus devient sa phrase et son code, et le journal n’en garde que le code', async () => {
    const reponse = await appeler(() => {
      throw new Refus('geste-impossible');
    });
    expect(reponse.statusCode).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(reponse.body ?? '')).toMatchObject({ code: 'geste-impossible' });
    expect(lignes).toEqual([
      { evenement: 'action-refusee', action: 'POST /api/essais/{quoi}', code: 'geste-impossible' },
    ]);
  });

  it('une panne se lit sous la référence que la personne a reçue, sans ce qui a cassé', async () => {
    const reponse = await appeler(() => {
      throw new RangeError('secret');
    });
    expect(reponse.statusCode).toBe(500);
    const { incident } = JSON.parse(reponse.body ?? '') as { incident: string };
    expect(incident).toMatch(/^[0-9a-f]{8}$/);
    expect(lignes).toMatchObject([{ evenement: 'panne', incident, erreur: 'RangeError' }]);
    expect(JSON.stringify([reponse, lignes])).not.toContain('secret');
  });

  it('ce qui ne vient pas par le site, ou vient d’un autre, n’atteint pas l’action', async () => {
    const etrangers: Record<string, string>[] = [
      { 'x-parvis-bord': 'faux' },
      { origin: 'https://ailleurs.example' },
    ];
    for (const entetes of etrangers) {
      const reponse = await appeler(() => {
        throw new Error('atteinte');
      }, evenement(entetes));
      expect(reponse.statusCode).toBe(403);
    }
    expect(lignes.map(({ code }) => code)).toEqual(['hors-du-site', 'origine-refusee']);
  });

  it('une action que personne n’attend laisse passer sa panne, que le journal a dite', async () => {
    const seule = middy<unknown, unknown, Error, Cadre>()
      .use(tenirJournal(() => 'Veiller'))
      .handler(() => {
        throw new Error('plus tard');
      });
    await expect(seule({}, {} as Cadre)).rejects.toThrow('plus tard');
    expect(lignes).toMatchObject([{ evenement: 'panne', action: 'Veiller', message: 'plus tard' }]);
  });
});
