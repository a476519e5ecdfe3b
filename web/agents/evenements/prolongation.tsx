import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import { ChampMotif } from './champ-motif.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const VIDE: ConsigneDe<'prolongation'> = { type: 'prolongation', motif: '' };

/** The first delay is too short: the person is told before it ends, once (GDPR, article 12-3). */
export const Prolonger = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={VIDE}
    annonce="Le délai est prolongé."
    verbe="Prolonger et envoyer la lettre"
  >
    {({ consigne, changer, erreur }) => (
      <ChampMotif
        consigne={consigne}
        changer={changer}
        erreur={erreur}
        libelle="Pourquoi ce délai ne suffit pas"
        aide="La complexité ou le nombre des demandes. La personne le lira."
        lignes={4}
      />
    )}
  </CadreConsigne>
);
