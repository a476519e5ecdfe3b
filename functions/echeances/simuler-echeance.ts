import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { echeanceActions } from './echeance.actions.ts';
import { simuler } from './simulateur.ts';

export const simulerEcheance = implement(echeanceActions.simulerEcheance, async (saisie) => simuler(saisie));

export const handler = lambda(simulerEcheance);
