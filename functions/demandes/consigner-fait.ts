import type * as z from 'zod';
import { estHabilite } from '../agents/agent.ts';
import type { Demarche } from '../demarches/demarche.ts';
import type { Jointes } from '../pieces/jointes.ts';
import { pieceStore, prendre } from '../pieces/piece.store.ts';
import type { Input } from '../platform/action.ts';
import { instantDe, type Jour, jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { acteDe } from './acte.ts';
import { demandesEnCours, promisesDe } from './attendues.ts';
import type { Consigne } from './consigne.ts';
import { consigner, type Signature } from './consigner.ts';
import { marquerSiTard } from './contestation.ts';
import { fautes } from './decision.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { signerOuPreparer } from './demande.signature.ts';
import { type DemandeEntiere, demandeStore } from './demande.store.ts';
import { type Demande, recevoirPieces, recueLe } from './demande.ts';
import type { Fait } from './fait.ts';
import { gestesPossibles, RECOURS_GRACIEUX } from './gestes.ts';
import { jourDuFait } from './horloge.ts';
import { delaiImpartiFautif } from './manquantes.ts';
import type { Reference } from './reference.ts';

export const consignerFait = implement(
  demandeActions.consignerFait,
  async ({ fait: consigne, ...saisie }, contexte) => {
    if (consigne.type === 'verification-ouverte') return suspendre({ fait: consigne, ...saisie }, contexte);
    const dossier = await ouvrirDossier(saisie, contexte);
    const { demande, aujourdhui, signature } = dossier;
    verifierJours(consigne, demande, aujourdhui);
    if (consigne.type === 'pieces-recues')
      return dossier.evenement(await recevoir(consigne, { demande, signature, contexte }));
    const apres = consigner(demande, consigne, signature);
    if (consigne.type === 'recours-gracieux') await lierRecours(consigne.reference, demande, contexte);
    const tardif = marquerSiTard(apres, contexte.commune);
    // Without an accusé that left for the person, nothing of theirs is late (CRPA L112-6, L112-12).
    return dossier.evenement(tardif !== apres && (await dossier.accuseParti()) ? tardif : apres);
  },
);

/** A suspension is an act: it is signed, or prepared, once the agent is known to be one of those who may (CRPA L115-3). */
const suspendre = async (saisie: Input<typeof demandeActions.consignerFait>, contexte: Contexte) => {
  const { demande } = await ouvrirDossier(saisie, contexte);
  if (gestesPossibles(demande).includes('ouvrirVerification')) verifierHabilitation(contexte);
  return signerOuPreparer({ geste: 'consignerFait', saisie }, contexte);
};

/** A recours typed on paper keeps what it contests: granting it puts its answer in that place (CRPA L411-2). */
const lierRecours = async (
  reference: Reference,
  contestee: Demande,
  { now, table }: Contexte,
): Promise<void> => {
  const demandes = demandeStore(table);
  const lue = await demandes.find(reference);
  const faute = !lue ? INCONNU : fauteDuRecours(lue.valeur, contestee);
  if (faute) throw new Refus('entree-invalide', [{ champ: 'fait.reference', phrase: faute }]);
  if (lue && !lue.valeur.conteste)
    demandes.replace(lue, { ...lue.valeur, conteste: contestee.reference }, { now });
};

const fauteDuRecours = ({ demarche, conteste }: Demande, { reference }: Demande): string | undefined => {
  if (demarche.id !== RECOURS_GRACIEUX) return PAS_UN_RECOURS;
  return conteste && conteste !== reference
    ? `Ce recours conteste déjà une autre décision (${conteste}).`
    : undefined;
};

const INCONNU =
  'Aucune demande ne porte cette référence. Saisissez d’abord le recours comme une demande, puis notez-le ici.';
const PAS_UN_RECOURS =
  'Cette demande n’est pas un recours gracieux. Saisissez-le d’abord avec cette démarche, puis notez-le ici.';

/** Only agents named one by one may suspend an aid for a suspicion of fraud (CRPA L115-3, R115-5). */
const verifierHabilitation = ({ commune, demandeur }: Contexte): void => {
  if (!estHabilite(commune, agentDe(demandeur), 'fraude'))
    throw new Refus('interdit', [
      {
        phrase:
          'Seuls les agents que le maire a désignés et habilités peuvent suspendre une aide pour vérification. (CRPA, L115-3)',
      },
    ]);
};

/** Pièces that came by post, at the counter, or joined to a mail: they count from the day on which they came. */
const recevoir = async (
  { pieces, fichiers = [], jour }: Extract<Consigne, { type: 'pieces-recues' }>,
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
  const perdue = fichiers.find(({ pour }) => !pieces.includes(pour));
  if (perdue) throw new Refus('entree-invalide', [{ champ: 'fait.fichiers', phrase: SANS_PIECE }]);
  await garderNumerises(fichiers, { demande, signature, contexte, jour });
  return recevoirPieces(demande, recues, { ...signature, ...(jour && { jour }) });
};

const SANS_PIECE = 'Ce fichier ne répond à aucune des pièces que vous notez.';
/** What came on a day came at some hour of it. */
const MIDI = '12:00';

/** What was scanned at the counter bears the day on which the paper came, and who scanned it. */
const garderNumerises = async (
  fichiers: z.infer<typeof Jointes>,
  {
    demande,
    signature,
    contexte: { now, table },
    jour,
  }: { demande: Demande; signature: Signature; contexte: Contexte; jour: Jour | undefined },
): Promise<void> => {
  const pieces = pieceStore(table, now);
  const le = jour ? instantDe(jour, MIDI, demande.fuseau) : signature.le;
  for (const prise of await prendre(pieces, fichiers, { le, nom: signature.par.nom }))
    pieces.add(demande.reference, prise);
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
  if (type === 'notification') return acteDe(demande);
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
    ...delaisFautifs(consigne, demande, aujourdhui),
    ...envoisFautifs(consigne, { recue: jourDe(recueLe(demande), demande.fuseau), aujourdhui }),
  ];
  if (details.length > 0) throw new Refus('entree-invalide', details);
};

const delaisFautifs = (consigne: Consigne, { doctrine }: Demande, aujourdhui: Jour): Detail[] => {
  const donne =
    consigne.type === 'regularisation-demandee' || consigne.type === 'original-demande'
      ? consigne.jusquau
      : undefined;
  return donne ? delaiImpartiFautif(donne, { aujourdhui, doctrine, champ: 'fait.jusquau' }) : [];
};

/** What left, left between the receipt and today; an electronic registered letter follows the consent to it (CRPA L112-15). */
const envoisFautifs = (consigne: Consigne, bornes: { recue: Jour; aujourdhui: Jour }): Detail[] => {
  if (consigne.type === 'transmise') return fautes('fait.depart.le', consigne.depart.le, bornes);
  if (consigne.type !== 'original-demande' || !consigne.recommande) return [];
  const { le, accordLe } = consigne.recommande;
  return [
    ...fautes('fait.recommande.le', le, bornes),
    ...(accordLe && accordLe > le
      ? [
          {
            champ: 'fait.recommande.accordLe',
            phrase: 'La personne doit avoir accepté ces envois avant celui-ci. (CRPA, L112-15)',
          },
        ]
      : []),
  ];
};

export const handler = lambda(consignerFait);
