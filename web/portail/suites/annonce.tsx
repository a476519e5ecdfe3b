import { useEffect, useState } from 'react';
import { Encart } from '../../ui/encart.tsx';
import { garder, oublier, relire } from '../../ui/memoire.ts';

type Nouvelle = { titre: string; phrase: string };

const memoireDe = (reference: string): string => `annonce:${reference}`;

/** What the follow-up will say once, when another page has just done it. */
export const annoncer = (reference: string, nouvelle: Nouvelle): void =>
  garder(memoireDe(reference), nouvelle);

/** Says it after the page is drawn, so that a screen reader hears it. */
export const Annonce = ({ reference }: { reference: string }) => {
  const [nouvelle, dire] = useState<Nouvelle>();
  useEffect(() => {
    dire(relire<Nouvelle>(memoireDe(reference)));
    oublier(memoireDe(reference));
  }, [reference]);
  return (
    <div role="status">
      {nouvelle && (
        <Encart sens="fait" titre={nouvelle.titre}>
          <p>{nouvelle.phrase}</p>
        </Encart>
      )}
    </div>
  );
};
