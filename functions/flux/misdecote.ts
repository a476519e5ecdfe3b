import * as z from 'zod';

/** A batch of the stream that its reader gave up: where it begins and ends, never what it says. */
export const LotDuFlux = z.object({
  streamArn: z.string(),
  shardId: z.string(),
  startSequenceNumber: z.string(),
  endSequenceNumber: z.string(),
});
export type LotDuFlux = z.infer<typeof LotDuFlux>;

/** What a message put aside asks for: a function again with its event, a batch of the stream, or a place in the queue of what leaves. */
export type ARefaire =
  | { type: 'appel'; fonction: string; evenement: unknown }
  | { type: 'lot'; fonction: string; lot: LotDuFlux }
  | { type: 'envoi' }
  | { type: 'inconnu' };

const enJson = z.string().transform((texte, contexte): unknown => {
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    contexte.addIssue('no JSON');
    return z.NEVER;
  }
});

const Contexte = z.object({ functionArn: z.string() });

/** What Lambda says of an asynchronous event that it gave up. */
const Appel = z.object({ requestContext: Contexte, requestPayload: z.unknown() });
const Lot = z.object({ requestContext: Contexte, DDBStreamBatchInfo: LotDuFlux });
/** A notice of SNS that Lambda did not take. */
const Avis = z
  .object({
    Type: z.literal('Notification'),
    TopicArn: z.string(),
    MessageId: z.string(),
    Message: z.string(),
    Timestamp: z.string(),
  })
  .loose();
const Envoi = z.object({ dynamodb: z.object({}).loose() }).loose();

type Autour = {
  /** Which function listens to a topic. */
  sujets?: Readonly<Record<string, string>>;
  /** The function that a schedule could not reach, as EventBridge writes it beside the message. */
  cible?: string | undefined;
};

/** Reads a message put aside by Lambda, SNS, SQS or EventBridge Scheduler. */
export const lireMisDeCote = (corps: string, { sujets = {}, cible }: Autour = {}): ARefaire => {
  const dit = enJson.safeParse(corps).data;
  const lot = Lot.safeParse(dit).data;
  if (lot) return { type: 'lot', fonction: sansVersion(lot.requestContext), lot: lot.DDBStreamBatchInfo };
  const appel = Appel.safeParse(dit).data;
  if (appel)
    return { type: 'appel', fonction: sansVersion(appel.requestContext), evenement: appel.requestPayload };
  const avis = Avis.safeParse(dit).data;
  const ecoute = avis && sujets[avis.TopicArn];
  if (avis && ecoute)
    return {
      type: 'appel',
      fonction: ecoute,
      evenement: { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: avis }] },
    };
  if (Envoi.safeParse(dit).success) return { type: 'envoi' };
  return cible ? { type: 'appel', fonction: cible, evenement: dit ?? {} } : { type: 'inconnu' };
};

/** The address of a function, whatever its version. */
const sansVersion = ({ functionArn }: z.infer<typeof Contexte>): string =>
  functionArn.split(':').slice(0, 7).join(':');

/** Where a record stands towards the end of its batch: sequence numbers are longer than JavaScript counts. */
export const parRapportALaFin = (
  numero: string,
  { endSequenceNumber }: LotDuFlux,
): 'avant' | 'fin' | 'apres' => {
  const ecart = BigInt(numero) - BigInt(endSequenceNumber);
  if (ecart === 0n) return 'fin';
  return ecart < 0n ? 'avant' : 'apres';
};
