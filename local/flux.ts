import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { AGE_MAX, delaiAvant, ESSAIS_AVANT_PATIENCE, ESSAIS_MAX, REGION, tableDe } from './commun.ts';
import type { Invoquer, Manifeste } from './fonctions.ts';
import { vraiMaintenant } from './horloge.ts';

/** Feeds the actions that live on the table's stream, as Lambda does with `ReportBatchItemFailures`. */
export type Flux = { calme(): boolean; fermer(): Promise<void> };
export type Reglages = { essaisMax: number; delaiAvant(essais: number): number };
type Options = {
  base: DatabaseSync;
  registre: DatabaseSync;
  communes: readonly string[];
  manifeste: Manifeste;
  invoquer: Invoquer;
  rebuter(commune: string, action: string, corps: unknown): void;
  tracer(ligne: string): void;
  reglages?: Reglages;
};
type Ligne = { id: number; event_name: string; keys_json: string; new_image: string | null; old_image: string | null; created_at: number };
type Place = { position: number; essais: number; depuis: number | null; prochaine: number };

const LOT = 25;
/** Often enough for a person not to notice, rare enough to cost nothing: the question is one integer in shared memory. */
const BATTEMENT = 40;

export const ouvrirFlux = (options: Options): Flux => {
  const consommateurs = options.communes.flatMap((commune) =>
    options.manifeste.entrees.flatMap(({ nom, contract }) => (contract.sur?.type === 'flux' ? [consommer(options, { commune, action: nom, items: contract.sur.items })] : [])),
  );
  const version = options.base.prepare('PRAGMA data_version');
  let vue: SQLOutputValue | undefined;
  const battement = setInterval(() => {
    const lue = version.get()?.data_version;
    const change = lue !== vue;
    vue = lue;
    for (const consommateur of consommateurs) consommateur.eveiller(change);
  }, BATTEMENT);
  return {
    calme: () => consommateurs.every((consommateur) => consommateur.calme()),
    async fermer() {
      clearInterval(battement);
      await Promise.all(consommateurs.map((consommateur) => consommateur.fermer()));
    },
  };
};

type Source = { commune: string; action: string; items: readonly string[] };

const consommer = ({ base, registre, invoquer, rebuter, tracer, reglages = { essaisMax: ESSAIS_MAX, delaiAvant } }: Options, source: Source) => {
  const { commune, action } = source;
  const consommateur = `${commune}/${action}`;
  const lecteur = lecture(base, source);
  const garder = registre.prepare('INSERT INTO positions VALUES (?, ?, ?, ?, ?) ON CONFLICT (consommateur) DO UPDATE SET position = excluded.position, essais = excluded.essais, depuis = excluded.depuis, prochaine = excluded.prochaine');
  // What waited for another try tries again at once in a new life.
  registre.prepare('UPDATE positions SET prochaine = 0 WHERE consommateur = ?').run(consommateur);
  let place = (registre.prepare('SELECT position, essais, depuis, prochaine FROM positions WHERE consommateur = ?').get(consommateur) as Place | undefined) ?? { position: 0, essais: 0, depuis: null, prochaine: 0 };
  let taille = LOT;
  let enCours: Promise<void> | undefined;
  let ferme = false;

  const placer = (nouvelle: Place): void => {
    place = nouvelle;
    garder.run(consommateur, place.position, place.essais, place.depuis, place.prochaine);
  };
  const avancer = (position: number): void => placer({ position, essais: 0, depuis: null, prochaine: 0 });

  /** What must be tried again from `premier` on; the oldest goes to the dead-letter queue when it has failed too long. */
  const reculer = (premier: Ligne, erreur: unknown): void => {
    const essais = place.position === premier.id - 1 ? place.essais + 1 : 1;
    const depuis = essais === 1 ? vraiMaintenant() : (place.depuis ?? vraiMaintenant());
    if (essais === 1) tracer(`${action} (${commune}) : ${String(erreur)}, nouvel essai plus tard`);
    const epuise = essais >= reglages.essaisMax || vraiMaintenant() - depuis >= AGE_MAX;
    if (!epuise || taille > 1) return placer({ position: premier.id - 1, essais, depuis, prochaine: vraiMaintenant() + (epuise ? 0 : reglages.delaiAvant(essais)) });
    rebuter(commune, action, { essais, erreur: String(erreur), evenement: { Records: [enregistrement(source, premier)] } });
    avancer(premier.id);
  };

  const traiter = async (lignes: readonly [Ligne, ...Ligne[]]): Promise<void> => {
    const [premiere] = lignes;
    try {
      const retour = (await invoquer(commune, action, { Records: lignes.map((ligne) => enregistrement(source, ligne)) })) as Retour;
      const rates = new Set((retour?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
      const rate = lignes.find(({ id }) => rates.has(String(id)));
      if (rates.size > 0 && !rate) throw new Error('batchItemFailures désigne un enregistrement inconnu');
      if (rate === premiere) taille = Math.max(1, Math.floor(lignes.length / 2));
      if (rate) return reculer(rate, 'enregistrement signalé en échec');
      taille = LOT;
      avancer(lignes.at(-1)?.id ?? premiere.id);
    } catch (erreur) {
      if (ferme) return;
      // Halving the batch singles out the record that makes it fail.
      if (lignes.length === 1) taille = 1;
      else taille = Math.max(1, Math.floor(lignes.length / 2));
      reculer(premiere, erreur);
    }
  };

  const tourner = async (): Promise<void> => {
    while (!ferme && place.prochaine <= vraiMaintenant()) {
      const dernier = lecteur.dernier();
      const [premiere, ...suite] = lecteur.lire(place.position, taille);
      if (!premiere) {
        // Nothing for this consumer up to there: remember it, so that the engine may forget those records.
        if (dernier > place.position) avancer(dernier);
        return;
      }
      await traiter([premiere, ...suite]);
    }
  };

  return {
    eveiller(change: boolean) {
      const attendu = place.prochaine > 0 && place.prochaine <= vraiMaintenant();
      if (ferme || enCours || !(change || attendu)) return;
      enCours = tourner()
        .catch((erreur: unknown) => tracer(`${consommateur} : ${String(erreur)}`))
        .finally(() => {
          enCours = undefined;
          // A write may have come between the last reading and now.
          if (!ferme && place.prochaine === 0 && lecteur.lire(place.position, 1).length > 0) this.eveiller(true);
        });
    },
    calme: () => !enCours && (place.essais >= ESSAIS_AVANT_PATIENCE || lecteur.lire(place.position, 1).length === 0),
    async fermer() {
      ferme = true;
      await enCours;
    },
  };
};

type Retour = { batchItemFailures?: { itemIdentifier: string }[] } | null;

const lecture = (base: DatabaseSync, { commune, items }: Source) => {
  const types = items.map(() => '?').join(', ');
  const type = (image: string) => `json_extract(${image}, '$.type.S') IN (${types})`;
  const suivantes = base.prepare(`SELECT * FROM _stream_records WHERE id > ? AND table_name = ? AND (${type('new_image')} OR ${type('old_image')}) ORDER BY id LIMIT ?`);
  const derniere = base.prepare('SELECT MAX(id) AS id FROM _stream_records');
  return {
    lire: (apres: number, limite: number) => suivantes.all(apres, tableDe(commune), ...items, ...items, limite) as Ligne[],
    dernier: () => Number(derniere.get()?.id ?? 0),
  };
};

/** The engine's own row, as Lambda would show it. Its `id` is never used twice, so it numbers the record. */
const enregistrement = ({ commune }: Source, { id, event_name, keys_json, new_image, old_image, created_at }: Ligne) => {
  const OldImage = old_image ? (JSON.parse(old_image) as { ttl?: { N: string } }) : undefined;
  const expire = event_name === 'REMOVE' && Number(OldImage?.ttl?.N ?? Infinity) * 1000 <= Date.now();
  return {
    eventID: String(id),
    eventName: event_name,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: REGION,
    // Who deletes what has expired: DynamoDB itself, on AWS; the sweep of this folder, here.
    ...(expire ? { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } } : {}),
    dynamodb: {
      ApproximateCreationDateTime: created_at,
      Keys: JSON.parse(keys_json) as unknown,
      ...(new_image ? { NewImage: JSON.parse(new_image) as unknown } : {}),
      ...(OldImage ? { OldImage } : {}),
      SequenceNumber: String(id),
      SizeBytes: keys_json.length + (new_image?.length ?? 0) + (old_image?.length ?? 0),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: `arn:aws:dynamodb:${REGION}:000000000000:table/${tableDe(commune)}/stream/local`,
  };
};

/** Forgets the stream records that every consumer has passed; the engine numbers the next one after the last kept. */
export const elaguerFlux = (base: DatabaseSync, registre: DatabaseSync, consommateurs: number): void => {
  const { nombre, position } = registre.prepare('SELECT COUNT(*) AS nombre, MIN(position) AS position FROM positions').get() as { nombre: number; position: number | null };
  if (nombre < consommateurs || position === null) return;
  base.prepare('DELETE FROM _stream_records WHERE id <= ? AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)').run(position);
};
