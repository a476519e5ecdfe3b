import type { Dossier } from '../../../functions/demandes/formes.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { useMoi } from '../donnees.ts';
import { actesDe } from '../gestes.ts';
import { usePrendreEnCharge } from './prendre.ts';

/** Who is in charge; a colleague may take over. */
export const Responsable = ({ dossier }: { dossier: Dossier }) => {
  const moi = useMoi();
  const { prendre, enCours } = usePrendreEnCharge(dossier);
  const { agent } = dossier;
  if (!agent) return <>{estClose(dossier) ? 'Personne' : 'Personne pour le moment'}</>;
  if (agent.id === moi.courriel) return <>Vous</>;
  return (
    <>
      {agent.nom}, {agent.qualite}{' '}
      {actesDe(dossier.gestes, moi).includes('prendreEnCharge') && (
        <Bouton rang="lien" enCours={enCours && 'Un instant…'} onClick={prendre}>
          Reprendre ce dossier
        </Bouton>
      )}
    </>
  );
};
