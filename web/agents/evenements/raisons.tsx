import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { A_ECRIRE } from '../decision/lettres.ts';
import { useDecision } from '../decision/use-decision.ts';
import { useMaintenant } from '../decision/use-maintenant.ts';
import { useMoi } from '../donnees.ts';
import { departVers } from '../personnes.ts';
import { apercevoirEvenement, pasDe } from './lettre.ts';
import { ChampsMotivation, type Motivation } from './motivation.tsx';

const AIDES = {
  faits: 'Ce qui, dans la situation de la personne, a conduit au rejet.',
  droit: 'Le texte et l’article sur lesquels le rejet se fonde.',
};

/** The person asked why silence rejected their demande: the reasons are due within a month (CRPA L232-4). */
export const DonnerRaisons = ({ dossier }: { dossier: Dossier }) => {
  const [motifs, ecrire, oublier] = useBrouillon<Motivation>(`raisons ${dossier.reference}`, {
    faits: '',
    droit: '',
  });
  const decision = useDecision({
    dossier,
    schema: demandeActions.communiquerMotifs.input,
    demander: api.communiquerMotifs,
    fait: `Les raisons sont données. ${departVers(dossier)}`,
    oublier,
  });
  const { apres } = decision;
  const contexte = { dossier: apres, moi: useMoi(), maintenant: useMaintenant() };
  const pas = pasDe(
    (signe) => ({
      type: 'motifs-communiques',
      faits: motifs.faits.trim() || A_ECRIRE,
      droit: motifs.droit.trim() || A_ECRIRE,
      ...signe,
    }),
    'communiquerMotifs',
    contexte,
  );
  return (
    <CadreDecision
      titre="Donner les raisons du rejet"
      verbe="Donner les raisons et envoyer la lettre"
      acte="communiquerMotifs"
      decision={decision}
      lettre={apercevoirEvenement(pas, dossier, false)}
      onEnvoyer={() => decision.envoyer(motifs)}
    >
      <ChampsMotivation
        valeur={motifs}
        aides={AIDES}
        erreur={(champ) => erreurDe(decision.erreurs, champ)}
        onChange={ecrire}
      />
    </CadreDecision>
  );
};
