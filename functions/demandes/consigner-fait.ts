import type { Demarche } from '../demarches/demarche.ts';
import type { Jour } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { demandesEnCours, promisesDe } from './attendues.ts';
import type { Consigne } from './consigne.ts';
import { fautes } from './decision.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { type DemandeEntiere, demandeStore } from './demande.store.ts';
import { type Demande, faire, recevoirPieces } from './demande.ts';
import type { Fait } from './fait.ts';
import type { Geste } from './gestes.ts';
import { jourDuFait } from './horloge.ts';
import { mediationEnCours } from './suites.ts';

export const consignerFait = implement(
  demandeActions.consignerFait,
  async ({ fait: consigne, ...saisie }, contexte) => {
    const dossier = await ouvrirDossier(saisie, contexte);
    const { demande, aujourdhui, signature } = dossier;
    verifierJours(consigne, demande, aujourdhui);
    const apres =
      consigne.type === 'pieces-recues'
        ? await recevoir(consigne, { demande, signature, contexte })
        : noter(consigne, demande, signature);
    return dossier.evenement(apres);
  },
);

type Signature = Pick<Fait, 'le' | 'par'>;
type Autre = Exclude<Consigne, { type: 'pieces-recues' }>;

const GESTES: Record<Autre['type'], Geste> = {
  'original-demande': 'demanderOriginal',
  'original-produit': 'recevoirOriginal',
  'verification-ouverte': 'ouvrirVerification',
  'verification-levee': 'leverVerification',
  'regularisation-demandee': 'regulariser',
  transmise: 'transmettre',
  mediation: 'medier',
  desistement: 'desister',
  'motifs-demandes': 'demanderMotifs',
  'recours-gracieux': 'contester',
};

const noter = (consigne: Autre, demande: Demande, signature: Signature): Demande => {
  const fait: Fait =
    consigne.type === 'original-produit'
      ? { ...consigne, piece: originalDe(demande), ...signature }
      : { ...consigne, ...signature };
  if (consigne.type === 'mediation' && (consigne.etape === 'close') !== mediationEnCours(demande))
    throw new Refus('geste-impossible');
  const apres = faire(GESTES[consigne.type], demande, fait);
  return SANS_VEILLE.includes(consigne.type) ? apres : { ...apres, reglage: demande.reglage + 1 };
};

/** What moves no clock of the commune. */
const SANS_VEILLE: readonly Consigne['type'][] = ['mediation', 'recours-gracieux'];

const originalDe = ({ faits }: Demande): string =>
  faits.findLast((fait) => fait.type === 'original-demande')?.piece ?? '';

/** Pièces that came by post, at the counter, or joined to a mail: they count from the day on which they came. */
const recevoir = async (
  { pieces, jour }: Extract<Consigne, { type: 'pieces-recues' }>,
  { demande, signature, contexte }: { demande: Demande; signature: Signature; contexte: Contexte },
): Promise<Demande> => {
  const { demarches, table } = contexte;
  const demarche = demarches.find(({ id }) => id === demande.demarche.id);
  const attendues = attenduesDe(await demandeStore(table).getEntiere(demande.reference), demarche);
  const recues = attendues.filter(({ id }) => pieces.includes(id));
  if (recues.length < pieces.length)
    throw new Refus('geste-impossible', [
      { champ: 'fait.pieces', phrase: 'Une de ces pièces n’est pas, ou n’est plus, attendue.' },
    ]);
  return recevoirPieces(demande, recues, { ...signature, ...(jour && { jour }) });
};

const attenduesDe = (entiere: DemandeEntiere, demarche: Demarche | undefined) => [
  ...entiere.lue.valeur.manquantes.filter(({ recue }) => !recue),
  ...promisesDe(entiere, demarche),
];

/** What must have begun before it ends. */
const DEBUTS: Partial<Record<Consigne['type'], Fait['type']>> = {
  'original-produit': 'original-demande',
  'verification-levee': 'verification-ouverte',
};

/** A pièce may answer the first of two requests. */
const debutDe = ({ type }: Consigne, demande: Demande): Fait | undefined => {
  if (type === 'pieces-recues') return demandesEnCours(demande)[0] ?? demande.faits[0];
  return demande.faits.findLast((fait) => fait.type === (DEBUTS[type] ?? 'recue'));
};

const verifierJours = (consigne: Consigne, demande: Demande, aujourdhui: Jour): void => {
  const debut = debutDe(consigne, demande);
  const recue = debut ? jourDuFait(debut, demande.fuseau) : '';
  const jour = 'jour' in consigne ? consigne.jour : undefined;
  const details = [
    ...(jour && debut?.type !== 'recue' && jour < recue
      ? [{ champ: 'fait.jour', phrase: 'Cela ne peut s’être passé avant d’avoir été demandé.' }]
      : fautes('fait.jour', jour, { recue, aujourdhui })),
    ...(consigne.type === 'regularisation-demandee' && consigne.jusquau <= aujourdhui
      ? [{ champ: 'fait.jusquau', phrase: 'Choisissez une date à venir.' }]
      : []),
  ];
  if (details.length > 0) throw new Refus('entree-invalide', details);
};

export const handler = lambda(consignerFait);
