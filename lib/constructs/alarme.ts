import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Perte } from '../pertes.ts';

/** `periodes`: how many in a row it takes. */
type Props = {
  metrique: IMetric;
  seuil?: number;
  periodes?: number;
  perte: Perte;
  alertes: ITopic;
  commune: string;
};

/** An alarm that says who loses what and where to read what to do: there is no other way to make one. */
export class Alarme extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { metrique, seuil = 1, periodes = 1, perte, alertes, commune }: Props,
  ) {
    super(scope, id);
    const alarme = new Alarm(this, 'Alarme', {
      alarmName: `${Stack.of(this).stackName}-${id}`,
      alarmDescription: `${commune} : ${perte.phrase} Que faire : docs/runbook.md#${perte.runbook}`,
      metric: metrique,
      threshold: seuil,
      evaluationPeriods: periodes,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarme.addAlarmAction(new SnsAction(alertes));
  }
}
