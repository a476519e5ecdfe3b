import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { Encart } from '../../ui/encart.tsx';
import { useAujourdhui } from '../donnees.ts';
import { compter, joursDe } from '../mots.ts';

/** How long an unlawful decision may still be withdrawn (CRPA L242-1). */
export const LimiteDeRetrait = ({ retrait }: { retrait: string | undefined }) => {
  const aujourdhui = useAujourdhui();
  if (!retrait) return null;
  const reste = joursDe(aujourdhui, retrait);
  return reste >= 0 ? (
    <Encart sens="information" titre={resteEnLettres(reste)}>
      <p>
        Une décision illégale peut être retirée jusqu’au {espacer(enBref(retrait))}, quatre mois après avoir
        été prise. (CRPA, L242-1)
      </p>
    </Encart>
  ) : (
    <Encart sens="attente" titre="Les quatre mois sont passés">
      <p>
        Depuis le {espacer(enBref(retrait))}, une décision illégale ne peut plus être retirée. Les autres
        motifs restent possibles. (CRPA, L242-1 et L242-2)
      </p>
    </Encart>
  );
};

const resteEnLettres = (jours: number): string =>
  `${jours === 0 ? 'Dernier jour' : `Encore ${compter(jours, 'jour')}`} pour la retirer si elle est illégale`;
