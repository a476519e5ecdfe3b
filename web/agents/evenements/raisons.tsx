import { lettreDEvenement } from '../../../functions/demandes/avis.ts';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import { faire } from '../../../functions/demandes/demande.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api, commune } from '../../client.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { essayer, ouAEcrire } from '../decision/brouillon.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { useContexte } from '../decision/use-contexte.ts';
import { useDecision } from '../decision/use-decision.ts';
import { departVers } from '../personnes.ts';
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
  const pas = essayer(useContexte(decision.apres), {
    geste: 'communiquerMotifs',
    agir: (avant, signature) =>
      faire('communiquerMotifs', avant, {
        type: 'motifs-communiques',
        faits: ouAEcrire(motifs.faits),
        droit: ouAEcrire(motifs.droit),
        ...signature,
      }),
  });
  return (
    <CadreDecision
      titre="Donner les raisons du rejet"
      verbe="Donner les raisons et prévenir la personne"
      acte="communiquerMotifs"
      decision={decision}
      lettre={pas && lettreDEvenement(pas.avant, pas.apres, commune)}
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
