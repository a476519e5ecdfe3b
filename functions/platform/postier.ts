import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { alleger, LEGER } from './leger.ts';
import { variable } from './monde.ts';

let ses: SESClient | undefined;
let sns: SNSClient | undefined;

export type Pli = {
  /** Unlike any other: a second try bears the same. */
  numero: string;
  de: { nom: string; adresse: string };
  a: string;
  /** Where an answer goes, when it is not to `de`. */
  reponseA?: string | undefined;
  objet: string;
  texte: string;
  html: string;
  etiquettes: Record<string, string>;
};

/** Sends a mail through SES. Its tags come back with the events that tell what became of it. */
export const poster = async ({
  numero,
  de,
  a,
  reponseA,
  objet,
  texte,
  html,
  etiquettes,
}: Pli): Promise<void> => {
  ses ??= alleger(new SESClient(LEGER));
  const mime = await new MailComposer({
    from: { name: de.nom, address: de.adresse },
    // Tried twice, it is the same mail; the composer would draw these by lot each time.
    messageId: `<${numero}@${de.adresse.split('@').pop()}>`,
    baseBoundary: numero,
    to: a,
    ...(reponseA && { replyTo: reponseA }),
    subject: objet,
    text: texte,
    html,
    // French is readable in it; left to itself, the composer counts each letter first.
    textEncoding: 'quoted-printable',
    headers: {
      // RFC 3834: an answering machine must not answer us.
      'Auto-Submitted': 'auto-generated',
      'X-SES-MESSAGE-TAGS': Object.entries(etiquettes)
        .map(([cle, valeur]) => `${cle}=${valeur}`)
        .join(', '),
    },
  })
    .compile()
    .build();
  await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: mime },
      Source: de.adresse,
      Destinations: [a],
      ConfigurationSetName: variable('SES_CONFIGURATION'),
    }),
  );
};

/** Sends an SMS to a number in E.164 form. */
export const texter = async (numero: string, texte: string): Promise<void> => {
  sns ??= alleger(new SNSClient(LEGER));
  await sns.send(
    new PublishCommand({
      PhoneNumber: numero,
      Message: texte,
      MessageAttributes: { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } },
    }),
  );
};

const PASSAGERS = /Throttl|TooManyRequests|LimitExceeded|Unavailable|InternalError|AccountSendingPaused|KMS/;

/** What a failure of SES or SNS means: refused for good, refused for now, or a doubt when it is not theirs. */
export const refusDe = (erreur: unknown): 'definitif' | 'passager' | 'doute' => {
  if (!(erreur instanceof Error) || !('$fault' in erreur)) return 'doute';
  return erreur.$fault === 'client' && !PASSAGERS.test(erreur.name) ? 'definitif' : 'passager';
};
