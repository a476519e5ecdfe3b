import { espacer } from '../../../functions/platform/lettres.ts';
import { Encart } from '../../ui/encart.tsx';
import type { Pas } from './brouillon.ts';
import { effetsDe } from './effets.ts';

/** What this does to the legal date, before it is sent (CRPA L114-5). */
export const EffetSurLaDate = ({ pas }: { pas: Pas | undefined }) => {
  const phrases = pas ? effetsDe(pas) : [];
  return phrases.length === 0 ? null : (
    <Encart sens="information" titre="L’effet sur le délai">
      {phrases.map((phrase) => (
        <p key={phrase}>{espacer(phrase)}</p>
      ))}
    </Encart>
  );
};
