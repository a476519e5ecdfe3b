import type { DatabaseSync } from 'node:sqlite';
import type { Depart } from './segment.ts';

export type Statut = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
export type Veille = {
  arn: string;
  machine: string;
  nom: string;
  entree: string;
  statut: Statut;
  debut: number;
  fin: number | null;
  sortie: string | null;
  erreur: string | null;
  cause: string | null;
  etat: string | null;
  donnees: string;
  echeance: number | null;
};
export type Fin = { statut: Exclude<Statut, 'RUNNING'>; sortie?: unknown; erreur?: string; cause?: string };

/** The executions as they are kept: what each is about to do, and when. */
export const registreDesVeilles = (registre: DatabaseSync) => {
  const lecture = registre.prepare('SELECT * FROM veilles WHERE arn = ?');
  const liste = registre.prepare(
    'SELECT * FROM veilles WHERE machine = ? AND statut LIKE ? ORDER BY debut DESC',
  );
  const ajout = registre.prepare(
    "INSERT OR REPLACE INTO veilles VALUES (?, ?, ?, ?, 'RUNNING', ?, NULL, NULL, NULL, NULL, ?, ?, ?) RETURNING *",
  );
  // Two searches: with an OR, SQLite would look at all that sleep.
  const dues = registre.prepare(
    `SELECT * FROM veilles WHERE statut = 'RUNNING' AND echeance IS NULL
    UNION ALL SELECT * FROM veilles WHERE statut = 'RUNNING' AND echeance <= ? ORDER BY echeance LIMIT ?`,
  );
  const attente = registre.prepare(
    "SELECT MIN(echeance) AS echeance FROM veilles WHERE statut = 'RUNNING' AND echeance > ?",
  );
  const note = registre.prepare(
    "UPDATE veilles SET etat = ?, donnees = ?, echeance = ? WHERE arn = ? AND statut = 'RUNNING'",
  );
  const fin = registre.prepare(
    "UPDATE veilles SET statut = ?, fin = ?, sortie = ?, erreur = ?, cause = ?, echeance = NULL WHERE arn = ? AND statut = 'RUNNING'",
  );
  return {
    lire: (arn: string) => lecture.get(arn) as Veille | undefined,
    lister: (machine: string, statut = '%') => liste.all(machine, statut) as Veille[],
    ajouter: ({
      arn,
      machine,
      nom,
      entree,
      etat,
      echeance,
    }: Pick<Veille, 'arn' | 'machine' | 'nom' | 'entree' | 'etat' | 'echeance'>) =>
      ajout.get(arn, machine, nom, entree, Date.now(), etat, entree, echeance) as Veille,
    dues: (limite: number) => dues.all(Date.now(), limite) as Veille[],
    prochaine: () => (attente.get(Date.now()) as { echeance: number | null }).echeance ?? undefined,
    /** About to do a state, or waiting until an instant for it. */
    noter: (
      arn: string,
      { etat, donnees, echeance }: { etat: Depart['etat'] | null; donnees: unknown; echeance?: number },
    ) => note.run(etat, JSON.stringify(donnees), echeance ?? null, arn),
    finir: (arn: string, { statut, sortie, erreur, cause }: Fin) =>
      fin.run(
        statut,
        Date.now(),
        sortie === undefined ? null : JSON.stringify(sortie),
        erreur ?? null,
        cause ?? null,
        arn,
      ),
  };
};
