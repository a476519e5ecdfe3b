import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { Lien } from '../../ui/lien.tsx';
import type { Suivie } from './suivie.ts';

/** What a word does once all is over, said before it is written. */
export const ApresCoup = ({ suivi }: { suivi: Suivie }) => {
  const { aQui, contestable, rouvrableJusquau } = suivi;
  if (aQui !== 'personne') return null;
  if (rouvrableJusquau)
    return (
      <p class="discret">
        Votre demande est terminée. Si vous répondez au plus tard le {espacer(enBref(rouvrableJusquau))}, elle
        sera rouverte. Aucun délai légal ne repart.
      </p>
    );
  return (
    <p class="discret">
      Un agent lira votre message, mais il ne change pas la réponse de la mairie.
      {contestable && !contestable.passe && ' Pour contester, suivez les recours indiqués plus haut.'}{' '}
      <Lien vers="/">Faire une nouvelle demande</Lien>
    </p>
  );
};
