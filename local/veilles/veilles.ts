import type { DatabaseSync } from 'node:sqlite';
import { ExecutionError } from 'aws-local-stepfunctions';
import { type Definition } from './definition.ts';
import { executerSegment, type Issue } from './segment.ts';

export type Statut = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
export type Veille = {
  arn: string; machine: string; nom: string; entree: string; statut: Statut; debut: number; fin: number | null;
  sortie: string | null; erreur: string | null; cause: string | null; etat: string | null; donnees: string; echeance: number | null;
};
export type Machine = { definition: Definition; invoquer(ressource: string, entree: unknown): Promise<unknown> };
export type Veilles = {
  machines: ReadonlyMap<string, Machine>;
  lancer(machine: string, nom: string, entree: string): Veille;
  lire(arn: string): Veille | undefined;
  lister(machine: string, statut?: string): Veille[];
  arreter(arn: string, motif: { erreur?: string; cause?: string }): Veille | undefined;
  /** Looks at what is due now, and sets the timer for what comes next. */
  eveiller(): void;
  /** The instant of the next waking, if any execution waits. */
  prochaine(): number | undefined;
  calme(): boolean;
  fermer(): Promise<void>;
};
type Options = { registre: DatabaseSync; machines: ReadonlyMap<string, Machine>; tracer(ligne: string): void };

const SEGMENTS_A_LA_FOIS = 8;
/** Beyond it `setTimeout` overflows and fires at once. */
const PAUSE_MAX = 2 ** 31 - 1;

/** The executions of all machines, kept in SQLite between their wakings. */
export const ouvrirVeilles = ({ registre, machines, tracer }: Options): Veilles => {
  const lecture = registre.prepare('SELECT * FROM veilles WHERE arn = ?');
  const ajout = registre.prepare("INSERT OR REPLACE INTO veilles VALUES (?, ?, ?, ?, 'RUNNING', ?, NULL, NULL, NULL, NULL, ?, ?, NULL)");
  const dues = registre.prepare("SELECT * FROM veilles WHERE statut = 'RUNNING' AND (echeance IS NULL OR echeance <= ?) ORDER BY echeance LIMIT ?");
  const attente = registre.prepare("SELECT MIN(echeance) AS echeance FROM veilles WHERE statut = 'RUNNING' AND echeance > ?");
  const note = registre.prepare("UPDATE veilles SET etat = ?, donnees = ?, echeance = ? WHERE arn = ? AND statut = 'RUNNING'");
  const fin = registre.prepare("UPDATE veilles SET statut = ?, fin = ?, sortie = ?, erreur = ?, cause = ?, echeance = NULL WHERE arn = ? AND statut = 'RUNNING'");
  const actives = new Map<string, Promise<void>>();
  let minuterie: NodeJS.Timeout | undefined;
  let ferme = false;

  const conclure = (arn: string, issue: Issue): void => {
    if (issue.type === 'fin') return void fin.run('SUCCEEDED', Date.now(), JSON.stringify(issue.sortie), null, null, arn);
    // A Wait that ends the machine keeps no state: its waking is its end.
    note.run(issue.suite?.etat ?? null, JSON.stringify(issue.donnees), issue.echeance, arn);
  };

  const executer = async (veille: Veille): Promise<void> => {
    const { arn, etat, donnees } = veille;
    const machine = machines.get(veille.machine);
    if (etat === null) return conclure(arn, { type: 'fin', sortie: JSON.parse(donnees) as unknown });
    if (!machine) return void fin.run('FAILED', Date.now(), null, 'StateMachineDoesNotExist', 'la machine n’existe plus', arn);
    const contexte = { Execution: { Id: arn, Name: veille.nom, StartTime: new Date(veille.debut).toISOString() }, StateMachine: { Id: veille.machine } };
    const noter = (depart: { etat: string; donnees: unknown }) => void note.run(depart.etat, JSON.stringify(depart.donnees), null, arn);
    try {
      conclure(arn, await executerSegment(machine.definition, { etat, donnees: JSON.parse(donnees) as unknown }, { contexte, invoquer: machine.invoquer, noter }));
    } catch (erreur) {
      if (ferme) return;
      const { name, message } = origine(erreur);
      tracer(`la veille ${veille.nom} s’est arrêtée : ${name}, ${message}`);
      fin.run('FAILED', Date.now(), null, name, message, arn);
    }
  };

  const eveiller = (): void => {
    if (ferme) return;
    clearTimeout(minuterie);
    const candidates = dues.all(Date.now(), SEGMENTS_A_LA_FOIS + actives.size) as Veille[];
    for (const veille of candidates) {
      if (actives.has(veille.arn) || actives.size >= SEGMENTS_A_LA_FOIS) continue;
      actives.set(veille.arn, executer(veille).finally(() => {
        actives.delete(veille.arn);
        eveiller();
      }));
    }
    const suivante = prochaine();
    if (suivante !== undefined) minuterie = setTimeout(eveiller, Math.min(PAUSE_MAX, Math.max(1, suivante - Date.now())));
  };
  const prochaine = (): number | undefined => (attente.get(Date.now()) as { echeance: number | null }).echeance ?? undefined;
  const lire = (arn: string) => lecture.get(arn) as Veille | undefined;

  return {
    machines,
    lire,
    prochaine,
    eveiller,
    lancer(machine, nom, entree) {
      const arn = executionDe(machine, nom);
      ajout.run(arn, machine, nom, entree, Date.now(), machines.get(machine)?.definition.StartAt ?? null, entree);
      eveiller();
      return lire(arn) as Veille;
    },
    lister: (machine, statut) =>
      registre.prepare('SELECT * FROM veilles WHERE machine = ? AND (? IS NULL OR statut = ?) ORDER BY debut DESC').all(machine, statut ?? null, statut ?? null) as Veille[],
    arreter(arn, { erreur, cause }) {
      fin.run('ABORTED', Date.now(), null, erreur ?? null, cause ?? null, arn);
      return lire(arn);
    },
    calme: () => actives.size === 0 && dues.get(Date.now(), 1) === undefined,
    async fermer() {
      ferme = true;
      clearTimeout(minuterie);
      await Promise.all(actives.values());
    },
  };
};

export const executionDe = (machine: string, nom: string): string => `${machine.replace(':stateMachine:', ':execution:')}:${nom}`;

const origine = (erreur: unknown): Error => {
  const premiere = erreur instanceof ExecutionError && erreur.cause instanceof Error ? erreur.cause : erreur;
  return premiere instanceof Error ? premiere : new Error(String(premiere));
};
