import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { courrielAEnvoyer } from '../usagers/courriel.ts';
import { alleger, LEGER } from './leger.ts';
import { variable } from './monde.ts';

let ses: SESv2Client | undefined;
let sns: SNSClient | undefined;

export type Pli = {
  de: { nom: string; adresse: string };
  a: string;
  /** Where an answer goes, when it is not to `de`. */
  reponseA?: string | undefined;
  objet: string;
  texte: string;
  html: string;
  etiquettes: Record<string, string>;
  /** Headers of its own, beside those that say that a machine writes. */
  entetes?: Record<string, string>;
};

/** Sends a mail through SES, which composes it. Its tags come back with the events that tell what became of it. */
export const poster = async ({
  de,
  a,
  reponseA,
  objet,
  texte,
  html,
  etiquettes,
  entetes,
}: Pli): Promise<void> => {
  ses ??= alleger(new SESv2Client(LEGER));
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: `${enMotCode(de.nom)} <${de.adresse}>`,
      Destination: { ToAddresses: [courrielAEnvoyer(a)] },
      ...(reponseA && { ReplyToAddresses: [reponseA] }),
      Content: {
        Simple: {
          Subject: enUtf8(objet),
          Body: { Text: enUtf8(texte), Html: enUtf8(html) },
          Headers: Object.entries({ ...AUTOMATIQUE, ...entetes }).map(([Name, Value]) => ({ Name, Value })),
        },
      },
      EmailTags: Object.entries(etiquettes).map(([Name, Value]) => ({ Name, Value })),
      ConfigurationSetName: variable('SES_CONFIGURATION'),
    }),
  );
};

/**
 * RFC 3834: an answering machine must not answer us. Exchange only knows its own header, which must not silence the
 * report that a mail came back (`NDR`, in `All`): an agent acts on it.
 */
const AUTOMATIQUE = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
};

const enUtf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** RFC 2047: SES takes only ASCII in an address, and puts its accents in no name. */
const enMotCode = (nom: string): string => encodeWord(nom, 'Q', 52);

/**
 * Sends an SMS to a number in E.164 form. Without a number of its own to leave by, AWS takes any that the account has: with
 * several communes in one account, the answer could reach another town.
 */
export const texter = async (numero: string, texte: string, par?: string): Promise<void> => {
  sns ??= alleger(new SNSClient(LEGER));
  await sns.send(
    new PublishCommand({
      PhoneNumber: numero,
      Message: texte,
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': enTexte('Transactional'),
        ...(par && { 'AWS.MM.SMS.OriginationNumber': enTexte(par) }),
      },
    }),
  );
};

const enTexte = (StringValue: string) => ({ DataType: 'String', StringValue });

/** A right that has not reached every machine yet, a credential that has just expired: as good as a busy service. */
const PASSAGERS =
  /AccessDenied|NotAuthorized|ExpiredToken|UnrecognizedClient|Throttl|TooManyRequests|LimitExceeded|Unavailable|InternalError|AccountSuspended|SendingPaused|KMS/;

/** What a failure of SES or SNS means: refused for good, refused for now, or a doubt when it is not theirs. */
export const refusDe = (erreur: unknown): 'definitif' | 'passager' | 'doute' => {
  if (!(erreur instanceof Error) || !('$fault' in erreur)) return 'doute';
  return erreur.$fault === 'client' && !PASSAGERS.test(erreur.name) ? 'definitif' : 'passager';
};
