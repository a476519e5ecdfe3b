import * as z from 'zod';
import { adresseEnLignes, type Commune, Service, serviceDe } from '../commune/commune.ts';
import { Autorite, competenceDite } from '../demarches/autorite.ts';
import { citer, SANS_DECISION } from '../echeances/explication.ts';
import type { Terme } from '../echeances/horloge.ts';
import { delaiEnLettres } from '../platform/dates.ts';
import { enBref, enLettres, heureDe, jourLocal } from '../platform/lettres.ts';
import { delaiImpartiDe } from './attendues.ts';
import { type Demande, intituleDe, recueLe, sansIdentite } from './demande.ts';
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
  /** What the texts require and that did not come: it is listed, with a délai and its effect (CRPA R112-11-4, R112-5). */
  manquantes: z
    .object({
      pieces: z.array(z.object({ nom: z.string(), fondement: z.string() })).min(1),
      jusquau: z.iso.date(),
      effet: z.string(),
    })
    .optional(),
  /** In whose name the decision will be taken. */
  autorite: Autorite.optional(),
  /** A recours that came after the delay to contest: it is studied, and does not give the judge's delay again (CRPA L411-2). */
  horsDelai: z.literal(true).optional(),
  /** Who had received it first (CRPA L114-2). */
  transmisePar: z.object({ administration: z.string(), recueLe: z.iso.date() }).optional(),
};
const delai = z.object({
  le: z.iso.date(),
  duree: z.string(),
  fondement: z.string(),
  /** It had ended when the accusé was issued: what came by post or by mail was read too late. */
  echu: z.literal(true).optional(),
  /** The delay has not started: this is its end if what is missing comes on that day (CRPA L114-5). */
  siCompleteLe: z.iso.date().optional(),
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
  // Not an accusé: what is shown to who did not say who they are (L112-8).
  z.object({ nature: z.literal('sans-identite'), ...commun }),
  z.object({ nature: z.literal('enregistrement'), ...commun, fichiersRefuses: z.array(z.string()) }),
]);
export type Accuse = z.infer<typeof Accuse>;

/** Issues the accusé of a demande. It is kept as issued, whatever happens to the clock later. */
export const accuser = (demande: Demande, commune: Commune, now: Date): Accuse => {
  const { terme, explications } = horlogeDe(completee(demande));
  const tous = { ...communDe(demande, commune), ...manquantesDe(demande) };
  if (sansIdentite(demande)) return { nature: 'sans-identite', ...tous };
  if (!terme || demande.regime.type === 'AUCUN')
    return {
      nature: demande.nature ?? 'sans-decision-implicite',
      ...tous,
      suite: explications[0]?.phrase ?? SANS_DECISION,
    };
  const delai = delaiDe(demande, demande.regime, { terme, now });
  if (terme.sens === 'acceptation') return { nature: 'demande-sva', ...tous, acceptation: delai };
  return {
    nature: 'demande-svr',
    ...tous,
    rejet: delai,
    // Before it was told, the delay did not run (CRPA L112-6, L112-12).
    recours: recoursDe(
      { ...demande, depuis: delai.echu ? 'la réception de l’accusé de cette demande' : 'ce rejet' },
      commune,
    ),
  };
};

const delaiDe = (
  demande: Demande,
  { delai: duree, fondement }: Exclude<Demande['regime'], { type: 'AUCUN' }>,
  { terme: { le, constatableLe }, now }: { terme: Terme; now: Date },
): z.infer<typeof delai> => {
  const siCompleteLe = horlogeDe(demande).terme ? undefined : delaiImpartiDe(demande);
  return {
    le,
    duree,
    fondement: citer(fondement),
    ...(constatableLe <= jourLocal(now.toISOString(), demande.fuseau) && { echu: true }),
    ...(siCompleteLe && { siCompleteLe }),
  };
};

/** An accusé gives a date (R112-11-1, 3°): for a delay that waits for pièces, the one to come if they all arrive on their last day. */
const completee = (demande: Demande): Demande => {
  const jour = horlogeDe(demande).terme ? undefined : delaiImpartiDe(demande);
  const demandees = demande.faits.at(-1);
  if (!jour || !demandees) return demande;
  const { le, par } = demandees;
  return {
    ...demande,
    faits: [...demande.faits, { type: 'pieces-recues', pieces: [], complet: true, reste: 0, jour, le, par }],
  };
};

const manquantesDe = (demande: Demande): Pick<Accuse, 'manquantes'> => {
  const jusquau = delaiImpartiDe(demande);
  const pieces = demande.manquantes.flatMap(({ nom, fondement, recue }) =>
    fondement && !recue ? [{ nom, fondement: citer(fondement) }] : [],
  );
  return jusquau && pieces.length > 0 ? { manquantes: { pieces, jusquau, effet: effetDe(demande) } } : {};
};

/** What is asked once silence has decided changes nothing: it is not said to suspend a delay that has ended. */
const effetDe = (demande: Demande): string => {
  const { terme } = horlogeDe(demande);
  const demandees = demande.faits.findLast(({ type }) => type === 'pieces-demandees');
  return terme && demandees && jourLocal(demandees.le, demande.fuseau) > terme.le
    ? `Le silence avait décidé le ${enBref(terme.le)}, avant cette demande de pièces : elle n’y change rien. (CRPA, L114-5)`
    : EFFETS[demande.regime.type];
};

const EFFETS: Record<Demande['regime']['type'], string> = {
  SVA: 'Le délai au bout duquel le silence de la mairie vaut acceptation ne part qu’à la réception de ces pièces. (CRPA, L114-5)',
  SVR: 'Le délai au bout duquel le silence de la mairie vaut rejet est suspendu jusqu’à la réception de ces pièces, et au plus tard jusqu’à cette date. (CRPA, L114-5)',
  AUCUN: 'La mairie ne peut pas vous répondre sans ces pièces. (CRPA, L114-5)',
};

/** What is issued at once: the accusé, or that of the recording as long as nobody has read what is asked. */
export const accuserDepot = (demande: Demande, commune: Commune, now: Date): Accuse =>
  demande.statut === 'a-qualifier'
    ? accuserEnregistrement(demande, commune, [])
    : accuser(demande, commune, now);

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
  ...(demande.autorite && { autorite: demande.autorite }),
  ...transmiseDe(demande),
});

const transmiseDe = ({ faits: [premier] }: Demande): Pick<Accuse, 'transmisePar'> =>
  premier?.type === 'recue' && premier.transmisePar ? { transmisePar: premier.transmisePar } : {};

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
      ...competence(accuse),
    ],
  },
  ...manque(accuse),
  ...silence(accuse),
];

const manque = ({ manquantes, papier }: Accuse): Section[] =>
  manquantes
    ? [
        {
          titre: 'À vous : il manque des pièces',
          lignes: [
            ...manquantes.pieces.map(({ nom, fondement }) => `• ${nom} (${fondement})`),
            `Envoyez-les depuis le suivi, ou déposez-les à la mairie, au plus tard le ${enBref(manquantes.jusquau)}. (CRPA, ${papier ? 'R112-5' : 'R112-11-4'})`,
            manquantes.effet,
          ],
        },
      ]
    : [];
/** What asks for nothing has nobody to decide of it. */
const SANS_DECIDEUR: readonly Accuse['nature'][] = [
  'declaration',
  'information',
  'sans-identite',
  'enregistrement',
];
const competence = ({ nature, autorite }: Accuse): string[] =>
  SANS_DECIDEUR.includes(nature) ? [] : competenceDite(autorite);

const DEMANDE = { nom: 'demande', recu: 'reçue' };

/** What came, in the words of who sent it. */
const ENVOIS: Record<Accuse['nature'], { nom: string; recu: string }> = {
  'demande-sva': DEMANDE,
  'demande-svr': DEMANDE,
  'sans-decision-implicite': DEMANDE,
  declaration: { nom: 'déclaration', recu: 'reçue' },
  information: { nom: 'signalement', recu: 'reçu' },
  'sans-identite': { nom: 'signalement', recu: 'reçu' },
  enregistrement: { nom: 'message', recu: 'enregistré' },
};

const transmissionDite = (
  nature: Accuse['nature'],
  { administration, recueLe }: NonNullable<Accuse['transmisePar']>,
): string => {
  const recue = `${administration} l’avait reçue le ${enBref(recueLe)}, et nous l’a transmise`;
  // A rejection runs from the first administration that was asked, an acceptance from the competent one.
  return nature === 'demande-svr'
    ? `${recue} : le délai part de ce jour. (CRPA, L114-2 et L114-3)`
    : `${recue}. (CRPA, L114-2)`;
};

const reception = ({
  nature,
  objet,
  recueLe,
  papier,
  fuseau,
  reference,
  code,
  transmisePar,
}: Accuse): string[] => [
  `La mairie a reçu votre ${ENVOIS[nature].nom} « ${objet} » le ${enLettres(jourLocal(recueLe, fuseau))}${papier ? '' : ` à ${heureDe(recueLe, fuseau)}`}.`,
  ...(transmisePar ? [transmissionDite(nature, transmisePar)] : []),
  `Référence : ${reference}`,
  ...(code ? [`Code de suivi : ${code}`] : []),
];

export const RECOURS_TARDIF =
  'Il est arrivé après la fin du délai pour contester : la mairie l’étudie, mais il ne fait pas repartir le délai pour saisir le juge. (CRPA, L411-2)';

/** The rule from which the date comes, in the words of the clock. */
const regleDite = (
  sens: 'acceptation' | 'rejet',
  { duree, fondement }: { duree: string; fondement: string },
): string => `Le silence de la mairie pendant ${delaiEnLettres(duree)} vaut ${sens}. (${fondement})`;

/** On paper or by voice, the accusé is that of R112-5. */
const effetDuSilence = (
  issue: 'acceptée' | 'rejetée',
  { le, echu, siCompleteLe, papier }: z.infer<typeof delai> & Pick<Accuse, 'papier'>,
): string =>
  `${siCompleteLe ? `Si les pièces qui manquent arrivent toutes le ${enBref(siCompleteLe)}, et sans réponse de la mairie ensuite, votre demande sera ${issue} le` : sansReponse(issue, echu)} ${enBref(le)}, sous réserve que la demande soit complète. (CRPA, ${papier ? 'R112-5' : 'R112-11-1'})`;

const sansReponse = (issue: 'acceptée' | 'rejetée', echu: true | undefined): string =>
  echu
    ? `La mairie n’a pas répondu dans ce délai : votre demande est ${issue} depuis le`
    : `Sans réponse de la mairie, votre demande sera ${issue} le`;

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
    case 'sans-identite':
      return [
        {
          titre: 'La suite',
          lignes: [
            'Le service traite votre signalement. Avec la référence et le code, vous voyez ce qu’il devient.',
            'Vous n’avez pas dit qui vous êtes : la mairie n’émet pas d’accusé de réception. (CRPA, L112-8 et L112-11)',
          ],
        },
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
        ...(accuse.horsDelai ? [{ titre: 'Ce recours vient après le délai', lignes: [RECOURS_TARDIF] }] : []),
        { titre: 'Vos recours en cas de rejet', lignes: accuse.recours },
      ];
  }
};
