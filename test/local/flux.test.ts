import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { NomAction } from '../../functions/actions.ts';
import { attendre } from '../../local/commun.ts';
import { elaguerFlux, ouvrirFlux } from '../../local/flux/flux.ts';
import { ouvrirLivraisons, type Reglages } from '../../local/livraisons.ts';
import { type Dynamo, ouvrirDynamo } from '../../local/moteurs/dynamo.ts';
import { ouvrirRegistre } from '../../local/registre.ts';
import { unDossier, unManifeste } from './atelier.ts';

type Recu = {
  Records: {
    eventName: string;
    dynamodb: { SequenceNumber: string; Keys: { sk: { S: string } }; NewImage?: { octets?: { B: string } } };
  }[];
};
const cles = (evenement: unknown) => (evenement as Recu).Records.map(({ dynamodb }) => dynamodb.Keys.sk.S);

const dossier = mkdtempSync(path.join(tmpdir(), 'parvis-flux-'));
let dynamo: Dynamo;
let numero = 0;
let commune: string;
beforeAll(async () => {
  dynamo = await ouvrirDynamo(
    dossier,
    Array.from({ length: 12 }, (_, i) => `parvis-essai-${i + 1}`),
  );
});
beforeEach(() => {
  commune = `essai-${++numero}`;
});
afterAll(async () => {
  await dynamo.fermer();
  rmSync(dossier, { recursive: true, force: true });
});

const ecrire = async (client: DynamoDBClient, type: string, ...sks: string[]) => {
  for (const sk of sks)
    await client.send(
      new PutItemCommand({
        TableName: `parvis-${commune}`,
        Item: { pk: { S: 'A' }, sk: { S: sk }, type: { S: type }, octets: { B: new Uint8Array([1, 2]) } },
      }),
    );
};

type Options = { actions?: NomAction[]; registre?: ReturnType<typeof ouvrirRegistre>; reglages?: Reglages };
const nourrir = (
  invoquer: (commune: string, action: string, evenement: unknown) => Promise<unknown>,
  options: Options = {},
) => {
  const {
    actions = ['expedierEnvois'],
    registre = ouvrirRegistre(unDossier()),
    reglages = { essaisMax: 200, delaiApres: () => 5 },
  } = options;
  const rebuter = vi.fn();
  const commun = {
    registre,
    manifeste: unManifeste(...actions),
    invoquer: (de: string, action: string, evenement: string) => invoquer(de, action, JSON.parse(evenement)),
    tracer: () => undefined,
  };
  const livraisons = ouvrirLivraisons({ ...commun, rebuter, reglages });
  void livraisons.eveiller();
  const lecture = ouvrirFlux({ ...commun, base: dynamo.base, communes: [commune], livraisons });
  const flux = {
    calme: () => lecture.calme() && livraisons.calme(),
    fermer: async () => {
      await Promise.all([lecture.fermer(), livraisons.fermer()]);
    },
  };
  onTestFinished(flux.fermer);
  return { flux, registre, rebuter, livraisons };
};

describe('un consommateur', () => {
  it('reçoit en ordre ce qui est de ses types, et rien d’autre, au format de Lambda', async () => {
    const recus: unknown[] = [];
    const { flux } = nourrir(async (_, __, evenement) => void recus.push(evenement));
    await ecrire(dynamo.client, 'PROMESSE', 'E1');
    await ecrire(dynamo.client, 'CLE', 'C1');
    await ecrire(dynamo.client, 'PROMESSE', 'E2', 'E3');
    await attendre(flux.calme, 'le calme');
    expect(recus.flatMap(cles)).toEqual(['E1', 'E2', 'E3']);
    expect((recus[0] as Recu).Records[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: { NewImage: { octets: { B: 'AQI=' } } },
    });
  });

  it('ne reçoit jamais plus de 100 enregistrements à la fois', async () => {
    await ecrire(dynamo.client, 'PROMESSE', ...Array.from({ length: 210 }, (_, i) => `E${i}`));
    const lots: number[] = [];
    const { flux } = nourrir(async (_, __, evenement) => void lots.push(cles(evenement).length));
    await attendre(flux.calme, 'le calme');
    expect(lots).toEqual([100, 100, 10]);
  });

  it('n’essaie à nouveau que l’enregistrement qu’il signale en échec, seul', async () => {
    await ecrire(dynamo.client, 'PROMESSE', 'E1', 'E2', 'E3');
    const recus: string[][] = [];
    const { flux, rebuter } = nourrir(async (_, __, evenement) => {
      recus.push(cles(evenement));
      const rate = recus.length === 1 ? (evenement as Recu).Records[1] : undefined;
      return { batchItemFailures: rate ? [{ itemIdentifier: rate.dynamodb.SequenceNumber }] : [] };
    });
    await attendre(() => recus.length > 1, 'le second essai');
    await attendre(flux.calme, 'le calme');
    expect(recus).toEqual([['E1', 'E2', 'E3'], ['E2']]);
    expect(rebuter).not.toHaveBeenCalled();
  });

  it('met au rebut l’enregistrement qui échoue toujours, et lui seul ; le reste n’attend pas', async () => {
    await ecrire(dynamo.client, 'PROMESSE', 'E1', 'POISON', 'E3');
    const faits: string[] = [];
    const { flux, rebuter } = nourrir(
      async (_, __, evenement) => {
        if (cles(evenement).includes('POISON')) throw new Error('illisible');
        faits.push(...cles(evenement));
        return {};
      },
      { reglages: { essaisMax: 5, delaiApres: () => 5 } },
    );
    await attendre(flux.calme, 'le calme');
    await ecrire(dynamo.client, 'PROMESSE', 'E4');
    await attendre(() => faits.includes('E4'), 'ce qui suit');
    await attendre(() => rebuter.mock.calls.length > 0, 'le rebut');
    expect(rebuter).toHaveBeenCalledExactlyOnceWith(
      commune,
      'expedierEnvois',
      expect.objectContaining({ essais: 5, erreur: 'Error: illisible' }),
    );
    const [[, , rebut] = []] = rebuter.mock.calls as [string, string, { evenement: unknown }][];
    expect(cles(rebut?.evenement)).toEqual(['POISON']);
    expect(faits.toSorted()).toEqual(['E1', 'E3', 'E4']);
  });

  it('après trois essais, l’évènement compte comme mis de côté', async () => {
    await ecrire(dynamo.client, 'PROMESSE', 'E1');
    const { livraisons } = nourrir(
      async () => {
        throw new Error('panne');
      },
      { reglages: { essaisMax: 200, delaiApres: (essais) => (essais < 3 ? 5 : 3_600_000) } },
    );
    await attendre(() => livraisons.misDeCote(commune) === 1, 'la mise de côté');
    expect(livraisons.misDeCote('ailleurs')).toBe(0);
  });

  it('garde par-delà un arrêt ce qui attend un autre essai', async () => {
    const registre = ouvrirRegistre(unDossier());
    await ecrire(dynamo.client, 'PROMESSE', 'E1');
    const avant = nourrir(
      async () => {
        throw new Error('panne');
      },
      { registre, reglages: { essaisMax: 200, delaiApres: () => 3_600_000 } },
    );
    const misDeCote = () => Number(registre.prepare('SELECT COUNT(*) AS n FROM livraisons').get()?.n);
    await attendre(() => misDeCote() === 1, 'la mise de côté');
    await avant.flux.fermer();
    const recus: string[] = [];
    const { flux } = nourrir(async (_, __, evenement) => void recus.push(...cles(evenement)), { registre });
    await attendre(flux.calme, 'le calme');
    expect(recus).toEqual(['E1']);
  });

  it('n’attend pas un autre consommateur en panne', async () => {
    await ecrire(dynamo.client, 'PROMESSE', 'E1');
    await ecrire(dynamo.client, 'DEMANDE', 'D1');
    const armes: string[] = [];
    nourrir(
      async (_, action, evenement) => {
        if (action === 'expedierEnvois') throw new Error('panne');
        armes.push(...cles(evenement));
        return {};
      },
      { actions: ['expedierEnvois', 'armerHorloge'], reglages: { essaisMax: 200, delaiApres: () => 60_000 } },
    );
    await attendre(() => armes.length > 0, 'l’autre consommateur');
    expect(armes).toEqual(['D1']);
  });

  it('reprend après un arrêt là où il en était', async () => {
    const registre = ouvrirRegistre(unDossier());
    await ecrire(dynamo.client, 'PROMESSE', 'E1');
    const avant = nourrir(async () => ({}), { registre });
    await attendre(avant.flux.calme, 'le calme');
    await avant.flux.fermer();
    await ecrire(dynamo.client, 'PROMESSE', 'E2');
    const recus: string[] = [];
    const { flux } = nourrir(async (_, __, evenement) => void recus.push(...cles(evenement)), { registre });
    await attendre(flux.calme, 'le calme');
    expect(recus).toEqual(['E2']);
  });

  it('est réveillé bien avant que quelqu’un ne s’impatiente', async () => {
    let arrive = 0;
    const { flux } = nourrir(async () => {
      arrive = performance.now();
    });
    await attendre(flux.calme, 'le calme');
    await ecrire(dynamo.client, 'PROMESSE', 'E1');
    const ecrit = performance.now();
    await attendre(() => arrive > 0, 'le réveil');
    expect(arrive - ecrit).toBeLessThan(500);
  });
});

it('n’oublie que ce que tous les consommateurs ont passé', async () => {
  const registre = ouvrirRegistre(unDossier());
  const restants = () =>
    Number(
      dynamo.base
        .prepare('SELECT COUNT(*) AS n FROM _stream_records WHERE table_name = ?')
        .get(`parvis-${commune}`)?.n,
    );
  await ecrire(dynamo.client, 'PROMESSE', 'E1', 'E2', 'E3');
  elaguerFlux(dynamo.base, registre, 1);
  expect(restants()).toBe(3);
  const { flux } = nourrir(async () => ({}), { registre });
  await attendre(flux.calme, 'le calme');
  elaguerFlux(dynamo.base, registre, 2);
  expect(restants()).toBe(3);
  elaguerFlux(dynamo.base, registre, 1);
  expect(restants()).toBe(1);
});
