/** The words of a text, without accents, capitals, punctuation nor drawings: what one types in a hurry is read the same. */
export const motsDe = (texte: string): string[] =>
  aPlat(texte)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

export const aPlat = (texte: string): string =>
  texte
    .toWellFormed()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .toUpperCase();

const liste = (mots: string): ReadonlySet<string> => new Set(mots.split(' '));

/** Around any word: they ask for nothing. */
const CIVILITES = liste(
  'BONJOUR BONSOIR BJR BSR SALUT COUCOU HELLO MERCI SVP STP SIL S IL TE VOUS PLAIT CORDIALEMENT MADAME MONSIEUR MME MR M MAIRIE LA BEAUCOUP BIEN A L AVANCE D',
);
const SALUTS = liste('BONJOUR BONSOIR BJR BSR SALUT COUCOU HELLO');

/** A thanks or a yes: it answers something, or closes. */
const COURTOISIES = liste(
  'OUI NON OK OKAY OKI OUAIS SI YES NO MERCI MERCIIII REMERCIE REMERCIEMENTS MILLE GRAND GRANDS PARFAIT PARFAITEMENT SUPER GENIAL TOP COOL NICKEL ENTENDU COMPRIS NOTE RECU VU ACCORD DACCORD DAC CA MARCHE ROULE VA VOLONTIERS EXACTEMENT EXACT TOUT TRES BONNE BON JOURNEE SOIREE WEEKEND WEEK END REPONSE AIDE RETOUR VOTRE POUR ENCORE INFINIMENT JE DE C EST RIEN BRAVO PAS PLUS TARD BIENTOT DEMAIN AUJOURD HUI MATIN MIDI SOIR LUNDI MARDI MERCREDI JEUDI VENDREDI SAMEDI DIMANCHE',
);
/** One of them at least: « bonne journée » alone is said to nobody. */
const ACCORDS = liste(
  'OUI NON OK OKAY OKI OUAIS YES NO MERCI REMERCIE PARFAIT PARFAITEMENT SUPER GENIAL TOP COOL NICKEL ENTENDU COMPRIS NOTE RECU VU ACCORD DACCORD DAC MARCHE ROULE VOLONTIERS EXACTEMENT EXACT BRAVO BON',
);

const ARRETS = liste(
  'STOP STOPS STOPSMS STOPPER STOPPEZ STOPPE STOPALL ARRET ARRETS ARRETER ARRETEZ ARRETE CESSEZ CESSER UNSUBSCRIBE DESABONNER DESABONNEZ DESABONNEMENT DESINSCRIRE DESINSCRIVEZ DESINSCRIPTION DESINSCRIS LAISSEZ LAISSE FICHEZ',
);
const ENVOYER = liste(
  'SMS MMS MESSAGE MESSAGES TEXTO TEXTOS PUB PUBS NOTIFICATION NOTIFICATIONS SPAM SPAMS ENVOI ENVOIS RECEVOIR ENVOYER ENVOYEZ ENVOIE ENVOYE ECRIRE ECRIVEZ ECRIS CONTACTER CONTACTEZ ECRIVE CONTACTE CONTACTEE CONTACTES SOLLICITE SOLLICITEE',
);
const NEGATIONS = liste('PLUS PAS AUCUN AUCUNE JAMAIS');
const AUTOUR_DE_L_ARRET = liste(
  'TRANQUILLE TRANQUILLES PAIX EN JE J NE N NI ME M MOI NOUS VOS CES LES DES DE D PAR TOUT TOUS TOUTES TOUTE RIEN MON CE NUMERO TELEPHONE PORTABLE LISTE VOTRE DE LA VEUX VOUDRAIS SOUHAITE DESIRE AIMERAIS MAINTENANT DEFINITIVEMENT IMMEDIATEMENT C EST BON FAUT SUFFIT CA ET OU ETRE',
);

/** « Retirez mon numéro de votre liste. » */
const RETRAITS = liste('RETIREZ RETIRER SUPPRIMEZ SUPPRIMER ENLEVEZ ENLEVER EFFACEZ EFFACER');
const DE_LA_LISTE = liste('NUMERO LISTE LISTES');

const REPRISES = liste('START UNSTOP REPRISE REPRENDRE REPRENEZ RECOMMENCER RECOMMENCEZ');
const AUTOUR_DE_LA_REPRISE = liste('LES SMS MESSAGES TEXTOS L ENVOI ENVOIS DE DES VOS');

const AIDES = liste('AIDE HELP INFO INFOS INFORMATION INFORMATIONS MENU COMMANDES');
const AUTOUR_DE_L_AIDE = liste('DE L D SMS MOT MOTS BESOIN J AI');

const PHOTOS = liste('PHOTO PHOTOS IMAGE IMAGES MMS');
const AUTOUR_DE_LA_PHOTO = liste(
  'COMMENT OU ENVOYER ENVOI ENVOYEZ UNE DES LES MA MES MON PEUT ON PEUX PUIS JE QUELLE ADRESSE QUI VOICI JOINDRE VOULAIS VOUDRAIS VEUX POUR PAR SMS',
);

const RENDEZ_VOUS = liste('RDV RENDEZVOUS RENDEZ');
const AUTOUR_DU_RENDEZ_VOUS = liste(
  'VOUS UN LE DE DES PRENDRE AVOIR OBTENIR DEMANDER DEMANDE PRISE COMMENT POUR JE J VEUX VOUDRAIS SOUHAITE AIMERAIS BESOIN AI PEUT ON PEUX PUIS EST POSSIBLE AVEC EN FAIRE FAUT',
);

const SUIVIS = liste('SUIVI SUIVIS SUIVIE SUIVIT SUIVRE SUIVIZ ETAT STATUT STATUS AVANCEMENT');
const AUTOUR_DU_SUIVI = liste(
  'OU EN EST ETES EST CE QUE MA MON MES DEMANDE DEMANDES DOSSIER DOSSIERS NUMERO NUM N NO NR REF REFERENCE POUR LE DE DU DES SUR ET VOIR SAVOIR CONNAITRE JE J AIMERAIS VOUDRAIS VEUX SOUHAITE QUEL QUELLE CODE AVEZ UNE NOUVELLES NOUVELLE AU SUJET CONCERNANT TOUJOURS CA ALORS ON SOMMES NOUS AVANCE',
);

const NOUVELLES = liste('NOUVELLE NOUVEAU AUTRE');
const AUTOUR_DE_LA_NOUVELLE = liste('DEMANDE SUJET UNE UN MESSAGE C EST POUR');

const tousDans = (mots: readonly string[], ...listes: readonly ReadonlySet<string>[]): boolean =>
  mots.every((mot) => listes.some((une) => une.has(mot)));
const unDans = (mots: readonly string[], liste: ReadonlySet<string>): boolean =>
  mots.some((mot) => liste.has(mot));

/** Said alone, a word of the machine is forgiven one slip of the finger. */
const ouPresque = (mots: readonly string[], liste: ReadonlySet<string>): boolean => {
  const nus = mots.filter((mot) => !CIVILITES.has(mot));
  return nus.length === 1 && [...liste].some((voulu) => aUneFaute(nus[0] ?? '', voulu));
};

const FAUTE_DEPUIS = 4;

const aUneFaute = (dit: string, voulu: string): boolean => {
  if (voulu.length < FAUTE_DEPUIS || dit[0] !== voulu[0] || Math.abs(dit.length - voulu.length) > 1)
    return false;
  const debut = [...voulu].findIndex((lettre, i) => lettre !== dit[i]);
  const rang = debut < 0 ? voulu.length : debut;
  const [a, b] = [dit.slice(rang), voulu.slice(rang)];
  const inversees = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || inversees;
};

/** A short code to which one must answer: `STOP 36111`. */
const COURT = /^\d{5}$/;

export const ditStop = (texte: string): boolean => {
  // An « arrêté » is an act of the mayor.
  if (/arr[eê]t[ée]?é/iu.test(texte.normalize('NFC'))) return false;
  const mots = motsDe(texte).filter((mot) => !COURT.test(mot));
  if (!tousDans(mots, ARRETS, ENVOYER, NEGATIONS, RETRAITS, AUTOUR_DE_L_ARRET, CIVILITES))
    return ouPresque(mots, PREMIERS_ARRETS);
  return (
    unDans(mots, ARRETS) ||
    (unDans(mots, NEGATIONS) && unDans(mots, ENVOYER)) ||
    (unDans(mots, RETRAITS) && unDans(mots, DE_LA_LISTE))
  );
};
const PREMIERS_ARRETS = liste('STOP STOPSMS ARRET ARRETEZ');

export const ditReprise = (mots: readonly string[]): boolean =>
  (unDans(mots, REPRISES) && tousDans(mots, REPRISES, AUTOUR_DE_LA_REPRISE, CIVILITES)) ||
  ouPresque(mots, REPRISES);

export const ditAide = (mots: readonly string[]): boolean =>
  (unDans(mots, AIDES) &&
    tousDans(mots, AIDES, AUTOUR_DE_L_AIDE, CIVILITES) &&
    !unDans(mots, liste('MERCI BIEN'))) ||
  (unDans(mots, AIDES) && tousDans(mots, AIDES, SALUTS, liste('SVP STP MERCI S IL VOUS TE PLAIT'))) ||
  ouPresque(mots, AIDES);

export const ditPhoto = (mots: readonly string[]): boolean =>
  unDans(mots, PHOTOS) && tousDans(mots, PHOTOS, AUTOUR_DE_LA_PHOTO, CIVILITES);

export const ditRendezVous = (mots: readonly string[]): boolean =>
  unDans(mots, RENDEZ_VOUS) && tousDans(mots, RENDEZ_VOUS, AUTOUR_DU_RENDEZ_VOUS, CIVILITES);

/** With its reference, nearly any question about a demande; without it, one that names the demande or the word. */
export const ditSuivi = (mots: readonly string[], avecReference: boolean): boolean => {
  const bruts = mots.filter((mot) => !(avecReference || mots[0]?.startsWith('SUIV')) || !/\d/.test(mot));
  if (!tousDans(bruts, SUIVIS, AUTOUR_DU_SUIVI, CIVILITES)) return ouPresque(bruts, SUIVIS);
  if (avecReference || unDans(bruts, SUIVIS)) return true;
  return unDans(bruts, DES_NOUVELLES) || /\bOU EN (EST|ETES|SOMMES)\b/.test(bruts.join(' '));
};

const DES_NOUVELLES = liste('NOUVELLES');

export const ditNouvelle = (mots: readonly string[]): boolean =>
  unDans(mots, NOUVELLES) && tousDans(mots, NOUVELLES, AUTOUR_DE_LA_NOUVELLE, CIVILITES);

export const ditCourtoisie = (mots: readonly string[]): boolean =>
  mots.length === 0 || (unDans(mots, ACCORDS) && tousDans(mots, COURTOISIES, CIVILITES));
