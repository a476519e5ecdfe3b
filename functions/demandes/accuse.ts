import * as z from 'zod';
import { adresseEnLignes, type Commune, Service, serviceDe } from '../commune/commune.ts';
import { citer, SANS_DECISION } from '../echeances/explication.ts';
import { delaiEnLettres } from '../platform/dates.ts';
import { enBref, enLettres, heureDe, jourLocal } from '../platform/lettres.ts';
import { type Demande, intituleDe, recueLe } from './demande.ts';
import { horlogeDe } from './horloge.ts';
import { recoursDe } from './recours.ts';

const commun = {
  reference: z.string(),
  code: z.string(),
  objet: z.string(),
  commune: z.string(),
  fuseau: z.string(),
  recueLe: z.iso.datetime(),
  /** It came on paper or by voice (CRPA R112-5): what an agent wrote down has a day, and no hour. */
  papier: z.literal(true).optional(),
  service: Service,
};
const delai = z.object({
  le: z.iso.date(),
  duree: z.string(),
  fondement: z.string(),
  /** It had ended when the accusé was issued: what came by post or by mail was read too late. */
  echu: z.literal(true).optional(),
});

/**
 * The accusé de réception électronique (CRPA R112-11-1): a record in which no legal mention can be missing.
 * `enregistrement` is the one that comes before, when nobody has read what is asked (R112-11-2).
 */
export const Accuse = z.discriminatedUnion('nature', [
  z.object({ nature: z.literal('demande-sva'), ...commun, acceptation: delai }),
  z.object({
    nature: z.literal('demande-svr'),
    ...commun,
    rejet: delai,
    recours: z.array(z.string()).min(1),
  }),
  z.object({ nature: z.literal('sans-decision-implicite'), ...commun, suite: z.string() }),
  // What asks for no decision is told when it came and who has it, and nothing that it has not asked (R112-11-1).
  z.object({ nature: z.literal('declaration'), ...commun, suite: z.string() }),
  z.object({ nature: z.literal('information'), ...commun, suite: z.string() }),
  z.object({ nature: z.literal('enregistrement'), ...commun, fichiersRefuses: z.array(z.string()) }),
]);
export type Accuse = z.infer<typeof Accuse>;

/** Issues the accusé of a demande. It is kept as issued, whatever happens to the clock later. */
export const accuser = (demande: Demande, commune: Commune, now: Date): Accuse => {
  const { terme, explications } = horlogeDe(demande);
  const tous = communDe(demande, commune);
  if (!terme || demande.regime.type === 'AUCUN')
    return {
      nature: demande.nature ?? 'sans-decision-implicite',
      ...tous,
      suite: explications[0]?.phrase ?? SANS_DECISION,
    };
  const { delai: duree, fondement } = demande.regime;
  const echu = terme.constatableLe <= jourLocal(now.toISOString(), demande.fuseau);
  const delai = { le: terme.le, duree, fondement: citer(fondement), ...(echu && { echu }) };
  if (terme.sens === 'acceptation') return { nature: 'demande-sva', ...tous, acceptation: delai };
  return {
    nature: 'demande-svr',
    ...tous,
    rejet: delai,
    // Before it was told, the delay did not run (CRPA L112-6, L112-12).
    recours: recoursDe(
      { ...demande, depuis: echu ? 'la réception de l’accusé de cette demande' : 'ce rejet' },
      commune,
    ),
  };
};

/** Issues the accusé d'enregistrement of a message that came by mail or by SMS. */
export const accuserEnregistrement = (
  demande: Demande,
  commune: Commune,
  fichiersRefuses: string[],
): Accuse => ({ nature: 'enregistrement', ...communDe(demande, commune), fichiersRefuses });

const communDe = (demande: Demande, commune: Commune) => ({
  reference: demande.reference,
  code: demande.code,
  objet: intituleDe(demande),
  commune: commune.nomComplet,
  fuseau: commune.fuseau,
  recueLe: recueLe(demande),
  ...(surPapier(demande) && { papier: true as const }),
  service: serviceDe(commune, demande.service),
});

const surPapier = ({ faits: [premier] }: Demande): boolean =>
  premier?.type === 'recue' && premier.saisieLe !== undefined;

/** A titled group of sentences: the screen, the mail and the PDF all print these. */
export type Section = { titre: string; lignes: string[] };

export const sectionsDe = (accuse: Accuse): Section[] => [
  {
    titre: `Votre ${ENVOIS[accuse.nature].nom} est ${ENVOIS[accuse.nature].recu}`,
    lignes: reception(accuse),
  },
  {
    titre:
      accuse.nature === 'enregistrement' ? 'Qui joindre en attendant' : 'Le service chargé de votre dossier',
    lignes: [
      accuse.service.nom,
      ...adresseEnLignes(accuse.service.adresse),
      `Téléphone : ${accuse.service.telephone}`,
      `E-mail : ${accuse.service.courriel}`,
    ],
  },
  ...silence(accuse),
];

const DEMANDE = { nom: 'demande', recu: 'reçue' };

/** What came, in the words of who sent it. */
const ENVOIS: Record<Accuse['nature'], { nom: string; recu: string }> = {
  'demande-sva': DEMANDE,
  'demande-svr': DEMANDE,
  'sans-decision-implicite': DEMANDE,
  declaration: { nom: 'déclaration', recu: 'reçue' },
  information: { nom: 'signalement', recu: 'reçu' },
  enregistrement: { nom: 'message', recu: 'enregistré' },
};

const reception = ({ nature, objet, recueLe, papier, fuseau, reference, code }: Accuse): string[] => [
  `La mairie a reçu votre ${ENVOIS[nature].nom} « ${objet} » le ${enLettres(jourLocal(recueLe, fuseau))}${papier ? '' : ` à ${heureDe(recueLe, fuseau)}`}.`,
  `Référence : ${reference}`,
  ...(code ? [`Code de suivi : ${code}`] : []),
];

/** The rule from which the date comes, in the words of the clock. */
const regleDite = (
  sens: 'acceptation' | 'rejet',
  { duree, fondement }: { duree: string; fondement: string },
): string => `Le silence de la mairie pendant ${delaiEnLettres(duree)} vaut ${sens}. (${fondement})`;

/** On paper or by voice, the accusé is that of R112-5. */
const effetDuSilence = (
  issue: 'acceptée' | 'rejetée',
  { le, echu, papier }: z.infer<typeof delai> & Pick<Accuse, 'papier'>,
): string =>
  `${echu ? `La mairie n’a pas répondu dans ce délai : votre demande est ${issue} depuis le` : `Sans réponse de la mairie, votre demande sera ${issue} le`} ${enBref(le)}, sous réserve que la demande soit complète. (CRPA, ${papier ? 'R112-5' : 'R112-11-1'})`;

const silence = (accuse: Accuse): Section[] => {
  switch (accuse.nature) {
    case 'enregistrement':
      return [
        {
          titre: 'La suite',
          lignes: [
            'Un agent va lire votre message et l’adresser au bon service. Vous recevrez alors l’accusé de réception de votre demande, avec ses délais, au plus tard dans les dix jours ouvrés. (CRPA, R112-11-2)',
            'Pour ajouter quelque chose, répondez au message de la mairie, ou écrivez depuis le suivi.',
          ],
        },
        ...(accuse.fichiersRefuses.length > 0
          ? [{ titre: 'Fichiers que nous n’avons pas pu garder', lignes: accuse.fichiersRefuses }]
          : []),
      ];
    case 'sans-decision-implicite':
    case 'declaration':
    case 'information':
      return [
        {
          titre: 'La suite',
          lignes: [`Le service traite votre ${ENVOIS[accuse.nature].nom}. ${accuse.suite}`],
        },
      ];
    case 'demande-sva':
      return [
        {
          titre: 'Si la mairie ne vous répond pas',
          lignes: [
            regleDite('acceptation', accuse.acceptation),
            effetDuSilence('acceptée', { ...accuse.acceptation, papier: accuse.papier }),
            `Vous ${accuse.acceptation.echu ? 'pouvez' : 'pourrez alors'} demander une attestation de cette acceptation. (CRPA, L232-3)`,
          ],
        },
      ];
    case 'demande-svr':
      return [
        {
          titre: 'Si la mairie ne vous répond pas',
          lignes: [
            regleDite('rejet', accuse.rejet),
            effetDuSilence('rejetée', { ...accuse.rejet, papier: accuse.papier }),
          ],
        },
        { titre: 'Vos recours en cas de rejet', lignes: accuse.recours },
      ];
  }
};
