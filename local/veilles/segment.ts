import { type RunOptions, StateMachine } from 'aws-local-stepfunctions';
import { ATTENTE, type Definition, type Etat, echeanceDe, segmentDe, tousLesEtats } from './definition.ts';

export type Depart = { etat: string; donnees: unknown };
/** How a segment ended: at a Wait (the state that follows if any, and when), or for good. */
export type Issue =
  | { type: 'attente'; suite: string | null; echeance: number; donnees: unknown }
  | { type: 'fin'; sortie: unknown };
type Options = {
  contexte: RunOptions['context'];
  invoquer(ressource: string, entree: unknown): Promise<unknown>;
  noter(depart: Depart): void;
};

/** AWS waits longer and longer; here a person is waiting. The number of attempts is the file's. */
const NOUVEL_ESSAI = 1000;

/** Runs a machine from a state up to its next Wait or its end. No promise lives while it waits. */
export const executerSegment = async (
  definition: Definition,
  depart: Depart,
  { contexte, invoquer, noter }: Options,
): Promise<Issue> => {
  const etats = tousLesEtats(definition);
  const taches = etats
    .filter(([, { Type }]) => Type === 'Task')
    .map(([nom, etat]) => {
      // A task inside a branch, or whose input is transformed, restarts with the state that the segment started from.
      const rejouable =
        definition.States[nom] === etat && etat.Parameters === undefined && etat.InputPath === undefined;
      const tache = async (entree: unknown) => {
        if (rejouable) noter({ etat: nom, donnees: entree });
        return invoquer(etat.Resource ?? '', entree);
      };
      return [nom, tache] as const;
    });
  const machine = new StateMachine(segmentDe(definition, depart.etat), {
    validationOptions: { noValidate: true },
  });
  const essais = Object.fromEntries(
    etats.filter(([, { Retry }]) => Retry).map(([nom]) => [nom, NOUVEL_ESSAI]),
  );
  const options = {
    overrides: { taskResourceLocalHandlers: Object.fromEntries(taches), retryIntervalOverrides: essais },
    context: contexte,
  } as RunOptions;
  const sortie = (await machine.run(depart.donnees as Parameters<StateMachine['run']>[0], options)
    .result) as unknown;
  return attendu(definition, sortie) ?? { type: 'fin', sortie };
};

/** Where a machine whose first state is a Wait sleeps: nothing runs before. Undefined when it does not say until when: it will fail. */
export const attenteAuDepart = (
  { StartAt, States }: Definition,
  donnees: unknown,
): Extract<Issue, { type: 'attente' }> | undefined => {
  const etat = States[StartAt];
  if (etat?.Type !== 'Wait') return undefined;
  try {
    return attenteDe(etat, donnees);
  } catch {
    return undefined;
  }
};

const attendu = (definition: Definition, sortie: unknown): Issue | undefined => {
  if (typeof sortie !== 'object' || sortie === null || !(ATTENTE in sortie)) return undefined;
  const { [ATTENTE]: nom, donnees } = sortie as unknown as { [ATTENTE]: string; donnees: unknown };
  const etat = definition.States[nom];
  return etat && attenteDe(etat, donnees);
};

const attenteDe = (etat: Etat, donnees: unknown): Extract<Issue, { type: 'attente' }> => ({
  type: 'attente',
  suite: etat.Next ?? null,
  echeance: echeanceDe(etat, donnees, Date.now()),
  donnees,
});
