import type { Dossier } from '../../../functions/demandes/formes.ts';
import { Encart } from '../../ui/encart.tsx';
import { arretent } from './choix-pieces.ts';

type Props = { pieces: readonly { id?: string }[]; dossier: Dossier };

/** What this request does to the legal delay, before it leaves (CRPA L114-5). */
export const EffetSurLeDelai = ({ pieces, dossier }: Props) => {
  if (pieces.length === 0 || dossier.etatHorloge === 'sans-decision-implicite') return null;
  return arretent(pieces, dossier) ? (
    <Encart sens="information" titre="Cette demande arrête le délai légal">
      <p>Un texte exige au moins une de ces pièces. (CRPA, L114-5)</p>
    </Encart>
  ) : (
    <Encart sens="attente" titre="Le délai légal continue de courir">
      <p>
        Aucune de ces pièces n’est à la fois exigée par un texte et indispensable. (CRPA, L114-5 et L114-5-1)
      </p>
    </Encart>
  );
};
