import { Stack } from 'aws-cdk-lib';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Declencheur } from '../../functions/platform/action.ts';
import { PATIENCE } from '../../functions/platform/patience.ts';
import type { Socle } from '../socle.ts';
import type { Fonction } from './fonction.ts';
import { Horaire } from './horaire.ts';

type Autour = { socle: Socle; perdus: readonly IQueue[]; envois: ReadonlyMap<IQueue, IQueue> };

/** Has what failed tried again every quarter of an hour, for as long as SQS keeps it. */
export const poserRelance = (fonctions: readonly Fonction[], { socle, perdus, envois }: Autour): void => {
  const parReveil = (...types: Declencheur['type'][]): Fonction[] =>
    fonctions.filter(({ entree: { contract } }) => contract.sur && types.includes(contract.sur.type));
  const [relance] = parReveil('relance');
  if (!relance) throw new Error('Aucune action n’essaie à nouveau ce qui a échoué : voyez le manifeste.');
  const enTexte = (valeur: unknown): string => Stack.of(relance).toJsonString(valeur);
  const files = perdus.map((file) => ({ perdus: file.queueUrl, envois: envois.get(file)?.queueUrl }));
  relance.addEnvironment('PERDUS', enTexte(files));
  const sujets = [
    [socle.textos.entrants, parReveil('sms')],
    [socle.courrier.remises, parReveil('remises')],
  ] as const;
  const ecoutes = sujets.flatMap(([sujet, [fonction]]) =>
    fonction ? [{ sujet: sujet.topicArn, fonction: fonction.functionArn }] : [],
  );
  relance.addEnvironment('SUJETS', enTexte(ecoutes));

  const accorder = (actions: string[], resourceArns: string[]) =>
    Grant.addToPrincipal({ grantee: relance, actions, resourceArns });
  accorder(['sqs:ReceiveMessage', 'sqs:DeleteMessage'], arns(perdus));
  accorder(['sqs:SendMessage'], arns([...envois.values()]));
  const executables = parReveil('lecteur', 'flux', 'horaire', 'courriel', 'sms', 'remises');
  accorder(
    ['lambda:InvokeFunction'],
    executables.map(({ functionArn }) => functionArn),
  );
  socle.table.accorderFlux(relance);
  new Horaire(relance, 'Horaire', {
    action: relance,
    quand: `rate(${PATIENCE.reprise / 60} minutes)`,
    fuseau: socle.commune.fuseau,
  });
};

const arns = (files: readonly IQueue[]): string[] => files.map(({ queueArn }) => queueArn);
