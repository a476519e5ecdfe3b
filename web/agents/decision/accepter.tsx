import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { useMoi } from '../donnees.ts';
import { CadreDecision } from './cadre-decision.tsx';
import { DatesDeDecision, datesDites, SANS_DATE, suiteDe } from './dates-de-decision.tsx';
import { apercevoirDecision } from './lettres.ts';
import { useDecision } from './use-decision.ts';
import { useMaintenant } from './use-maintenant.ts';

/** Accepting: a word is welcome, none is required. */
export const Accepter = ({ dossier }: { dossier: Dossier }) => {
  const [saisie, ecrire, oublier] = useBrouillon(`accepter ${dossier.reference}`, {
    texte: '',
    ...SANS_DATE,
  });
  const { texte } = saisie;
  const dates = datesDites(saisie);
  const suite = suiteDe(dossier);
  const decision = useDecision({
    dossier,
    schema: demandeActions.accepterDemande.input,
    demander: api.accepterDemande,
    fait: `La demande est acceptée. ${suite.dit}`,
    oublier,
  });
  const lettre = apercevoirDecision(
    { sens: 'acceptation', texte: texte.trim(), ...dates },
    { dossier: decision.apres, moi: useMoi(), maintenant: useMaintenant() },
  );
  return (
    <CadreDecision
      titre="Accepter la demande"
      verbe={`Accepter ${suite.verbe}`}
      acte="accepter"
      decision={decision}
      lettre={lettre}
      onEnvoyer={() => decision.envoyer({ texte, ...dates })}
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
        onChange={(suivant) => ecrire({ ...saisie, texte: suivant })}
      />
      <DatesDeDecision
        dossier={decision.apres}
        dates={saisie}
        erreurs={decision.erreurs}
        onChange={(suivantes) => ecrire({ ...saisie, ...suivantes })}
      />
    </CadreDecision>
  );
};
