import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { useBrouillon } from '../brouillons.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { EffetSurLeDelai } from '../decision/effet-sur-le-delai.tsx';
import { useDecision } from '../decision/use-decision.ts';
import { useAujourdhui } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { aExaminer } from './pieces-du-dossier.ts';
import { SuiteDeLExamen } from './suite-de-l-examen.tsx';
import { type Verdict, VerdictDePiece } from './verdict.tsx';

/** As when a pièce is asked for the first time. */
const DELAI_PROPOSE = 30;

type Saisie = { verdicts: Record<string, Verdict>; jusquau: string };

/** Each pièce that came: does it do, and if not, why; what does not is asked again. */
export const Examiner = ({ dossier }: { dossier: Dossier }) => {
  const aujourdhui = useAujourdhui();
  const initiale: Saisie = { verdicts: {}, jusquau: joursApres(aujourdhui, DELAI_PROPOSE) };
  const [saisie, ecrire, oublier] = useBrouillon(`examen ${dossier.reference}`, initiale);
  const decision = useDecision({
    dossier,
    schema: demandeActions.examinerPieces.input,
    demander: api.examinerPieces,
    fait: `L’examen est noté. ${departVers(dossier)}`,
    oublier,
  });
  const { apres, erreurs } = decision;
  const pieces = aExaminer(apres);
  const verdicts = pieces.flatMap(({ id }) => (saisie.verdicts[id] ? [{ id, ...saisie.verdicts[id] }] : []));
  const refusees = pieces.filter(({ id }) => saisie.verdicts[id]?.verdict === 'refusee');
  const { jusquau } = saisie;
  return (
    <CadreDecision
      titre="Examiner les pièces reçues"
      verbe={refusees.length > 0 ? 'Noter et redemander' : 'Noter et prévenir la personne'}
      acte="examinerPieces"
      decision={decision}
      apercu={<SuiteDeLExamen verdicts={verdicts} pieces={pieces} jusquau={jusquau} />}
      onEnvoyer={() => decision.envoyer({ verdicts, ...(refusees.length > 0 && { jusquau }) })}
    >
      {pieces.length === 0 && <p>Aucune pièce n’attend d’être examinée.</p>}
      {pieces.map((piece, rang) => (
        <VerdictDePiece
          key={piece.id}
          id={rang === 0 ? 'verdicts' : `verdict-${piece.id}`}
          piece={piece}
          fichiers={apres.pieces.filter(({ pour }) => pour === piece.id)}
          reference={apres.reference}
          valeur={saisie.verdicts[piece.id]}
          erreur={rang === 0 ? erreurDe(erreurs, 'verdicts') : undefined}
          champMotif={`verdicts-${verdicts.findIndex(({ id }) => id === piece.id)}-motif`}
          erreurs={erreurs}
          onChange={(verdict) => ecrire({ ...saisie, verdicts: { ...saisie.verdicts, [piece.id]: verdict } })}
        />
      ))}
      {refusees.length > 0 && (
        <>
          <ChampJour
            id="jusquau"
            libelle="À renvoyer au plus tard le"
            min={joursApres(aujourdhui, 1)}
            valeur={jusquau}
            erreur={erreurDe(erreurs, 'jusquau')}
            onChange={(suite) => ecrire({ ...saisie, jusquau: suite })}
          />
          <EffetSurLeDelai pieces={refusees} dossier={apres} />
        </>
      )}
    </CadreDecision>
  );
};
