import type { Echec } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Panne } from '../../ui/panne.tsx';
import { Vide } from '../../ui/vide.tsx';

type Props = {
  panne: Echec | undefined;
  enCours: boolean;
  change: boolean;
  vide: string;
  reessayer: () => void;
};

/** What stands in the place of an answer: nothing yet, a wait, or a failure. */
export const Suite = ({ panne, enCours, change, vide, reessayer }: Props) => {
  if (enCours) return <Chargement phrase="Calcul en cours…" />;
  if (panne) return <Panne echec={panne} garde="Votre cas est resté sur cette page." reessayer={reessayer} />;
  return (
    <Vide titre={change ? 'Le cas a changé.' : vide}>
      <p>
        {change
          ? 'Calculez à nouveau pour voir le résultat.'
          : 'Avec chaque étape, et l’article qui la fonde.'}
      </p>
    </Vide>
  );
};
