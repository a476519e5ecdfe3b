import type { Demarche } from '../demarches/demarche.ts';
import type { Jour } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { demandesEnCours, promisesDe } from './attendues.ts';
import type { Consigne } from './consigne.ts';
import { consigner, type Signature } from './consigner.ts';
import { fautes } from './decision.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { type DemandeEntiere, demandeStore } from './demande.store.ts';
import { type Demande, recevoirPieces } from './demande.ts';
import type { Fait } from './fait.ts';
import { jourDuFait } from './horloge.ts';

export const consignerFait = implement(
  demandeActions.consignerFait,
  async ({ fait: consigne, ...saisie }, contexte) => {
    const dossier = await ouvrirDossier(saisie, contexte);
    const { demande, aujourdhui, signature } = dossier;
    verifierJours(consigne, demande, aujourdhui);
    const apres =
      consigne.type === 'pieces-recues'
        ? await recevoir(consigne, { demande, signature, contexte })
        : consigner(demande, consigne, signature);
    return dossier.evenement(apres);
  },
);

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
