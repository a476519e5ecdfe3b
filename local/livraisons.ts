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
type Options = { registre: DatabaseSync; manifeste: Manifeste; invoquer: Invoquer; rebuter(commune: string, action: string, corps: unknown): void; tracer(ligne: string): void };
type Ligne = { id: number; commune: string; action: string; evenement: string; depuis: number; essais: number };

export const ouvrirLivraisons = ({ registre, manifeste, invoquer, rebuter, tracer }: Options): Livraisons => {
  const ajouter = registre.prepare('INSERT INTO livraisons (commune, action, evenement, depuis) VALUES (?, ?, ?, ?)');
  const due = registre.prepare('SELECT * FROM livraisons WHERE prochaine <= ? ORDER BY id LIMIT 1');
  const suivante = registre.prepare('SELECT MIN(prochaine) AS prochaine FROM livraisons');
  const retarder = registre.prepare('UPDATE livraisons SET essais = ?, prochaine = ? WHERE id = ?');
  const oter = registre.prepare('DELETE FROM livraisons WHERE id = ?');
  const impatientes = registre.prepare('SELECT 1 FROM livraisons WHERE essais < ? LIMIT 1');
  // What waited for another try tries again at once in a new life.
  registre.exec('UPDATE livraisons SET prochaine = 0');
  let enCours: Promise<void> | undefined;
  let minuterie: NodeJS.Timeout | undefined;
  let ferme = false;

  const livrer = async (ligne: Ligne): Promise<void> => {
    try {
      await invoquer(ligne.commune, ligne.action, JSON.parse(ligne.evenement));
      oter.run(ligne.id);
    } catch (erreur) {
      if (ferme) return;
      const essais = ligne.essais + 1;
      if (essais === 1) tracer(`${ligne.action} (${ligne.commune}) : ${String(erreur)}, nouvel essai plus tard`);
      if (essais < ESSAIS_MAX && vraiMaintenant() - ligne.depuis < AGE_MAX) return void retarder.run(essais, vraiMaintenant() + delaiAvant(essais), ligne.id);
      rebuter(ligne.commune, ligne.action, { essais, erreur: String(erreur), evenement: JSON.parse(ligne.evenement) as unknown });
      oter.run(ligne.id);
    }
  };

  const tourner = async (): Promise<void> => {
    for (let ligne = due.get(vraiMaintenant()); ligne && !ferme; ligne = due.get(vraiMaintenant())) await livrer(ligne as Ligne);
  };

  const programmer = (): void => {
    enCours = undefined;
    if (ferme) return;
    const { prochaine } = suivante.get() as { prochaine: number | null };
    if (prochaine !== null) minuterie = setTimeout(() => void eveiller(), Math.max(0, prochaine - vraiMaintenant()));
  };
  const eveiller = (): Promise<void> => {
    clearTimeout(minuterie);
    if (ferme) return Promise.resolve();
    enCours ??= tourner().finally(programmer);
    return enCours;
  };

  return {
    deposer(commune, sur, evenement) {
      for (const { nom, contract } of manifeste.entrees) if (contract.sur?.type === sur) ajouter.run(commune, nom, JSON.stringify(evenement), vraiMaintenant());
    },
    eveiller,
    calme: () => !impatientes.get(ESSAIS_AVANT_PATIENCE),
    async fermer() {
      ferme = true;
      clearTimeout(minuterie);
      await enCours;
    },
  };
};
