import { Encart } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';

const INTERDIT =
  'L’état de la demande, ou vos droits, ne le permettent pas. Le dossier montre ce que vous pouvez faire.';

/** Nothing to write where nothing can be done: only the reason, and the way back. */
export const Fermee = ({ retour, rien }: { retour: string; rien: string | undefined }) => (
  <>
    <Encart titre={rien ? 'Il n’y a rien à noter' : 'Ce n’est pas possible'}>
      <p>{rien ?? INTERDIT}</p>
    </Encart>
    <Lien vers={retour} rang="second">
      Revenir au dossier
    </Lien>
  </>
);
