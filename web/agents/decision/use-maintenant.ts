import { useAujourdhui } from '../donnees.ts';

/** The instant which dates a letter. Only its day is said: at 11:00 UTC it is the same day from Papeete to Mata-Utu. */
export const useMaintenant = (): string => `${useAujourdhui()}T11:00:00.000Z`;
