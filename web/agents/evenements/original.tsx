import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampJour } from '../decision/champ-jour.tsx';
import { delaiLePlusCourt } from '../decision/delai-imparti.ts';
import { useAujourdhui } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import { ChampMotif } from './champ-motif.tsx';
import { EnvoiRecommande } from './envoi-recommande.tsx';
import { PieceEnDoute } from './piece-en-doute.tsx';
import type { ConsigneDe } from './use-consigne.ts';

/** Long enough to come to the mairie. */
const DELAI_PROPOSE = 15;

const proposee = (aujourdhui: string): ConsigneDe<'original-demande'> => ({
  type: 'original-demande',
  piece: '',
  motif: '',
  jusquau: joursApres(aujourdhui, DELAI_PROPOSE),
  recommande: { numero: '', le: aujourdhui },
});

/** A copy leaves a doubt: the original is asked for by registered letter, and the clock waits for it (CRPA R113-6). */
export const DemanderOriginal = ({ dossier }: { dossier: Dossier }) => {
  const aujourdhui = useAujourdhui();
  return (
    <CadreConsigne
      dossier={dossier}
      initiale={proposee(aujourdhui)}
      annonce="L’original est demandé."
      verbe="Demander et envoyer la lettre"
    >
      {({ consigne, changer, erreur }) => (
        <>
          <PieceEnDoute
            dossier={dossier}
            valeur={consigne.piece}
            erreur={erreur('piece')}
            onChange={(piece) => changer({ piece })}
          />
          <ChampMotif
            consigne={consigne}
            changer={changer}
            erreur={erreur}
            libelle="Ce qui fait douter de la copie"
            lignes={4}
          />
          <ChampJour
            id="fait-jusquau"
            libelle="À apporter au plus tard le"
            min={joursApres(aujourdhui, delaiLePlusCourt(dossier))}
            valeur={consigne.jusquau ?? ''}
            erreur={erreur('jusquau')}
            onChange={(jusquau) => changer({ jusquau })}
          />
          <EnvoiRecommande
            recueLe={dossier.recueLe}
            valeur={consigne.recommande}
            erreur={erreur}
            onChange={(recommande) => changer({ recommande })}
          />
        </>
      )}
    </CadreConsigne>
  );
};
