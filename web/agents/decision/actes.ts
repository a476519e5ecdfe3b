import { examiner as examinerLes, reclamer } from '../../../functions/demandes/consigner.ts';
import { decider as deciderDe } from '../../../functions/demandes/decision.ts';
import { faire } from '../../../functions/demandes/demande.ts';
import type { FaitDe, PieceManquante } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { estClose, type Geste } from '../../../functions/demandes/gestes.ts';
import { horlogeDe, reponseLe } from '../../../functions/demandes/horloge.ts';
import { type Contexte, enFondement, essayer, ouAEcrire, type Pas } from './brouillon.ts';

type Decision = Pick<
  FaitDe<'decision'>,
  'sens' | 'texte' | 'conditions' | 'faits' | 'droit' | 'aLaDemande' | 'priseLe' | 'notifieeLe'
>;

/** The file once decided; undefined when silence has decided before this answer. */
export const decider = (decision: Decision, contexte: Contexte): Pas | undefined =>
  essayer(contexte, {
    geste: gesteDe(decision, contexte.dossier),
    agir: (avant, signature) => {
      const { sens, ...reste } = decision;
      const fait = { type: 'decision', ...reste, ...signature } as const;
      if (sens === 'cloture') return faire('cloturer', avant, { ...fait, sens });
      const { terme } = horlogeDe(avant);
      const tropTard = terme && reponseLe({ ...fait, sens }, avant) > terme.le;
      const remplaceUnActe = reste.aLaDemande || remplace(sens, contexte.dossier);
      return tropTard && !remplaceUnActe ? undefined : deciderDe(avant, { ...fait, sens });
    },
  });

/** Granted after all, once it was refused: the date of the silence binds no more. */
const remplace = (sens: Decision['sens'], { gestes }: Dossier): boolean =>
  sens === 'acceptation' && gestes.includes('remplacer');

const gesteDe = ({ sens, aLaDemande }: Decision, dossier: Dossier): Geste => {
  if (aLaDemande) return 'ameliorer';
  if (remplace(sens, dossier)) return 'remplacer';
  if (sens === 'cloture') return 'cloturer';
  const geste = sens === 'refus' ? 'refuser' : 'accepter';
  return estClose(dossier) ? `${geste}ATemps` : geste;
};

export type Demandee = { id?: string; nom: string; motif: string };
type Demandees = { pieces: readonly Demandee[]; jusquau: string; message: string };

/** The file once pièces are asked for: those asked before and not yet arrived are asked again. */
export const demander = ({ pieces, jusquau, message }: Demandees, contexte: Contexte): Pas | undefined => {
  const nouvelles = pieces.map((piece, rang) => manquanteDe(piece, rang, contexte.dossier));
  return essayer(contexte, {
    geste: 'demanderPieces',
    agir: (avant, signature) =>
      reclamer(avant, nouvelles, {
        jusquau: jusquau || signature.le.slice(0, 10),
        message: message.trim(),
        signature,
      }),
  });
};

/** A pièce of the démarche keeps its text; one that the agent adds has none. */
const manquanteDe = (
  { id, nom, motif }: Demandee,
  rang: number,
  { attendues }: Pick<Dossier, 'attendues'>,
): PieceManquante => {
  const attendue = attendues.find((candidate) => candidate.id === id);
  const commun = { motif: motif.trim(), recue: false };
  if (!attendue) return { id: `ajoutee-${rang + 1}`, nom: nom.trim(), indispensable: false, ...commun };
  const { fondement, indispensable } = attendue;
  return {
    id: attendue.id,
    nom: attendue.nom,
    indispensable,
    ...commun,
    ...(fondement && { fondement: enFondement(fondement) }),
  };
};

type Verdicts = {
  verdicts: readonly { id: string; nom: string; verdict: 'acceptee' | 'refusee'; motif: string }[];
  jusquau: string;
};

/** The file once its pièces are judged: what is refused is asked again. */
export const examiner = ({ verdicts, jusquau }: Verdicts, contexte: Contexte): Pas | undefined =>
  essayer(contexte, {
    geste: 'examinerPieces',
    agir: (avant, signature) =>
      examinerLes(
        avant,
        verdicts.map(({ id, nom, verdict, motif }, rang) => {
          const dit = ouAEcrire(motif);
          return { piece: manquanteDe({ id, nom, motif: dit }, rang, contexte.dossier), verdict, motif: dit };
        }),
        { jusquau: jusquau || signature.le.slice(0, 10), signature },
      ),
  });
