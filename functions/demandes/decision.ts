import { type Jour, jourDe } from '../platform/dates.ts';
import { enBref, jourLocal } from '../platform/lettres.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { acteDe } from './acte.ts';
import { type Demande, faire, recueLe } from './demande.ts';
import { type FaitDe, MOTIFS_RETRAIT } from './fait.ts';
import { estClose, gestesPossibles } from './gestes.ts';
import { horlogeDe, reponseLe } from './horloge.ts';
import { entendueDite } from './retrait.ts';
import { signatureDe } from './signature.ts';

type Dates = Pick<FaitDe<'decision'>, 'priseLe' | 'notifieeLe'>;

const TERME_PASSE: Detail = {
  champ: 'notifieeLe',
  phrase:
    'Le silence a décidé avant cette réponse. Une décision reçue par la personne avant le terme peut encore être enregistrée : indiquez le jour où elle l’a reçue.',
};

const GESTES = { acceptation: 'accepter', refus: 'refuser' } as const;

/**
 * Decides. What was notified before the term holds, even written down after it: the silence had decided nothing.
 * Throws `geste-impossible`.
 */
export const decider = (
  demande: Demande,
  fait: FaitDe<'decision'> & { sens: 'acceptation' | 'refus' },
): Demande => {
  if (fait.aLaDemande || remplace(demande, fait)) return remplacer(demande, fait);
  const { terme } = horlogeDe(demande);
  if (terme && reponseLe(fait, demande) > terme.le) throw new Refus('geste-impossible', [TERME_PASSE]);
  const geste = GESTES[fait.sens];
  if (!estClose(demande)) return faire(geste, demande, fait);
  return { ...faire(`${geste}ATemps`, demande, fait), reglage: demande.reglage + 1 };
};

/** Granted after all: what was refused, taken back or subject to conditions is no more, whenever that is (CRPA L243-1, L243-3). */
const remplace = (demande: Demande, fait: FaitDe<'decision'>): boolean => {
  if (fait.sens !== 'acceptation' || !gestesPossibles(demande).includes('remplacer')) return false;
  const { terme } = horlogeDe(demande);
  const aTemps = demande.statut === 'rejetee-par-silence' && terme && reponseLe(fait, demande) <= terme.le;
  return !aTemps;
};

/** Throws `geste-impossible`. */
export const remplacer = (
  demande: Demande,
  fait: FaitDe<'decision'>,
  { recours }: { recours?: string } = {},
): Demande => {
  const acte = acteDe(demande);
  const le = acte?.type === 'silence' ? acte.terme : jourLocal(acte?.le ?? fait.le, demande.fuseau);
  const geste = fait.aLaDemande ? 'ameliorer' : 'remplacer';
  const remplacee = faire(geste, demande, { ...fait, remplace: { le, ...(recours && { recours }) } });
  return { ...remplacee, reglage: demande.reglage + 1 };
};

/** A silence that decided nothing: a decision had been notified in time, or another administration was competent. */
export const silenceEfface = ({ faits }: Pick<Demande, 'faits'>): boolean => {
  const silence = faits.findIndex(({ type }) => type === 'silence');
  return (
    silence >= 0 &&
    faits
      .slice(silence)
      .some((fait) => fait.type === 'transmise' || (fait.type === 'decision' && !fait.remplace))
  );
};

/**
 * When a decision was taken and notified. It leaves by itself when a way leads to the person; else an agent hands over
 * or posts the letter, and says the day on which it was received. Throws `entree-invalide`.
 */
export const datesDeDecision = (
  { priseLe, notifieeLe }: Partial<Dates>,
  { demande, aujourdhui, surPapier }: { demande: Demande; aujourdhui: Jour; surPapier: boolean },
): Dates => {
  const recue = jourDe(recueLe(demande), demande.fuseau);
  const details = [
    ...fautes('priseLe', priseLe, { recue, aujourdhui }),
    ...fautes('notifieeLe', notifieeLe, { recue, aujourdhui }),
    ...(priseLe && notifieeLe && notifieeLe < priseLe
      ? [{ champ: 'notifieeLe', phrase: 'Une décision ne peut être notifiée avant d’être prise.' }]
      : []),
    ...(surPapier && !notifieeLe ? [SUR_PAPIER] : []),
  ];
  if (details.length > 0) throw new Refus('entree-invalide', details);
  return { ...(priseLe && { priseLe }), ...(notifieeLe && { notifieeLe }) };
};

const SUR_PAPIER: Detail = {
  champ: 'notifieeLe',
  phrase:
    'Cette personne n’a ni e-mail ni mobile : indiquez le jour où elle a reçu la lettre (remise en main propre, ou avis de réception).',
};

/** A day on which something is said to have happened must lie between the receipt and today. */
export const fautes = (
  champ: string,
  jour: Jour | undefined,
  { recue, aujourdhui }: { recue: Jour; aujourdhui: Jour },
): Detail[] => {
  if (!jour) return [];
  if (jour > aujourdhui) return [{ champ, phrase: 'Cette date n’est pas encore passée.' }];
  if (jour < recue)
    return [{ champ, phrase: `La demande n’était pas encore reçue : elle l’a été le ${enBref(recue)}.` }];
  return [];
};

/** A grant made without a pièce that a text requires takes effect when it comes (CRPA L114-5-1). */
export const reservesDe = ({ manquantes }: Pick<Demande, 'manquantes'>): string[] => {
  const attendues = manquantes.filter(
    ({ recue, fondement, indispensable }) => !recue && fondement && !indispensable,
  );
  return attendues.length === 0
    ? []
    : [
        `Cette acceptation prendra effet à la réception de : ${attendues.map(({ nom }) => nom).join(', ')}. (CRPA, L114-5-1)`,
      ];
};

/** And the day. */
const signeeLe = (fait: FaitDe<'decision'> | FaitDe<'retrait'>, fuseau: string): string => {
  const le = ('priseLe' in fait && fait.priseLe) || jourLocal(fait.le, fuseau);
  return `${signatureDe(fait.par)}, le ${enBref(le)}`;
};

/** CRPA L240-1. */
const EFFETS = {
  retrait: 'La commune retire sa décision : elle est censée n’avoir jamais existé. (CRPA, L240-1)',
  abrogation: 'La commune abroge sa décision : elle ne vaut plus pour l’avenir. (CRPA, L240-1)',
} as const;

const retraitDit = (retrait: FaitDe<'retrait'>, demande: Demande) => ({
  titre: retrait.nature === 'retrait' ? 'La mairie a retiré sa décision' : 'La mairie a abrogé sa décision',
  lignes: [
    EFFETS[retrait.nature],
    `${MOTIFS_RETRAIT[retrait.motif].nom}. (${MOTIFS_RETRAIT[retrait.motif].texte})`,
    ...motivationDe(retrait),
    ...entendueDite(demande, retrait),
    signeeLe(retrait, demande.fuseau),
  ],
});

/** CRPA L231-1: what was notified before the term leaves nothing for silence to decide, and the person was told otherwise. */
const effacementDit = ({ notifieeLe }: FaitDe<'decision'>, demande: Demande): string[] =>
  silenceEfface(demande) && notifieeLe
    ? [
        `Cette décision vous a été notifiée le ${enBref(notifieeLe)}, avant la fin du délai : le silence de la mairie n’a donc rien décidé, contrairement à ce qui vous avait été écrit.`,
      ]
    : [];

/** What the act that stands says, to the screen and to the paper alike. */
export const decisionDe = (demande: Demande): { titre: string; lignes: string[] } | undefined => {
  const acte = acteDe(demande);
  if (acte?.type === 'retrait') return retraitDit(acte, demande);
  return acte?.type === 'decision' ? decisionDite(acte, demande) : undefined;
};

const decisionDite = (fait: FaitDe<'decision'>, demande: Demande): { titre: string; lignes: string[] } => {
  const signature = signeeLe(fait, demande.fuseau);
  const aTemps = effacementDit(fait, demande);
  switch (fait.sens) {
    case 'acceptation':
      return {
        titre: fait.conditions
          ? 'Votre demande est acceptée, avec des conditions'
          : 'Votre demande est acceptée',
        lignes: [
          ...aTemps,
          ...remplacementDit(fait),
          ...deliberationDite(fait),
          ...(fait.texte ? [fait.texte] : []),
          ...(fait.conditions ? [`Les conditions : ${fait.conditions}`, ...motivationDe(fait)] : []),
          ...reservesDe(demande),
          signature,
        ],
      };
    case 'cloture':
      return { titre: 'Votre demande est traitée', lignes: [fait.texte, signature] };
    case 'refus':
      return {
        titre: 'Votre demande est refusée',
        lignes: [...aTemps, ...motivationDe(fait), fait.texte, signature],
      };
  }
};

const deliberationDite = ({ deliberation }: FaitDe<'decision'>): string[] =>
  deliberation
    ? [`Vu la délibération n° ${deliberation.numero} du conseil municipal, du ${enBref(deliberation.le)}.`]
    : [];

const remplacementDit = ({ aLaDemande, remplace }: FaitDe<'decision'>): string[] => {
  if (remplace && aLaDemande)
    return [
      `À votre demande du ${enBref(aLaDemande.le)}, elle remplace la décision du ${enBref(remplace.le)}, qui ne vaut plus : elle vous est plus favorable, et ne porte pas atteinte aux droits d’autres personnes. (CRPA, L242-4)`,
    ];
  return remplace
    ? [
        `Elle remplace la décision du ${enBref(remplace.le)}, qui ne vaut plus${remplace.recours ? `, à la suite de votre recours gracieux ${remplace.recours}` : ''}. (CRPA, L243-1 et L243-3)`,
      ]
    : [];
};

/** CRPA L211-5. */
const motivationDe = ({
  faits = '',
  droit = '',
}: {
  faits?: string | undefined;
  droit?: string | undefined;
}) => [`Les faits : ${faits}`, `Le droit : ${droit}`];
