import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { lettreDeDecision } from '../../../functions/demandes/lettres.ts';
import { api, commune } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { departVers } from '../personnes.ts';
import { decider } from './actes.ts';
import { ouAEcrire } from './brouillon.ts';
import { CadreDecision } from './cadre-decision.tsx';
import { useContexte } from './use-contexte.ts';
import { useDecision } from './use-decision.ts';

/** Ending a demande that calls for no decision: the person is told what was done. */
export const Cloturer = ({ dossier }: { dossier: Dossier }) => {
  const [texte, ecrire, oublier] = useBrouillon(`cloturer ${dossier.reference}`, '');
  const decision = useDecision({
    dossier,
    schema: demandeActions.cloturerDemande.input,
    demander: api.cloturerDemande,
    fait: `La demande est terminée. ${departVers(dossier)}`,
    oublier,
  });
  const pas = decider({ sens: 'cloture', texte: ouAEcrire(texte) }, useContexte(decision.apres));
  return (
    <CadreDecision
      titre="Terminer la demande"
      verbe="Terminer et envoyer la lettre"
      acte="cloturer"
      decision={decision}
      lettre={pas && lettreDeDecision(pas.apres, commune)}
      onEnvoyer={() => decision.envoyer({ texte })}
    >
      <ChampTexte
        id="texte"
        libelle="Ce qui a été fait"
        lignes={8}
        orthographe
        valeur={texte}
        erreur={erreurDe(decision.erreurs, 'texte')}
        onChange={ecrire}
      />
    </CadreDecision>
  );
};
