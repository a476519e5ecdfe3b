import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { useContexte } from '../decision/use-contexte.ts';
import { useDecision } from '../decision/use-decision.ts';
import { useAujourdhui } from '../donnees.ts';
import { departVers } from '../personnes.ts';
import { noter } from './noter.ts';

export type ConsigneDe<T extends Consigne['type']> = Extract<Consigne, { type: T }>;

export type Page<C extends Consigne> = { dossier: Dossier; initiale: C; annonce: string };

/** What an agent writes down: a draft, what it would do to the file, its sending. */
export const useConsigne = <C extends Consigne>({ dossier, initiale, annonce }: Page<C>) => {
  const [consigne, ecrire, oublier] = useBrouillon(`${initiale.type} ${dossier.reference}`, initiale);
  const decision = useDecision({
    dossier,
    schema: demandeActions.consignerFait.input,
    demander: api.consignerFait,
    fait: `${annonce} ${departVers(dossier)}`,
    oublier,
  });
  const aujourdhui = useAujourdhui();
  const { apres, erreurs } = decision;
  return {
    consigne,
    ecrire,
    erreur: (champ: string): string | undefined => erreurDe(erreurs, `fait-${champ}`),
    jour: ('jour' in consigne ? consigne.jour : undefined) ?? aujourdhui,
    pas: noter(consigne, useContexte(apres)),
    decision,
    envoyer: () => decision.envoyer({ fait: daterDe(consigne, { aujourdhui, dossier }) }),
  };
};

/** What happened today needs no day: the hour at which it is written down says more. */
const daterDe = <C extends Consigne>(
  consigne: C,
  { aujourdhui, dossier }: { aujourdhui: string; dossier: Dossier },
): C => {
  // On paper, only the agent knows on which day the letter was received.
  if (consigne.type === 'verification-ouverte' && dossier.surPapier)
    return { ...consigne, jour: consigne.jour ?? aujourdhui };
  if (!('jour' in consigne) || consigne.jour !== aujourdhui) return consigne;
  const { jour: _, ...reste } = consigne;
  return reste as C;
};
