import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreConsigne } from './cadre-consigne.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const VIDE: ConsigneDe<'transmise'> = { type: 'transmise', administration: '', motif: '' };

/** What is asked is another administration's: it is sent on, and the person is told (CRPA L114-2). */
export const Transmettre = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={VIDE}
    annonce="La demande est transmise."
    verbe="Transmettre et envoyer la lettre"
    rang="danger"
  >
    {({ consigne, changer, erreur }) => (
      <>
        <ChampTexte
          id="fait-administration"
          libelle="L’administration compétente"
          aide="Envoyez-lui vous-même le dossier&nbsp;: Parvis prévient seulement la personne."
          orthographe
          valeur={consigne.administration}
          erreur={erreur('administration')}
          onChange={(administration) => changer({ administration })}
        />
        <ChampTexte
          id="fait-motif"
          libelle="Pourquoi elle est compétente"
          lignes={4}
          orthographe
          valeur={consigne.motif}
          erreur={erreur('motif')}
          onChange={(motif) => changer({ motif })}
        />
      </>
    )}
  </CadreConsigne>
);
