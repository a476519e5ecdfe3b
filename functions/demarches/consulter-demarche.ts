import { serviceDe } from '../commune/commune.ts';
import { horloge } from '../echeances/horloge.ts';
import { delaiEnLettres } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { enBref, jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { demarcheActions } from './demarche.actions.ts';
import type { Regime } from './demarche.ts';
import { demarcheNommee } from './ouverture.ts';

export const consulterDemarche = implement(
  demarcheActions.consulterDemarche,
  async ({ demarche: id }, { commune, demarches, now }) => {
    const demarche = demarcheNommee(demarches, id);
    const aujourdhui = jourLocal(now.toISOString(), commune.fuseau);
    return {
      demarche,
      service: serviceDe(commune, demarche.service),
      aujourdhui,
      silence: silenceDe(demarche.regime, aujourdhui),
    };
  },
);

/** What would happen to someone who files today and hears nothing. */
const silenceDe = (regime: Regime, aujourdhui: string) => {
  const { terme } = horloge(regime, [{ type: 'recue', le: aujourdhui }]);
  if (!terme || regime.type === 'AUCUN')
    return {
      phrase: 'Cette démarche n’attend pas de décision : le service la traite, puis vous répond.',
      le: null,
      sens: null,
    };
  const effet = terme.sens === 'acceptation' ? 'acceptée' : 'rejetée';
  return {
    phrase: `Vous déposez aujourd’hui. La mairie a ${delaiEnLettres(regime.delai)} pour répondre. Sans réponse le ${enBref(terme.le)}, votre demande est ${effet}, si elle est complète.`,
    le: terme.le,
    sens: terme.sens,
  };
};

export const handler = lambda(consulterDemarche);
