import * as z from 'zod';
import { Slug } from '../commune/commune.ts';
import { MotifEcart } from '../interactions/interaction.ts';
import { FichiersJoints, Jointes } from '../pieces/jointes.ts';
import { PIECES_MAX } from '../pieces/piece.ts';
import { AGENTS, action, CODES_DE_SUIVI, Document, INSTRUCTEURS } from '../platform/action.ts';
import { SaisieCode } from '../usagers/code.ts';
import { Usager, UsagerQuiDepose } from '../usagers/usager.ts';
import { Accuse } from './accuse.ts';
import { CodeAttestation, Verdict } from './attestation.ts';
import { acceptation, verifierConditions } from './conditions.ts';
import { Consigne, Jour } from './consigne.ts';
import { Dispense, MotifRetrait } from './fait.ts';
import { ActeEnAttente, Dossier, Ligne, LigneRegistre, Signet, Suivi } from './formes.ts';
import { Message, Texte } from './message.ts';
import { EnBref, EnDroit, EnFait, motifFacultatif } from './raisons.ts';
import { Code, Reference } from './reference.ts';

const Valeur = z.union([z.string().max(4000), z.number(), z.boolean(), z.array(z.string().max(200)).max(20)]);
const Section = z.object({ titre: z.string(), lignes: z.array(z.string()) });

/** The pièces of the démarche that the agent does not find: the accusé lists them (CRPA R112-5, R112-11-4). */
const Manquantes = z.array(z.string().max(60)).max(PIECES_MAX).default([]);

const demande = Reference;
const version = z.number().int().min(1);
const ecrite = { par: INSTRUCTEURS, writes: true, output: z.object({ version: z.number().int() }) } as const;
/** When a decision was taken and notified, where it did not leave by this house at once. */
const dates = {
  priseLe: Jour.optional(),
  notifieeLe: Jour.optional(),
  /** Who signed the letter by hand, when that is not who writes it down. */
  signataire: z.email('Choisissez qui a signé.').toLowerCase().optional(),
};
/** An act of the commune: whoever has no delegation for it has prepared it. */
const decide = {
  ...ecrite,
  output: z.object({ version: z.number().int(), aSigner: z.literal(true).optional() }),
} as const;
const SIGNATAIRES = [...INSTRUCTEURS, 'elu'] as const;
/** Reasons in fact and in law (CRPA L211-5). */
const motivation = {
  faits: EnFait('Dites les faits qui conduisent à cette décision. (CRPA, L211-5)'),
  droit: EnDroit('Citez le texte sur lequel elle se fonde. (CRPA, L211-5)'),
};
const parLaPersonne = {
  par: ['usager'],
  writes: true,
  output: z.object({}),
  refuse: ['introuvable', 'interdit', 'geste-impossible', 'modifie-entre-temps'],
  limite: { quoi: 'suites', minutes: 60, parAdresse: 150, parIdentite: { champ: 'demande', fois: 20 } },
} as const;
const conflits = ['introuvable', 'interdit', 'geste-impossible', 'modifie-entre-temps'] as const;

export const demandeActions = {
  deposerDemande: action({
    resume: 'Déposer une demande et recevoir son accusé de réception',
    route: 'POST /demandes',
    par: ['public'],
    writes: true,
    input: z.object({
      demarche: z.string().max(80),
      usager: UsagerQuiDepose,
      reponses: z.record(z.string().max(60), Valeur),
      pieces: Jointes.default([]),
    }),
    output: z.object({ reference: z.string(), code: z.string(), accuse: Accuse, sections: z.array(Section) }),
    refuse: ['demarche-inconnue', 'reponses-incompletes', 'piece-inconnue'],
    limite: {
      quoi: 'depot',
      minutes: 60,
      parAdresse: 150,
      parIdentite: { champ: 'usager.courriel', fois: 30 },
    },
  }),
  ouvrirSuivi: action({
    resume: 'Ouvrir le suivi d’une demande avec sa référence et son code',
    route: 'POST /suivi',
    par: ['public'],
    writes: true,
    reponse: 'json',
    input: z.object({ reference: Reference, code: Code }),
    output: z.object({ reference: z.string(), cookies: z.array(z.string()) }),
    refuse: ['suivi-inconnu'],
    limite: CODES_DE_SUIVI,
  }),
  suivreDemande: action({
    resume: 'Suivre une demande : état, dates, messages, pièces',
    route: 'GET /suivi/{demande}',
    par: ['usager'],
    writes: false,
    input: z.object({ demande }),
    output: Suivi,
    refuse: ['introuvable', 'interdit'],
  }),
  imprimerAccuse: action({
    resume: 'Télécharger l’accusé de réception, en PDF accessible',
    route: 'GET /suivi/{demande}/accuse.pdf',
    par: ['usager', ...AGENTS],
    writes: true,
    reponse: 'document',
    input: z.object({ demande }),
    output: Document,
    refuse: ['introuvable', 'interdit'],
  }),
  completerDemande: action({
    resume: 'Envoyer les pièces demandées',
    route: 'POST /suivi/{demande}/pieces',
    par: ['usager'],
    writes: true,
    input: z.object({
      demande,
      pieces: Jointes.min(1, 'Ajoutez au moins un fichier.'),
    }),
    output: z.object({ complet: z.boolean() }),
    refuse: ['introuvable', 'interdit', 'geste-impossible', 'piece-inconnue', 'modifie-entre-temps'],
  }),
  ecrireMairie: action({
    resume: 'Écrire à la mairie au sujet d’une demande',
    route: 'POST /suivi/{demande}/messages',
    par: ['usager'],
    writes: true,
    input: z.object({ demande, texte: Texte }),
    output: Message,
    refuse: ['introuvable', 'interdit'],
    limite: { quoi: 'message', minutes: 60, parAdresse: 300, parIdentite: { champ: 'demande', fois: 30 } },
  }),
  listerDemandes: action({
    resume: 'Lister les demandes de ses services, la plus urgente en premier',
    route: 'GET /demandes',
    par: AGENTS,
    writes: false,
    /** With the mark of a page, what follows it. */
    input: Signet.partial().extend({ vue: z.enum(['ouvertes', 'closes']).default('ouvertes') }),
    output: z.object({
      lignes: z.array(Ligne),
      services: z.array(z.object({ id: z.string(), nom: z.string() })),
      /** Where to go on, when a service has more than one page; empty when all is there. */
      suites: z.array(Signet),
    }),
    refuse: [],
  }),
  consulterDemande: action({
    resume: 'Ouvrir un dossier (la lecture laisse une trace que l’usager voit)',
    route: 'GET /demandes/{demande}',
    par: AGENTS,
    writes: true,
    input: z.object({ demande }),
    output: Dossier,
    refuse: ['introuvable', 'interdit'],
  }),
  qualifierDemande: action({
    ...ecrite,
    resume: 'Dire quelle démarche et quel service répondent à un message, et en accuser réception',
    route: 'POST /demandes/{demande}/qualification',
    par: AGENTS,
    input: z.object({
      demande,
      version,
      demarche: Slug.max(80, 'Choisissez une démarche.'),
      /** What is known of the questions on which the regime depends. */
      reponses: z.record(z.string().max(40), z.union([z.string().max(200), z.boolean()])).default({}),
      /** Another service than that of the démarche: what is asked freely may be for any of them. */
      service: Slug.optional(),
      manquantes: Manquantes,
    }),
    refuse: [...conflits, 'demarche-inconnue', 'reponses-incompletes', 'entree-invalide'],
  }),
  ecarterDemande: action({
    ...ecrite,
    resume: 'Classer un message qui n’est pas une demande, avec son motif',
    route: 'POST /demandes/{demande}/ecart',
    par: AGENTS,
    input: z.object({
      demande,
      version,
      motif: MotifEcart,
      precision: motifFacultatif(500),
    }),
    refuse: conflits,
  }),
  prendreEnCharge: action({
    ...ecrite,
    resume: 'Prendre un dossier en charge',
    route: 'POST /demandes/{demande}/prise-en-charge',
    input: z.object({ demande, version }),
    refuse: conflits,
  }),
  demanderPieces: action({
    ...ecrite,
    resume: 'Demander les pièces qui manquent',
    route: 'POST /demandes/{demande}/pieces-manquantes',
    input: z.object({
      demande,
      version,
      pieces: z
        .array(
          z.object({
            id: z.string().max(60).optional(),
            nom: z.string().trim().min(1, 'Nommez la pièce.').max(120),
            motif: motifFacultatif(300),
          }),
        )
        .min(1, 'Choisissez au moins une pièce.')
        .max(PIECES_MAX),
      jusquau: z.iso.date('Indiquez une date.'),
      message: z.string().trim().max(2000).default(''),
    }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  ecrireUsager: action({
    resume: 'Écrire à la personne',
    route: 'POST /demandes/{demande}/messages',
    par: AGENTS,
    writes: true,
    /** `vue`: the version that the agent was reading; what came since waits for a reader still. */
    input: z.object({
      demande,
      texte: Texte,
      vue: version.optional(),
      fichiers: FichiersJoints.default([]),
    }),
    output: Message,
    refuse: ['introuvable', 'interdit', 'piece-inconnue'],
  }),
  marquerLue: action({
    ...ecrite,
    resume: 'Dire que l’on a lu ce que la personne a écrit sur une demande close',
    route: 'POST /demandes/{demande}/lecture',
    par: AGENTS,
    input: z.object({ demande, version }),
    refuse: ['introuvable', 'interdit', 'modifie-entre-temps'],
  }),
  accepterDemande: action({
    ...decide,
    resume: 'Accepter la demande et prévenir la personne',
    route: 'POST /demandes/{demande}/acceptation',
    input: z.object({ demande, version, ...acceptation, ...dates }).superRefine(verifierConditions),
    refuse: [...conflits, 'entree-invalide'],
  }),
  cloturerDemande: action({
    ...ecrite,
    resume: 'Terminer une demande qui n’appelle pas de décision',
    route: 'POST /demandes/{demande}/cloture',
    input: z.object({
      demande,
      version,
      texte: EnBref('Dites à la personne ce qui a été fait.', 4000),
    }),
    refuse: conflits,
  }),
  refuserDemande: action({
    ...decide,
    resume: 'Refuser la demande, avec ses motifs de fait et de droit',
    route: 'POST /demandes/{demande}/refus',
    input: z.object({
      demande,
      version,
      faits: EnFait('Dites ce qui, dans la situation, conduit au refus. (CRPA, L211-5)'),
      droit: EnDroit('Citez le texte sur lequel le refus se fonde. (CRPA, L211-5)'),
      ...dates,
    }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  saisirDemande: action({
    resume: 'Saisir une demande reçue au guichet, par courrier ou par téléphone',
    route: 'POST /demandes/saisies',
    par: AGENTS,
    writes: true,
    input: z.object({
      demarche: z.string().max(80),
      canal: z.enum(['guichet', 'courrier', 'telephone']),
      /** The day on which the commune received it, which the law counts from. */
      recueLe: Jour,
      transmisePar: z
        .object({
          administration: z.string().trim().min(1, 'Nommez l’administration.').max(120),
          recueLe: Jour,
        })
        .optional(),
      usager: Usager,
      reponses: z.record(z.string().max(60), Valeur),
      manquantes: Manquantes,
    }),
    /** `accuse`: there is one to print. */
    output: z.object({ reference: z.string(), accuse: z.boolean(), sections: z.array(Section) }),
    refuse: ['interdit', 'demarche-inconnue', 'reponses-incompletes', 'entree-invalide'],
  }),
  consignerFait: action({
    ...decide,
    resume: 'Consigner ce qui est arrivé à un dossier, et en dire l’effet à la personne',
    route: 'POST /demandes/{demande}/faits',
    input: z.object({ demande, version, fait: Consigne }),
    refuse: [...conflits, 'entree-invalide', 'piece-inconnue'],
  }),
  examinerPieces: action({
    ...ecrite,
    resume: 'Accepter les pièces reçues, ou dire pourquoi l’une ne convient pas',
    route: 'POST /demandes/{demande}/examen',
    input: z.object({
      demande,
      version,
      verdicts: z
        .array(
          z.object({
            id: z.string().max(60),
            verdict: z.enum(['acceptee', 'refusee']),
            motif: motifFacultatif(300),
          }),
        )
        .min(1, 'Choisissez au moins une pièce.')
        .max(PIECES_MAX),
      /** By when a refused pièce must come again. */
      jusquau: Jour.optional(),
    }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  communiquerMotifs: action({
    ...decide,
    resume: 'Donner les raisons d’un rejet né du silence',
    route: 'POST /demandes/{demande}/motifs',
    input: z.object({ demande, version, ...motivation }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  retirerDecision: action({
    ...decide,
    resume: 'Retirer ou abroger une décision qui donnait un droit',
    route: 'POST /demandes/{demande}/retrait',
    par: ['responsable', 'administrateur'],
    input: z.object({
      demande,
      version,
      nature: z.enum(['retrait', 'abrogation']),
      motif: MotifRetrait,
      ...motivation,
      /** Why the person was not heard first (CRPA L121-2). */
      dispense: z
        .object({
          cas: Dispense,
          raisons: EnFait('Dites pourquoi la personne n’a pas été entendue. (CRPA, L121-2)'),
        })
        .optional(),
    }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  envisagerRetrait: action({
    ...ecrite,
    resume:
      'Dire à la personne qu’on envisage de revenir sur une décision, et lui laisser le temps de répondre',
    route: 'POST /demandes/{demande}/retrait-envisage',
    par: ['responsable', 'administrateur'],
    input: z.object({
      demande,
      version,
      nature: z.enum(['retrait', 'abrogation']),
      motif: MotifRetrait,
      ...motivation,
      jusquau: Jour,
    }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  presenterObservations: action({
    ...parLaPersonne,
    resume: 'Répondre à ce que la mairie envisage',
    route: 'POST /suivi/{demande}/observations',
    input: z.object({ demande, texte: Texte }),
  }),
  delivrerAttestation: action({
    resume: 'Télécharger l’attestation d’une acceptation née du silence',
    route: 'GET /suivi/{demande}/attestation.pdf',
    par: ['usager', ...AGENTS],
    writes: true,
    reponse: 'document',
    ressources: ['secret:attestations'],
    input: z.object({ demande }),
    output: Document,
    refuse: ['introuvable', 'interdit', 'geste-impossible'],
  }),
  verifierAttestation: action({
    resume: 'Dire si une attestation est authentique et tient toujours',
    route: 'POST /attestations/verification',
    par: ['public'],
    writes: false,
    ressources: ['secret:attestations'],
    input: z.object({ code: CodeAttestation, signature: z.string().max(200).optional() }),
    output: Verdict,
    refuse: ['attestation-inconnue'],
    limite: { quoi: 'attestation', minutes: 60, parAdresse: 300, echecs: ['attestation-inconnue'] },
  }),
  demanderMotifs: action({
    ...parLaPersonne,
    resume: 'Demander à la mairie les raisons d’un rejet né du silence',
    route: 'POST /suivi/{demande}/motifs',
    input: z.object({ demande }),
  }),
  contesterDecision: action({
    ...parLaPersonne,
    resume: 'Demander à la mairie de revoir sa décision (recours gracieux)',
    route: 'POST /suivi/{demande}/recours',
    input: z.object({ demande, texte: Texte }),
    output: z.object({ reference: z.string(), code: z.string(), sections: z.array(Section) }),
    refuse: [...parLaPersonne.refuse, 'demarche-inconnue'],
  }),
  demanderDesistement: action({
    ...parLaPersonne,
    resume: 'Recevoir, à l’adresse ou au numéro de la demande, le code qui confirme qu’on y renonce',
    route: 'POST /suivi/{demande}/desistement/code',
    input: z.object({ demande }),
    output: z.object({ connexion: z.uuid(), par: z.enum(['courriel', 'sms']) }),
    refuse: ['introuvable', 'interdit', 'geste-impossible'],
    limite: {
      quoi: 'code-de-desistement',
      minutes: 60,
      parAdresse: 40,
      parIdentite: { champ: 'demande', fois: 3, partout: 5 },
    },
  }),
  seDesister: action({
    ...parLaPersonne,
    resume: 'Renoncer à sa demande, avec le code reçu',
    route: 'POST /suivi/{demande}/desistement',
    input: z.object({ demande, connexion: z.uuid(), code: SaisieCode }),
    refuse: [...parLaPersonne.refuse, 'code-faux', 'code-perime'],
    limite: {
      quoi: 'essai-de-desistement',
      minutes: 60,
      parAdresse: 120,
      echecs: ['code-faux', 'code-perime'],
    },
  }),
  listerASigner: action({
    resume: 'Lire les actes que l’on peut signer aujourd’hui, chacun avec sa lettre',
    route: 'GET /agents/a-signer',
    par: SIGNATAIRES,
    writes: false,
    input: z.object({}),
    output: z.object({ actes: z.array(ActeEnAttente) }),
    refuse: [],
  }),
  signerActe: action({
    resume: 'Signer un acte préparé, et prévenir la personne',
    route: 'POST /demandes/{demande}/signature',
    par: SIGNATAIRES,
    writes: true,
    input: z.object({ demande, version }),
    /** What changed since, or forbids it now, sends it back to who prepared it. */
    output: z.object({ issue: z.enum(['signe', 'renvoye']), raisons: z.array(z.string()) }),
    refuse: [...conflits, 'entree-invalide'],
  }),
  renvoyerActe: action({
    resume: 'Renvoyer un acte à qui l’a préparé, avec un mot',
    route: 'POST /demandes/{demande}/renvoi',
    par: SIGNATAIRES,
    writes: true,
    input: z.object({ demande, version, mot: EnBref('Dites ce qu’il faut corriger.', 1000) }),
    output: z.object({ version: z.number().int() }),
    refuse: conflits,
  }),
  abandonnerProjet: action({
    ...ecrite,
    resume: 'Abandonner un acte préparé, qui n’est pas signé',
    route: 'POST /demandes/{demande}/projet/abandon',
    input: z.object({ demande, version }),
    refuse: conflits,
  }),
  consulterRegistre: action({
    resume: 'Lire le registre des demandes que le silence peut accepter et qui intéressent des tiers',
    route: 'GET /registre',
    par: ['public'],
    writes: false,
    input: z.object({ annee: z.coerce.number().int().min(2020).max(2199).optional() }),
    output: z.object({ annee: z.number().int(), lignes: z.array(LigneRegistre) }),
    refuse: [],
  }),
};
