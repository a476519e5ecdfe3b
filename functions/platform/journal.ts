/** The closed list of what a log may say. No personal data: names of actions, codes, durations; a ZodError quotes what it read, so its words stay out. */
export type EvenementJournal = 'action-faite' | 'action-refusee' | 'panne' | 'envoi-impossible';

export const journaliser = (
  evenement: EvenementJournal,
  { erreur, ...details }: Record<string, unknown>,
): void => {
  const trace =
    erreur instanceof Error
      ? {
          erreur: erreur.name,
          ...(erreur.name !== 'ZodError' && { message: erreur.message.slice(0, 300) }),
          pile: erreur.stack
            ?.split('\n')
            .filter((ligne) => ligne.trim().startsWith('at '))
            .slice(0, 12),
        }
      : {};
  process.stdout.write(`${JSON.stringify({ evenement, ...details, ...trace })}\n`);
};
