import type { Detail } from '../../../functions/platform/refus.ts';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import type { Territoire } from './cas.ts';
import { TERRITOIRES } from './territoires.ts';

type Props = {
  territoire: Territoire;
  changer: (suite: Partial<Territoire>) => void;
  erreurs: readonly Detail[];
};

/** Which public holidays count. */
export const ChampsTerritoire = ({ territoire, changer, erreurs }: Props) => (
  <>
    <ChampChoix
      id="calendrier"
      libelle="Territoire"
      aide="Les jours fériés n’y sont pas partout les mêmes."
      options={Object.entries(TERRITOIRES).map(([valeur, { nom }]) => ({ valeur, libelle: nom }))}
      valeur={territoire.calendrier}
      onChange={(calendrier) => changer({ calendrier })}
      erreur={erreurDe(erreurs, 'calendrier')}
    />
    {territoire.calendrier === 'alsace-moselle' && (
      <ChampCase
        id="vendrediSaint"
        libelle="Le Vendredi saint est férié dans cette commune"
        aide="Il l’est où il y a un temple protestant ou une église mixte."
        valeur={territoire.vendrediSaint}
        onChange={(vendrediSaint) => changer({ vendrediSaint })}
        erreur={erreurDe(erreurs, 'vendrediSaint')}
      />
    )}
  </>
);
