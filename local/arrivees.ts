import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server';
import type { Commune } from '../functions/commune/commune.ts';
import { bucketDesCourriels } from './commun.ts';
import { type Ecoute, portOccupe } from './ecoute.ts';
import type { Livraisons } from './livraisons.ts';
import { numeroDeCourriel } from './moteurs/ses.ts';

/** A laptop cannot ask a domain whether it sent a mail: this header says what SES would have found. */
export const ENTETE_PREUVE = 'X-Parvis-Preuve';
const VERDICTS: Record<string, string> = { aucune: 'GRAY', dementie: 'FAIL' };

/** What SES receiving takes is 40 MB; a mailbox rarely takes more than this. */
const TAILLE_MAX = 25 * 1024 * 1024;

export type Arrivees = Ecoute & { ouvrir(s3: S3Client, livraisons: Livraisons): void };
type Portes = { s3: S3Client; livraisons: Livraisons };

const refus = (responseCode: number, phrase: string): Error =>
  Object.assign(new Error(phrase), { responseCode });

/** The mail that comes to the communes: kept whole in their bucket, then told to them, before it is acknowledged. */
export const ouvrirArrivees = (port: number, communes: readonly Commune[]): Promise<Arrivees> =>
  new Promise((resoudre, refuser) => {
    let portes: Portes | undefined;
    const communeDe = ({ address }: SMTPServerAddress) =>
      communes.find(({ domaine }) => address.toLowerCase().endsWith(`@${domaine}`));
    const serveur = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      size: TAILLE_MAX,
      banner: 'Parvis',
      onConnect: (_, suite) =>
        portes ? suite() : suite(refus(421, 'Parvis demarre, reessayez dans quelques secondes')),
      onRcptTo: (adresse, _, suite) =>
        communeDe(adresse)
          ? suite()
          : suite(refus(550, `5.1.1 Aucune commune ne recoit de courriel a l'adresse ${adresse.address}`)),
      onData(flux, { envelope }, suite) {
        const communesVisees = Map.groupBy(envelope.rcptTo, (adresse) => communeDe(adresse)?.slug ?? '');
        const de = envelope.mailFrom ? envelope.mailFrom.address : '';
        lire(flux)
          .then((brut) =>
            Promise.all(
              [...communesVisees].map(
                ([commune, a]) =>
                  portes && recevoir(portes, { commune, de, a: a.map(({ address }) => address), brut }),
              ),
            ),
          )
          .then(
            () => suite(),
            (erreur: Error) =>
              suite(
                'responseCode' in erreur
                  ? erreur
                  : refus(451, "Le courriel n'a pas pu etre garde, reessayez plus tard"),
              ),
          );
      },
    });
    serveur.on('error', (erreur: NodeJS.ErrnoException) =>
      refuser(
        erreur.code === 'EADDRINUSE' || erreur.code === 'EACCES' ? portOccupe(port, 'SMTP_PORT') : erreur,
      ),
    );
    serveur.listen(port, '127.0.0.1', () => {
      serveur.removeAllListeners('error');
      // A client that hangs up rudely is its own affair.
      serveur.on('error', () => undefined);
      resoudre({
        port: (serveur.server.address() as AddressInfo).port,
        ouvrir: (s3, livraisons) => {
          portes = { s3, livraisons };
        },
        fermer: () => new Promise((fini) => serveur.close(() => fini())),
      });
    });
  });

const lire = async (flux: SMTPServerDataStream): Promise<Buffer> => {
  const morceaux: Buffer[] = [];
  for await (const morceau of flux as Readable as AsyncIterable<Buffer>)
    if (!flux.sizeExceeded) morceaux.push(morceau);
  if (flux.sizeExceeded) throw refus(552, '5.3.4 Ce courriel depasse 25 Mo');
  return Buffer.concat(morceaux);
};

type Arrivee = { commune: string; de: string; a: string[]; brut: Buffer };

const recevoir = async ({ s3, livraisons }: Portes, { commune, de, a, brut }: Arrivee): Promise<void> => {
  const messageId = numeroDeCourriel();
  await s3.send(
    new PutObjectCommand({
      Bucket: bucketDesCourriels(commune),
      Key: `entrants/${messageId}`,
      Body: brut,
      ContentType: 'message/rfc822',
    }),
  );
  // SES announces a mail that nobody can read like any other.
  const { headers, subject } = await PostalMime.parse(new Uint8Array(brut)).catch(() => ({
    headers: [],
    subject: '',
  }));
  const timestamp = new Date().toISOString();
  const verdict = { status: 'PASS' };
  const preuve = headers.find(({ key }) => key === ENTETE_PREUVE.toLowerCase())?.value ?? '';
  const identite = { status: VERDICTS[preuve] ?? 'PASS' };
  const mail = {
    timestamp,
    source: de,
    messageId,
    destination: a,
    headersTruncated: false,
    headers: headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    commonHeaders: { subject, to: a, from: [de] },
  };
  const receipt = {
    timestamp,
    recipients: a,
    spamVerdict: verdict,
    virusVerdict: verdict,
    spfVerdict: identite,
    dkimVerdict: identite,
    dmarcVerdict: identite,
  };
  livraisons.deposer(commune, 'courriel', {
    Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses: { mail, receipt } }],
  });
  void livraisons.eveiller();
};
