import { couper } from './texte.ts';

/** The closed list of what a log may say. No personal data: names of actions, codes, durations. Only our own errors keep their words: those of libraries may quote what they read. */
export type EvenementJournal =
  | 'action-faite'
  | 'action-refusee'
  | 'identite-refusee'
  | 'panne'
  | 'envoi-impossible';

export const journaliser = (
  evenement: EvenementJournal,
  { erreur, ...details }: Record<string, unknown>,
): void => {
  const trace =
    erreur instanceof Error
      ? {
          erreur: erreur.name,
          ...(estNotre(erreur) && { message: couper(erreur.message, 300) }),
          pile: erreur.stack
            ?.split('\n')
            .filter((ligne) => ligne.trim().startsWith('at '))
            .slice(0, 12),
        }
      : {};
  process.stdout.write(`${JSON.stringify({ evenement, ...details, ...trace })}\n`);
};

const estNotre = (erreur: Error): boolean => erreur.constructor === Error || erreur.name === 'TypeError';
