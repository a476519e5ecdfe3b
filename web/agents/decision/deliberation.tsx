import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { useAujourdhui } from '../donnees.ts';
import { ChampJour } from './champ-jour.tsx';

export type Deliberation = { numero: string; le: string };
const VIDE: Deliberation = { numero: '', le: '' };

type Props = {
  dossier: Pick<Dossier, 'deliberation'>;
  valeur: Deliberation | undefined;
  erreur: (champ: string) => string | undefined;
  onChange: (deliberation: Deliberation) => void;
};

/** The vote of the conseil municipal, which the letter cites: without it, nobody may grant this. */
export const ChampsDeliberation = ({ dossier, valeur = VIDE, erreur, onChange }: Props) => {
  const aujourdhui = useAujourdhui();
  if (!dossier.deliberation) return null;
  return (
    <Groupe titre="La délibération du conseil municipal">
      <p>Cette acceptation en demande une, et sa lettre la cite. ({dossier.deliberation})</p>
      <ChampTexte
        id="deliberation-numero"
        libelle="Numéro de la délibération"
        taille="moyen"
        valeur={valeur.numero}
        erreur={erreur('deliberation-numero')}
        onChange={(numero) => onChange({ ...valeur, numero })}
      />
      <ChampJour
        id="deliberation-le"
        libelle="Délibération du"
        max={aujourdhui}
        valeur={valeur.le}
        erreur={erreur('deliberation-le')}
        onChange={(le) => onChange({ ...valeur, le })}
      />
    </Groupe>
  );
};
