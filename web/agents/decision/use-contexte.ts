import type { Dossier } from '../../../functions/demandes/formes.ts';
import { commune } from '../../client.ts';
import { useAujourdhui, useMoi } from '../donnees.ts';
import type { Contexte } from './brouillon.ts';

/** An act written now, by who is signed in. Only the day of a letter is said: at 11:00 UTC it is the same from Papeete to Mata-Utu. */
export const useContexte = (dossier: Dossier): Contexte => ({
  dossier,
  moi: useMoi(),
  maintenant: `${useAujourdhui()}T11:00:00.000Z`,
  commune,
});
