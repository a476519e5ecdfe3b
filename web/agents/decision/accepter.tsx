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

/** Accepting: a word is welcome, none is required. */
export const Accepter = ({ dossier }: { dossier: Dossier }) => {
  const [texte, ecrire, oublier] = useBrouillon(`accepter ${dossier.reference}`, '');
  const decision = useDecision({
    dossier,
    schema: demandeActions.accepterDemande.input,
    demander: api.accepterDemande,
    fait: `La demande est acceptée. La lettre part à ${dossier.personne}.`,
    oublier,
  });
  const lettre = apercevoirDecision(
    { sens: 'acceptation', texte: texte.trim() },
    { dossier: decision.apres, moi: useMoi(), maintenant: useMaintenant() },
  );
  return (
    <CadreDecision
      titre="Accepter la demande"
      verbe="Accepter et envoyer la lettre"
      acte="accepter"
      decision={decision}
      lettre={lettre}
      onEnvoyer={() => decision.envoyer({ texte })}
    >
      <ChampTexte
        id="texte"
        libelle="Ce que vous ajoutez"
        aide="Par exemple la date d’effet, ou ce que la personne doit faire ensuite."
        facultatif
        lignes={8}
        orthographe
        valeur={texte}
        erreur={erreurDe(decision.erreurs, 'texte')}
        onChange={ecrire}
      />
    </CadreDecision>
  );
};
