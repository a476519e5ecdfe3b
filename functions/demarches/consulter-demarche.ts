import { serviceDe } from '../commune/commune.ts';
import { horloge } from '../echeances/horloge.ts';
import { delaiEnLettres } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { enBref, jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { AUTORITES } from './autorite.ts';
import { demarcheActions } from './demarche.actions.ts';
import type { Regime } from './demarche.ts';
import { noticeDe, responsableDe } from './notice.ts';
import { demarcheNommee } from './ouverture.ts';
import { prixDit } from './prix.ts';
import { casDit } from './regimes.ts';

export const consulterDemarche = implement(
  demarcheActions.consulterDemarche,
  async ({ demarche: id }, { commune, demarches, now }) => {
    const demarche = demarcheNommee(demarches, id);
    const service = serviceDe(commune, demarche.service);
    const aujourdhui = jourLocal(now.toISOString(), commune.fuseau);
    return {
      demarche,
      service,
      aujourdhui,
      autorite: AUTORITES[demarche.autorite],
      responsable: responsableDe(demarche, commune).nom,
      prix: prixDit(demarche.prix),
      notice: noticeDe(demarche, commune, service),
      silence: silenceDe(demarche.regime, aujourdhui),
      selon: (demarche.regimes ?? []).map(({ si, regime }) => ({
        cas: casDit(demarche, si),
        ...silenceDe(regime, aujourdhui),
        fondement: regime.fondement,
      })),
    };
  },
);

/** An acceptance waits for a whole file; for a rejection, asking for pièces only suspends the delay (CRPA L114-3, L114-5). */
const EFFETS = {
  acceptation: 'acceptée, si elle est complète.',
  rejet: 'rejetée\u00a0; une demande de pièces suspend ce délai.',
} as const;

/** What would happen to someone who files today and hears nothing. */
const silenceDe = (regime: Regime, aujourdhui: string) => {
  const { terme } = horloge(regime, [{ type: 'recue', le: aujourdhui }]);
  if (!terme || regime.type === 'AUCUN')
    return {
      phrase:
        regime.type === 'AUCUN' && regime.suite
          ? regime.suite
          : 'Cette démarche n’attend pas de décision : le service la traite, puis vous répond.',
      le: null,
      sens: null,
    };
  return {
    phrase: `Vous déposez aujourd’hui. La mairie a ${delaiEnLettres(regime.delai)} pour répondre. Sans réponse le ${enBref(terme.le)}, votre demande est ${EFFETS[terme.sens]}`,
    le: terme.le,
    sens: terme.sens,
  };
};

export const handler = lambda(consulterDemarche);
