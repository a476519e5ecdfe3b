import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { useAujourdhui } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

/** As for pièces: long enough to act, short enough not to be forgotten. */
const DELAI_PROPOSE = 30;

/** The demande breaks a rule of form that may be mended: how, and by when (CRPA L114-6). */
export const Regulariser = ({ dossier }: { dossier: Dossier }) => {
  const aujourdhui = useAujourdhui();
  const initiale: ConsigneDe<'regularisation-demandee'> = {
    type: 'regularisation-demandee',
    formalites: '',
    droit: '',
    jusquau: joursApres(aujourdhui, DELAI_PROPOSE),
  };
  const { consigne, changer, erreur, effets, cadre } = useConsigne({
    dossier,
    initiale,
    geste: 'regulariser',
    annonce: `La régularisation est demandée. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="Demander une régularisation"
      verbe="Demander et envoyer la lettre"
      acte="regulariser"
      {...cadre}
    >
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
        aide="Le texte et son article."
        orthographe
        valeur={consigne.droit}
        erreur={erreur('droit')}
        onChange={(droit) => changer({ droit })}
      />
      <ChampJour
        id="fait-jusquau"
        libelle="À faire au plus tard le"
        min={joursApres(aujourdhui, 1)}
        valeur={consigne.jusquau}
        erreur={erreur('jusquau')}
        onChange={(jusquau) => changer({ jusquau })}
      />
      <EffetSurLaDate phrases={effets} />
    </CadreDecision>
  );
};
