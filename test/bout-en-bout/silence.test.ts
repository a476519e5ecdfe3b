import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unClient } from '../atelier/client.ts';
import { demarrerParvis, type Parvis } from '../atelier/parvis.ts';

let parvis: Parvis;
beforeAll(async () => {
  parvis = await demarrerParvis();
});
afterAll(() => parvis.arreter());

const AGENT = 'karim.bellaval@aubevive.example';

describe('quand personne ne répond', () => {
  it('l’agent est rappelé à J-15, J-7 et J-2, puis le silence décide, et chacun le sait', async () => {
    const client = unClient(parvis.base);
    const acceptee = await client.deposer('carte-stationnement-resident');
    const rejetee = await client.deposer('stationnement-demenagement');
    const sans = await client.deposer('signalement-voirie');
    await client.connecter(AGENT);
    const prise = (await client.get<{ version: number }>(`/api/demandes/${acceptee.reference}`)).version;
    await client.post(`/api/demandes/${acceptee.reference}/prise-en-charge`, {
      demande: acceptee.reference,
      version: prise,
    });

    expect((await client.avancer('P2M2D')).statut).toBe(200);

    const courriels = await client.courriels();
    const a = (adresse: string, reference: string) =>
      courriels
        .filter((courriel) => courriel.a === adresse && courriel.objet.includes(reference))
        .map(({ objet }) => objet.split(' — ')[0])
        .reverse();
    expect(a(AGENT, acceptee.reference)).toEqual([
      'Plus que 15 jours',
      'Plus que 7 jours',
      'Plus que 2 jours',
      'Acceptée par silence',
    ]);
    expect(a('zoe.fictif@courriel.example', rejetee.reference)).toEqual([
      expect.stringContaining('Accusé'),
      'Votre demande est rejetée',
    ]);

    const usager = unClient(parvis.base);
    expect(await usager.suivre(acceptee)).toMatchObject({ statut: 'acceptee-par-silence', aQui: 'personne' });
    expect(await usager.suivre(rejetee)).toMatchObject({ statut: 'rejetee-par-silence' });
    expect(await usager.suivre(sans)).toMatchObject({ statut: 'deposee', terme: null });

    await client.connecter(AGENT);
    const closes = await client.file('closes');
    expect(closes.map(({ reference, statut }) => [reference, statut])).toEqual(
      expect.arrayContaining([
        [acceptee.reference, 'acceptee-par-silence'],
        [rejetee.reference, 'rejetee-par-silence'],
      ]),
    );
    expect((await client.file()).map(({ reference }) => reference)).toEqual([sans.reference]);
  });

  it('l’horloge ne recule pas, et le dit', async () => {
    const { statut, corps } = await unClient(parvis.base).post('/local/horloge', {
      maintenant: '2020-01-01T00:00:00Z',
    });
    expect(statut).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(corps)).toMatch(/recul|avance/);
  });
});
