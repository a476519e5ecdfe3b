import type { StateMachineDefinition } from 'aws-local-stepfunctions';

/** A state of the file, as far as this folder looks into it. */
export type Etat = {
  Type: string;
  Resource?: string;
  Next?: string;
  End?: boolean;
  Retry?: unknown[];
  Parameters?: unknown;
  InputPath?: unknown;
  Seconds?: number;
  SecondsPath?: string;
  Timestamp?: string;
  TimestampPath?: string;
  Branches?: Definition[];
  ItemProcessor?: Definition;
  Iterator?: Definition;
};
export type Definition = { StartAt: string; States: Record<string, Etat> };

/** The key under which a segment says at which Wait it stopped. */
export const ATTENTE = 'parvis:attente';

/** Reads a state machine file, its `${action}` replaced by what each stands for. */
export const lireDefinition = (texte: string, remplacer: (nom: string) => string): Definition => {
  const definition = JSON.parse(
    texte.replace(/\$\{(\w+)\}/g, (_, nom: string) => remplacer(nom)),
  ) as Definition;
  const imbriques = Object.values(definition.States).flatMap(branches).flatMap(tousLesEtats);
  if (imbriques.some(([, etat]) => etat.Type === 'Wait'))
    throw new Error(
      'Une attente (Wait) dans un Map ou un Parallel ne survivrait pas à un redémarrage : placez-la au premier niveau.',
    );
  return definition;
};

const branches = ({ Branches = [], ItemProcessor, Iterator }: Etat): Definition[] => [
  ...Branches,
  ...(ItemProcessor ? [ItemProcessor] : []),
  ...(Iterator ? [Iterator] : []),
];

/** Every state of a definition with its name, those of its branches too. */
export const tousLesEtats = ({ States }: Definition): [string, Etat][] =>
  Object.entries(States).flatMap(([nom, etat]): [string, Etat][] => [
    [nom, etat],
    ...branches(etat).flatMap(tousLesEtats),
  ]);

/** The same machine, starting at a state, in which each Wait ends the run and says where it stopped. */
export const segmentDe = (definition: Definition, depart: string): StateMachineDefinition => {
  const etats = Object.entries(definition.States).map(([nom, etat]): [string, unknown] =>
    etat.Type === 'Wait'
      ? [nom, { Type: 'Pass', Parameters: { [ATTENTE]: nom, 'donnees.$': '$' }, End: true }]
      : [nom, etat],
  );
  return { StartAt: depart, States: Object.fromEntries(etats) } as StateMachineDefinition;
};

/** The instant at which a Wait ends, for what it received. */
export const echeanceDe = (etat: Etat, donnees: unknown, maintenant: number): number => {
  const instant = etat.Timestamp ?? (etat.TimestampPath && valeurDe(donnees, etat.TimestampPath));
  const secondes = etat.Seconds ?? (etat.SecondsPath && valeurDe(donnees, etat.SecondsPath));
  const echeance = instant === undefined ? maintenant + Number(secondes) * 1000 : Date.parse(String(instant));
  if (Number.isNaN(echeance))
    throw Object.assign(
      new Error(`l’attente n’a pas d’échéance lisible : ${JSON.stringify(instant ?? secondes)}`),
      { name: 'States.Runtime' },
    );
  return echeance;
};

const valeurDe = (donnees: unknown, chemin: string): unknown =>
  chemin
    .split('.')
    .slice(1)
    .reduce((valeur: unknown, cle) => (valeur as Record<string, unknown> | null | undefined)?.[cle], donnees);
