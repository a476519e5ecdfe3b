import { Encart } from '../../ui/encart.tsx';

/** Mails that never arrived: the person knows nothing of what they said. */
export const Echecs = ({ echecs }: { echecs: readonly string[] }) =>
  echecs.length === 0 ? null : (
    <Encart
      sens="retard"
      titre={
        echecs.length === 1 ? 'Un message n’est pas arrivé' : `${echecs.length} messages ne sont pas arrivés`
      }
    >
      <ul>
        {[...new Set(echecs)].map((echec) => (
          <li key={echec}>{echec}</li>
        ))}
      </ul>
      <p>Joignez la personne par un autre moyen.</p>
    </Encart>
  );
