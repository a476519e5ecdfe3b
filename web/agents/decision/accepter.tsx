import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreReponse } from './cadre-reponse.tsx';

/** Accepting: a word is welcome, none is required. */
export const Accepter = ({ dossier }: { dossier: Dossier }) => (
  <CadreReponse
    dossier={dossier}
    geste="accepter"
    titre="Accepter la demande"
    verbe="Accepter"
    fait="La demande est acceptée."
    schema={demandeActions.accepterDemande.input}
    demander={api.accepterDemande}
    initiale={{ texte: '' }}
    enLettre={({ texte }) => ({ texte: texte.trim() })}
  >
    {({ texte }, changer, erreur) => (
      <ChampTexte
        id="texte"
        libelle="Ce que vous ajoutez"
        aide="Par exemple la date d’effet, ou ce que la personne doit faire ensuite."
        facultatif
        lignes={8}
        orthographe
        valeur={texte}
        erreur={erreur('texte')}
        onChange={(suite) => changer({ texte: suite })}
      />
    )}
  </CadreReponse>
);
