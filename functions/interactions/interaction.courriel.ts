import type { Address, Email } from 'postal-mime';
import { couper } from '../platform/texte.ts';
import { courrielDe } from '../usagers/courriel.ts';
import { machineDe } from './automate.ts';
import { lireParties, type Parties } from './interaction.parties.ts';
import type { Jointe, Lecture } from './lecture.ts';

/** What SES says of a mail before anyone opens it. */
export type Enveloppe = { source?: string | undefined; destination: readonly string[] };

/** Reads a mail as its program meant it. Throws when nobody could. */
export const lireCourriel = async (
  brut: Uint8Array,
  { source, destination }: Enveloppe,
): Promise<Lecture> => {
  const parties = await lireParties(brut);
  const { email } = parties;
  const de = adresseDe(email.from);
  const texte = texteDe(parties);
  const objet = uneLigne(email.subject);
  return {
    de,
    nom: nomDe(email.from),
    objet: couper(objet, OBJET_MAX, '…'),
    texte: couper(texte, TEXTE_MAX, SUITE) + (parties.coupe && texte.length <= TEXTE_MAX ? SUITE : ''),
    messageId: (email.messageId ?? '').trim(),
    date: email.date ?? '',
    fil: `${email.references ?? ''} ${email.inReplyTo ?? ''}`,
    destinataires: [...destination, ...adresses(email)],
    repondreA: repondreADe(email, de),
    machine: machineDe({
      entetes: email.headers,
      de: de || (email.from?.address ?? ''),
      retour: source,
      objet,
      texte,
      agenda: parties.agenda,
    }),
    illisible: parties.illisible,
    jointes: nommer(parties.jointes),
    laissees: parties.laissees.map((laissee) => couper(laissee, 300, '…')),
    joint: parties.messages
      .map(({ email: dedans }) => correspondantDe(dedans.from))
      .find(({ de: autre }) => autre),
  };
};

const TEXTE_MAX = 100_000;
const SUITE = '\n(La suite est dans l’original.)';
const OBJET_MAX = 200;

const uneLigne = (texte: string | undefined): string =>
  (texte ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const adresseDe = (adresse: Address | undefined): string => courrielDe(adresse?.address ?? '') ?? '';
const nomDe = (adresse: Address | undefined): string => couper(uneLigne(adresse?.name), 80, '…');
const correspondantDe = (adresse: Address | undefined) => ({ de: adresseDe(adresse), nom: nomDe(adresse) });

/** Where an answer is wanted, when it is not where the mail comes from. */
const repondreADe = ({ replyTo = [] }: Email, de: string): Lecture['repondreA'] => {
  const voulu = replyTo.map(correspondantDe).find(({ de: autre }) => autre !== '');
  return voulu && voulu.de !== de ? voulu : undefined;
};

const adresses = ({ to = [], cc = [], deliveredTo }: Email): string[] =>
  [...to.map(({ address }) => address), ...cc.map(({ address }) => address), deliveredTo].filter(
    (adresse) => adresse !== undefined,
  );

const texteDe = ({ texte, messages }: Parties): string =>
  [texte, ...messages.map(messageJoint)]
    .join('\n\n')
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/\n[ \t]*\n([ \t]*\n)+/g, '\n\n')
    .trim();

/** A mail that came inside another, under its head. */
const messageJoint = (parties: Parties): string => {
  const { from, subject, date } = parties.email;
  const { de, nom } = correspondantDe(from);
  const qui = [nom, de && `<${de}>`].filter(Boolean).join(' ') || 'expéditeur inconnu';
  return [
    '---------- Message joint ----------',
    `De : ${qui}`,
    ...(date ? [`Date : ${date}`] : []),
    `Objet : ${uneLigne(subject)}`,
    '',
    texteDe(parties),
  ].join('\n');
};

const NOM_MAX = 120;

/** Two files of one name are two files. */
const nommer = (jointes: readonly Jointe[]): Jointe[] => {
  const vus = new Map<string, number>();
  return jointes.map((jointe) => {
    const nom = couper(nomPropre(jointe.nom), NOM_MAX) || 'sans nom';
    const rang = (vus.get(nom.toLowerCase()) ?? 0) + 1;
    vus.set(nom.toLowerCase(), rang);
    return { ...jointe, nom: rang === 1 ? nom : nom.replace(/(\.[^.]{1,6})?$/, ` (${rang})$1`) };
  });
};

const nomPropre = (nom: string): string =>
  nom
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}/\\]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
