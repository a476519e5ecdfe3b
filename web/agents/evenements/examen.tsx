import type { Dossier } from '../../../functions/demandes/formes.ts';
import { lettreDePieces } from '../../../functions/demandes/lettres.ts';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { delaiLePlusCourt } from '../decision/delai-imparti.ts';
import { EffetSurLaDate } from '../decision/effet-sur-la-date.tsx';
import { useAujourdhui } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { SuiteDeLExamen } from './suite-de-l-examen.tsx';
import { type Examen, useExamen } from './use-examen.ts';
import { VerdictDePiece } from './verdict.tsx';

/** Each pièce that came: does it do, and if not, why; what does not is asked again. */
export const Examiner = ({ dossier }: { dossier: Dossier }) => {
  const examen = useExamen(dossier);
  const { decision, pas, pieces, verdicts, envoyer } = examen;
  return (
    <CadreDecision
      titre="Examiner les pièces reçues"
      verbe={pas ? 'Noter et redemander' : 'Noter l’examen'}
      acte="examinerPieces"
      decision={decision}
      lettre={pas && lettreDePieces(pas.apres, '')}
      apercu={<SuiteDeLExamen verdicts={verdicts} />}
      {...(!pas && { renoncer: 'Ne rien noter' })}
      rien={pieces.length === 0 ? 'Aucune pièce n’attend d’être examinée.' : undefined}
      onEnvoyer={envoyer}
    >
      <Verdicts examen={examen} />
      {pas && <Redemande examen={examen} />}
      <EffetSurLaDate pas={pas} />
    </CadreDecision>
  );
};

const Verdicts = ({ examen: { pieces, saisie, verdicts, decision, changer } }: { examen: Examen }) => {
  const { apres, erreurs } = decision;
  return (
    <>
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
          onChange={(verdict) => changer({ verdicts: { ...saisie.verdicts, [piece.id]: verdict } })}
        />
      ))}
    </>
  );
};

const Redemande = ({ examen: { saisie, decision, changer } }: { examen: Examen }) => (
  <ChampJour
    id="jusquau"
    libelle="À renvoyer au plus tard le"
    min={joursApres(useAujourdhui(), delaiLePlusCourt(decision.apres))}
    valeur={saisie.jusquau}
    erreur={erreurDe(decision.erreurs, 'jusquau')}
    onChange={(jusquau) => changer({ jusquau })}
  />
);
