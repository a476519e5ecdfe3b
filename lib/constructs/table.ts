import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { PLAN_TABLE } from '../plan-table.ts';
import { accorderChiffrement, accorderDechiffrement } from './chiffrement.ts';

/** What the engine of functions/platform asks DynamoDB; a transaction needs the rights of its parts. */
const LIRE = ['dynamodb:GetItem', 'dynamodb:Query'];
const ECRIRE = ['dynamodb:PutItem', 'dynamodb:DeleteItem'];
const RETOUCHER = ['dynamodb:UpdateItem'];

const cle = (name: string) => ({ name, type: AttributeType.STRING });

/** The commune's single table. No function may scan it, nor write more than its contract says. */
export class TableCommune extends TableV2 {
  readonly #chiffrement: IKey | undefined;

  constructor(
    scope: Construct,
    id: string,
    { chiffrement, protegee }: { chiffrement?: IKey | undefined; protegee: boolean },
  ) {
    super(scope, id, {
      partitionKey: cle(PLAN_TABLE.pk),
      sortKey: cle(PLAN_TABLE.sk),
      timeToLiveAttribute: PLAN_TABLE.ttl,
      billing: Billing.onDemand(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: chiffrement
        ? TableEncryptionV2.customerManagedKey(chiffrement)
        : TableEncryptionV2.dynamoOwnedKey(),
      // Kept once it holds something, and not when its very first deployment fails.
      deletionProtection: protegee,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      globalSecondaryIndexes: PLAN_TABLE.index.map(({ nom, pk, sk, inclut }) => ({
        indexName: nom,
        partitionKey: cle(pk),
        sortKey: cle(sk),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [...inclut],
      })),
    });
    this.#chiffrement = chiffrement;
  }

  /** Named indexes rather than `index/*`, items rather than scans. */
  accorderLecture(grantee: IGrantable): void {
    const index = PLAN_TABLE.index.map(({ nom }) => `${this.tableArn}/index/${nom}`);
    Grant.addToPrincipal({ grantee, actions: LIRE, resourceArns: [this.tableArn, ...index] });
    accorderDechiffrement(this.#chiffrement, grantee);
  }

  accorderEcriture(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ECRIRE, resourceArns: [this.tableArn] });
    accorderChiffrement(this.#chiffrement, grantee);
  }

  /** To read again what its stream has said. */
  accorderFlux(grantee: IGrantable): void {
    const actions = ['dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
    Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: this.tableStreamArn ? [this.tableStreamArn] : [],
    });
    accorderDechiffrement(this.#chiffrement, grantee);
  }

  /** For an action that one may not ask without end, or that changes what it has not read. */
  accorderRetouche(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: RETOUCHER, resourceArns: [this.tableArn] });
  }
}
