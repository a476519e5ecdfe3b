import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Livraisons } from '../livraisons.ts';
import { type AppelAws, erreurXml, type ReponseAws, xml } from './guichet.ts';

/** SES gives its messages an identifier of this length. */
export const numeroDeCourriel = (): string => randomBytes(20).toString('hex');

/**
 * SES, as far as the product uses it: `SendRawEmail`. The mail and the event of its delivery are kept in one
 * transaction before the answer, so that what was said to be sent is never lost.
 */
export const servirSes = (registre: DatabaseSync, livraisons: Livraisons) => {
  const garder = boite(registre, livraisons);
  return async ({ commune, corps }: AppelAws): Promise<ReponseAws> => {
    const formulaire = new URLSearchParams(corps.toString());
    if (formulaire.get('Action') !== 'SendRawEmail')
      return erreurXml('InvalidAction', 'seul SendRawEmail est servi ici');
    const brut = Buffer.from(formulaire.get('RawMessage.Data') ?? '', 'base64');
    const courriel = await PostalMime.parse(new Uint8Array(brut));
    const de = formulaire.get('Source') ?? courriel.from?.address;
    const a = destinataires(formulaire, courriel);
    if (!de || a.length === 0) return erreurXml('InvalidParameterValue', "Missing final '@domain'");
    const messageId = numeroDeCourriel();
    garder(
      { commune, messageId, le: new Date().toISOString(), de, a, tags: etiquettes(formulaire, courriel) },
      courriel,
      brut,
    );
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

const boite = (registre: DatabaseSync, livraisons: Livraisons) => {
  const ajout = registre.prepare(
    'INSERT INTO courriels (messageId, commune, le, de, a, objet, texte, html, pieces, brut) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  return (parti: Parti, { subject = '', text = '', html = '', attachments }: Email, brut: Buffer): void => {
    const { messageId, commune, le, de, a } = parti;
    const pieces = attachments.map(({ filename, mimeType, content }) => ({
      nom: filename ?? 'pièce',
      type: mimeType,
      octets: octetsDe(content),
    }));
    const Sns = {
      Type: 'Notification',
      MessageId: crypto.randomUUID(),
      Timestamp: le,
      Message: JSON.stringify(remise(parti)),
    };
    registre.exec('BEGIN IMMEDIATE');
    ajout.run(messageId, commune, le, de, a.join(', '), subject, text, html, JSON.stringify(pieces), brut);
    livraisons.deposer(commune, 'remises', {
      Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns }],
    });
    registre.exec('COMMIT');
    setTimeout(() => void livraisons.eveiller(), DELAI_DE_REMISE).unref();
  };
};

/** Told before its sender has noted that it left, a delivery would collide with that note; the real SES is never so quick. */
const DELAI_DE_REMISE = 15;

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

const remise = ({ messageId, le, de, a, tags }: Parti) => {
  const mail = { timestamp: le, messageId, source: de, destination: a, tags };
  if (!a.includes(REVENU))
    return {
      eventType: 'Delivery',
      mail,
      delivery: { timestamp: le, recipients: a, processingTimeMillis: 1, smtpResponse: '250 ok' },
    };
  const bouncedRecipients = [
    {
      emailAddress: REVENU,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    },
  ];
  return {
    eventType: 'Bounce',
    mail,
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      timestamp: le,
      bouncedRecipients,
      feedbackId: messageId,
    },
  };
};
