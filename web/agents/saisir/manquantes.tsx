import type { Demarche } from '../../../functions/demarches/demarche.ts';
import { piecesDe, type Reponses } from '../../../functions/demarches/reponses.ts';
import { ChampCases } from '../../ui/champ-choix.tsx';

type Props = {
  demarche: Demarche;
  /** Those of a form; a mail has none. */
  reponses: Reponses;
  valeur: string[];
  onChange: (manquantes: string[]) => void;
};

/** What a text requires and the agent does not find: the accusé lists it, and the delay waits for it (CRPA L114-5). */
export const Manquantes = ({ demarche, reponses, valeur, onChange }: Props) => {
  const exigees = piecesDe(demarche, reponses).filter(
    ({ fondement, obligatoire }) => fondement && obligatoire,
  );
  if (exigees.length === 0) return null;
  return (
    <ChampCases
      id="manquantes"
      libelle="Il manque"
      aide="L’accusé de réception le dira, avec un délai pour l’apporter. (CRPA, L114-5)"
      facultatif
      options={exigees.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
      valeur={valeur}
      onChange={onChange}
    />
  );
};
