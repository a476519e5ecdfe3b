import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Canal } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreReponse } from '../decision/cadre-reponse.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { useAujourdhui } from '../donnees.ts';
import { CANAUX, jourDe } from '../mots.ts';

const VIDE = {
  texte: '',
  conditions: '',
  faits: '',
  droit: '',
  beneficiaire: { le: '', par: 'courrier' as Canal, plusFavorable: false, sansTiers: false },
};
type Saisie = typeof VIDE;

const PAR = Object.entries(CANAUX).map(([valeur, libelle]) => ({ valeur, libelle }));

/** Who has the right asks for a better one in its place: no delay, nobody to hear, nobody harmed (CRPA L242-4). */
export const Ameliorer = ({ dossier }: { dossier: Dossier }) => (
  <CadreReponse
    dossier={dossier}
    geste="ameliorer"
    titre="Remplacer la décision"
    verbe="Remplacer la décision"
    fait="La décision est remplacée."
    schema={demandeActions.accepterDemande.input}
    demander={api.accepterDemande}
    initiale={VIDE}
    enLettre={enLettre}
  >
    {(mots, changer, erreur) => (
      <>
        <ChampTexte
          id="texte"
          libelle="Ce que la nouvelle décision accorde"
          aide="Ce qui change en mieux pour la personne."
          lignes={6}
          orthographe
          valeur={mots.texte}
          erreur={erreur('texte')}
          onChange={(texte) => changer({ ...mots, texte })}
        />
        <SaDemande
          dossier={dossier}
          valeur={mots.beneficiaire}
          erreur={(champ) => erreur(`beneficiaire-${champ}`)}
          changer={(suite) => changer({ ...mots, beneficiaire: { ...mots.beneficiaire, ...suite } })}
        />
      </>
    )}
  </CadreReponse>
);

type Champs = {
  dossier: Dossier;
  valeur: Saisie['beneficiaire'];
  erreur: (champ: string) => string | undefined;
  changer: (suite: Partial<Saisie['beneficiaire']>) => void;
};

/** When and how the person asked, and the two things that the law wants checked. */
const SaDemande = ({ dossier, valeur, erreur, changer }: Champs) => (
  <>
    <ChampJour
      id="beneficiaire-le"
      libelle="La personne l’a demandé le"
      min={jourDe(dossier.recueLe)}
      max={useAujourdhui()}
      valeur={valeur.le}
      erreur={erreur('le')}
      onChange={(le) => changer({ le })}
    />
    <ChampChoix
      id="beneficiaire-par"
      libelle="Par quelle voie"
      options={PAR}
      valeur={valeur.par}
      erreur={erreur('par')}
      onChange={(par) => changer({ par: par as Canal })}
    />
    <ChampCase
      id="beneficiaire-plusFavorable"
      libelle="La nouvelle décision est plus favorable à la personne (CRPA, L242-4)"
      valeur={valeur.plusFavorable}
      erreur={erreur('plusFavorable')}
      onChange={(plusFavorable) => changer({ plusFavorable })}
    />
    <ChampCase
      id="beneficiaire-sansTiers"
      libelle="Personne d’autre n’y perd un droit (CRPA, L242-4)"
      valeur={valeur.sansTiers}
      erreur={erreur('sansTiers')}
      onChange={(sansTiers) => changer({ sansTiers })}
    />
  </>
);

const enLettre = ({ texte, beneficiaire: { le, par } }: Saisie) => ({
  texte: texte.trim(),
  ...(le && { aLaDemande: { le, par } }),
});
