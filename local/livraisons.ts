import type { DatabaseSync } from 'node:sqlite';
import type { Declencheur } from '../functions/platform/action.ts';
import { AGE_MAX, delaiAvant, ESSAIS_AVANT_PATIENCE, ESSAIS_MAX } from './commun.ts';
import type { Invoquer, Manifeste } from './fonctions.ts';
import { vraiMaintenant } from './horloge.ts';

/** Events that no one waits for (mail come, SMS come, mail delivered): kept, then given to the action until it takes them. */
export type Livraisons = {
  deposer(commune: string, sur: Declencheur['type'], evenement: unknown): void;
  /** Tries what is due; resolves when each has been tried once. */
  eveiller(): Promise<void>;
  calme(): boolean;
  fermer(): Promise<void>;
};
type Options = {
  registre: DatabaseSync;
  manifeste: Manifeste;
  invoquer: Invoquer;
  rebuter(commune: string, action: string, corps: unknown): void;
  tracer(ligne: string): void;
};
type Ligne = {
  id: number;
  commune: string;
  action: string;
  evenement: string;
  depuis: number;
  essais: number;
};

/** As many calls as a function takes at once here. */
const A_LA_FOIS = 16;

export const ouvrirLivraisons = ({ registre, manifeste, invoquer, rebuter, tracer }: Options): Livraisons => {
  const attente = fileDAttente(registre);
  let enCours: Promise<void> | undefined;
  let minuterie: NodeJS.Timeout | undefined;
  let ferme = false;

  const echouer = (ligne: Ligne, erreur: unknown): void => {
    const { commune, action, evenement } = ligne;
    const essais = ligne.essais + 1;
    if (essais === 1) tracer(`${action} (${commune}) : ${String(erreur)}, nouvel essai plus tard`);
    const epuise = essais >= ESSAIS_MAX || vraiMaintenant() - ligne.depuis >= AGE_MAX;
    if (!epuise) {
      attente.retarder(ligne, essais);
      return;
    }
    rebuter(commune, action, { essais, erreur: String(erreur), evenement: JSON.parse(evenement) as unknown });
    attente.oter([ligne]);
  };
  const livrer = async (ligne: Ligne): Promise<Ligne[]> => {
    try {
      await invoquer(ligne.commune, ligne.action, ligne.evenement);
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
        attente.ajouter(commune, nom, JSON.stringify(evenement));
    },
    eveiller,
    calme: () => !attente.impatiente(),
    async fermer() {
      ferme = true;
      clearTimeout(minuterie);
      await enCours;
    },
  };
};

const fileDAttente = (registre: DatabaseSync) => {
  // What waited for another try tries again at once in a new life.
  registre.exec('UPDATE livraisons SET prochaine = 0');
  const ajout = registre.prepare(
    'INSERT INTO livraisons (commune, action, evenement, depuis) VALUES (?, ?, ?, ?)',
  );
  const dues = registre.prepare('SELECT * FROM livraisons WHERE prochaine <= ? ORDER BY id LIMIT ?');
  const suivante = registre.prepare('SELECT MIN(prochaine) AS prochaine FROM livraisons');
  const retard = registre.prepare('UPDATE livraisons SET essais = ?, prochaine = ? WHERE id = ?');
  const retrait = registre.prepare('DELETE FROM livraisons WHERE id IN (SELECT value FROM json_each(?))');
  const impatientes = registre.prepare('SELECT 1 FROM livraisons WHERE essais < ? LIMIT 1');
  return {
    ajouter: (commune: string, action: string, evenement: string) =>
      ajout.run(commune, action, evenement, vraiMaintenant()),
    dues: () => dues.all(vraiMaintenant(), A_LA_FOIS) as Ligne[],
    prochaine: () => (suivante.get() as { prochaine: number | null }).prochaine,
    oter: (faites: readonly Ligne[]) => retrait.run(JSON.stringify(faites.map(({ id }) => id))),
    retarder: ({ id }: Ligne, essais: number) =>
      retard.run(essais, vraiMaintenant() + delaiAvant(essais), id),
    impatiente: () => impatientes.get(ESSAIS_AVANT_PATIENCE) !== undefined,
  };
};
