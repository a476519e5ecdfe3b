import { adresse } from '../../client.ts';
import { Encart } from '../../ui/encart.tsx';
import { requetes } from '../donnees.ts';
import { Externe } from '../ui/externe.tsx';
import { retrouverSession, useSessionPerdue } from './perdue.ts';

/** A session that ends in the middle of a letter: sign in beside, come back, nothing is lost. */
export const Retrouver = () => {
  if (!useSessionPerdue()) return null;
  const reprendre = (): void => {
    retrouverSession();
    void requetes.refetchQueries();
  };
  return (
    <Encart sens="attente" alerte>
      <p>
        Votre session est terminée. Ce que vous avez écrit reste sur cette page.{' '}
        <Externe href={adresse('connecterAgent', {})}>S’identifier à nouveau</Externe>, puis{' '}
        <button type="button" class="lien-bouton" onClick={reprendre}>
          reprendre ici
        </button>
        .
      </p>
    </Encart>
  );
};
