import { Groupe } from '../../ui/groupe.tsx';
import type { Champs } from './champs.ts';
import { ChampsEvenements } from './champs-evenements.tsx';
import { ChampsReception } from './champs-reception.tsx';
import { ChampsRegle } from './champs-regle.tsx';
import { ChampsTerritoire } from './champs-territoire.tsx';
import { fuseauDu } from './fragment.ts';

/** Everything that decides the date. The territory proposes its clock. */
export const ChampsCas = (champs: Champs) => {
  const { cas, changer, erreurs } = champs;
  return (
    <>
      <ChampsRegle {...champs} />
      <Groupe titre="La commune">
        <ChampsTerritoire
          territoire={cas}
          erreurs={erreurs}
          changer={(suite) =>
            changer({
              ...suite,
              ...(suite.calendrier !== undefined && { fuseau: fuseauDu(suite.calendrier, cas.fuseau) }),
            })
          }
        />
      </Groupe>
      <ChampsReception {...champs} />
      <ChampsEvenements
        evenements={cas.evenements}
        changer={(evenements) => changer({ evenements })}
        erreurs={erreurs}
      />
    </>
  );
};
