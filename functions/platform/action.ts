import * as z from 'zod';
import type { CodeRefus } from './refus.ts';

export const Role = z.enum(['accueil', 'instructeur', 'responsable', 'administrateur', 'elu']);
export type Role = z.infer<typeof Role>;

/** Who may ask. `public` needs no session; `usager` holds the code of a demande; `horloge` is the house itself. */
export type Profil = 'public' | 'usager' | Role | 'horloge';

/** The agents who treat demandes; élus see figures only. */
export const AGENTS = [
  'accueil',
  'instructeur',
  'responsable',
  'administrateur',
] as const satisfies readonly Role[];
export const INSTRUCTEURS = [
  'instructeur',
  'responsable',
  'administrateur',
] as const satisfies readonly Role[];

/** What the front of the site bears to be believed, and let in. */
export const EN_TETE_DU_FRONT = 'x-parvis-bord';

type Methode = 'GET' | 'POST' | 'PUT' | 'DELETE';
export type Route = `${Methode} /${string}`;

/** Which changes of the table a consumer wants: those of a type of item; `avec`, only if the new one has that attribute. */
export type Voulu = { type: string; avec?: 'promis' };

/**
 * What wakes an action that no one asks over HTTP. `lecteur`: the table's stream itself, read by one action for all.
 * `flux`: what the reader hands over; `cadence`: through a queue of its own, no faster than the commune may send.
 * `relance`: what failed waits to be tried again.
 */
export type Declencheur =
  | { type: 'machine' }
  | { type: 'horaire'; cron: string }
  | { type: 'lecteur' }
  | { type: 'flux'; voulus: readonly Voulu[]; cadence?: true }
  | { type: 'relance' }
  | { type: 'courriel' }
  | { type: 'sms' }
  | { type: 'remises' };

/** What an action touches besides the table; the stack grants this and nothing more. */
export type Ressource =
  | 'secret:proconnect'
  | 'secret:franceconnect'
  | 'secret:attestations'
  | 'pieces:lire'
  | 'pieces:ecrire'
  | 'courriels:lire'
  | 'courriels:envoyer'
  | 'sms:envoyer'
  | 'horloges:armer'
  | 'horloges:lister'
  | 'flux:remettre'
  | 'perdus:relancer'
  | 'table:retoucher';

/** `json` unless said otherwise: a redirection carries an address, a document carries bytes. */
export type Reponse = 'json' | 'redirection' | 'document';

/**
 * How often something may be done in a lapse of time: from one address, and about one identity, which a field of the
 * input names (`usager.courriel`). It is counted once the rights are checked. An identity is counted with the address
 * from which it is named, so that a stranger cannot use up someone else's; `partout` counts it from everywhere too.
 * With `echecs`, only these refusals are counted: whoever is right always passes. Same `quoi`, same count.
 */
export type Limite = {
  quoi: string;
  minutes: number;
  parAdresse: number;
  parIdentite?: { champ: string; fois: number; partout?: number };
  echecs?: readonly CodeRefus[];
};

/** Wrong tracking codes: sixty random bits hold anyway, and the one who has the right code must never wait. */
export const CODES_DE_SUIVI = {
  quoi: 'suivi',
  minutes: 60,
  parAdresse: 300,
  parIdentite: { champ: 'reference', fois: 30, partout: 100 },
  echecs: ['suivi-inconnu'],
} as const satisfies Limite;

export type Contract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  resume: string;
  par: readonly Profil[];
  writes: boolean;
  input: I;
  output: O;
  refuse: readonly CodeRefus[];
  reponse?: Reponse;
  ressources?: readonly Ressource[];
  limite?: Limite;
} & ({ route: Route; sur?: undefined } | { route?: undefined; sur: Declencheur });

/** Declares one thing that a person, or the clock, can ask of the commune. */
export const action = <const C extends Contract>(contract: C): C => contract;

export type Input<C extends Contract> = z.infer<C['input']>;
export type Output<C extends Contract> = z.infer<C['output']>;

/** The reply of a `redirection`: where to go, and which cookies to set on the way. */
export const Redirection = z.object({ vers: z.string(), cookies: z.array(z.string()) });
export type Redirection = z.infer<typeof Redirection>;

/** What an OpenID provider sends back in the address. */
export const RetourOidc = z
  .object({
    code: z.string().max(2000).optional(),
    state: z.string().max(200),
    iss: z.string().max(300).optional(),
    error: z.string().max(200).optional(),
  })
  .loose();

/** The reply of a `document`: its bytes in base 64. */
export const Document = z.object({ nom: z.string(), type: z.string(), contenu: z.base64() });
export type Document = z.infer<typeof Document>;
