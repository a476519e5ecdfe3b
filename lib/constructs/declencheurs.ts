import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type ITopic, Subscription, SubscriptionProtocol } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Entree } from '../../functions/actions.ts';
import type { Declencheur } from '../../functions/platform/action.ts';
import { PATIENCE } from '../../functions/platform/patience.ts';
import type { Socle } from '../socle.ts';
import type { Fonction } from './fonction.ts';
import { Horaire } from './horaire.ts';

/** A machine wakes its own tasks (veilles.ts), the stream its reader and consumers (flux.ts), and what failed who tries again (relance.ts). */
const AILLEURS = ['machine', 'lecteur', 'flux', 'relance'] as const;
type Ailleurs = { type: (typeof AILLEURS)[number] };
const estAilleurs = (sur: Declencheur): sur is Extract<Declencheur, Ailleurs> =>
  AILLEURS.some((type) => type === sur.type);

/** The hours of the night over which the communes spread. */
const NUIT_MINUTES = 180;

/** Ties an action that no one asks over HTTP to what wakes it; what fails for good goes to `perdus`. */
export const reveiller = (
  fonction: Fonction,
  { socle, perdusDe }: { socle: Socle; perdusDe: (entree: Entree) => IQueue },
): void => {
  const { sur } = fonction.entree.contract;
  if (!sur || estAilleurs(sur)) return;
  const perdus = perdusDe(fonction.entree);
  fonction.configureAsyncInvoke({
    onFailure: new SqsDestination(perdus),
    retryAttempts: PATIENCE.essais - 1,
  });
  switch (sur.type) {
    case 'horaire':
      new Horaire(fonction, 'Horaire', {
        action: fonction,
        quand: sur.cron,
        fuseau: socle.commune.fuseau,
        perdus,
        dans: NUIT_MINUTES,
      });
      return;
    case 'courriel':
      socle.courrier.recevoir(socle.depots.courriels, fonction);
      return;
    case 'sms':
      abonner(fonction, socle.textos.entrants, perdus);
      return;
    case 'remises':
      abonner(fonction, socle.courrier.remises, perdus);
      return;
  }
};

/** Written out, for CDK's own subscription makes a nested stack wait for its parent. */
const abonner = (fonction: Fonction, topic: ITopic, deadLetterQueue: IQueue): void => {
  fonction.addPermission('Sujet', {
    principal: new ServicePrincipal('sns.amazonaws.com'),
    sourceArn: topic.topicArn,
  });
  new Subscription(fonction, 'Abonnement', {
    topic,
    protocol: SubscriptionProtocol.LAMBDA,
    endpoint: fonction.functionArn,
    deadLetterQueue,
  });
};
