import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import { MOTIFS_RETRAIT, type MotifRetrait } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { A_ECRIRE } from '../decision/lettres.ts';
import { useDecision } from '../decision/use-decision.ts';
import { useMaintenant } from '../decision/use-maintenant.ts';
import { useMoi } from '../donnees.ts';
import { departVers } from '../personnes.ts';
import { apercevoirEvenement, pasDe } from './lettre.ts';
import { LimiteDeRetrait } from './limite-de-retrait.tsx';
import { ChampsMotivation } from './motivation.tsx';

type Nature = 'retrait' | 'abrogation';
const VIDE = {
  nature: 'retrait' as Nature,
  motif: '' as MotifRetrait | '',
  faits: '',
  droit: '',
  observations: false,
};
const AIDES = {
  faits: 'Ce qui, dans la situation de la personne, conduit à revenir sur la décision.',
  droit: 'Le texte et l’article que la décision ne respecte pas, ou ne respecte plus.',
};
const NATURES = [
  { valeur: 'retrait', libelle: 'La retirer\u00a0: elle est censée n’avoir jamais existé' },
  { valeur: 'abrogation', libelle: 'L’abroger\u00a0: elle ne vaut plus pour l’avenir' },
];
const MOTIFS = Object.entries(MOTIFS_RETRAIT).map(([valeur, { nom, texte }]) => ({
  valeur,
  libelle: `${nom} (${texte})`,
}));

/** Going back on a decision that gave a right: for what, why, and once the person was heard (CRPA L121-1, L242-1). */
export const Retirer = ({ dossier }: { dossier: Dossier }) => {
  const [saisie, ecrire, oublier] = useBrouillon(`retrait ${dossier.reference}`, VIDE);
  const changer = (suite: Partial<typeof VIDE>): void => ecrire({ ...saisie, ...suite });
  const decision = useDecision({
    dossier,
    schema: demandeActions.retirerDecision.input,
    demander: api.retirerDecision,
    fait: `La décision est ${saisie.nature === 'retrait' ? 'retirée' : 'abrogée'}. ${departVers(dossier)}`,
    oublier,
  });
  const erreur = (champ: string): string | undefined => erreurDe(decision.erreurs, champ);
  return (
    <CadreDecision
      titre="Retirer la décision"
      verbe="Retirer et envoyer la lettre"
      acte="retirer"
      rang="danger"
      decision={decision}
      lettre={useLettre(saisie, decision.apres)}
      onEnvoyer={() =>
        decision.envoyer({
          ...saisie,
          motif: saisie.motif as MotifRetrait,
          observations: saisie.observations as true,
        })
      }
    >
      <LimiteDeRetrait retrait={decision.apres.limites.retrait} />
      <ChampChoix
        id="nature"
        libelle="Ce que vous faites de la décision"
        options={NATURES}
        valeur={saisie.nature}
        erreur={erreur('nature')}
        onChange={(nature) => changer({ nature: nature as Nature })}
      />
      <ChampChoix
        id="motif"
        libelle="Le motif"
        options={MOTIFS}
        valeur={saisie.motif}
        erreur={erreur('motif')}
        onChange={(motif) => changer({ motif: motif as MotifRetrait })}
      />
      <ChampsMotivation valeur={saisie} aides={AIDES} erreur={erreur} onChange={changer} />
      <ChampCase
        id="observations"
        libelle="La personne a pu présenter ses observations"
        aide="Écrivez-lui d’abord ce que vous envisagez, et laissez-lui le temps de répondre. (CRPA, L121-1 et L122-1)"
        valeur={saisie.observations}
        erreur={erreur('observations')}
        onChange={(observations) => changer({ observations })}
      />
    </CadreDecision>
  );
};

/** The motive that is still to choose has no sentence in the letter yet: unlawfulness is the one that most often comes. */
const useLettre = ({ nature, motif, faits, droit }: typeof VIDE, dossier: Dossier) => {
  const contexte = { dossier, moi: useMoi(), maintenant: useMaintenant() };
  const pas = pasDe(
    (signe) => ({
      type: 'retrait',
      nature,
      motif: motif || 'illegale',
      faits: faits.trim() || A_ECRIRE,
      droit: droit.trim() || A_ECRIRE,
      ...signe,
    }),
    'retirer',
    contexte,
  );
  return apercevoirEvenement(pas, dossier, false);
};
