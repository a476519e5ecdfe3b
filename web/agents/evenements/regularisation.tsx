import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { delaiLePlusCourt } from '../decision/delai-imparti.ts';
import { useAujourdhui } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import type { ConsigneDe } from './use-consigne.ts';

/** As for pièces: long enough to act, short enough not to be forgotten. */
const DELAI_PROPOSE = 30;

const proposee = (aujourdhui: string): ConsigneDe<'regularisation-demandee'> => ({
  type: 'regularisation-demandee',
  formalites: '',
  droit: '',
  jusquau: joursApres(aujourdhui, DELAI_PROPOSE),
});

/** The demande breaks a rule of form that may be mended: how, and by when (CRPA L114-6). */
export const Regulariser = ({ dossier }: { dossier: Dossier }) => {
  const aujourdhui = useAujourdhui();
  const initiale = proposee(aujourdhui);
  return (
    <CadreConsigne
      dossier={dossier}
      initiale={initiale}
      annonce="La régularisation est demandée."
      verbe="Demander et envoyer la lettre"
    >
      {({ consigne, changer, erreur }) => (
        <>
          <ChampTexte
            id="fait-formalites"
            libelle="Ce qu’il faut régulariser, et comment"
            lignes={5}
            orthographe
            valeur={consigne.formalites}
            erreur={erreur('formalites')}
            onChange={(formalites) => changer({ formalites })}
          />
          <ChampTexte
            id="fait-droit"
            libelle="Le texte qui le prévoit"
            aide="Son nom, et l’article."
            orthographe
            valeur={consigne.droit}
            erreur={erreur('droit')}
            onChange={(droit) => changer({ droit })}
          />
          <ChampJour
            id="fait-jusquau"
            libelle="À faire au plus tard le"
            min={joursApres(aujourdhui, delaiLePlusCourt(dossier))}
            valeur={consigne.jusquau}
            erreur={erreur('jusquau')}
            onChange={(jusquau) => changer({ jusquau })}
          />
        </>
      )}
    </CadreConsigne>
  );
};
