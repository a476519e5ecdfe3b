import { Groupe } from '../../ui/groupe.tsx';
import { residenceIci } from './cas.ts';
import type { Champs } from './champs.ts';
import { ChampsContestation } from './champs-contestation.tsx';
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
              ...(suite.calendrier !== undefined && {
                fuseau: fuseauDu(suite.calendrier, cas.fuseau),
                residence: residenceIci(suite.calendrier),
              }),
            })
          }
        />
      </Groupe>
      {cas.regime === 'SVR' && (
        <Groupe titre="La contestation du rejet">
          <ChampsContestation contestation={cas} changer={changer} erreurs={erreurs} />
        </Groupe>
      )}
      <ChampsReception {...champs} />
      <ChampsEvenements
        evenements={cas.evenements}
        changer={(evenements) => changer({ evenements })}
        erreurs={erreurs}
      />
    </>
  );
};
