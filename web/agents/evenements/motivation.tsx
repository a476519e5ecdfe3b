import { ChampTexte } from '../../ui/champ-texte.tsx';

export type Motivation = { faits: string; droit: string };

type Props = {
  valeur: Motivation;
  aides: Motivation;
  erreur: (champ: keyof Motivation) => string | undefined;
  onChange: (suite: Motivation) => void;
};

/** The considerations of fact and of law, both required (CRPA L211-5). */
export const ChampsMotivation = ({ valeur, aides, erreur, onChange }: Props) => (
  <>
    <ChampTexte
      id="faits"
      libelle="Les faits"
      aide={aides.faits}
      lignes={7}
      orthographe
      valeur={valeur.faits}
      erreur={erreur('faits')}
      onChange={(faits) => onChange({ ...valeur, faits })}
    />
    <ChampTexte
      id="droit"
      libelle="Le droit"
      aide={aides.droit}
      lignes={4}
      orthographe
      valeur={valeur.droit}
      erreur={erreur('droit')}
      onChange={(droit) => onChange({ ...valeur, droit })}
    />
  </>
);
