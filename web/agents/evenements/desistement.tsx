import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { Quand } from './quand.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

const VIDE: ConsigneDe<'desistement'> = { type: 'desistement' };

/** The person said, by another way than the site, that they give up. */
export const Desister = ({ dossier }: { dossier: Dossier }) => {
  const { changer, erreur, jour, effets, cadre } = useConsigne({
    dossier,
    initiale: VIDE,
    geste: 'desister',
    annonce: `La demande est abandonnée. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="La personne renonce"
      verbe="Noter l’abandon et envoyer la lettre"
      acte="desister"
      rang="danger"
      {...cadre}
    >
      <p>
        Notez-le seulement si la personne l’a dit clairement. Gardez son écrit, ou le souvenir de l’appel,
        dans les échanges.
      </p>
      <Quand
        libelle="Elle y a renoncé le"
        recueLe={dossier.recueLe}
        valeur={jour}
        erreur={erreur('jour')}
        onChange={(suite) => changer({ jour: suite })}
      />
      <EffetSurLaDate phrases={effets} />
    </CadreDecision>
  );
};
