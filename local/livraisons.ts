import type { DatabaseSync } from 'node:sqlite';
import type { Declencheur } from '../functions/platform/action.ts';
import { ESSAIS_EN_TOUT, PATIENCE } from '../functions/platform/patience.ts';
import { delaiApres, ESSAIS_AVANT_PATIENCE } from './commun.ts';
import type { Invoquer, Manifeste } from './fonctions.ts';
import { vraiMaintenant } from './horloge.ts';

/** Events that no one waits for (mail come, SMS come, mail delivered): kept, then given to the action until it takes them. */
export type Livraisons = {
  deposer(commune: string, sur: Declencheur['type'], evenement: unknown): void;
  /** Keeps what an action has just failed to do, to be tried again by itself. */
  mettreDeCote(livraison: Livraison, erreur: unknown): void;
  /** Tries what is due; resolves when each has been tried once. */
  eveiller(): Promise<void>;
  calme(): boolean;
  /** What a commune waits for, and that AWS would have put aside by now. */
  misDeCote(commune: string): number;
  fermer(): Promise<void>;
};
type Options = {
  registre: DatabaseSync;
  manifeste: Manifeste;
  invoquer: Invoquer;
  rebuter(commune: string, action: string, corps: unknown): void;
  tracer(ligne: string): void;
  reglages?: Reglages;
};
type Livraison = { commune: string; action: string; evenement: string };
type Ligne = Livraison & { id: number; essais: number };
/** After how many tries nobody tries any more, and how long to wait after some, in milliseconds. */
export type Reglages = { essaisMax: number; delaiApres(essais: number): number };

/** As many calls as a function takes at once here. */
const A_LA_FOIS = 16;

export const ouvrirLivraisons = (options: Options): Livraisons => {
  const { registre, manifeste, invoquer, rebuter, tracer } = options;
  const { essaisMax, delaiApres: delai } = options.reglages ?? { essaisMax: ESSAIS_EN_TOUT, delaiApres };
  const attente = fileDAttente(registre, delai);
  let enCours: Promise<void> | undefined;
  let minuterie: NodeJS.Timeout | undefined;
  let ferme = false;

  const dire = ({ commune, action }: Livraison, erreur: unknown): void =>
    tracer(`${action} (${commune}) : ${String(erreur)}, nouvel essai plus tard`);
  const echouer = (ligne: Ligne, erreur: unknown): void => {
    const { commune, action, evenement } = ligne;
    const essais = ligne.essais + 1;
    if (essais === 1) dire(ligne, erreur);
    if (essais < essaisMax) {
      attente.retarder(ligne, essais);
      return;
    }
    rebuter(commune, action, { essais, erreur: String(erreur), evenement: JSON.parse(evenement) as unknown });
    attente.oter([ligne]);
  };
  const livrer = async (ligne: Ligne): Promise<Ligne[]> => {
    try {
      const rendu = await invoquer(ligne.commune, ligne.action, ligne.evenement);
      if (rateesDe(rendu).size > 0) throw new Error('enregistrement signalé en échec');
      return [ligne];
    } catch (erreur) {
      if (!ferme) echouer(ligne, erreur);
      return [];
    }
  };
  const tourner = async (): Promise<void> => {
    for (let dues = attente.dues(); dues.length > 0 && !ferme; dues = attente.dues())
      attente.oter((await Promise.all(dues.map(livrer))).flat());
  };
  const programmer = (): void => {
    enCours = undefined;
    if (ferme) return;
    const prochaine = attente.prochaine();
    if (prochaine !== null)
      minuterie = setTimeout(() => void eveiller(), Math.max(0, prochaine - vraiMaintenant()));
  };
  const eveiller = (): Promise<void> => {
    clearTimeout(minuterie);
    if (ferme) return Promise.resolve();
    enCours ??= tourner().finally(programmer);
    return enCours;
  };

  return {
    deposer(commune, sur, evenement) {
      for (const { nom } of manifeste.entrees.filter(({ contract }) => contract.sur?.type === sur))
        attente.ajouter({ commune, action: nom, evenement: JSON.stringify(evenement) });
    },
    mettreDeCote(livraison, erreur) {
      dire(livraison, erreur);
      attente.ajouter(livraison, 1);
    },
    eveiller,
    calme: () => !attente.impatiente(),
    misDeCote: (commune) => attente.misDeCote(commune),
    async fermer() {
      ferme = true;
      clearTimeout(minuterie);
      await enCours;
    },
  };
};

/** What an action says that it could not do, as `ReportBatchItemFailures` has it. */
export const rateesDe = (rendu: unknown): Set<string> => {
  const { batchItemFailures = [] } = (rendu ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] };
  return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
};

const fileDAttente = (registre: DatabaseSync, delaiApres: Reglages['delaiApres']) => {
  // What waited for another try tries again at once in a new life.
  registre.exec('UPDATE livraisons SET prochaine = 0');
  const ajout = registre.prepare(
    'INSERT INTO livraisons (commune, action, evenement, depuis, essais, prochaine) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const dues = registre.prepare('SELECT * FROM livraisons WHERE prochaine <= ? ORDER BY id LIMIT ?');
  const suivante = registre.prepare('SELECT MIN(prochaine) AS prochaine FROM livraisons');
  const retard = registre.prepare('UPDATE livraisons SET essais = ?, prochaine = ? WHERE id = ?');
  const retrait = registre.prepare('DELETE FROM livraisons WHERE id IN (SELECT value FROM json_each(?))');
  const deCote = registre.prepare(
    'SELECT COUNT(*) AS nombre FROM livraisons WHERE commune = ? AND essais >= ?',
  );
  const quandApres = (essais: number) => vraiMaintenant() + delaiApres(essais);
  const impatientes = registre.prepare('SELECT 1 FROM livraisons WHERE essais < ? LIMIT 1');
  return {
    ajouter: ({ commune, action, evenement }: Livraison, essais = 0) =>
      ajout.run(commune, action, evenement, vraiMaintenant(), essais, essais && quandApres(essais)),
    dues: () => dues.all(vraiMaintenant(), A_LA_FOIS) as Ligne[],
    prochaine: () => (suivante.get() as { prochaine: number | null }).prochaine,
    oter: (faites: readonly Ligne[]) => retrait.run(JSON.stringify(faites.map(({ id }) => id))),
    retarder: ({ id }: Ligne, essais: number) => retard.run(essais, quandApres(essais), id),
    misDeCote: (commune: string) => Number(deCote.get(commune, PATIENCE.essais)?.nombre ?? 0),
    impatiente: () => impatientes.get(ESSAIS_AVANT_PATIENCE) !== undefined,
  };
};
