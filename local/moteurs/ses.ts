import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { type Ensemble, ensemble } from '../ensemble.ts';
import type { Livraisons } from '../livraisons.ts';
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
    const courriel = await PostalMime.parse(new Uint8Array(brut));
    const de = formulaire.get('Source') ?? courriel.from?.address;
    const a = destinataires(formulaire, courriel);
    if (!de || a.length === 0) return erreurXml('InvalidParameterValue', "Missing final '@domain'");
    const messageId = numeroDeCourriel();
    const le = new Date().toISOString();
    const parti = { commune, messageId, le, de, a, tags: etiquettes(formulaire, courriel) };
    await garder({ parti, courriel, brut });
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
const boite = (registre: DatabaseSync, livraisons: Livraisons): Ensemble<Envoye> => {
  const ajout = registre.prepare(
    'INSERT INTO courriels (messageId, commune, le, de, a, objet, texte, html, pieces, brut) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const garder = (envoyes: readonly Envoye[]): void => {
    for (const envoye of envoyes) ajout.run(...colonnesDe(envoye));
    for (const [commune, siens] of Map.groupBy(envoyes, ({ parti }) => parti.commune))
      livraisons.deposer(commune, 'remises', { Records: siens.flatMap(({ parti }) => annoncesDe(parti)) });
  };
  return ensemble((envoyes) => {
    registre.exec('BEGIN IMMEDIATE');
    try {
      garder(envoyes);
      registre.exec('COMMIT');
    } catch (erreur) {
      registre.exec('ROLLBACK');
      throw erreur;
    }
    void livraisons.eveiller();
  });
};

type Envoye = { parti: Parti; courriel: Email; brut: Buffer };

const colonnesDe = ({ parti, courriel, brut }: Envoye) => {
  const { messageId, commune, le, de, a } = parti;
  const { subject = '', text = '', html = '', attachments } = courriel;
  const pieces = attachments.map(({ filename, mimeType, content }) => ({
    nom: filename ?? 'pièce',
    type: mimeType,
    octets: octetsDe(content),
  }));
  return [messageId, commune, le, de, a.join(', '), subject, text, html, JSON.stringify(pieces), brut];
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
