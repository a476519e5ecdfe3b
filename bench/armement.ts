import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { codeDe, referenceDe } from '../functions/demandes/reference.ts';
import { armerHorloge } from '../functions/echeances/armer-horloge.ts';
import { octets } from '../functions/platform/aleas.ts';
import { LECTURE } from '../functions/platform/patience.ts';
import { type Lieu, perform } from '../functions/platform/perform.ts';
import type { Item } from '../functions/platform/table.ts';
import { CLES, machineDe, REGION } from '../local/commun.ts';
import { servirEtats } from '../local/moteurs/etats.ts';
import { ouvrirGuichet } from '../local/moteurs/guichet.ts';
import { ouvrirRegistre } from '../local/registre.ts';
import { ouvrirVeilles, type Veilles } from '../local/veilles/veilles.ts';
import { arrondi, ecrit, type Releve } from './chiffres.ts';
import { itemsDUnDepot, saisieDuBanc } from './depot.ts';
import { ouvrirLieu } from './lieu.ts';

/** The quota of Step Functions on StartExecution, in most regions. */
const QUOTA = { aLaFois: 800, parSeconde: 150 };
const SECONDES_CIBLE = 90;

/** A new on-demand table has four partitions, so its stream four shards; a function takes a lot of one at a time. */
const FRAGMENTS = 4;

type Enregistrement = { dynamodb: { SequenceNumber: string; NewImage: unknown } };

/** Arms the clocks of a rush of n demandes under the quota of Step Functions: how long it takes, and how many are lost. */
export const mesurerArmement = async (n: number): Promise<Releve> => {
  const { lieu, fermer } = await ouvrirLieu();
  const [modele] = (await itemsDUnDepot(lieu, saisieDuBanc(lieu))).filter(({ type }) => type === 'DEMANDE');
  if (!modele) throw new Error('un dépôt n’écrit pas de demande');
  const etats = await ouvrirEtats(lieu.monde.commune.slug);
  const debut = performance.now();
  const parFragment = Math.ceil(n / FRAGMENTS);
  const fragments = Array.from({ length: FRAGMENTS }, (_, i) =>
    consommer(desDemandes(modele, Math.min(parFragment, n - i * parFragment)), lieu),
  );
  const essais = (await Promise.all(fragments)).reduce((total, vus) => total + vus, 0);
  const secondes = (performance.now() - debut) / 1000;
  const perdues = n - etats.veilles.lister(etats.machine).length;
  await etats.fermer();
  await fermer();
  return {
    titre: `Armement de ${ecrit(n)} horloges, sous le quota de Step Functions (${QUOTA.aLaFois} puis ${QUOTA.parSeconde} par seconde)`,
    lignes: [
      {
        quoi: `horloges armées, en ${ecrit(essais)} appels de la fonction`,
        mesure: ecrit(secondes, 's'),
        cible: `≤ ${ecrit(SECONDES_CIBLE, 's')}`,
        tenue: secondes <= SECONDES_CIBLE,
      },
      { quoi: 'perdues', mesure: ecrit(perdues), cible: '0', tenue: perdues === 0 },
    ],
    chiffres: { armement: { n, secondes: arrondi(secondes, 1), appels: essais, perdues } },
  };
};

const desDemandes = (modele: Item, combien: number): Enregistrement[] =>
  Array.from({ length: Math.max(0, combien) }, (_, i) => {
    const corps = {
      ...(modele.corps as object),
      reference: referenceDe(octets(7)),
      code: codeDe(octets(12)),
    };
    const NewImage = marshall({ ...modele, corps }, { removeUndefinedValues: true });
    return { dynamodb: { SequenceNumber: String(i), NewImage } };
  });

/** As Lambda gives what the reader of the stream hands over: again, as long as it fails. */
const consommer = async (records: readonly Enregistrement[], lieu: Lieu): Promise<number> => {
  let appels = 0;
  for (let place = 0; place < records.length; appels += 1) {
    const Records = records.slice(place, place + LECTURE.lot);
    const fait = await perform(armerHorloge, { input: { Records }, now: new Date(), interne: true }, lieu)
      .then(() => true)
      .catch(() => false);
    if (fait) place += Records.length;
  }
  return appels;
};

/** Step Functions as the laptop has it, with AWS's quota. */
const ouvrirEtats = async (slug: string) => {
  const donnees = mkdtempSync(path.join(tmpdir(), 'parvis-banc-'));
  const registre = ouvrirRegistre(donnees);
  const machine = machineDe(slug);
  const definition = {
    StartAt: 'Attendre',
    States: { Attendre: { Type: 'Wait', TimestampPath: '$.suite.prochain', End: true } },
  };
  const veilles: Veilles = ouvrirVeilles({
    registre,
    machines: new Map([[machine, { definition, invoquer: async () => ({}) }]]),
    tracer: console.error,
  });
  const guichet = await ouvrirGuichet({ states: servirEtats(veilles, QUOTA) });
  Object.assign(process.env, {
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CLES.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CLES.secretAccessKey,
    AWS_ENDPOINT_URL_SFN: guichet.adresse('states', slug),
    VEILLE: machine,
  });
  const fermer = async () => {
    await guichet.fermer();
    veilles.fermer();
    registre.close();
    rmSync(donnees, { recursive: true, force: true });
  };
  return { veilles, machine, fermer };
};
