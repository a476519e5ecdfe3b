import type { DatabaseSync } from 'node:sqlite';
import { ExecutionError } from 'aws-local-stepfunctions';
import { enUneFois } from '../registre.ts';
import type { Definition } from './definition.ts';
import { type Fin, registreDesVeilles, type Veille } from './registre-veilles.ts';
import { attenteAuDepart, executerSegment, type Issue } from './segment.ts';

export type Machine = {
  definition: Definition;
  invoquer(ressource: string, entree: unknown): Promise<unknown>;
};
export type Veilles = {
  machines: ReadonlyMap<string, Machine>;
  lancer(machine: string, nom: string, entree: string): Veille;
  /** Keeps in one write all that is started meanwhile, then looks at it. */
  ensemble<T>(lancements: () => T): T;
  lire(arn: string): Veille | undefined;
  lister(machine: string, statut?: string): Veille[];
  arreter(arn: string, motif: Pick<Fin, 'erreur' | 'cause'>): Veille | undefined;
  /** Looks at what is due now, and sets the timer for what comes next. */
  eveiller(): void;
  /** The instant of the next waking, if any execution waits. */
  prochaine(): number | undefined;
  calme(): boolean;
  fermer(): void;
};
type Options = {
  registre: DatabaseSync;
  machines: ReadonlyMap<string, Machine>;
  tracer(ligne: string): void;
};

const SEGMENTS_A_LA_FOIS = 8;
/** Beyond it `setTimeout` overflows and fires at once. */
const PAUSE_MAX = 2 ** 31 - 1;

/** The executions of all machines, kept in SQLite between their wakings. */
export const ouvrirVeilles = ({ registre, machines, tracer }: Options): Veilles => {
  const gardees = registreDesVeilles(registre);
  const actives = new Set<string>();
  let minuterie: NodeJS.Timeout | undefined;
  let ferme = false;

  const conclure = (arn: string, issue: Issue): void => {
    if (issue.type === 'fin') gardees.finir(arn, { statut: 'SUCCEEDED', sortie: issue.sortie });
    // A Wait that ends the machine keeps no state: its waking is its end.
    else gardees.noter(arn, { etat: issue.suite, donnees: issue.donnees, echeance: issue.echeance });
  };
  const manquer = ({ arn, nom }: Veille, erreur: unknown): void => {
    if (ferme) return;
    const { name, message } = origine(erreur);
    tracer(`la veille ${nom} s’est arrêtée : ${name}, ${message}`);
    gardees.finir(arn, { statut: 'FAILED', erreur: name, cause: message });
  };
  const executer = async (veille: Veille): Promise<void> => {
    actives.add(veille.arn);
    try {
      conclure(
        veille.arn,
        await suivre(veille, machines.get(veille.machine), (depart) => gardees.noter(veille.arn, depart)),
      );
    } catch (erreur) {
      manquer(veille, erreur);
    } finally {
      actives.delete(veille.arn);
      eveiller();
    }
  };
  const programmer = (): void => {
    clearTimeout(minuterie);
    const suivante = gardees.prochaine();
    if (suivante !== undefined)
      minuterie = setTimeout(eveiller, Math.min(PAUSE_MAX, Math.max(1, suivante - Date.now())));
  };
  const eveiller = (): void => {
    if (ferme) return;
    const libres = gardees.dues(SEGMENTS_A_LA_FOIS + actives.size).filter(({ arn }) => !actives.has(arn));
    for (const veille of libres.slice(0, SEGMENTS_A_LA_FOIS - actives.size)) void executer(veille);
    programmer();
  };

  return {
    machines,
    eveiller,
    lire: gardees.lire,
    lister: gardees.lister,
    prochaine: gardees.prochaine,
    lancer(machine, nom, entree) {
      const arn = executionDe(machine, nom);
      const depart = departDe(machines.get(machine), entree);
      return gardees.ajouter({ arn, machine, nom, entree, ...depart });
    },
    ensemble(lancements) {
      const fait = enUneFois(registre, lancements);
      eveiller();
      return fait;
    },
    arreter(arn, motif) {
      gardees.finir(arn, { statut: 'ABORTED', ...motif });
      return gardees.lire(arn);
    },
    calme: () => actives.size === 0 && gardees.dues(1).length === 0,
    fermer() {
      ferme = true;
      clearTimeout(minuterie);
    },
  };
};

/** The state to do, and when: at once, unless the machine begins by a wait. */
const departDe = (machine: Machine | undefined, entree: string): Pick<Veille, 'etat' | 'echeance'> => {
  const attente = machine && attenteAuDepart(machine.definition, JSON.parse(entree));
  return attente
    ? { etat: attente.suite, echeance: attente.echeance }
    : { etat: machine?.definition.StartAt ?? null, echeance: null };
};

export const executionDe = (machine: string, nom: string): string =>
  `${machine.replace(':stateMachine:', ':execution:')}:${nom}`;

const suivre = async (
  veille: Veille,
  machine: Machine | undefined,
  noter: (depart: { etat: string; donnees: unknown }) => void,
): Promise<Issue> => {
  const donnees = JSON.parse(veille.donnees) as unknown;
  if (veille.etat === null) return { type: 'fin', sortie: donnees };
  if (!machine)
    throw Object.assign(new Error('la machine n’existe plus'), { name: 'StateMachineDoesNotExist' });
  const contexte = {
    Execution: { Id: veille.arn, Name: veille.nom, StartTime: new Date(veille.debut).toISOString() },
    StateMachine: { Id: veille.machine },
  };
  return executerSegment(
    machine.definition,
    { etat: veille.etat, donnees },
    { contexte, invoquer: machine.invoquer, noter },
  );
};

const origine = (erreur: unknown): Error => {
  const premiere = erreur instanceof ExecutionError && erreur.cause instanceof Error ? erreur.cause : erreur;
  return premiere instanceof Error ? premiere : new Error(String(premiere));
};
