import { ChampJour } from '../decision/champ-jour.tsx';
import { useAujourdhui } from '../donnees.ts';
import { jourDe } from '../mots.ts';

type Props = {
  libelle: string;
  recueLe: string;
  valeur: string;
  erreur: string | undefined;
  onChange: (jour: string) => void;
};

/** The day on which it happened, which may not be the one on which it is written down. */
export const Quand = ({ recueLe, ...champ }: Props) => (
  <ChampJour id="fait-jour" min={jourDe(recueLe)} max={useAujourdhui()} {...champ} />
);
