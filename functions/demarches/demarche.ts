import * as z from 'zod';
import { Slug } from '../commune/commune.ts';
import { Autorite } from './autorite.ts';
import { Delai, Fondement } from './fondement.ts';
import { Prix } from './prix.ts';
import { Voies } from './recours.ts';
import { Traitement } from './traitement.ts';

export const DOMAINES = {
  'etat-civil': 'État civil et citoyenneté',
  scolarite: 'École et enfance',
  'action-sociale': 'Action sociale',
  'services-techniques': 'Voirie et cadre de vie',
  'developpement-economique': 'Commerces et entreprises',
  culture: 'Culture',
  sport: 'Sport et associations',
  mairie: 'La mairie et vos droits',
} as const;

export const Qualite = z.enum(['particulier', 'entreprise', 'association']);
export type Qualite = z.infer<typeof Qualite>;

const Id = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, 'une lettre minuscule puis des lettres ou des chiffres');

const Condition = z.strictObject({ champ: Id, vaut: z.array(z.string()).min(1) });

const base = {
  id: Id,
  libelle: z.string().min(1).max(160),
  aide: z.string().max(300).optional(),
  facultatif: z.boolean().default(false),
  /** The queue shows the answer, like a place; or a word of its own when the answer is a certain one, like a danger. */
  enFile: z
    .union([
      z.literal(true),
      z.strictObject({
        si: z.string(),
        dire: z.string().min(1).max(40),
        /** Someone may be hurt: it comes first in the list, and the service is told at once. */
        danger: z.literal(true).optional(),
      }),
    ])
    .optional(),
  si: Condition.optional(),
  /** Health, opinions, origin (RGPD, 9): read only by those who treat the demande. */
  sensible: z.literal(true).optional(),
};

export const Champ = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('texte'),
    max: z.number().int().max(500).default(250),
    /** What has a shape of its own is checked, put in it and shown back. */
    forme: z.enum(['immatriculation']).optional(),
  }),
  z.strictObject({ ...base, type: z.literal('texte-long'), max: z.number().int().max(4000).default(2000) }),
  z.strictObject({
    ...base,
    type: z.literal('nombre'),
    min: z.number().default(0),
    max: z.number().default(1_000_000),
    unite: z.string().optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('date'),
    quand: z.enum(['passee', 'future', 'libre']).default('libre'),
    /** The year alone will do, or the year and the month: not everyone knows the day on which they were born. */
    partielle: z.boolean().optional(),
    /** The question, asked before, whose day this one may not precede. */
    depuis: Id.optional(),
    /** The ages that the law sets, and what to say outside them. */
    age: z
      .strictObject({
        min: z.number().int().min(0).optional(),
        max: z.number().int().max(130).optional(),
        phrase: z.string().min(1).max(300),
      })
      .optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('choix'),
    options: z.array(z.string().min(1)).min(2).max(20),
    /** Answers with which the démarche cannot go on, and where to go instead. */
    arret: z
      .array(z.strictObject({ vaut: z.array(z.string()).min(1), phrase: z.string().min(1).max(300) }))
      .optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('choix-multiple'),
    options: z.array(z.string().min(1)).min(2).max(20),
  }),
  z.strictObject({ ...base, type: z.literal('case') }),
]);
export type Champ = z.infer<typeof Champ>;

export const PieceAttendue = z.strictObject({
  id: Id,
  nom: z.string().min(1).max(120),
  aide: z.string().max(300).optional(),
  /** Without it the demande may still be sent when it can come later. */
  obligatoire: z.boolean().default(true),
  plusTard: z.boolean().default(true),
  /** L114-5: only a pièce that a text requires may stop the clock. */
  fondement: Fondement.optional(),
  /** L114-5-1: the file is instructed without a pièce that is not indispensable. */
  indispensable: z.boolean().default(true),
  si: Condition.optional(),
  sensible: z.literal(true).optional(),
});
export type PieceAttendue = z.infer<typeof PieceAttendue>;

const Mois = z.string().regex(/^P\d+M$/, 'un délai en mois, comme P2M');

/** What silence means (CRPA L231-1, L231-4), how long it takes to mean it, and the text that says so. */
export const Regime = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('SVA'),
    delai: Delai,
    fondement: Fondement,
    aConfirmer: z.string().optional(),
  }),
  z
    .strictObject({
      type: z.literal('SVR'),
      delai: Delai,
      /** A rejection runs from the first administration that was asked (L114-3), unless a special text says otherwise. */
      depuis: z.literal('competente').optional(),
      /** By how much it may be extended, once, if the person is told before its end (GDPR, article 12-3). */
      prolongeableDe: Mois.optional(),
      fondement: Fondement,
      aConfirmer: z.string().optional(),
    })
    .refine(({ delai, prolongeableDe }) => !prolongeableDe || delai.endsWith('M'), {
      path: ['prolongeableDe'],
      error: 'seul un délai en mois se prolonge',
    }),
  z.strictObject({
    type: z.literal('AUCUN'),
    fondement: Fondement,
    /** What happens instead, where a special text says it. */
    suite: z.string().max(400).optional(),
    aConfirmer: z.string().optional(),
  }),
]);
export type Regime = z.infer<typeof Regime>;

/** A delay which binds the commune, and after which nothing is decided by itself. */
export const Obligation = z.strictObject({
  delai: Delai,
  /** By how much it may be extended, once, if the person is told before its end (GDPR, article 12-3). */
  prolongeableDe: Mois.optional(),
  phrase: z.string().min(1).max(60),
  fondement: Fondement,
});
export type Obligation = z.infer<typeof Obligation>;

/** What the queue shows is read by everyone of the service. */
const voyants = (champs: readonly Champ[]): string[] =>
  champs.flatMap(({ id, sensible, enFile }) =>
    sensible && enFile ? [`« ${id} » est « sensible » : la file ne peut pas la montrer (enFile)`] : [],
  );

type Questions = {
  etapes: readonly { champs: readonly Champ[] }[];
  pieces: readonly PieceAttendue[];
  regimes?: readonly { si: z.infer<typeof Condition> }[] | undefined;
  prix: Prix;
};

/** What is wrong between the questions of a démarche: a name used twice, a question about one that is not asked. */
const defautsDe = ({ etapes, pieces, regimes = [], prix }: Questions): string[] => {
  const champs = etapes.flatMap((etape) => etape.champs);
  const tous = [...champs, ...pieces];
  const doubles = tous.filter(({ id }, rang) => tous.findIndex((autre) => autre.id === id) < rang);
  const orphelins = tous.filter(({ si }) => si && !champs.some(({ id }) => id === si.champ));
  const sansDebut = champs.filter(
    (champ, rang) =>
      champ.type === 'date' &&
      champ.depuis &&
      !champs.slice(0, rang).some(({ id, type }) => id === champ.depuis && type === 'date'),
  );
  const sansQuestion = [
    ...regimes.map(({ si }) => si),
    ...(prix.type === 'selon-reponse' ? prix.cas.map(({ vaut }) => ({ champ: prix.champ, vaut })) : []),
  ].flatMap(({ champ: id, vaut }) => {
    const question = champs.find((champ) => champ.id === id);
    const possibles =
      question?.type === 'case' ? ['oui', 'non'] : question && 'options' in question && question.options;
    return vaut.filter((une) => !(possibles && possibles.includes(une)));
  });
  return [
    ...sansQuestion.map(
      (une) => `un régime ou un prix dépend de « ${une} », qui n’est pas une réponse possible`,
    ),
    ...voyants(champs),
    ...doubles.map(({ id }) => `l’identifiant « ${id} » sert deux fois`),
    ...orphelins.map(({ id, si }) => `« ${id} » dépend de « ${si?.champ} », qui n’existe pas`),
    ...sansDebut.map(({ id }) => `« ${id} » vient « depuis » une date qui n’est pas demandée avant elle`),
  ];
};

export const Demarche = z
  .strictObject({
    $schema: z.string().optional(),
    id: Slug,
    version: z.number().int().min(1),
    nom: z.string().min(1).max(90),
    /** The verb of the button and of the object: « Demander une place en crèche ». */
    resume: z.string().min(1).max(240),
    domaine: z.enum(Object.keys(DOMAINES) as [keyof typeof DOMAINES]),
    pourQui: z.array(Qualite).min(1),
    mots: z.array(z.string()),
    minutes: z.number().int().min(1).max(60),
    service: Slug,
    regime: Regime,
    /** Other regimes, each for the answers that call for it: the first that fits holds, else `regime` (the safe one). */
    regimes: z
      .array(z.strictObject({ si: Condition, regime: Regime }))
      .min(1)
      .max(6)
      .optional(),
    /** Who decides: in one's own name, or for the State. */
    autorite: Autorite,
    /**
     * What an acceptance needs of the conseil municipal: its délibération; and by which text it may let the maire decide
     * instead (CGCT L2311-7, L2223-13, L2122-22).
     */
    deliberation: z.strictObject({ fondement: Fondement, delegable: Fondement.optional() }).optional(),
    prix: Prix,
    /** What to know before starting: a delay, another door. */
    prevenir: z.string().min(1).max(400).optional(),
    /** By when the commune must decide where silence decides nothing: the queue shows it. */
    obligation: Obligation.optional(),
    traitement: Traitement,
    /** Apart from the person's other files, in a service whose agents are named one by one. */
    isole: z.literal(true).optional(),
    /** Who read its texts, and when. */
    verifie: z.strictObject({ par: z.string().min(1).max(120), le: z.iso.date() }),
    /** What else the commune must decide or check before it opens it. */
    aConfirmer: z.array(z.string().min(1)).optional(),
    /** Before whom a refusal is contested, where it is not the mairie then the administrative judge. */
    recours: Voies.optional(),
    /** What is sent, where it is not a demande: its accusé says less (CRPA R112-11-1). */
    nature: z.enum(['declaration', 'information']).optional(),
    /** What only informs may come from someone who does not say who they are; no accusé is due then (CRPA L112-8). */
    sansIdentite: z.literal(true).optional(),
    /** A grant of money: a suspicion of fraud may suspend its instruction (CRPA L115-3, R115-5). */
    aidePublique: z.boolean().optional(),
    /** What the public register says of it, without a name, where third parties have a say (CRPA L232-2). */
    publicite: z.string().min(1).max(160).optional(),
    /** Days before the term at which agents are reminded: who has the file, then their responsable, then the direction. */
    rappels: z.array(z.number().int().min(1).max(60)).min(1).max(5).default([15, 7, 2]),
    etapes: z
      .array(z.strictObject({ titre: z.string().min(1), champs: z.array(Champ).min(1).max(12) }))
      .min(1)
      .max(6),
    pieces: z.array(PieceAttendue).max(12),
    /** What the commune fetches by itself, so that no one is asked twice (CRPA L114-8). */
    recupere: z.array(z.string()).default([]),
    conservation: z.strictObject({
      duree: Delai.or(z.string().regex(/^P\d+Y$/)),
      sort: z.enum(['destruction', 'tri', 'versement']),
    }),
  })
  .refine(({ isole, autorite }) => isole || autorite !== 'ccas', {
    path: ['isole'],
    error: 'le CCAS est un autre responsable de traitement : ses demandes sont à part, écrivez « true »',
  })
  .refine(({ nature, regime }) => !nature || regime.type === 'AUCUN', {
    path: ['nature'],
    error: 'une déclaration ou un signalement n’attend pas de décision : son régime est AUCUN',
  })
  .refine(({ sansIdentite, nature }) => !sansIdentite || nature === 'information', {
    path: ['sansIdentite'],
    error: 'seul un signalement (nature « information ») peut taire un nom (CRPA, L112-8)',
  })
  .superRefine((demarche, ctx) => {
    for (const message of defautsDe(demarche)) ctx.addIssue({ code: 'custom', path: ['etapes'], message });
  });
export type Demarche = z.infer<typeof Demarche>;

/** A line of the catalogue, as the home page lists and searches it. */
export const LigneCatalogue = z.object({
  id: z.string(),
  nom: z.string(),
  resume: z.string(),
  domaine: z.string(),
  pourQui: z.array(Qualite),
  mots: z.array(z.string()),
  service: z.string(),
});
export type LigneCatalogue = z.infer<typeof LigneCatalogue>;
