import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { useMoi } from '../donnees.ts';
import { CadreDecision } from './cadre-decision.tsx';
import { DatesDeDecision, datesDites, SANS_DATE, suiteDe } from './dates-de-decision.tsx';
import { A_ECRIRE, apercevoirDecision } from './lettres.ts';
import { useDecision } from './use-decision.ts';
import { useMaintenant } from './use-maintenant.ts';

/** Refusing: the considerations of fact and of law are both required (CRPA L211-5). */
export const Refuser = ({ dossier }: { dossier: Dossier }) => {
  const [motifs, ecrire, oublier] = useBrouillon(`refuser ${dossier.reference}`, {
    faits: '',
    droit: '',
    ...SANS_DATE,
  });
  const dates = datesDites(motifs);
  const suite = suiteDe(dossier);
  const decision = useDecision({
    dossier,
    schema: demandeActions.refuserDemande.input,
    demander: api.refuserDemande,
    fait: `La demande est refusée. ${suite.dit}`,
    oublier,
  });
  const lettre = apercevoirDecision(
    {
      sens: 'refus',
      texte: '',
      faits: motifs.faits.trim() || A_ECRIRE,
      droit: motifs.droit.trim() || A_ECRIRE,
      ...dates,
    },
    { dossier: decision.apres, moi: useMoi(), maintenant: useMaintenant() },
  );
  return (
    <CadreDecision
      titre="Refuser la demande"
      verbe={`Refuser ${suite.verbe}`}
      acte="refuser"
      rang="danger"
      decision={decision}
      lettre={lettre}
      onEnvoyer={() => decision.envoyer({ faits: motifs.faits, droit: motifs.droit, ...dates })}
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
      <DatesDeDecision
        dossier={decision.apres}
        dates={motifs}
        erreurs={decision.erreurs}
        onChange={(suivantes) => ecrire({ ...motifs, ...suivantes })}
      />
    </CadreDecision>
  );
};
