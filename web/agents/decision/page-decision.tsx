import type { Dossier } from '../../../functions/demandes/formes.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Lien } from '../../ui/lien.tsx';
import { useDossier } from '../donnees.ts';
import { NoterCada } from '../evenements/cada.tsx';
import { Contester, DemanderMotifs } from '../evenements/contestation.tsx';
import { Maintenir, Observer } from '../evenements/contradictoire.tsx';
import { Desister } from '../evenements/desistement.tsx';
import { Envisager } from '../evenements/envisager.tsx';
import { Examiner } from '../evenements/examen.tsx';
import { Medier } from '../evenements/mediation.tsx';
import { Notifier } from '../evenements/notification.tsx';
import { DemanderOriginal } from '../evenements/original.tsx';
import { RecevoirOriginal } from '../evenements/original-produit.tsx';
import { PiecesRecues } from '../evenements/pieces-recues.tsx';
import { Ameliorer } from '../evenements/plus-favorable.tsx';
import { Prolonger } from '../evenements/prolongation.tsx';
import { DonnerRaisons } from '../evenements/raisons.tsx';
import { Regulariser } from '../evenements/regularisation.tsx';
import { Rouvrir } from '../evenements/reouverture.tsx';
import { Retirer } from '../evenements/retrait.tsx';
import { Transmettre } from '../evenements/transmission.tsx';
import { LeverVerification, OuvrirVerification } from '../evenements/verification.tsx';
import { Introuvable, Panne } from '../ui/etats.tsx';
import { Accepter } from './accepter.tsx';
import { Classer } from './classer.tsx';
import { Cloturer } from './cloturer.tsx';
import { DemanderPieces } from './demander-pieces.tsx';
import { Qualifier } from './qualifier.tsx';
import { Refuser } from './refuser.tsx';

const PAGES: Record<string, ((props: { dossier: Dossier }) => preact.JSX.Element) | undefined> = {
  accepter: Accepter,
  'plus-favorable': Ameliorer,
  classer: Classer,
  cloturer: Cloturer,
  pieces: DemanderPieces,
  qualifier: Qualifier,
  refuser: Refuser,
  raisons: DonnerRaisons,
  retrait: Retirer,
  'retrait-envisage': Envisager,
  observations: Observer,
  maintien: Maintenir,
  notification: Notifier,
  examen: Examiner,
  'pieces-recues': PiecesRecues,
  original: DemanderOriginal,
  'original-produit': RecevoirOriginal,
  verification: OuvrirVerification,
  'fin-de-verification': LeverVerification,
  regularisation: Regulariser,
  transmission: Transmettre,
  prolongation: Prolonger,
  cada: NoterCada,
  mediation: Medier,
  desistement: Desister,
  motifs: DemanderMotifs,
  recours: Contester,
  reouverture: Rouvrir,
};

/** A decision on a file: the page of the act, once the file is read. */
export const PageDecision = ({ reference, acte }: { reference: string; acte: string }) => {
  const { data: dossier, error, refetch } = useDossier(reference);
  const Acte = PAGES[acte];
  if (!Acte) return <Introuvable />;
  if (dossier) return <Acte dossier={dossier} />;
  return (
    <main class="decision" id="contenu">
      <Lien vers={`/demandes/${reference}`} icone="retour">
        Retour au dossier
      </Lien>
      {error ? <Panne echec={error} reessayer={refetch} /> : <Chargement phrase="Nous ouvrons le dossier…" />}
    </main>
  );
};
