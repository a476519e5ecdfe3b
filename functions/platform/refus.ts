/** Every refusal the product may answer: its HTTP status and its sentence for the person. Codes are stable. */
export const catalogue = {
  'json-illisible': { status: 400, phrase: 'Le contenu envoyé est illisible : il faut un objet JSON.' },
  'entree-invalide': { status: 400, phrase: 'Certaines informations manquent ou sont mal écrites.' },
  'corps-trop-grand': { status: 413, phrase: 'Le contenu envoyé est trop volumineux.' },
  'route-inconnue': { status: 404, phrase: 'Cette adresse n’existe pas.' },
  'origine-refusee': {
    status: 403,
    phrase: 'Cette action doit être faite depuis le site de la commune. Rechargez la page.',
  },
  'hors-du-site': {
    status: 403,
    phrase: 'Cette adresse ne répond qu’au site de la commune. Passez par lui.',
  },
  'non-connecte': { status: 401, phrase: 'Connectez-vous pour continuer.' },
  'habilitation-retiree': {
    status: 401,
    phrase: 'Votre accès à l’espace des agents a été retiré. Voyez avec l’administrateur de votre commune.',
  },
  interdit: { status: 403, phrase: 'Vous n’avez pas accès à cette page ou à cette action.' },
  introuvable: { status: 404, phrase: 'Nous ne trouvons pas ce que vous cherchez.' },
  'cle-deja-utilisee': {
    status: 422,
    phrase: 'Cette clé d’envoi a déjà servi pour un autre contenu. Rechargez la page et recommencez.',
  },
  'modifie-entre-temps': {
    status: 409,
    phrase: 'Quelqu’un a modifié ce dossier entre-temps. Voici son état à jour.',
  },
  'demarche-inconnue': { status: 404, phrase: 'Cette démarche n’existe pas dans cette commune.' },
  'reponses-incompletes': { status: 422, phrase: 'Certaines réponses manquent ou sont à corriger.' },
  'suivi-inconnu': {
    status: 404,
    phrase:
      'Aucune demande ne correspond à cette référence et à ce code. Vérifiez-les sur votre accusé de réception.',
  },
  'geste-impossible': {
    status: 409,
    phrase: 'Ce n’est plus possible dans l’état actuel de la demande.',
  },
  'piece-inconnue': {
    status: 404,
    phrase: 'Cette pièce n’est pas arrivée, ou elle a expiré. Envoyez-la à nouveau.',
  },
  'piece-vide': { status: 422, phrase: 'Ce fichier est vide. Choisissez-en un autre.' },
  'piece-trop-lourde': {
    status: 413,
    phrase: 'Ce fichier dépasse 10 Mo. Choisissez une photo moins lourde.',
  },
  'piece-type-refuse': {
    status: 415,
    phrase: 'Ce type de fichier n’est pas accepté. Envoyez un PDF ou une photo (JPEG, PNG, HEIC ou WebP).',
  },
  'attestation-inconnue': {
    status: 404,
    phrase: 'Aucune attestation de cette commune ne porte ce code. Vérifiez les lettres et les chiffres.',
  },
  'code-faux': { status: 422, phrase: 'Ce code n’est pas le bon.' },
  'code-perime': {
    status: 410,
    phrase: 'Ce code ne sert plus : il dure dix minutes et cinq essais. Demandez-en un nouveau.',
  },
  'trop-de-demandes': {
    status: 429,
    phrase: 'Cela a été demandé trop souvent en peu de temps. Réessayez {quand}.',
  },
  'connexion-echouee': {
    status: 401,
    phrase: 'La connexion n’a pas abouti. Recommencez depuis la page de connexion.',
  },
  'agent-inconnu': {
    status: 403,
    phrase: 'Votre compte n’est pas encore habilité dans cette commune. Demandez à votre administrateur.',
  },
} as const;

export type CodeRefus = keyof typeof catalogue;

/** One thing to mend, tied to a field where there is one. */
export type Detail = { champ?: string; phrase: string };

/** The one thrown type: a refusal from the catalogue, which only the edge translates. */
export class Refus extends Error {
  readonly code: CodeRefus;
  readonly details: readonly Detail[];
  /** What fills the `{blanks}` of the sentence. */
  readonly mots: Readonly<Record<string, string>>;

  constructor(code: CodeRefus, details: readonly Detail[] = [], mots: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'Refus';
    this.code = code;
    this.details = details;
    this.mots = mots;
  }
}

export type CorpsRefus = {
  code: CodeRefus | 'panne';
  phrase: string;
  details: readonly Detail[];
  incident?: string;
};

export const corpsDe = (refus: Refus): CorpsRefus => ({
  code: refus.code,
  phrase: catalogue[refus.code].phrase.replace(
    /\{(\w+)\}/g,
    (_, mot: string) => refus.mots[mot] ?? 'plus tard',
  ),
  details: refus.details,
});
