import { useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe, ResumeErreurs } from '../../ui/resume-erreurs.tsx';

type Props = {
  lu: string;
  enCours: boolean;
  refusees: readonly Detail[] | undefined;
  verifier: (code: string) => void;
};

const AUCUNE: readonly Detail[] = [];

/** The code, typed from the paper: small letters, spaces and dashes are all the same. */
export const FormulaireCode = ({ lu, enCours, refusees = AUCUNE, verifier }: Props) => {
  const [code, ecrire] = useState(lu);
  const [vides, signaler] = useState<Detail[]>([]);
  const erreurs = vides.length > 0 ? vides : refusees;
  const soumettre = (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const manques = code.trim() ? [] : [{ champ: 'code', phrase: 'Indiquez le code de l’attestation.' }];
    signaler(manques);
    if (manques.length === 0 && !enCours) verifier(code);
  };
  return (
    <form noValidate onSubmit={soumettre}>
      <ResumeErreurs erreurs={erreurs} />
      <ChampTexte
        id="code"
        libelle="Code de l’attestation"
        aide="Imprimé en bas de l’attestation&nbsp;: 12&nbsp;caractères, comme 4H7Q-K2M9-XT3B."
        taille="moyen"
        valeur={code}
        onChange={ecrire}
        erreur={erreurDe(erreurs, 'code')}
      />
      <Bouton type="submit" enCours={enCours && 'Vérification…'}>
        Vérifier
      </Bouton>
    </form>
  );
};
