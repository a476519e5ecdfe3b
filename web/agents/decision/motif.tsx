import { MOTIFS_ECART, type MotifEcart } from '../../../functions/interactions/interaction.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';

type Choix = {
  valeur: MotifEcart | '';
  erreur: string | undefined;
  onChange: (motif: MotifEcart) => void;
  id?: string;
};

/** Why a message is set aside. */
export const Motif = ({ valeur, erreur, onChange, id = 'motif' }: Choix) => (
  <ChampChoix
    id={id}
    libelle="Motif"
    options={Object.entries(MOTIFS_ECART).map(([motif, libelle]) => ({ valeur: motif, libelle }))}
    valeur={valeur}
    erreur={erreur}
    onChange={(motif) => onChange(motif as MotifEcart)}
  />
);
