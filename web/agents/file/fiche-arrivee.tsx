import { MACHINES } from '../../../functions/interactions/automate.ts';
import { type Interaction, RAISONS } from '../../../functions/interactions/interaction.ts';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { annoncer } from '../annonces.ts';
import { useTri } from '../donnees.ts';
import { Panne } from '../ui/etats.tsx';

type Props = { interaction: Interaction };

/** Why a message waits, which machine wrote it, and whether anything proves who did. */
export const PourquoiIlAttend = ({ interaction: { raison, machine, nonProuve } }: Props) => (
  <>
    <p class="tri-raison">{raison ? RAISONS[raison] : 'Ce message est en cours de lecture.'}</p>
    {machine && <p class="discret">{MACHINES[machine]}.</p>}
    {nonProuve && (
      <p class="tri-raison">
        Expéditeur non prouvé&nbsp;: vérifiez qui écrit avant de donner suite à ce que ce message demande.
      </p>
    )}
  </>
);

/** The files that came with a mail; those that cannot be kept say why. */
export const FichiersArrives = ({ interaction: { id, fichiers = [] } }: Props) =>
  fichiers.length === 0 ? null : (
    <>
      <p id={`fichiers-${id}`}>Fichiers joints&nbsp;:</p>
      <ul class="fichiers-arrives" aria-labelledby={`fichiers-${id}`}>
        {fichiers.map(({ nom, octets, refus }, rang) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and none moves.
          <li key={`${rang} ${nom}`}>
            {nom} <span class="discret">({poids(octets)})</span>
            {refus && <span class="discret">, non gardé&nbsp;: {refus}</span>}
          </li>
        ))}
      </ul>
    </>
  );

const poids = (octets: number): string =>
  octets < 1_000_000
    ? `${Math.max(1, Math.round(octets / 1000)).toLocaleString('fr-FR')}\u00a0ko`
    : `${(octets / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })}\u00a0Mo`;

/** The demande that a message names, when it comes from another address: an agent joins it, or not. */
export const Visee = ({ interaction: { id, visee } }: Props) => {
  const { mutate, isPending, error } = useTri(api.rattacherInteraction);
  if (!visee) return null;
  return (
    <>
      <p>
        Ce message vise la demande <a href={`/agents/demandes/${visee}`}>{visee}</a>.
      </p>
      <p>
        <Bouton
          rang="second"
          enCours={isPending && 'Un instant…'}
          onClick={() =>
            mutate(
              { interaction: id, demande: visee },
              { onSuccess: () => annoncer('Le message a rejoint la demande.') },
            )
          }
        >
          Joindre à la demande {visee}
        </Bouton>
      </p>
      {error && <Panne echec={error} />}
    </>
  );
};
