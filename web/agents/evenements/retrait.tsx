import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import { faire } from '../../../functions/demandes/demande.ts';
import { MOTIFS_RETRAIT, type MotifRetrait, type RegleRetrait } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { lettreDeDecision } from '../../../functions/demandes/lettres.ts';
import { api, commune } from '../../client.ts';
import { ChampCase, ChampChoix } from '../../ui/champ-choix.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { essayer, ouAEcrire, type Pas } from '../decision/brouillon.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { LettreAVenir } from '../decision/lettre-apercue.tsx';
import { useContexte } from '../decision/use-contexte.ts';
import { useDecision } from '../decision/use-decision.ts';
import { departVers } from '../personnes.ts';
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
  const pas = useRetrait(saisie, decision.apres);
  const erreur = (champ: string): string | undefined => erreurDe(decision.erreurs, champ);
  return (
    <CadreDecision
      titre="Retirer la décision"
      verbe={`${saisie.nature === 'retrait' ? 'Retirer' : 'Abroger'} et envoyer la lettre`}
      acte="retirer"
      rang="danger"
      decision={decision}
      lettre={pas && lettreDeDecision(pas.apres, commune)}
      apercu={<LettreAVenir phrase="Choisissez le motif pour lire la lettre." />}
      onEnvoyer={() =>
        decision.envoyer({
          ...saisie,
          motif: saisie.motif as MotifRetrait,
          observations: saisie.observations as true,
        })
      }
    >
      <LimiteDeRetrait retrait={decision.apres.limites.retrait} />
      <QuoiEtPourquoi saisie={saisie} erreur={erreur} changer={changer} />
      <ChampsMotivation valeur={saisie} aides={AIDES} erreur={erreur} onChange={changer} />
      <Observations saisie={saisie} erreur={erreur} changer={changer} />
    </CadreDecision>
  );
};

type Champs = {
  saisie: typeof VIDE;
  erreur: (champ: string) => string | undefined;
  changer: (suite: Partial<typeof VIDE>) => void;
};

const Observations = ({ saisie: { observations }, erreur, changer }: Champs) => (
  <ChampCase
    id="observations"
    libelle="La personne a pu présenter ses observations"
    aide="Écrivez-lui d’abord ce que vous envisagez, et laissez-lui le temps de répondre. (CRPA, L121-1 et L122-1)"
    valeur={observations}
    erreur={erreur('observations')}
    onChange={(suite) => changer({ observations: suite })}
  />
);

/** The reason first: it says which of the two acts the law allows. */
const QuoiEtPourquoi = ({ saisie: { nature, motif }, erreur, changer }: Champs) => {
  const natures = motif ? reglesDe(motif).natures : ['retrait', 'abrogation'];
  const choisir = (suite: MotifRetrait): void => {
    const [premiere, seconde] = reglesDe(suite).natures;
    changer({ motif: suite, ...(premiere && !seconde && { nature: premiere }) });
  };
  return (
    <>
      <ChampChoix
        id="motif"
        libelle="Le motif"
        options={MOTIFS}
        valeur={motif}
        erreur={erreur('motif')}
        onChange={(suite) => choisir(suite as MotifRetrait)}
      />
      <ChampChoix
        id="nature"
        libelle="Ce que vous faites de la décision"
        options={NATURES.filter(({ valeur }) => natures.includes(valeur as Nature))}
        valeur={nature}
        erreur={erreur('nature')}
        onChange={(suite) => changer({ nature: suite as Nature })}
      />
    </>
  );
};

const reglesDe = (motif: MotifRetrait): RegleRetrait => MOTIFS_RETRAIT[motif];

/** The file once withdrawn; undefined until the reason is chosen, without which there is no letter. */
const useRetrait = ({ nature, motif, faits, droit }: typeof VIDE, dossier: Dossier): Pas | undefined => {
  const contexte = useContexte(dossier);
  if (!motif) return undefined;
  return essayer(contexte, {
    geste: 'retirer',
    agir: (avant, signature) =>
      faire('retirer', avant, {
        type: 'retrait',
        nature,
        motif,
        faits: ouAEcrire(faits),
        droit: ouAEcrire(droit),
        ...signature,
      }),
  });
};
