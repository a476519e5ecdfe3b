import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { useAujourdhui, useMoi } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { CadreDecision } from './cadre-decision.tsx';
import { ChampJour } from './champ-jour.tsx';
import { choixInitial, demandeesDe } from './choix-pieces.ts';
import { EffetSurLeDelai } from './effet-sur-le-delai.tsx';
import { apercevoirPieces } from './lettres.ts';
import { PieceLibre, PiecesAttendues } from './pieces-demandees.tsx';
import { useDecision } from './use-decision.ts';
import { useMaintenant } from './use-maintenant.ts';

/** A month is long enough to obtain a paper, and short enough not to be forgotten; the agent changes it at will. */
const DELAI_PROPOSE = 30;

/** Asking for what is missing: which pièces, why, until when. */
export const DemanderPieces = ({ dossier }: { dossier: Dossier }) => {
  const aujourdhui = useAujourdhui();
  const [choix, ecrire, oublier] = useBrouillon(
    `pieces ${dossier.reference}`,
    choixInitial(dossier, joursApres(aujourdhui, DELAI_PROPOSE)),
  );
  const decision = useDecision({
    dossier,
    schema: demandeActions.demanderPieces.input,
    demander: api.demanderPieces,
    fait: `Les pièces sont demandées. ${departVers(dossier)}`,
    oublier,
  });
  const { apres, erreurs } = decision;
  const pieces = demandeesDe(choix, apres);
  const { jusquau, message } = choix;
  const manque = pieces.length > 0 || apres.manquantes.some(({ recue }) => !recue);
  const lettre = apercevoirPieces(
    { pieces, jusquau: jusquau || aujourdhui, message },
    { dossier: apres, moi: useMoi(), maintenant: useMaintenant() },
  );
  return (
    <CadreDecision
      titre="Demander des pièces"
      verbe="Demander et envoyer la lettre"
      acte="demanderPieces"
      decision={decision}
      {...(manque ? { lettre } : { apercu: <LettreAVenir /> })}
      onEnvoyer={() => decision.envoyer({ pieces, jusquau, message })}
    >
      <PiecesAttendues dossier={apres} choix={choix} erreur={erreurDe(erreurs, 'pieces')} onChange={ecrire} />
      <PieceLibre
        choix={choix}
        erreur={erreurs.find(({ champ }) => champ?.endsWith('-nom'))}
        onChange={ecrire}
      />
      <EffetSurLeDelai pieces={pieces} dossier={apres} />
      <ChampJour
        id="jusquau"
        libelle="À recevoir au plus tard le"
        min={joursApres(aujourdhui, 1)}
        valeur={jusquau}
        erreur={erreurDe(erreurs, 'jusquau')}
        onChange={(suite) => ecrire({ ...choix, jusquau: suite })}
      />
      <ChampTexte
        id="message"
        libelle="Votre message"
        facultatif
        lignes={4}
        orthographe
        valeur={message}
        erreur={erreurDe(erreurs, 'message')}
        onChange={(suite) => ecrire({ ...choix, message: suite })}
      />
    </CadreDecision>
  );
};

const LettreAVenir = () => (
  <section class="apercu" aria-labelledby="titre-apercu">
    <h2 id="titre-apercu">La lettre telle qu’elle partira</h2>
    <p class="discret">Indiquez au moins une pièce qui manque pour lire la lettre.</p>
  </section>
);
