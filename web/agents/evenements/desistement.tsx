import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const VIDE: ConsigneDe<'desistement'> = { type: 'desistement' };

/** The person said, by another way than the site, that they give up. */
export const Desister = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={VIDE}
    annonce="La demande est abandonnée."
    verbe="Noter l’abandon et envoyer la lettre"
    rang="danger"
    quand="Elle y a renoncé le"
  >
    {() => (
      <p>
        Notez-le seulement si la personne l’a dit clairement. Gardez-en la trace&nbsp;: son écrit, ou le jour
        et l’heure de l’appel.
      </p>
    )}
  </CadreConsigne>
);
