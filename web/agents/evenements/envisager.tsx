import { lettreDEvenement } from '../../../functions/demandes/avis.ts';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import { faire } from '../../../functions/demandes/demande.ts';
import type { MotifRetrait } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { reponseAuPlusTot } from '../../../functions/demandes/retrait.ts';
import { api, commune } from '../../client.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { essayer, ouAEcrire, type Pas } from '../decision/brouillon.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { LettreAVenir } from '../decision/lettre-apercue.tsx';
import { useContexte } from '../decision/use-contexte.ts';
import { useDecision } from '../decision/use-decision.ts';
import { useAujourdhui } from '../donnees.ts';
import { departVers } from '../personnes.ts';
import { LimiteDeRetrait } from './limite-de-retrait.tsx';
import { ChampsMotivation } from './motivation.tsx';
import { QuoiEtPourquoi, type Voulu } from './quoi-et-pourquoi.tsx';

const AIDES = {
  faits: 'Ce qui, dans la situation de la personne, vous conduit à l’envisager.',
  droit: 'Le texte et l’article que la décision ne respecte pas, ou ne respecte plus.',
};
const VIDE: Voulu & { faits: string; droit: string; jusquau: string } = {
  nature: 'retrait',
  motif: '',
  faits: '',
  droit: '',
  jusquau: '',
};

/** What is considered is written to the person, who has time to answer, before anything is taken back (CRPA L121-1, L122-1). */
export const Envisager = ({ dossier }: { dossier: Dossier }) => {
  const auPlusTot = reponseAuPlusTot(dossier, useAujourdhui());
  const [gardee, ecrire, oublier] = useBrouillon(`retrait-envisage ${dossier.reference}`, VIDE);
  const saisie = { ...gardee, jusquau: gardee.jusquau || auPlusTot };
  const changer = (suite: Partial<typeof VIDE>): void => ecrire({ ...saisie, ...suite });
  const decision = useDecision({
    dossier,
    schema: demandeActions.envisagerRetrait.input,
    demander: api.envisagerRetrait,
    fait: `La personne peut répondre. ${departVers(dossier)}`,
    oublier,
  });
  const pas = useEnvisage(saisie, decision.apres);
  const erreur = (champ: string): string | undefined => erreurDe(decision.erreurs, champ);
  return (
    <CadreDecision
      titre="Envisager un retrait"
      verbe="Écrire à la personne"
      acte="envisagerRetrait"
      decision={decision}
      lettre={pas && lettreDEvenement(pas.avant, pas.apres, commune)}
      apercu={<LettreAVenir phrase="Choisissez le motif pour lire la lettre." />}
      onEnvoyer={() => decision.envoyer({ ...saisie, motif: saisie.motif as MotifRetrait })}
    >
      <LimiteDeRetrait retrait={decision.apres.limites.retrait} />
      <QuoiEtPourquoi saisie={saisie} erreur={erreur} changer={changer} />
      <ChampsMotivation valeur={saisie} aides={AIDES} erreur={erreur} onChange={changer} />
      <ChampJour
        id="jusquau"
        libelle="La personne peut répondre jusqu’au"
        min={auPlusTot}
        valeur={saisie.jusquau}
        erreur={erreur('jusquau')}
        onChange={(jusquau) => changer({ jusquau })}
      />
    </CadreDecision>
  );
};

/** The file once the person is told; undefined until the reason is chosen. */
const useEnvisage = (
  { nature, motif, faits, droit, jusquau }: typeof VIDE,
  dossier: Dossier,
): Pas | undefined => {
  const contexte = useContexte(dossier);
  if (!motif) return undefined;
  return essayer(contexte, {
    geste: 'envisagerRetrait',
    agir: (avant, signature) =>
      faire('envisagerRetrait', avant, {
        type: 'retrait-envisage',
        nature,
        motif,
        faits: ouAEcrire(faits),
        droit: ouAEcrire(droit),
        jusquau,
        ...signature,
      }),
  });
};
