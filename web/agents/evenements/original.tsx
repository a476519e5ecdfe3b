import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreConsigne } from './cadre-consigne.tsx';
import { PieceEnDoute } from './piece-en-doute.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const VIDE: ConsigneDe<'original-demande'> = { type: 'original-demande', piece: '', motif: '' };

/** A copy leaves a doubt: the original is asked for, and the clock waits for it (CRPA R113-6). */
export const DemanderOriginal = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={VIDE}
    annonce="L’original est demandé."
    verbe="Demander et envoyer la lettre"
    quand="Demandé le"
  >
    {({ consigne, changer, erreur }) => (
      <>
        <PieceEnDoute
          dossier={dossier}
          valeur={consigne.piece}
          erreur={erreur('piece')}
          onChange={(piece) => changer({ piece })}
        />
        <ChampTexte
          id="fait-motif"
          libelle="Ce qui fait douter de la copie"
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
