import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Geste } from '../../../functions/demandes/gestes.ts';
import { api } from '../../client.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { passeFidele } from '../decision/passe.ts';
import { useDecision } from '../decision/use-decision.ts';
import { useMaintenant } from '../decision/use-maintenant.ts';
import { useAujourdhui, useMoi } from '../donnees.ts';
import { effetsDe } from './effets.ts';
import { apercevoirEvenement, faitDe, pasDe } from './lettre.ts';

export type ConsigneDe<T extends Consigne['type']> = Extract<Consigne, { type: T }>;

type Page<C extends Consigne> = { dossier: Dossier; initiale: C; geste: Geste; annonce: string };

/** What the pages that write an event down have in common: a draft, its letter, its effect on the date, its sending. */
export const useConsigne = <C extends Consigne>({ dossier, initiale, geste, annonce }: Page<C>) => {
  const [consigne, ecrire, oublier] = useBrouillon(`${initiale.type} ${dossier.reference}`, initiale);
  const decision = useDecision({
    dossier,
    schema: demandeActions.consignerFait.input,
    demander: api.consignerFait,
    fait: annonce,
    oublier,
  });
  const aujourdhui = useAujourdhui();
  const { apres, erreurs } = decision;
  const contexte = { dossier: apres, moi: useMoi(), maintenant: useMaintenant() };
  const jour = ('jour' in consigne ? consigne.jour : undefined) ?? aujourdhui;
  const le = jour || aujourdhui;
  const exact = passeFidele(apres, le !== aujourdhui);
  const pas = pasDe((signe) => faitDe(consigne, apres, signe), geste, contexte);
  return {
    consigne,
    changer: (suite: Partial<C>): void => ecrire({ ...consigne, ...suite }),
    erreur: (champ: string): string | undefined => erreurDe(erreurs, `fait-${champ}`),
    jour,
    effets: effetsDe(consigne, { dossier: apres, ...pas, le, exact }),
    cadre: {
      decision,
      lettre: apercevoirEvenement(pas, apres, exact),
      onEnvoyer: () => decision.envoyer({ fait: daterDe(consigne, aujourdhui) }),
    },
  };
};

/** What happened today needs no day: the hour at which it is written down says more. */
const daterDe = <C extends Consigne>(consigne: C, aujourdhui: string): C => {
  if (!('jour' in consigne) || consigne.jour !== aujourdhui) return consigne;
  const { jour: _, ...reste } = consigne;
  return reste as C;
};
