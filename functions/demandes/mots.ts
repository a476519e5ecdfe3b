import type { Commune } from '../commune/commune.ts';
import { enBref } from '../platform/lettres.ts';
import { couper } from '../platform/texte.ts';
import { telephoneLisible } from '../usagers/telephone.ts';
import { type Demande, intituleDe } from './demande.ts';
import { type Arrivee, dossierAOuvrir, type Lettre, objetDe, reception } from './lettres.ts';
import { type Sort, termineeLe } from './reouverture.ts';
import { lignesDeSuites } from './suites.ts';

type Autour = {
  commune: Commune;
  /** Where the portal is: a new demande begins there. */
  origine: string;
  arrivee: Arrivee;
  devinee: boolean;
  refusees: readonly string[];
};

/** The accusé of a word of the person: when it came, who has it, and what it does to the demande (CRPA L112-11). */
export const lettreDuMot = (
  demande: Demande,
  sort: Sort,
  { commune, origine, arrivee, devinee, refusees }: Autour,
): Lettre => {
  const { objet, court, lignes } = DITS[sort](demande, origine);
  return {
    objet: objetDe(demande, objet),
    court: devinee ? `${court} ${AUTRE_SUJET}` : court,
    paragraphes: [
      ...reception(demande, 'votre message', arrivee),
      ...lignes,
      ...(devinee ? [PAR_MAIL] : []),
      ...(sort === 'decidee' ? lignesDeSuites(demande, commune) : []),
      ...(refusees.length > 0 ? ['Nous n’avons pas pu garder ces fichiers :', ...refusees] : []),
    ],
  };
};

type Dit = { objet: string; court: string; lignes: string[] };

/** To an SMS that names no demande. */
const AUTRE_SUJET = 'Autre sujet ? NOUVELLE.';
const PAR_MAIL =
  'Votre SMS parlait d’autre chose ? Répondez NOUVELLE par SMS : il ouvrira une demande à part.';

const ARRIVE = 'Votre message est arrivé';
const LU = 'Votre message est gardé, et un agent va le lire.';
const nouvelle = (origine: string): string => `Pour demander autre chose à la mairie : ${origine}`;

/** One SMS names its demande and holds its link. */
const OBJET_MAX = 24;

const DITS: Record<Sort, (demande: Demande, origine: string) => Dit> = {
  'en-cours': (demande) => ({
    objet: ARRIVE,
    court: `Joint à ${demande.reference} (${couper(intituleDe(demande), OBJET_MAX, '…')}).`,
    lignes: [],
  }),
  rouverte: ({ reference }) => ({
    objet: 'Votre demande est rouverte',
    court: `Message arrivé : la demande ${reference} est rouverte.`,
    lignes: [
      'Votre demande était terminée. Elle est rouverte : le service la reprend et vous répondra.',
      'Cela ne fait partir aucun nouveau délai légal.',
    ],
  }),
  terminee: (demande, origine) => ({
    objet: ARRIVE,
    court: `Un agent vous lira. La demande ${demande.reference} reste terminée.`,
    lignes: [`Cette demande est terminée depuis le ${enBref(termineeLe(demande))}. ${LU}`, nouvelle(origine)],
  }),
  decidee: ({ reference, statut }, origine) => ({
    objet: ARRIVE,
    court: `Un agent vous lira. La décision ${reference} ne change pas. ${RECOURS.includes(statut) ? 'Vos recours' : 'Suivi'} :`,
    lignes: [
      `La mairie a déjà répondu à cette demande. ${LU} À lui seul, il ne change pas cette réponse.`,
      ...(RECOURS.includes(statut) ? ['Si vous n’êtes pas d’accord, voici comment la contester.'] : []),
      ...(RECOURS.includes(statut) ? [] : [nouvelle(origine)]),
    ],
  }),
  transmise: (demande) => ({
    objet: ARRIVE,
    court: `Un agent vous lira. ${demande.reference} est chez une autre administration.`,
    lignes: [`${LU} ${transmiseA(demande)}`],
  }),
  desistee: ({ reference }, origine) => ({
    objet: ARRIVE,
    court: `Un agent vous lira. Vous aviez renoncé à ${reference}.`,
    lignes: [
      `Vous aviez renoncé à cette demande : elle reste abandonnée. ${LU}`,
      `Pour la refaire, ou demander autre chose à la mairie : ${origine}`,
    ],
  }),
  ecartee: ({ reference }, origine) => ({
    objet: ARRIVE,
    court: `Un agent vous lira. ${reference} était classée sans suite.`,
    lignes: [`Votre premier message avait été classé sans suite. ${LU}`, nouvelle(origine)],
  }),
  // Nothing of this leaves (CRPA L112-11).
  abusive: () => ({ objet: ARRIVE, court: ARRIVE, lignes: [] }),
};

/** What was decided against the person may be contested. */
const RECOURS: readonly Demande['statut'][] = ['refusee', 'rejetee-par-silence', 'retiree'];

const transmiseA = ({ faits }: Demande): string => {
  const fait = faits.findLast((candidat) => candidat.type === 'transmise');
  return fait
    ? `C’est ${fait.administration} qui répond maintenant à cette demande : écrivez-lui aussi. (CRPA, L114-2)`
    : 'Une autre administration répond maintenant à cette demande.';
};

/** To whoever has the file: the person wrote, and what it asks of them. */
export const lettreDuMotAuxAgents = (demande: Demande, sort: Sort, adresse: string): Lettre => {
  const quoi = POUR_AGENT[sort];
  return {
    objet: objetDe(demande, quoi.objet),
    paragraphes: [quoi.phrase, ...dossierAOuvrir(demande, adresse)],
  };
};

const A_LIRE = 'Il attend dans « À lire » : répondez, ou marquez-le comme lu.';

const POUR_AGENT: Record<Sort, { objet: string; phrase: string }> = {
  'en-cours': { objet: 'Un message est arrivé', phrase: 'Un message est arrivé.' },
  rouverte: {
    objet: 'Demande rouverte',
    phrase:
      'La personne a répondu : cette demande, qui était terminée, est rouverte. Aucun délai légal ne court.',
  },
  terminee: {
    objet: 'Message sur une demande terminée',
    phrase: `La personne a écrit sur une demande terminée. ${A_LIRE}`,
  },
  decidee: {
    objet: 'Message sur une demande décidée',
    phrase: `La personne a écrit après la décision, qui ne change pas. ${A_LIRE} Si elle conteste, notez son recours dans le dossier.`,
  },
  transmise: {
    objet: 'Message sur une demande transmise',
    phrase: `La personne a écrit sur une demande transmise : faites suivre s’il le faut. ${A_LIRE}`,
  },
  desistee: {
    objet: 'Message sur une demande abandonnée',
    phrase: `La personne a écrit sur une demande qu’elle avait abandonnée. ${A_LIRE}`,
  },
  ecartee: {
    objet: 'Message sur une demande classée',
    phrase: `La personne a répondu à un classement sans suite. ${A_LIRE}`,
  },
  abusive: {
    objet: 'Message sur une demande classée',
    phrase: `Un expéditeur classé comme abusif a écrit de nouveau ; rien ne lui a été répondu. ${A_LIRE}`,
  },
};

/** An SMS could not leave: whoever has the file must find another way. */
export const lettreSansSms = (
  demande: Demande,
  { a, motif }: { a: string; motif: string },
  adresse: string,
): Lettre => ({
  objet: objetDe(demande, 'Un SMS n’est pas parti'),
  paragraphes: [
    `Le SMS pour le ${telephoneLisible(a)} n’est pas parti : ${motif}. La personne n’en sait rien.`,
    'Appelez-la, ou écrivez-lui par la poste ou par e-mail.',
    ...dossierAOuvrir(demande, adresse),
  ],
});
