import * as z from 'zod';
import { AdressePostale } from '../commune/commune.ts';
import { Statut } from '../demandes/gestes.ts';
import { Code, Reference } from '../demandes/reference.ts';
import { action, CODES_DE_SUIVI, Redirection, RetourOidc } from '../platform/action.ts';
import { SaisieCode } from './code.ts';
import { Moyen } from './compte.ts';
import { Contact } from './contact.ts';
import { Personne } from './nom.ts';

/** A page of the portal, and nothing that a browser could take for another site. */
const Page = z
  .string()
  .max(200)
  .regex(/^\/(?!\/)(?!api\/)[\w/-]*$/);

/** What an account knows of a form before it is filled. */
const Saisie = z.object({
  qualite: z.enum(['particulier', 'entreprise', 'association', 'association-siret']).optional(),
  prenom: z.string().optional(),
  nom: z.string().optional(),
  siret: z.string().optional(),
  rna: z.string().optional(),
  adresse: AdressePostale.optional(),
  courriel: z.string().optional(),
  telephone: z.string().optional(),
});
export type Saisie = z.infer<typeof Saisie>;

/** A line of « Mes demandes ». */
const Mienne = z.object({
  reference: z.string(),
  objet: z.string(),
  statut: Statut,
  aQui: z.enum(['usager', 'mairie', 'personne']),
  service: z.string(),
  recueLe: z.string(),
  terme: z.object({ le: z.string(), sens: z.enum(['acceptation', 'rejet']) }).optional(),
  /** When something last happened to it. */
  bougeLe: z.string(),
});
export type Mienne = z.infer<typeof Mienne>;

/** Three from one place, five from everywhere: with five tries each, twenty-five guesses an hour at one contact. */
const CODES_ENVOYES = {
  quoi: 'code',
  minutes: 60,
  parAdresse: 40,
  parIdentite: { champ: 'contact.cle', fois: 3, partout: 5 },
} as const;
const CODES_FAUX = {
  quoi: 'essai-de-code',
  minutes: 60,
  parAdresse: 120,
  echecs: ['code-faux', 'code-perime'],
} as const;

export const usagerActions = {
  connecterUsager: action({
    resume: 'Partir s’identifier chez FranceConnect',
    route: 'GET /compte/connexion',
    par: ['public'],
    writes: true,
    reponse: 'redirection',
    ressources: ['secret:franceconnect'],
    input: z.object({ vers: Page.optional() }),
    output: Redirection,
    refuse: ['connexion-echouee', 'introuvable'],
  }),
  accueillirUsager: action({
    resume: 'Revenir de FranceConnect et ouvrir son compte',
    route: 'GET /compte/retour',
    par: ['public'],
    writes: true,
    reponse: 'redirection',
    ressources: ['secret:franceconnect'],
    input: RetourOidc,
    output: Redirection,
    refuse: ['connexion-echouee', 'introuvable'],
  }),
  envoyerCode: action({
    resume: 'Recevoir un code par courriel ou par SMS, pour s’identifier sans mot de passe',
    route: 'POST /compte/code',
    par: ['public'],
    writes: true,
    limite: CODES_ENVOYES,
    input: z.object({ contact: Contact }),
    output: z.object({ connexion: z.uuid(), par: z.enum(['courriel', 'sms']) }),
    refuse: ['entree-invalide'],
  }),
  confirmerCode: action({
    resume: 'Donner le code reçu, et ouvrir son compte',
    route: 'POST /compte/confirmation',
    par: ['public'],
    writes: true,
    limite: CODES_FAUX,
    /** Without a name, what others asked with the same contact stays theirs, and so does what one asked oneself. */
    input: z.object({ connexion: z.uuid(), code: SaisieCode, ...Personne }),
    output: z.object({ cookies: z.array(z.string()) }),
    refuse: ['code-faux', 'code-perime'],
  }),
  verifierContact: action({
    resume: 'Recevoir un code pour ajouter un contact au compte ouvert',
    route: 'POST /compte/contacts/code',
    par: ['usager'],
    writes: true,
    limite: CODES_ENVOYES,
    input: z.object({ contact: Contact }),
    output: z.object({ connexion: z.uuid(), par: z.enum(['courriel', 'sms']) }),
    refuse: ['non-connecte', 'entree-invalide'],
  }),
  ajouterContact: action({
    resume: 'Donner le code reçu, et ajouter ce contact au compte qui l’a demandé',
    route: 'POST /compte/contacts',
    par: ['usager'],
    writes: true,
    limite: CODES_FAUX,
    input: z.object({ connexion: z.uuid(), code: SaisieCode }),
    output: z.object({ cookies: z.array(z.string()) }),
    refuse: ['non-connecte', 'code-faux', 'code-perime'],
  }),
  deconnecterUsager: action({
    resume: 'Fermer sa session, ici et chez FranceConnect',
    route: 'POST /compte/deconnexion',
    /** Also who no longer has one: what the browser kept of it must go. */
    par: ['public'],
    writes: true,
    ressources: ['secret:franceconnect'],
    input: z.object({}),
    output: z.object({ vers: z.string(), cookies: z.array(z.string()) }),
    refuse: [],
  }),
  consulterCompte: action({
    resume: 'Savoir qui l’on est, et ce que le compte peut écrire dans un formulaire',
    route: 'GET /compte',
    par: ['usager'],
    writes: false,
    input: z.object({}),
    output: z.object({
      moyen: Moyen,
      nom: z.string().optional(),
      contacts: z.array(z.string()),
      saisie: Saisie,
    }),
    refuse: ['non-connecte'],
  }),
  listerMesDemandes: action({
    resume: 'Voir toutes ses demandes, quel qu’en soit le canal',
    route: 'GET /mes-demandes',
    par: ['usager'],
    writes: false,
    input: z.object({}),
    /** `autres`: how many someone else has asked with the same contacts. */
    output: z.object({ lignes: z.array(Mienne), autres: z.number().int() }),
    refuse: ['non-connecte'],
  }),
  rattacherDemande: action({
    resume: 'Ajouter à son compte une demande déposée avant, avec sa référence et son code',
    route: 'POST /mes-demandes',
    par: ['usager'],
    writes: true,
    limite: CODES_DE_SUIVI,
    input: z.object({ reference: Reference, code: Code.optional() }),
    output: z.object({ reference: z.string() }),
    refuse: ['non-connecte', 'suivi-inconnu'],
  }),
};
