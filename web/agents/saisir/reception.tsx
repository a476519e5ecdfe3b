import { useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { useAujourdhui } from '../donnees.ts';
import { CANAUX } from '../mots.ts';
import type { Saisie } from './saisie.ts';

export type Ecrire = {
  saisie: Saisie;
  erreurs: readonly Detail[];
  changer: (suite: Partial<Saisie>) => void;
};

const VOIES = (['guichet', 'courrier', 'telephone'] as const).map((canal) => ({
  valeur: canal,
  libelle: CANAUX[canal],
}));

/** How it came, and on which day: the law counts from there. */
export const Reception = (props: Ecrire) => {
  const { saisie, erreurs, changer } = props;
  const aujourdhui = useAujourdhui();
  return (
    <Groupe titre="La réception">
      <ChampChoix
        id="canal"
        libelle="Arrivée par"
        options={VOIES}
        valeur={saisie.canal}
        erreur={erreurDe(erreurs, 'canal')}
        onChange={(canal) => changer({ canal: canal as Saisie['canal'] })}
      />
      <ChampJour
        id="recueLe"
        libelle="Reçue le"
        max={aujourdhui}
        valeur={saisie.recueLe ?? aujourdhui}
        erreur={erreurDe(erreurs, 'recueLe')}
        onChange={(recueLe) => changer({ recueLe })}
      />
      <Transmise {...props} />
    </Groupe>
  );
};

/** Another administration had it first (CRPA L114-2, L114-3). */
const Transmise = ({ saisie: { transmisePar, recueLe }, erreurs, changer }: Ecrire) => {
  const [ouvert, ouvrir] = useState(transmisePar.administration !== '' || transmisePar.recueLe !== '');
  const fautive = erreurs.some(({ champ }) => champ?.startsWith('transmisePar'));
  const aujourdhui = useAujourdhui();
  return (
    <details open={ouvert || fautive} onToggle={({ currentTarget }) => ouvrir(currentTarget.open)}>
      <summary class="deplier">Transmise par une autre administration</summary>
      <ChampTexte
        id="transmisePar.administration"
        libelle="L’administration"
        orthographe
        valeur={transmisePar.administration}
        erreur={erreurDe(erreurs, 'transmisePar.administration')}
        onChange={(administration) => changer({ transmisePar: { ...transmisePar, administration } })}
      />
      <ChampJour
        id="transmisePar.recueLe"
        libelle="Elle l’avait reçue le"
        max={recueLe || aujourdhui}
        valeur={transmisePar.recueLe}
        erreur={erreurDe(erreurs, 'transmisePar.recueLe')}
        onChange={(le) => changer({ transmisePar: { ...transmisePar, recueLe: le } })}
      />
    </details>
  );
};
