import type { Interaction } from '../../../functions/interactions/interaction.ts';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { annoncer } from '../annonces.ts';
import { useTri } from '../donnees.ts';
import { Panne } from '../ui/etats.tsx';

type Props = Pick<Interaction, 'id' | 'propositions'>;

/** The demandes among which the sender of an SMS was asked to choose: an agent may choose for them. */
export const Propositions = ({ id, propositions = [] }: Props) => {
  const { mutate, isPending, error } = useTri(api.rattacherInteraction);
  if (propositions.length === 0) return null;
  return (
    <>
      <p id={`propositions-${id}`}>Ses demandes&nbsp;:</p>
      <ul class="propositions" aria-labelledby={`propositions-${id}`}>
        {propositions.map(({ reference, objet }) => (
          <li key={reference}>
            <Bouton
              rang="second"
              enCours={isPending && 'Un instant…'}
              onClick={() =>
                mutate(
                  { interaction: id, demande: reference },
                  { onSuccess: () => annoncer('Le message a rejoint la demande.') },
                )
              }
            >
              Joindre à «&nbsp;{objet}&nbsp;» ({reference})
            </Bouton>
          </li>
        ))}
      </ul>
      {error && <Panne echec={error} />}
    </>
  );
};
