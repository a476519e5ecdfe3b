import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api } from '../../client.ts';
import { useBrouillon } from '../brouillons.ts';
import { examiner } from '../decision/actes.ts';
import { useContexte } from '../decision/use-contexte.ts';
import { useDecision } from '../decision/use-decision.ts';
import { useAujourdhui } from '../donnees.ts';
import { joursApres } from '../mots.ts';
import { departVers } from '../personnes.ts';
import { aExaminer } from './pieces-du-dossier.ts';
import type { Verdict } from './verdict.tsx';

/** As when a pièce is asked for the first time. */
const DELAI_PROPOSE = 30;

type Saisie = { verdicts: Record<string, Verdict>; jusquau: string };

/** What the agent says of each pièce, what follows from it, and its sending. */
export const useExamen = (dossier: Dossier) => {
  const jusquau = joursApres(useAujourdhui(), DELAI_PROPOSE);
  const [saisie, ecrire, oublier] = useBrouillon<Saisie>(`examen ${dossier.reference}`, {
    verdicts: {},
    jusquau,
  });
  const refuse = ({ id }: { id: string }): boolean => saisie.verdicts[id]?.verdict === 'refusee';
  const decision = useDecision({
    dossier,
    schema: demandeActions.examinerPieces.input,
    demander: api.examinerPieces,
    fait: `L’examen est noté. ${aExaminer(dossier).some(refuse) ? departVers(dossier) : 'La personne le lit dans son suivi.'}`,
    oublier,
  });
  const pieces = aExaminer(decision.apres);
  const verdicts = pieces.flatMap(({ id, nom }) => {
    const dit = saisie.verdicts[id];
    return dit ? [{ id, nom, ...dit }] : [];
  });
  const redemande = verdicts.some(refuse);
  const pas = examiner({ verdicts, jusquau: saisie.jusquau }, useContexte(decision.apres));
  return {
    pieces,
    saisie,
    verdicts,
    decision,
    /** Only what is refused moves the date and sends a letter. */
    pas: redemande ? pas : undefined,
    changer: (suite: Partial<Saisie>): void => ecrire({ ...saisie, ...suite }),
    envoyer: () =>
      decision.envoyer({
        verdicts: verdicts.map(({ nom: _, ...verdict }) => verdict),
        ...(redemande && { jusquau: saisie.jusquau }),
      }),
  };
};

export type Examen = ReturnType<typeof useExamen>;
