import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { lettreDePieces } from '../../../functions/demandes/lettres.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { useAujourdhui } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { demander } from './actes.ts';
import { CadreDecision } from './cadre-decision.tsx';
import { ChampJour } from './champ-jour.tsx';
import { choixInitial, demandeesDe } from './choix-pieces.ts';
import { delaiLePlusCourt } from './delai-imparti.ts';
import { EffetSurLaDate } from './effet-sur-la-date.tsx';
import { LettreAVenir } from './lettre-apercue.tsx';
import { PieceLibre, PiecesAttendues } from './pieces-demandees.tsx';
import { useContexte } from './use-contexte.ts';
import { useDecision } from './use-decision.ts';

/** A month is long enough to obtain a paper, and short enough not to be forgotten; the agent changes it at will. */
const DELAI_PROPOSE = 30;

/** Asking for what is missing: which pièces, why, until when. */
export const DemanderPieces = ({ dossier }: { dossier: Dossier }) => {
  const demande = useDemande(dossier);
  const { choix, changer, pas, decision, envoyer } = demande;
  const { apres, erreurs } = decision;
  return (
    <CadreDecision
      titre="Demander des pièces"
      verbe="Demander et envoyer la lettre"
      acte="demanderPieces"
      decision={decision}
      lettre={pas && lettreDePieces(pas.apres, choix.message.trim())}
      apercu={<LettreAVenir phrase="Indiquez au moins une pièce qui manque pour lire la lettre." />}
      onEnvoyer={envoyer}
    >
      <PiecesAttendues
        dossier={apres}
        choix={choix}
        erreur={erreurDe(erreurs, 'pieces')}
        onChange={changer}
      />
      <PieceLibre
        choix={choix}
        erreur={erreurs.find(({ champ }) => champ?.endsWith('-nom'))}
        onChange={changer}
      />
      <QuandEtPourquoi demande={demande} />
      <EffetSurLaDate pas={pas} />
    </CadreDecision>
  );
};

/** What is being asked, what it would do to the file, and its sending. */
const useDemande = (dossier: Dossier) => {
  const jusquau = joursApres(useAujourdhui(), DELAI_PROPOSE);
  const [choix, changer, oublier] = useBrouillon(
    `pieces ${dossier.reference}`,
    choixInitial(dossier, jusquau),
  );
  const decision = useDecision({
    dossier,
    schema: demandeActions.demanderPieces.input,
    demander: api.demanderPieces,
    fait: `Les pièces sont demandées. ${departVers(dossier)}`,
    oublier,
  });
  const saisie = {
    pieces: demandeesDe(choix, decision.apres),
    jusquau: choix.jusquau,
    message: choix.message,
  };
  const essai = demander(saisie, useContexte(decision.apres));
  return {
    choix,
    changer,
    decision,
    pas: saisie.pieces.length > 0 ? essai : undefined,
    envoyer: () => decision.envoyer(saisie),
  };
};

const QuandEtPourquoi = ({
  demande: { choix, changer, decision },
}: {
  demande: ReturnType<typeof useDemande>;
}) => (
  <>
    <ChampJour
      id="jusquau"
      libelle="À recevoir au plus tard le"
      min={joursApres(useAujourdhui(), delaiLePlusCourt(decision.apres))}
      valeur={choix.jusquau}
      erreur={erreurDe(decision.erreurs, 'jusquau')}
      onChange={(jusquau) => changer({ ...choix, jusquau })}
    />
    <ChampTexte
      id="message"
      libelle="Votre message"
      facultatif
      lignes={4}
      orthographe
      valeur={choix.message}
      erreur={erreurDe(decision.erreurs, 'message')}
      onChange={(message) => changer({ ...choix, message })}
    />
  </>
);
