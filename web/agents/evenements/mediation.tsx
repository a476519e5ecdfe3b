import type { Dossier } from '../../../functions/demandes/formes.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { Quand } from './quand.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

type Mediation = ConsigneDe<'mediation'>;

/** A mediation interrupts the delay to seize the judge, and lets it run again once it is over (CRPA L421-3). */
export const Medier = ({ dossier }: { dossier: Dossier }) => {
  const engagee = dossier.vie.findLast(({ titre }) => titre.startsWith('Médiation'))?.titre;
  const initiale: Mediation = {
    type: 'mediation',
    etape: engagee === 'Médiation engagée' ? 'close' : 'engagee',
  };
  const { consigne, changer, erreur, jour, effets, cadre } = useConsigne({
    dossier,
    initiale,
    geste: 'medier',
    annonce: `La médiation est notée. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision titre="Noter une médiation" verbe="Noter et envoyer la lettre" acte="medier" {...cadre}>
      <ChampChoix
        id="fait-etape"
        libelle="La médiation"
        options={[
          { valeur: 'engagee', libelle: 'Commence' },
          { valeur: 'close', libelle: 'Se termine' },
        ]}
        valeur={consigne.etape}
        erreur={erreur('etape')}
        onChange={(etape) => changer({ etape: etape as Mediation['etape'] })}
      />
      <Quand
        libelle="Le"
        recueLe={dossier.recueLe}
        valeur={jour}
        erreur={erreur('jour')}
        onChange={(suite) => changer({ jour: suite })}
      />
      <EffetSurLaDate phrases={effets} />
    </CadreDecision>
  );
};
