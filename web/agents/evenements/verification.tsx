import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import { ChampMotif } from './champ-motif.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const OUVERTE: ConsigneDe<'verification-ouverte'> = { type: 'verification-ouverte', motif: '' };
const LEVEE: ConsigneDe<'verification-levee'> = { type: 'verification-levee', motif: '' };

/** Signs of fraud suspend the instruction of an aid, for three months at most (CRPA L115-3, R115-5). */
export const OuvrirVerification = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={OUVERTE}
    annonce="L’instruction est suspendue."
    verbe="Suspendre et envoyer la lettre"
    rang="danger"
    {...(dossier.surPapier && { quand: 'La personne a reçu la lettre le' })}
  >
    {({ consigne, changer, erreur }) => (
      <ChampMotif
        consigne={consigne}
        changer={changer}
        erreur={erreur}
        libelle="Les indices"
        aide="Des faits précis. La personne les lira."
        lignes={5}
      />
    )}
  </CadreConsigne>
);

/** The verification is over: the instruction goes on. */
export const LeverVerification = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={LEVEE}
    annonce="L’instruction reprend."
    verbe="Reprendre et envoyer la lettre"
    quand="Terminée le"
  >
    {({ consigne, changer, erreur }) => (
      <ChampMotif
        consigne={consigne}
        changer={changer}
        erreur={erreur}
        libelle="Ce que la vérification a montré"
        facultatif
        lignes={4}
      />
    )}
  </CadreConsigne>
);
