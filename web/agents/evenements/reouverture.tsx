import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import { ChampMotif } from './champ-motif.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const VIDE: ConsigneDe<'rouverte'> = { type: 'rouverte', canal: 'telephone', motif: '' };

/** What was answered without a decision is taken up again. */
export const Rouvrir = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={VIDE}
    annonce="La demande est rouverte."
    verbe="Rouvrir et prévenir la personne"
  >
    {({ consigne, changer, erreur }) => (
      <>
        <p>La demande revient dans la file, avec son responsable. Aucun délai légal ne repart.</p>
        <ChampMotif
          consigne={consigne}
          changer={changer}
          erreur={erreur}
          libelle="Pourquoi la rouvrir"
          aide="La personne le lira."
          lignes={3}
        />
      </>
    )}
  </CadreConsigne>
);
