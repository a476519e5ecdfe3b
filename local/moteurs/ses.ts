import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { type Ensemble, ensemble } from '../ensemble.ts';
import type { Livraisons } from '../livraisons.ts';
import { enUneFois } from '../registre.ts';
import { type AppelAws, erreurXml, type ReponseAws, xml } from './guichet.ts';

/** SES gives its messages an identifier of this length. */
export const numeroDeCourriel = (): string => randomBytes(20).toString('hex');

/**
 * SES, as far as the product uses it: `SendRawEmail`. The mail and the event that says so are kept in one
 * transaction before the answer, so that what was said to be sent is never lost.
 */
export const servirSes = (registre: DatabaseSync, livraisons: Livraisons) => {
  const garder = boite(registre, livraisons);
  return async ({ commune, corps }: AppelAws): Promise<ReponseAws> => {
    const formulaire = new URLSearchParams(corps.toString());
    if (formulaire.get('Action') !== 'SendRawEmail')
      return erreurXml('InvalidAction', 'seul SendRawEmail est servi ici');
    const brut = Buffer.from(formulaire.get('RawMessage.Data') ?? '', 'base64');
    const courriel = await PostalMime.parse(entetesDe(brut));
    const de = formulaire.get('Source') ?? courriel.from?.address;
    const a = destinataires(formulaire, courriel);
    if (!de || a.length === 0) return erreurXml('InvalidParameterValue', "Missing final '@domain'");
    const messageId = numeroDeCourriel();
    const le = new Date().toISOString();
    const parti = { commune, messageId, le, de, a, tags: etiquettes(formulaire, courriel) };
    await garder({ parti, objet: courriel.subject ?? '', brut });
    return xml('SendRawEmail', `<MessageId>${messageId}</MessageId>`);
  };
};

type Parti = {
  commune: string;
  messageId: string;
  le: string;
  de: string;
  a: string[];
  tags: Record<string, string[]>;
};

/** The mails of an instant are kept in one transaction, with one event for each commune that sent some. */
const boite = (registre: DatabaseSync, livraisons: Livraisons): Ensemble<Envoye, void> => {
  const ajout = registre.prepare(
    'INSERT INTO courriels (messageId, commune, le, de, a, objet, brut) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const garder = (envoyes: readonly Envoye[]): void => {
    for (const { parti, objet, brut } of envoyes) {
      const { messageId, commune, le, de, a } = parti;
      ajout.run(messageId, commune, le, de, a.join(', '), objet, brut);
    }
    for (const [commune, siens] of Map.groupBy(envoyes, ({ parti }) => parti.commune))
      livraisons.deposer(commune, 'remises', { Records: siens.flatMap(({ parti }) => annoncesDe(parti)) });
  };
  return ensemble((envoyes) => {
    enUneFois(registre, () => garder(envoyes));
    void livraisons.eveiller();
    return envoyes.map(() => undefined);
  });
};

type Envoye = { parti: Parti; objet: string; brut: Buffer };

/** What the sending needs; the body is read when a person does. */
const entetesDe = (brut: Buffer): Uint8Array => {
  const fin = brut.indexOf('\r\n\r\n');
  return new Uint8Array(fin < 0 ? brut : brut.subarray(0, fin + 4));
};

/** So many are opened at a time. */
const LIASSE = 200;

/** Opens the mails that nobody has read yet: their words and their attachments. */
export const depouiller = async (registre: DatabaseSync): Promise<void> => {
  const fermes = registre.prepare('SELECT id, brut FROM courriels WHERE texte IS NULL ORDER BY id LIMIT ?');
  const ouverture = registre.prepare('UPDATE courriels SET texte = ?, html = ?, pieces = ? WHERE id = ?');
  for (let liasse = fermes.all(LIASSE); liasse.length > 0; liasse = fermes.all(LIASSE)) {
    const lus = await Promise.all(
      liasse.map(({ brut }) => PostalMime.parse(brut as Uint8Array<ArrayBuffer>)),
    );
    enUneFois(registre, () => {
      for (const [i, courriel] of lus.entries()) ouverture.run(...corpsDe(courriel), Number(liasse[i]?.id));
    });
  }
};

const corpsDe = ({ text = '', html = '', attachments }: Email): [string, string, string] => {
  const pieces = attachments.map(({ filename, mimeType, content }) => ({
    nom: filename ?? 'pièce',
    type: mimeType,
    octets: octetsDe(content),
  }));
  return [text, html, JSON.stringify(pieces)];
};

const annoncesDe = (parti: Parti) =>
  nouvelles(parti).map((nouvelle) => ({
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    Sns: {
      Type: 'Notification',
      MessageId: crypto.randomUUID(),
      Timestamp: parti.le,
      Message: JSON.stringify(nouvelle),
    },
  }));

const octetsDe = (contenu: ArrayBuffer | Uint8Array | string): number =>
  typeof contenu === 'string' ? Buffer.byteLength(contenu) : contenu.byteLength;

const liste = (formulaire: URLSearchParams, prefixe: string): string[] =>
  [...formulaire].filter(([cle]) => cle.startsWith(prefixe)).map(([, valeur]) => valeur);

const destinataires = (formulaire: URLSearchParams, { to = [], cc = [], bcc = [] }: Email): string[] => {
  const dits = liste(formulaire, 'Destinations.member.');
  const adresses = (address: Address): string[] =>
    (address.group ? address.group.map((membre) => membre.address) : [address.address]).filter(
      Boolean,
    ) as string[];
  return dits.length > 0 ? dits : [...to, ...cc, ...bcc].flatMap(adresses);
};

/** SES reads tags from the call, and from this header of the raw mail. */
const etiquettes = (formulaire: URLSearchParams, { headers }: Email): Record<string, string[]> => {
  const entete = headers.find(({ key }) => key === 'x-ses-message-tags')?.value ?? '';
  const dansEntete = entete
    .split(',')
    .map((paire) => paire.trim().split('='))
    .filter(([nom]) => nom) as [string, string][];
  const noms = [...formulaire].filter(([cle]) => /^Tags\.member\.\d+\.Name$/.test(cle));
  const dansAppel = noms.map(
    ([cle, nom]) => [nom, formulaire.get(cle.replace(/Name$/, 'Value')) ?? ''] as [string, string],
  );
  const reglage =
    formulaire.get('ConfigurationSetName') ??
    headers.find(({ key }) => key === 'x-ses-configuration-set')?.value;
  const toutes: [string, string][] = [
    ...dansEntete,
    ...dansAppel,
    ...(reglage ? [['ses:configuration-set', reglage] as [string, string]] : []),
  ];
  return Object.fromEntries(toutes.map(([nom, valeur]) => [nom, [valeur]]));
};

/** SES's own simulator address for a mail that comes back. */
const REVENU = 'bounce@simulator.amazonses.com';

/** What SES tells of a mail: that it left, and, from the simulator, that it came back. */
const nouvelles = ({ messageId, le, de, a, tags }: Parti): object[] => {
  const mail = { timestamp: le, messageId, source: de, destination: a, tags };
  const parti = { eventType: 'Send', mail, send: {} };
  if (!a.includes(REVENU)) return [parti];
  const bouncedRecipients = [
    {
      emailAddress: REVENU,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    },
  ];
  const bounce = {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    timestamp: le,
    bouncedRecipients,
    feedbackId: messageId,
  };
  return [parti, { eventType: 'Bounce', mail, bounce }];
};
