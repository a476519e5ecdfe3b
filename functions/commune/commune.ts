import * as z from 'zod';
import { Doctrine } from '../echeances/doctrine.ts';
import { Role } from '../platform/action.ts';
import { surUneLigne } from '../platform/texte.ts';
import {
  codePostal,
  codePostalEtranger,
  LIGNE_MAX,
  NOM_MAX,
  PAYS_MAX,
  tropLong,
} from '../usagers/numeros.ts';
import { Conseil, Delegation } from './delegation.ts';
import { malContractee } from './nom.ts';

export const Slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'minuscules, chiffres et tirets seulement');

const ligne = (max: number) =>
  z.string().trim().min(1, 'Cette réponse est nécessaire.').max(max, tropLong(max)).transform(surUneLigne);

/** An address as La Poste reads it. */
const lieu = {
  voie: ligne(LIGNE_MAX),
  complement: z.string().trim().max(LIGNE_MAX, tropLong(LIGNE_MAX)).optional(),
  ville: ligne(NOM_MAX),
};
export const Adresse = z.object({ ...lieu, codePostal: z.string().regex(/^\d{5}$/, 'cinq chiffres') });
export type Adresse = z.infer<typeof Adresse>;

const CODE_POSTAL = 'Le code postal a 5 chiffres. Si vous habitez à l’étranger, indiquez votre pays.';
const CODE_ETRANGER = 'Le code postal a 12 lettres ou chiffres au plus.';

/** France is where an address is when it says nothing. */
const paysDit = (pays: string | undefined): string | undefined =>
  pays && !/^(la )?france$/i.test(pays) ? pays : undefined;

/**
 * Where a person lives, abroad too: anyone may ask (CRPA L112-8). Each country has its own postal code, or none.
 */
export const AdressePostale = z
  .object({
    ...lieu,
    codePostal: z
      .string()
      .max(20, CODE_ETRANGER)
      .transform((saisi) => codePostal.propre(saisi))
      .optional(),
    pays: ligne(PAYS_MAX).optional(),
  })
  .check(({ value: { codePostal: code, pays }, issues }) => {
    const faute = paysDit(pays)
      ? code && codePostalEtranger.faute(code)
      : codePostal.faute(code ?? '') && CODE_POSTAL;
    if (faute) issues.push({ code: 'custom', path: ['codePostal'], message: faute, input: code });
  })
  .transform(({ codePostal: code, pays, ...reste }) => ({
    ...reste,
    ...(code && { codePostal: code }),
    ...(paysDit(pays) && { pays: paysDit(pays) }),
  }));

const Telephone = z.string().regex(/^0\d( \d\d){4}$/, 'sous la forme « 04 90 00 00 00 »');
const Couleur = z.string().regex(/^#[0-9a-f]{6}$/i, 'une couleur comme #23527c');

/** A service of the commune: R112-11-1 asks its name, an address and a phone number in every accusé. */
export const Service = z.object({
  id: Slug,
  nom: z.string().min(1).max(80),
  adresse: Adresse,
  courriel: z.email(),
  telephone: Telephone,
  /**
   * Its demandes are apart, and its agents named one by one: nobody has it by their role. `ccas`: another controller, whose
   * agents have no service of the commune (CASF L123-6); `nominatif`: a text says who may read (CESEDA R142-45…).
   */
  isole: z.enum(['ccas', 'nominatif']).optional(),
});
export type Service = z.infer<typeof Service>;

/** Where a decision is contested (CJA R421-1). */
const Tribunal = z.object({ nom: z.string().min(1), adresse: Adresse });

/** Before whom some decisions are contested, beside the administrative judge: asked when an open démarche leads there. */
const Instances = z.strictObject({
  tribunalJudiciaire: Tribunal.optional(),
  prefet: Tribunal.optional(),
  dasen: Tribunal.optional(),
});

/** The statement of accessibility (loi n° 2005-102, article 47; décret n° 2019-768). */
const Declaration = z.strictObject({
  le: z.iso.date(),
  audit: z
    .strictObject({ le: z.iso.date(), par: z.string().min(1).max(120), taux: z.number().min(0).max(100) })
    .optional(),
  /** What is known not to be accessible, and why. */
  nonAccessible: z.array(z.string().min(1)).default([]),
  schema: z.url().optional(),
  plan: z.url().optional(),
});

/** Half of the criteria at least, or all of them (RGAA 4.1.2, « obligations »). */
const TAUX_MIN = { 'totalement conforme': 100, 'partiellement conforme': 50, 'non conforme': 0 } as const;

/** Compulsory for a public body (RGPD, 37): to whom one writes about one's data. */
const Dpo = z.strictObject({
  nom: z.string().min(1).max(120).optional(),
  courriel: z.email(),
  telephone: Telephone.optional(),
});

/** Who answers for what is asked: the commune, or another person in law. */
const Responsable = z.strictObject({
  nom: z.string().min(1).max(120),
  adresse: Adresse,
  courriel: z.email(),
  telephone: Telephone,
  dpo: Dpo.optional(),
});
export type Responsable = z.infer<typeof Responsable>;

/** The médiateur territorial, where the conseil has created one (CGCT L1112-24). */
const Mediateur = z.strictObject({
  nom: z.string().min(1).max(120),
  courriel: z.email(),
  telephone: Telephone.optional(),
  adresse: Adresse.optional(),
});

const Habilitation = z.enum(['fraude']);
export type Habilitation = z.infer<typeof Habilitation>;

const AgentHabilite = z.object({
  courriel: z.email().toLowerCase(),
  prenom: z.string().min(1).max(60),
  nom: z.string().min(1).max(60),
  qualite: z.string().min(1).max(80),
  role: Role,
  /** Of an élu: the maire signs everything in his own name, the others what he delegates to them. */
  mandat: z.enum(['maire', 'adjoint', 'conseiller']).optional(),
  services: z.array(Slug),
  /** What the law gives only to agents designated one by one: suspending an aid for a suspicion of fraud (CRPA L115-3). */
  habilitations: z.array(Habilitation).optional(),
  /** Who is away is not reminded: the one who replaces them is. */
  absences: z
    .array(z.object({ du: z.iso.date(), au: z.iso.date(), remplacant: z.email().toLowerCase() }))
    .max(20)
    .optional(),
});
export type AgentHabilite = z.infer<typeof AgentHabilite>;

/** Where and how the commune's stack lives on AWS. */
const Deploiement = z
  .strictObject({
    /** Paris, unless SES cannot receive there. */
    region: z
      .string()
      .regex(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'une région d’AWS, comme eu-west-3')
      .default('eu-west-3'),
    /** CloudFront takes its certificates from one region only, whatever the stack's. */
    certificat: z
      .string()
      .regex(
        /^arn:[\w-]+:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
        'l’ARN d’un certificat d’ACM, dans la région us-east-1',
      )
      .optional(),
    /** Once a first deployment has succeeded: nothing of it can then be erased by mistake, and its clock has its own share. */
    enService: z.boolean().default(false),
  })
  .refine(({ enService, certificat }) => certificat !== undefined || !enService, {
    path: ['certificat'],
    error: 'une commune en service a son certificat : sans lui, rien ne peut s’envoyer depuis ses pages',
  });

const ClientOidc = (signature: 'ES256' | 'RS256') =>
  z.strictObject({
    emetteur: z.url({ protocol: /^https$/, error: 'une adresse en https' }),
    client: z.string().min(1),
    /** How the provider signs what it says to this client: as it was asked when the client was declared there. */
    signature: z.enum(['ES256', 'RS256']).default(signature),
  });

export const CALENDRIERS = [
  'metropole',
  'alsace-moselle',
  'guadeloupe',
  'martinique',
  'guyane',
  'la-reunion',
  'mayotte',
  'saint-martin',
  'saint-barthelemy',
  'saint-pierre-et-miquelon',
  'nouvelle-caledonie',
  'polynesie-francaise',
  'wallis-et-futuna',
] as const;

const fuseauConnu = (fuseau: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('fr', { timeZone: fuseau }));
  } catch {
    return false;
  }
};

/** Who does, around here, what many communes do not do themselves. */
export const RELAIS = ['dechets', 'eau', 'transport-scolaire', 'transports', 'urbanisme'] as const;
const Relais = z.strictObject({
  nom: z.string().min(1).max(80),
  telephone: Telephone,
  site: z.url({ protocol: /^https$/, error: 'une adresse en https' }).optional(),
});

/** France and its overseas départements, which the operators of a French commune reach. */
export const SMS_VERS = ['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'BL', 'MF'];

/** What a commune's file says of it: identity, services, legal calendar, theme, channels, rights. */
export const Commune = z
  .strictObject({
    $schema: z.string().optional(),
    slug: Slug.max(40),
    nom: z.string().min(1).max(60),
    nomComplet: z.string().min(1).max(100),
    /** After « la commune », where the rule would say it otherwise than its inhabitants: « de Honfleur ». */
    deNom: z
      .string()
      .max(70)
      .regex(/^(de |d’|du |des )\S/, '« de Huez », « d’Hyères », « du Havre »…')
      .optional(),
    siret: z.string().regex(/^\d{14}$/, '14 chiffres'),
    insee: z.string().regex(/^[0-9AB]{5}$/, 'le code INSEE à 5 caractères'),
    fuseau: z.string().refine(fuseauConnu, 'un fuseau comme Europe/Paris'),
    calendrier: z.enum(CALENDRIERS),
    vendrediSaint: z.boolean().optional(),
    /** Holidays that no national text knows, `MM-JJ`: 09-24 in Nouvelle-Calédonie, 06-29 in Polynésie… */
    feriesLocaux: z
      .array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'un jour comme 09-24 (mois-jour)'))
      .max(10)
      .optional(),
    /** How the commune counts where the law leaves a doubt; the defaults are in docs/doctrine.md. */
    doctrine: Doctrine.optional(),
    domaine: z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'un nom de domaine'),
    courriel: z.email(),
    telephone: Telephone,
    adresse: Adresse,
    horaires: z.array(z.object({ jours: z.string(), heures: z.string() })).min(1),
    alerte: z.string().max(300).optional(),
    services: z.array(Service).min(1),
    agents: z.array(AgentHabilite),
    /** Who signs for the maire, what, and since when. */
    delegations: z.array(Delegation).default([]),
    conseil: Conseil.optional(),
    siretsAgents: z.array(z.string().regex(/^\d{14}$/, '14 chiffres')).min(1),
    tribunal: Tribunal,
    instances: Instances.optional(),
    mediateur: Mediateur.optional(),
    dpo: Dpo.optional(),
    /** The CCAS, when a démarche is its own. */
    ccas: Responsable.optional(),
    theme: z.object({ accent: Couleur, accentSombre: Couleur }).optional(),
    accessibilite: z.enum(['totalement conforme', 'partiellement conforme', 'non conforme']),
    /** How conversations go on. */
    echanges: z
      .strictObject({
        /** As many days after an answer that was no decision, a word of the person opens it again; 0 is never. */
        reouvertureJours: z.number().int().min(0).max(365).default(30),
        /** Where SMS may leave to, as regions: elsewhere is dear, or reached by no operator. */
        smsVers: z
          .array(z.string().regex(/^[A-Z]{2}$/, 'un code de deux lettres, comme FR'))
          .default(SMS_VERS),
        /** The number that the commune rents: its SMS leave by it, and answers come back to it. E.164, or a short code. */
        smsNumero: z
          .string()
          .regex(/^(\+[1-9]\d{6,14}|\d{5,6})$/, 'un numéro comme +33700000000, ou un numéro court')
          .optional(),
        /** From where the town's own forms write: what they send is of the person whom `Reply-To` names. */
        formulaires: z.array(z.email().toLowerCase()).max(20).default([]),
        /** As many days after an agent's word, an SMS of the person answers it. */
        smsReponseJours: z.number().int().min(0).max(30).default(3),
        /** Mails and SMS that leave in a second at most: SES's own rate is for all the communes of the account. */
        envoisParSeconde: z.number().int().min(1).max(200).default(5),
      })
      .prefault({}),
    /** What the law asks beside that word: its date, the audit on which it rests, the plans. */
    declaration: Declaration.optional(),
    demarches: z.strictObject({
      ouvertes: z.array(Slug).min(1),
      /** What the commune decides for itself, laid over the catalogue and kept apart from it. */
      surcharges: z.record(Slug, z.record(z.string(), z.unknown())).default({}),
    }),
    /** Whom the search sends to, for what another public service does here. */
    relais: z.partialRecord(z.enum(RELAIS), Relais).optional(),
    /** What the search says otherwise here, laid over `orientations/`: a mairie that does, or does not, make passports. */
    orientations: z.record(Slug, z.record(z.string(), z.unknown())).optional(),
    /** Agents come by ProConnect; habitants may come by FranceConnect, when the commune has its habilitation. */
    connexion: z.strictObject({
      proconnect: ClientOidc('RS256'),
      franceconnect: ClientOidc('ES256').optional(),
    }),
    deploiement: Deploiement.prefault({}),
    options: z
      .strictObject({
        pareFeu: z.boolean().default(false),
        cleDeChiffrement: z.boolean().default(false),
        courrielAlertes: z.email().optional(),
        /** Who reads what security.txt invites to write; the mairie unless said. */
        courrielSecurite: z.email().optional(),
      })
      .default({ pareFeu: false, cleDeChiffrement: false }),
  })
  .refine(({ deploiement, options }) => !deploiement.enService || options.courrielAlertes !== undefined, {
    path: ['options', 'courrielAlertes'],
    error: 'une commune en service dit qui reçoit ses alarmes : sans cela, elles ne préviennent personne',
  })
  .superRefine((commune, ctx) => {
    const services = new Set(commune.services.map((service) => service.id));
    commune.agents.forEach((agent, i) => {
      for (const inconnu of agent.services.filter((id) => !services.has(id)))
        ctx.addIssue({
          code: 'custom',
          path: ['agents', i, 'services'],
          message: `le service « ${inconnu} » n’est pas dans « services »`,
        });
    });
    // Another controller's demandes and the commune's do not meet on one desk (RGPD, 4-7; CASF L123-6).
    const ccas = new Set(commune.services.filter(({ isole }) => isole === 'ccas').map(({ id }) => id));
    commune.agents.forEach((agent, i) => {
      const siens = agent.services.filter((id) => ccas.has(id));
      if (siens.length > 0 && siens.length < agent.services.length)
        ctx.addIssue({
          code: 'custom',
          path: ['agents', i, 'services'],
          message: `« ${siens.join(', ')} » est au CCAS, un autre responsable de traitement : ses agents n’ont pas d’autre service`,
        });
    });
    if (ccas.size > 0 && !commune.ccas)
      ctx.addIssue({
        code: 'custom',
        path: ['ccas'],
        message:
          'un service est au CCAS : dites son nom, son adresse et son délégué à la protection des données',
      });
    if ((commune.declaration?.audit?.taux ?? 0) < TAUX_MIN[commune.accessibilite])
      ctx.addIssue({
        code: 'custom',
        path: ['accessibilite'],
        message: `« ${commune.accessibilite} » suppose un audit (« declaration.audit ») d’au moins ${TAUX_MIN[commune.accessibilite]} % : sans lui, c’est « non conforme »`,
      });
    const dite = malContractee(commune);
    if (dite)
      ctx.addIssue({
        code: 'custom',
        path: ['nomComplet'],
        message: `doit s’écrire « ${dite} » ; si les habitants disent autrement, indiquez « deNom »`,
      });
    if (!commune.courriel.endsWith(`@${commune.domaine}`))
      ctx.addIssue({
        code: 'custom',
        path: ['courriel'],
        message: `doit finir par @${commune.domaine} : c’est de ce domaine que partent les courriels`,
      });
    if (commune.vendrediSaint !== undefined && commune.calendrier !== 'alsace-moselle')
      ctx.addIssue({
        code: 'custom',
        path: ['vendrediSaint'],
        message: 'ne vaut que pour le calendrier alsace-moselle',
      });
  });
export type Commune = z.infer<typeof Commune>;

/** What the web shows of a commune: no agent, no client identifier, but whether FranceConnect is open. */
export const Identite = z.object({
  slug: z.string(),
  nom: z.string(),
  nomComplet: z.string(),
  fuseau: z.string(),
  courriel: z.string(),
  telephone: z.string(),
  adresse: Adresse,
  horaires: z.array(z.object({ jours: z.string(), heures: z.string() })),
  alerte: z.string().optional(),
  accessibilite: z.string(),
  connexion: z.object({ franceconnect: z.object({}).optional() }).default({}),
  tribunal: Tribunal,
  instances: Instances.optional(),
  mediateur: Mediateur.optional(),
  dpo: Dpo.optional(),
  declaration: Declaration.optional(),
  /** How it counts days, so that the browser says the same ones. */
  calendrier: z.enum(CALENDRIERS),
  vendrediSaint: z.boolean().optional(),
  feriesLocaux: z.array(z.string()).optional(),
  doctrine: Doctrine.optional(),
  theme: z.object({ accent: z.string(), accentSombre: z.string() }).optional(),
});
export type Identite = z.infer<typeof Identite>;

/** A service that the commune has closed leaves its open demandes to the mairie itself. */
export const serviceDe = (
  commune: Pick<Commune, 'services' | 'nomComplet' | 'adresse' | 'courriel' | 'telephone'>,
  id: string,
): Service => {
  const { nomComplet: nom, adresse, courriel, telephone } = commune;
  return commune.services.find((candidat) => candidat.id === id) ?? { id, nom, adresse, courriel, telephone };
};

export const adresseEnLignes = ({ voie, complement, codePostal, ville, pays }: AdresseEcrite): string[] =>
  [voie, complement ?? '', [codePostal, ville].filter(Boolean).join(' '), pays ?? ''].filter(Boolean);

type AdresseEcrite = Omit<Adresse, 'codePostal'> & {
  codePostal?: string | undefined;
  pays?: string | undefined;
};
