import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import { faire } from '../../../functions/demandes/demande.ts';
import { DISPENSES, Dispense, type FaitDe, type MotifRetrait } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { retraitEnvisage } from '../../../functions/demandes/gestes.ts';
import { lettreDeDecision } from '../../../functions/demandes/lettres.ts';
import { observationsDe } from '../../../functions/demandes/retrait.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { api, commune } from '../../client.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { essayer, ouAEcrire, type Pas } from '../decision/brouillon.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { LettreAVenir } from '../decision/lettre-apercue.tsx';
import { useContexte } from '../decision/use-contexte.ts';
import { useDecision } from '../decision/use-decision.ts';
import { jourDe } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { LimiteDeRetrait } from './limite-de-retrait.tsx';
import { ChampsMotivation } from './motivation.tsx';
import { type Nature, QuoiEtPourquoi } from './quoi-et-pourquoi.tsx';

const VIDE = {
  nature: 'retrait' as Nature,
  motif: '' as MotifRetrait | '',
  faits: '',
  droit: '',
  cas: '',
  raisons: '',
};
const AIDES = {
  faits: 'Ce qui, dans la situation de la personne, conduit à revenir sur la décision.',
  droit: 'Le texte et l’article que la décision ne respecte pas, ou ne respecte plus.',
};
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
      verbe={`${saisie.nature === 'retrait' ? 'Retirer' : 'Abroger'} et prévenir la personne`}
      acte="retirer"
      rang="danger"
      decision={decision}
      lettre={pas && lettreDeDecision(pas.apres, commune)}
      apercu={<LettreAVenir phrase="Choisissez le motif pour lire la lettre." />}
      onEnvoyer={() =>
        decision.envoyer({
          nature: saisie.nature,
          motif: saisie.motif as MotifRetrait,
          faits: saisie.faits,
          droit: saisie.droit,
          ...dispenseDe(saisie),
        })
      }
    >
      <LimiteDeRetrait retrait={decision.apres.limites.retrait} />
      <QuoiEtPourquoi saisie={saisie} erreur={erreur} changer={changer} />
      <ChampsMotivation valeur={saisie} aides={AIDES} erreur={erreur} onChange={changer} />
      <Entendue dossier={decision.apres} saisie={saisie} erreur={erreur} changer={changer} />
    </CadreDecision>
  );
};

type Champs = {
  saisie: typeof VIDE;
  erreur: (champ: string) => string | undefined;
  changer: (suite: Partial<typeof VIDE>) => void;
};

/** Where the contradictory procedure stands, or why there was none (CRPA L121-1, L121-2, L122-1). */
const Entendue = ({ dossier, saisie, erreur, changer }: Champs & { dossier: Dossier }) => {
  const envisage = retraitEnvisage(dossier.faits);
  const recues = observationsDe(dossier);
  return (
    <Groupe titre="La personne a pu répondre">
      <p>
        {envisage
          ? `Vous lui avez écrit le ${enBref(jourDe(envisage.le))} : elle a jusqu’au ${enBref(envisage.jusquau)}. ${recues.length > 0 ? 'Ses observations sont dans le dossier.' : 'Aucune observation n’est arrivée.'}`
          : 'Elle ne sait pas encore ce que vous envisagez : écrivez-lui d’abord, depuis le dossier (« Envisager un retrait »).'}
      </p>
      <ChampChoix
        id="dispense-cas"
        libelle="Sinon, pourquoi elle n’a pas été entendue"
        facultatif
        options={CAS}
        valeur={saisie.cas}
        erreur={erreur('dispense-cas')}
        onChange={(cas) => changer({ cas })}
      />
      {saisie.cas && (
        <ChampTexte
          id="dispense-raisons"
          libelle="Les raisons"
          lignes={3}
          orthographe
          valeur={saisie.raisons}
          erreur={erreur('dispense-raisons')}
          onChange={(raisons) => changer({ raisons })}
        />
      )}
    </Groupe>
  );
};

const CAS = [
  { valeur: '', libelle: 'Elle a pu répondre' },
  ...Object.entries(DISPENSES).map(([valeur, libelle]) => ({ valeur, libelle })),
];

const dispenseDe = ({
  cas,
  raisons,
}: {
  cas: string;
  raisons: string;
}): Pick<FaitDe<'retrait'>, 'dispense'> => {
  const dit = Dispense.safeParse(cas);
  return dit.success ? { dispense: { cas: dit.data, raisons } } : {};
};

/** The file once withdrawn; undefined until the reason is chosen, without which there is no letter. */
const useRetrait = (
  { nature, motif, faits, droit, ...autres }: typeof VIDE,
  dossier: Dossier,
): Pas | undefined => {
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
        ...dispenseDe(autres),
        ...signature,
      }),
  });
};
