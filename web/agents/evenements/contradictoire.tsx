import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreConsigne } from './cadre-consigne.tsx';
import { ChampMotif } from './champ-motif.tsx';

/** What the person answered on paper or by voice to what the commune considers (CRPA L122-1). */
export const Observer = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={{ type: 'observations', texte: '' }}
    annonce="Les observations sont notées."
    verbe="Noter et prévenir la personne"
    quand="Reçues le"
  >
    {({ consigne, changer, erreur }) => (
      <ChampTexte
        id="fait-texte"
        libelle="Ce que la personne répond"
        aide="Ses mots, ou le compte rendu de l’entretien. Elle peut se faire assister. (CRPA, L122-1)"
        lignes={8}
        orthographe
        valeur={consigne.texte}
        erreur={erreur('texte')}
        onChange={(texte) => changer({ texte })}
      />
    )}
  </CadreConsigne>
);

/** Nothing is taken back: the person is told. */
export const Maintenir = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={{ type: 'retrait-abandonne', motif: '' }}
    annonce="La décision est maintenue."
    verbe="Maintenir et envoyer la lettre"
  >
    {({ consigne, changer, erreur }) => (
      <ChampMotif
        consigne={consigne}
        changer={changer}
        erreur={erreur}
        libelle="Pourquoi la décision est maintenue"
        lignes={4}
      />
    )}
  </CadreConsigne>
);
