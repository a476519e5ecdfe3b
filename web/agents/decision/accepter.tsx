import { conditionsDites } from '../../../functions/demandes/conditions.ts';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { ChampsMotivation } from '../evenements/motivation.tsx';
import { ouAEcrire } from './brouillon.ts';
import { CadreReponse } from './cadre-reponse.tsx';
import { ChampsDeliberation, type Deliberation } from './deliberation.tsx';

const AIDES = {
  faits: 'Ce qui, dans la situation, conduit à ces conditions.',
  droit: 'Le texte et l’article qui permettent de les imposer.',
};

/** Accepting: a word is welcome, none is required; conditions call for their reasons (CRPA L211-2, 3°). */
export const Accepter = ({ dossier }: { dossier: Dossier }) => (
  <CadreReponse
    dossier={dossier}
    geste="accepter"
    titre="Accepter la demande"
    verbe="Accepter"
    fait="La demande est acceptée."
    schema={demandeActions.accepterDemande.input}
    demander={api.accepterDemande}
    initiale={VIERGE}
    enLettre={enLettre}
  >
    {(mots, changer, erreur) => (
      <>
        <ChampTexte
          id="texte"
          libelle="Ce que vous ajoutez"
          aide="Par exemple la date d’effet, ou ce que la personne doit faire ensuite."
          facultatif
          lignes={6}
          orthographe
          valeur={mots.texte}
          erreur={erreur('texte')}
          onChange={(texte) => changer({ ...mots, texte })}
        />
        <ChampTexte
          id="conditions"
          libelle="Les conditions que vous imposez"
          aide="Ce que la personne doit respecter, sans quoi elle n’a pas ce droit. Elles se motivent et se contestent. (CRPA, L211-2, 3°)"
          facultatif
          lignes={4}
          orthographe
          valeur={mots.conditions}
          erreur={erreur('conditions')}
          onChange={(conditions) => changer({ ...mots, conditions })}
        />
        <ChampsDeliberation
          dossier={dossier}
          valeur={mots.deliberation}
          erreur={erreur}
          onChange={(deliberation) => changer({ ...mots, deliberation })}
        />
        {mots.conditions.trim() && (
          <ChampsMotivation
            valeur={mots}
            aides={AIDES}
            erreur={erreur}
            onChange={(motifs) => changer({ ...mots, ...motifs })}
          />
        )}
      </>
    )}
  </CadreReponse>
);

type Mots = {
  texte: string;
  conditions: string;
  faits: string;
  droit: string;
  deliberation: Deliberation | undefined;
};
const VIERGE: Mots = { texte: '', conditions: '', faits: '', droit: '', deliberation: undefined };

const enLettre = ({ texte, conditions, faits, droit, deliberation }: Mots) => ({
  texte: texte.trim(),
  ...(deliberation?.numero && deliberation.le && { deliberation }),
  ...conditionsDites({ conditions: conditions.trim(), faits: ouAEcrire(faits), droit: ouAEcrire(droit) }),
});
