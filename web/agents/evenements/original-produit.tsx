import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const VIDE: ConsigneDe<'original-produit'> = { type: 'original-produit' };

/** The original was shown: it is handed back, and the clock goes on. */
export const RecevoirOriginal = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={VIDE}
    annonce="L’original est noté."
    verbe="Noter et envoyer la lettre"
    quand="Présenté le"
  >
    {() => null}
  </CadreConsigne>
);
