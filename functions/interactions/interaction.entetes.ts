import EmailReplyParser from 'email-reply-parser';

export type Ligne = { brute: string; dite: string; marque: boolean; vide: boolean };

/** As it is compared: the spaces of French are spaces, and what cannot be seen or makes bold is left out. */
export const ligneDe = (brute: string): Ligne => {
  const propre = brute.replace(/[\u200b-\u200f\u2060\ufeff]/g, '').replace(/[\u00a0\u202f\u2007\t]/g, ' ');
  const dite = propre
    .replace(/^[\s>|]+/, '')
    .replace(/\*{1,2}/g, '')
    .trim();
  return { brute, dite, marque: /^\s?>/.test(propre), vide: dite === '' && !/^\s?>/.test(propre) };
};

/** `entiere`: it says who and when, as only programs do; even unmarked, what follows it is what they said. */
export type Entete = { fin: number; entiere: boolean; de: string | undefined };

export const DECOR =
  /^(?:_{5,}|-{5,}|={5,}|-{2,} ?(?:message d.origine|message original|mail original|original message|message initial|e-?mail d.origine|courriel original|ursprüngliche nachricht) ?-{0,}|message du \d.{0,60}|le message d.origine .{0,40}:?)$/i;

/** The rule or the words that a program draws above a head. */
export const decorDe = (lignes: readonly Ligne[], rang: number): number => {
  let debut = rang;
  for (let i = rang - 1; i >= Math.max(0, rang - DECOR_MAX); i--) {
    const { dite = '', vide = false } = lignes[i] ?? {};
    if (DECOR.test(dite)) debut = i;
    else if (!vide && dite !== '') break;
  }
  return debut;
};
const DECOR_MAX = 5;

/** What stands at the head of a quotation, asked line by line. */
export const entetesDe = (
  lignes: readonly Ligne[],
  estConnue: (adresse: string) => boolean,
): ((rang: number) => Entete | undefined) => {
  const connue = auPlus(DEMANDES_MAX, connueAilleurs);
  return (rang) => {
    const entete = blocA(lignes, rang) ?? attributionA({ lignes, connue }, rang);
    return entete && { ...entete, entiere: entete.entiere && (!entete.de || estConnue(entete.de)) };
  };
};

type Lu = { lignes: readonly Ligne[]; connue: (dite: string) => boolean };

/** A text made to look like heads from end to end is not worth asking about each. */
const DEMANDES_MAX = 60;
const auPlus = (combien: number, demander: (dite: string) => boolean): ((dite: string) => boolean) => {
  let reste = combien;
  return (dite) => reste-- > 0 && demander(dite);
};

const ADRESSE = /[^\s<>()"',;:[\]]+@[^\s<>()"',;:[\]]+\.[^\s<>()"',;:[\]]+/;
const MOIS =
  'janv|févr|fevr|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec|jan|feb|apr|may|jun|jul|aug|sep|march|april';
const JOURS =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun\\.|mar\\.|mer\\.|jeu\\.|ven\\.|sam\\.|dim\\.|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon,|tue,|wed,|thu,|fri,|sat,|sun,';
const QUANTIEME = `(?:\\d{1,2}(?:er|st|nd|rd|th)? (?:${MOIS})[a-zéû]*\\.?|(?:${MOIS})[a-zéû]*\\.? \\d{1,2},?)`;
const UNE_DATE = new RegExp(
  `\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b|${QUANTIEME}|(?:^|[\\s,])(?:${JOURS})|\\b\\d{4}年`,
  'i',
);
/** Down to the minute, or with its year: as a program writes it. */
const DATE_DE_MACHINE = new RegExp(
  `\\b\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b|${QUANTIEME} ?,? ?\\d{4}|\\b\\d{1,2} ?[:h] ?\\d{2}\\b`,
  'i',
);

const LIGNES_MAX = 4;
const ATTRIBUTION_MAX = 400;

/** « Le … a écrit : », on one line or on several. */
const attributionA = ({ lignes, connue }: Lu, rang: number): Entete | undefined => {
  const trouvee = fenetresA(lignes, rang).find(({ dite }) => finit(dite) && estAttribution(dite, connue));
  if (!trouvee || commencePlusBas(lignes, rang, trouvee.fin)) return undefined;
  const { dite, fin } = trouvee;
  return {
    fin,
    entiere: ADRESSE.test(dite) && DATE_DE_MACHINE.test(dite),
    de: ADRESSE.exec(dite)?.[0].toLowerCase(),
  };
};

const finit = (dite: string): boolean => /[:：]\s*-*$/.test(dite);

/** The last words of the person may touch the head: they are no part of it. */
const commencePlusBas = (lignes: readonly Ligne[], rang: number, fin: number): boolean => {
  const { dite: premiere = '' } = lignes[rang] ?? {};
  const parQuand = PAR_QUAND.test(premiere) && DATE_DE_MACHINE.test(premiere);
  return Array.from({ length: fin - rang - 1 }, (_, i) =>
    lignes
      .slice(rang + i + 1, fin)
      .map(({ dite }) => dite)
      .join(' '),
  ).some(
    (dite) => (PAR_QUAND.test(dite) || (!parQuand && PAR_QUI.test(dite))) && estAttribution(dite, () => true),
  );
};

/** As a head begins, in any language: by when, or by who. */
const PAR_QUAND = /^-*\s*(?:le|on|am|el|il|em|op|den|w dniu|dnia|pe)\s/i;
const PAR_QUI = /^[^<]{0,80}<[^\s<>]+@|^[^\s<>]+@/;

/** One line, then two, as long as they follow each other and could be one head. */
const fenetresA = (lignes: readonly Ligne[], rang: number): { dite: string; fin: number }[] => {
  const proches = lignes.slice(rang, rang + LIGNES_MAX).map(({ dite }) => dite);
  const blanche = proches.indexOf('');
  return (blanche === -1 ? proches : proches.slice(0, blanche))
    .map((_, i) => ({ dite: proches.slice(0, i + 1).join(' '), fin: rang + i + 1 }))
    .filter(({ dite }) => dite.length <= ATTRIBUTION_MAX);
};

/** A person says « nous a écrit »; a program never does. */
const DE_LA_PERSONNE =
  /(?:\b(?:nous|vous|lui|leur|me|te)\s+|\b[mt]['’]\s?)(?:a|as|ai|ont|avez|avons|avait|avaient)\b.{0,30}écri/i;

const estAttribution = (dite: string, connue: Lu['connue']): boolean =>
  (ADRESSE.test(dite) || UNE_DATE.test(dite)) &&
  !DE_LA_PERSONNE.test(dite) &&
  (/^-*\s*le\s/i.test(dite) ? EN_FRANCAIS.test(dite) : EN_FRANCAIS.test(dite) || connue(dite));

/** What the library does not know of French programs. */
const EN_FRANCAIS =
  /^-*\s*(?:le\s.{3,300}\sa\s(?:écrit|ecrit|envoyé)|le\s.{3,300}\sécrivait|.{2,200}\sa\sécrit\s(?:le\s)?.{4,80}|en date de\s.{3,200}écrit|.{2,200}<[^\s<>]+@[^\s<>]+>\s(?:a\sécrit|écrivait))\s*:\s*-*$/i;

/** What it knows of the others, in twenty languages. */
const connueAilleurs = (dite: string): boolean =>
  new EmailReplyParser()
    .read(`${dite}\n> x`)
    .getFragments()
    .some((fragment) => fragment.isQuoted() && fragment.getContent().includes(dite.slice(0, 20)));

const CHAMPS: Record<string, RegExp> = {
  de: /^(?:de|from|von|expéditeur)$/i,
  envoye: /^(?:envoyé|envoyé le|sent|gesendet)$/i,
  date: /^(?:date|datum)$/i,
  a: /^(?:à|a|to|an|pour|destinataires?)$/i,
  copie: /^(?:cc|copie|copie à)$/i,
  objet: /^(?:objet|subject|sujet|betreff)$/i,
  autre: /^(?:importance|reply-to|répondre à|pièces jointes|attachments)$/i,
};
const champDe = (dite: string): { nom: string; valeur: string } | undefined => {
  const [, nom = '', valeur = ''] = /^([\p{L}\- ]{1,16}?) ?: ?(.*)$/u.exec(dite) ?? [];
  const [genre] = Object.entries(CHAMPS).find(([, forme]) => forme.test(nom)) ?? [];
  return genre ? { nom: genre, valeur } : undefined;
};

/** « De : … Envoyé : … À : … Objet : … », as Outlook and the French providers write it. */
const blocA = (lignes: readonly Ligne[], rang: number): Entete | undefined => {
  if (champDe(lignes[rang]?.dite ?? '') === undefined) return undefined;
  const { lus, fin } = champsA(lignes, rang);
  const annonce = decorDe(lignes, rang) < rang;
  const de = ADRESSE.exec(lus.get('de') ?? '')?.[0].toLowerCase();
  return estDUnProgramme(lus, annonce) ? { fin, entiere: true, de } : undefined;
};

/** « De : 12 rue Haute » is a move: a program gives an address, or the minute at which it sent. */
const estDUnProgramme = (lus: Map<string, string>, annonce: boolean): boolean => {
  const de = lus.get('de');
  const quand = lus.get('envoye') ?? lus.get('date');
  if (!de || (quand === undefined && !annonce)) return false;
  return ADRESSE.test(de) || (lus.size >= 4 && (lus.has('envoye') || annonce) && HEURE.test(quand ?? ''));
};
const HEURE = /\b\d{1,2} ?[:h] ?\d{2}/;

const champsA = (lignes: readonly Ligne[], rang: number): { lus: Map<string, string>; fin: number } => {
  const lus = new Map<string, string>();
  let fin = rang;
  for (let i = rang; i < Math.min(lignes.length, rang + BLOC_MAX) && estDuBloc(lignes, i); i++) {
    const champ = champDe(lignes[i]?.dite ?? '');
    if (champ) lus.set(champ.nom, lus.get(champ.nom) ?? champ.valeur);
    fin = i + 1;
  }
  return { lus, fin };
};
const BLOC_MAX = 24;

/** A field, the end of a long list of addresses, or a blank before another field. */
const estDuBloc = (lignes: readonly Ligne[], rang: number): boolean => {
  const { dite = '' } = lignes[rang] ?? {};
  if (dite === '') return champDe(lignes[rang + 1]?.dite ?? '') !== undefined;
  return champDe(dite) !== undefined || (ADRESSE.test(dite) && dite.length <= 300);
};
