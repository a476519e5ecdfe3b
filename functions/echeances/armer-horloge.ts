import { Demande } from '../demandes/demande.ts';
import { pourTous } from '../platform/flux.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { veiller } from '../platform/veilles.ts';
import { cadreDe } from './cadre.ts';
import { premierReveil } from './constat.ts';
import { echeanceActions } from './echeance.actions.ts';

export const armerHorloge = implement(echeanceActions.armerHorloge, async ({ Records }, contexte) => {
  await pourTous(Records, async ({ avant, apres }) => {
    if (!apres) return;
    const demande = Demande.parse(apres.corps);
    if (avant && Demande.parse(avant.corps).reglage === demande.reglage) return;
    const prochain = premierReveil(demande, contexte.now, cadreDe(demande, contexte));
    if (prochain) await veiller({ demande: demande.reference, reglage: demande.reglage }, prochain);
  });
  return {};
});

export const handler = lambda(armerHorloge);
