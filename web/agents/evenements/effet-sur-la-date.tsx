import { Encart } from '../../ui/encart.tsx';
import { espacer } from '../../ui/espaces.ts';

/** What this does to the legal date, before it is sent. */
export const EffetSurLaDate = ({ phrases }: { phrases: readonly string[] }) => (
  <Encart sens="information" titre="L’effet sur le délai">
    {phrases.map((phrase) => (
      <p key={phrase}>{espacer(phrase)}</p>
    ))}
  </Encart>
);
