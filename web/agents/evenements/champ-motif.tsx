import { ChampTexte } from '../../ui/champ-texte.tsx';

type Props = {
  consigne: { motif: string };
  changer: (suite: { motif: string }) => void;
  erreur: (champ: string) => string | undefined;
  libelle: string;
  aide?: string;
  lignes?: number;
  facultatif?: boolean;
};

/** Why: the reason that an agent writes down, and that the person will read. */
export const ChampMotif = ({ consigne, changer, erreur, lignes = 4, ...dits }: Props) => (
  <ChampTexte
    id="fait-motif"
    {...dits}
    lignes={lignes}
    orthographe
    valeur={consigne.motif}
    erreur={erreur('motif')}
    onChange={(motif) => changer({ motif })}
  />
);
