import type { Dossier } from '../../../functions/demandes/formes.ts';
import { voiesEnLettres } from '../../../functions/demandes/voie.ts';

/** By which ways an answer will leave: the person's own, chosen for the agent. */
export const Depart = ({ voies }: Pick<Dossier, 'voies'>) => (
  <p class="discret depart">
    {voies.length > 0
      ? `Votre réponse partira ${voiesEnLettres(voies)}.`
      : 'Cette personne ne reçoit ni e-mail ni SMS\u00a0: votre réponse restera dans le suivi. Appelez-la, ou écrivez-lui par la poste.'}
  </p>
);
