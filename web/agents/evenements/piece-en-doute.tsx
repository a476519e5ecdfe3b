import { useState } from 'react';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';

type Props = {
  dossier: Pick<Dossier, 'attendues' | 'manquantes'>;
  valeur: string;
  erreur: string | undefined;
  onChange: (piece: string) => void;
};

const AUTRE = 'Une autre pièce';

/** Which pièce leaves a doubt: one of the file, or another that the agent names. */
export const PieceEnDoute = ({ dossier: { attendues, manquantes }, valeur, erreur, onChange }: Props) => {
  const noms = [...new Set([...attendues, ...manquantes].map(({ nom }) => nom))];
  const [autre, basculer] = useState(valeur !== '' && !noms.includes(valeur));
  const choisir = (nom: string): void => {
    basculer(nom === AUTRE);
    onChange(nom === AUTRE ? '' : nom);
  };
  const nommer = (
    <ChampTexte
      id="fait-piece"
      libelle="Nom de la pièce"
      orthographe
      valeur={valeur}
      erreur={erreur}
      onChange={onChange}
    />
  );
  if (noms.length === 0) return nommer;
  return (
    <>
      <ChampChoix
        id={autre ? 'fait-piece-choix' : 'fait-piece'}
        libelle="La pièce"
        options={[...noms, AUTRE]}
        valeur={autre ? AUTRE : valeur}
        erreur={autre ? undefined : erreur}
        onChange={choisir}
      />
      {autre && nommer}
    </>
  );
};
