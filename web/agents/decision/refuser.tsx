import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { useMoi } from '../donnees.ts';
import { CadreDecision } from './cadre-decision.tsx';
import { apercevoirDecision } from './lettres.ts';
import { useDecision } from './use-decision.ts';
import { useMaintenant } from './use-maintenant.ts';

/** Refusing: the considerations of fact and of law are both required (CRPA L211-5). */
export const Refuser = ({ dossier }: { dossier: Dossier }) => {
  const [motifs, ecrire, oublier] = useBrouillon(`refuser ${dossier.reference}`, { faits: '', droit: '' });
  const decision = useDecision({
    dossier,
    schema: demandeActions.refuserDemande.input,
    demander: api.refuserDemande,
    fait: `La demande est refusée. La lettre part à ${dossier.personne}.`,
    oublier,
  });
  const lettre = apercevoirDecision(
    { sens: 'refus', texte: '', faits: motifs.faits.trim(), droit: motifs.droit.trim() },
    { dossier: decision.apres, moi: useMoi(), maintenant: useMaintenant() },
  );
  return (
    <CadreDecision
      titre="Refuser la demande"
      verbe="Refuser et envoyer la lettre"
      acte="refuser"
      rang="danger"
      decision={decision}
      lettre={lettre}
      onEnvoyer={() => decision.envoyer(motifs)}
    >
      <ChampTexte
        id="faits"
        libelle="Les faits"
        aide="Ce qui, dans la situation de la personne, conduit au refus."
        lignes={7}
        orthographe
        valeur={motifs.faits}
        erreur={erreurDe(decision.erreurs, 'faits')}
        onChange={(faits) => ecrire({ ...motifs, faits })}
      />
      <ChampTexte
        id="droit"
        libelle="Le droit"
        aide="Le texte et l’article sur lesquels le refus se fonde."
        lignes={4}
        orthographe
        valeur={motifs.droit}
        erreur={erreurDe(decision.erreurs, 'droit')}
        onChange={(droit) => ecrire({ ...motifs, droit })}
      />
    </CadreDecision>
  );
};
