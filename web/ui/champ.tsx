import type { Champ as ChampDemarche } from '../../functions/demarches/demarche.ts';
import type { Valeur } from '../../functions/demarches/reponses.ts';
import { ChampCase, ChampCases, ChampChoix } from './champ-choix.tsx';
import { ChampDate } from './champ-date.tsx';
import { ChampTexte } from './champ-texte.tsx';

type Props = {
  champ: ChampDemarche;
  valeur: Valeur | undefined;
  erreur?: string | undefined;
  onChange: (valeur: Valeur) => void;
};

/** A field of a démarche, whatever its type. */
export const Champ = ({ champ, valeur, erreur, onChange }: Props) => {
  const { id, libelle, aide, facultatif } = champ;
  const cadre = { id, libelle, aide, facultatif, erreur, onChange };
  const texte = valeur === undefined ? '' : String(valeur);
  switch (champ.type) {
    case 'texte':
      return <ChampTexte {...cadre} valeur={texte} orthographe taille={champ.max <= 20 ? 'court' : 'long'} />;
    case 'texte-long':
      return <ChampTexte {...cadre} valeur={texte} lignes={6} />;
    case 'nombre':
      return <ChampTexte {...cadre} valeur={texte} clavier="decimal" taille="court" unite={champ.unite} />;
    case 'date':
      return (
        <ChampDate {...cadre} valeur={texte} passee={champ.quand === 'passee'} partielle={champ.partielle} />
      );
    case 'choix':
      return <ChampChoix {...cadre} valeur={texte} options={champ.options} />;
    case 'choix-multiple':
      return <ChampCases {...cadre} valeur={Array.isArray(valeur) ? valeur : []} options={champ.options} />;
    case 'case':
      return <ChampCase {...cadre} valeur={valeur === true} />;
  }
};
