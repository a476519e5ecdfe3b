import type { Dossier } from '../../../functions/demandes/formes.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { departVers } from '../personnes.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { Quand } from './quand.tsx';
import { type ConsigneDe, useConsigne } from './use-consigne.ts';

const VIDE: ConsigneDe<'original-produit'> = { type: 'original-produit' };

/** The original was shown: it is handed back, and the clock goes on. */
export const RecevoirOriginal = ({ dossier }: { dossier: Dossier }) => {
  const { changer, erreur, jour, effets, cadre } = useConsigne({
    dossier,
    initiale: VIDE,
    geste: 'recevoirOriginal',
    annonce: `L’original est noté. ${departVers(dossier)}`,
  });
  return (
    <CadreDecision
      titre="L’original est présenté"
      verbe="Noter et envoyer la lettre"
      acte="recevoirOriginal"
      {...cadre}
    >
      <Quand
        libelle="Présenté le"
        recueLe={dossier.recueLe}
        valeur={jour}
        erreur={erreur('jour')}
        onChange={(suite) => changer({ jour: suite })}
      />
      <EffetSurLaDate phrases={effets} />
    </CadreDecision>
  );
};
