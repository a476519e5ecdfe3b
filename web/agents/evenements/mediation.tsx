import { mediationEnCours } from '../../../functions/demandes/contestation.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreConsigne } from './cadre-consigne.tsx';

/** A mediation interrupts the delay to seize the judge, and lets it run again once it is over (CRPA L421-3). */
export const Medier = ({ dossier }: { dossier: Dossier }) => {
  const finit = mediationEnCours(dossier);
  return (
    <CadreConsigne
      dossier={dossier}
      initiale={{ type: 'mediation', etape: finit ? 'close' : 'engagee' }}
      annonce={finit ? 'La fin de la médiation est notée.' : 'La médiation est notée.'}
      verbe={finit ? 'Noter sa fin et envoyer la lettre' : 'Noter et envoyer la lettre'}
      quand={finit ? 'La médiation a pris fin le' : 'La médiation a été engagée le'}
    >
      {() => null}
    </CadreConsigne>
  );
};
