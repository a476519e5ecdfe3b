import { Readable } from 'node:stream';
import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { fileTypeFromBuffer } from 'file-type';

type Reponse = { statut: number; corps: string; entetes?: Record<string, string> };
type Requete = { hostname: string; headers: Record<string, string>; body?: unknown };

/** An answer in the place of the service, and what was asked. */
const service = (reponse: Reponse) => {
  const demandes: object[] = [];
  const handle = async ({ headers, body, ...reste }: Requete) => {
    demandes.push({
      ...reste,
      entetes: stables(headers),
      corps: typeof body === 'string' ? body : Buffer.from(new Uint8Array((body ?? []) as Uint8Array)),
    });
    const { statut: statusCode, corps, entetes: rendus = {} } = reponse;
    return { response: { statusCode, headers: rendus, body: Readable.from([Buffer.from(corps)]) } };
  };
  const reglage = {
    region: 'eu-west-3',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
    requestHandler: { handle } as never,
  };
  return { demandes, reglage };
};

/** Without what changes at each call or names the program: the version, a number drawn by lot, what signs them. */
const stables = ({ authorization = '', ...entetes }: Record<string, string>) => ({
  ...Object.fromEntries(Object.entries(entetes).filter(([nom]) => !/user-agent$|invocation-id$/.test(nom))),
  signe: authorization.replace(/Signature=.*/, ''),
});

type Appeler = (reglage: ReturnType<typeof service>['reglage']) => Promise<unknown>;

const echange = async (reponse: Reponse, appeler: Appeler) => {
  const { demandes, reglage } = service(reponse);
  const issue = await appeler(reglage).then(
    (resultat) => ({ resultat }),
    (erreur: Error) => ({ erreur: { ...erreur, nom: erreur.name, phrase: erreur.message } }),
  );
  return { demandes, issue };
};

const lire = async ({ Body }: { Body?: { transformToByteArray: () => Promise<Uint8Array> } | undefined }) =>
  Buffer.from((await Body?.transformToByteArray()) ?? []).toString();

const [TableName, Bucket, Key] = ['parvis-essai', 'parvis-essai-pieces', 'pieces/été à la mer.pdf'];
const un = { pk: { S: 'D#1' }, sk: { S: 'é' } };
const JSON_1_0 = { 'content-type': 'application/x-amz-json-1.0' };
const refus = (type: string, reste: object = {}): Reponse => ({
  statut: 400,
  corps: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, ...reste }),
  entetes: JSON_1_0,
});
const COURRIEL = {
  FromEmailAddress: 'mairie@exemple.test',
  Destination: { ToAddresses: ['zoe@exemple.test'] },
  Content: { Simple: { Subject: { Data: 'Objet : é' }, Body: { Text: { Data: 'été' } } } },
  EmailTags: [{ Name: 'envoi', Value: 'E1' }],
};
const absent = (corps: string, statut = 404): Reponse => ({
  statut,
  corps,
  entetes: { 'content-type': 'application/xml' },
});

const dynamo = (reponse: Reponse, commande: object) =>
  echange(reponse, (reglage) => new DynamoDBClient(reglage).send(commande as GetItemCommand));
const s3 = (reponse: Reponse, commande: object) =>
  echange(reponse, (reglage) =>
    new S3Client({ ...reglage, requestChecksumCalculation: 'WHEN_REQUIRED' }).send(
      commande as HeadObjectCommand,
    ),
  );

const ECRITURE = new TransactWriteItemsCommand({
  ClientRequestToken: 'jeton',
  TransactItems: [{ Put: { TableName, Item: { ...un, n: { N: '3' }, b: { B: new Uint8Array([1, 2]) } } } }],
});

/** What each service is asked, with its signature, and what is understood of its answers: to be compared. */
export const parler = async () => ({
  lu: await dynamo(
    {
      statut: 200,
      corps: JSON.stringify({ Item: { ...un, b: { B: 'AQI=' }, l: { L: [{ NULL: true }] } } }),
      entetes: JSON_1_0,
    },
    new GetItemCommand({ TableName, Key: un, ConsistentRead: true }),
  ),
  cherche: await dynamo(
    { statut: 200, corps: '{"Items":[],"Count":0}', entetes: JSON_1_0 },
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'x' } },
    }),
  ),
  ecrit: await dynamo({ statut: 200, corps: '{}', entetes: JSON_1_0 }, ECRITURE),
  annule: await dynamo(
    refus('TransactionCanceledException', {
      Message: 'annulée',
      CancellationReasons: [{ Code: 'ConditionalCheckFailed', Item: un }, { Code: 'None' }],
    }),
    ECRITURE,
  ),
  conteste: await dynamo(
    refus('ConditionalCheckFailedException', { message: 'la condition' }),
    new UpdateItemCommand({ TableName, Key: un }),
  ),
  presse: await dynamo(refus('ProvisionedThroughputExceededException'), ECRITURE),
  inattendu: await dynamo(refus('BackupInUseException', { message: 'rare' }), ECRITURE),
  pose: await s3(
    { statut: 200, corps: '', entetes: { etag: '"a"' } },
    new PutObjectCommand({ Bucket, Key, Body: Buffer.from('é'), ContentType: 'text/plain' }),
  ),
  copie: await s3(
    absent('<CopyObjectResult><ETag>"b"</ETag></CopyObjectResult>', 200),
    new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/a`, CopySourceIfMatch: '"a"' }),
  ),
  vu: await s3(
    { statut: 200, corps: '', entetes: { 'content-length': '12', etag: '"c"' } },
    new HeadObjectCommand({ Bucket, Key }),
  ),
  manque: await s3(absent(''), new HeadObjectCommand({ Bucket, Key })),
  perdu: await s3(
    absent('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>rien</Message></Error>'),
    new GetObjectCommand({ Bucket, Key }),
  ),
  interdit: await s3(
    absent('<Error><Code>AccessDenied</Code><Message>non</Message></Error>', 403),
    new GetObjectCommand({ Bucket, Key }),
  ),
  rendu: await echange(
    { statut: 200, corps: 'du texte', entetes: { 'content-length': '8' } },
    async (reglage) =>
      lire(await new S3Client(reglage).send(new GetObjectCommand({ Bucket, Key, Range: 'bytes=0-7' }))),
  ),
  ici: await echange({ statut: 200, corps: '' }, (reglage) =>
    new S3Client({ ...reglage, endpoint: 'http://127.0.0.1:9000' }).send(
      new HeadObjectCommand({ Bucket, Key }),
    ),
  ),
  chemin: await echange({ statut: 200, corps: '' }, (reglage) =>
    new S3Client({ ...reglage, endpoint: 'http://localhost:9000/s3', forcePathStyle: true }).send(
      new HeadObjectCommand({ Bucket, Key }),
    ),
  ),
  moteur: await echange({ statut: 200, corps: '{}', entetes: JSON_1_0 }, (reglage) =>
    new DynamoDBClient({ ...reglage, endpoint: 'http://127.0.0.1:8000' }).send(
      new GetItemCommand({ TableName, Key: un }),
    ),
  ),
  liste: await s3(
    absent('<ListBucketResult><Contents><Key>a&amp;b</Key><Size>3</Size></Contents></ListBucketResult>', 200),
    new ListObjectsV2Command({ Bucket, Prefix: 'jour/' }),
  ),
  courriel: await echange({ statut: 200, corps: '{"MessageId":"1"}' }, (reglage) =>
    new SESv2Client(reglage).send(new SendEmailCommand(COURRIEL)),
  ),
  rejete: await echange(
    { statut: 400, corps: '{"message":"non"}', entetes: { 'x-amzn-errortype': 'MessageRejected' } },
    (reglage) => new SESv2Client(reglage).send(new SendEmailCommand(COURRIEL)),
  ),
  sms: await echange(
    absent('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>', 200),
    (reglage) =>
      new SNSClient(reglage).send(new PublishCommand({ PhoneNumber: '+33639980000', Message: 'été' })),
  ),
  secret: await echange({ statut: 200, corps: '{"Parameter":{"Value":"s"}}' }, (reglage) =>
    new SSMClient(reglage).send(new GetParameterCommand({ Name: '/parvis/secret', WithDecryption: true })),
  ),
  veille: await echange({ statut: 200, corps: '{"executionArn":"arn","startDate":1.5}' }, (reglage) =>
    new SFNClient(reglage).send(
      new StartExecutionCommand({
        stateMachineArn: 'arn:aws:states:eu-west-3:1:stateMachine:m',
        input: '{}',
      }),
    ),
  ),
});

export const typeDe = async (octets: Uint8Array): Promise<string | undefined> =>
  (await fileTypeFromBuffer(octets))?.mime;
