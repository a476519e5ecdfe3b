import { useEffect, useRef } from 'react';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { espacer } from '../../../functions/platform/lettres.ts';
import { Encart } from '../../ui/encart.tsx';
import { changementsEntre } from './changements.ts';

type Props = { avant: Dossier; apres: Dossier; possible: boolean };

/** Someone changed the file while this page was being written: what changed, and what became of the words. */
export const AvisChangement = ({ avant, apres, possible }: Props) => {
  const boite = useRef<HTMLDivElement>(null);
  useEffect(() => boite.current?.focus(), [apres.version]);
  const changements = changementsEntre(avant, apres);
  return (
    <div ref={boite} tabIndex={-1}>
      <Encart sens="attente" titre="Ce dossier a changé pendant que vous écriviez">
        {changements.length > 0 && (
          <ul>
            {changements.map((changement) => (
              <li key={changement}>{espacer(changement)}</li>
            ))}
          </ul>
        )}
        <p>
          {possible
            ? 'Rien n’est parti, et votre texte est gardé. Relisez-le, puis envoyez à nouveau.'
            : 'Rien n’est parti. Ce n’est plus possible, mais votre texte reste ici.'}
        </p>
      </Encart>
    </div>
  );
};
