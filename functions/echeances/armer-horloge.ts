import { Demande, horlogeDe } from '../demandes/demande.ts';
import { pourChaque } from '../platform/flux.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { veiller } from '../platform/veilles.ts';
import { echeanceActions } from './echeance.actions.ts';

export const armerHorloge = implement(echeanceActions.armerHorloge, async ({ Records }) =>
  pourChaque(Records, async ({ avant, apres }) => {
    if (!apres) return;
    const demande = Demande.parse(apres.corps);
    const deja = avant && Demande.parse(avant.corps).reglage === demande.reglage;
    if (!deja && horlogeDe(demande).terme)
      await veiller({ demande: demande.reference, reglage: demande.reglage });
  }),
);

export const handler = lambda(armerHorloge);
