/** What our calls may be answered, by service; each client knows the refusals of all its operations. */
const NOTRES: Record<string, RegExp> = {
  dynamodb:
    /^(?:ConditionalCheckFailed|IdempotentParameterMismatch|InternalServerError|ItemCollectionSize|ProvisionedThroughput|ReplicatedWriteConflict|RequestLimit|ResourceNotFound|Throttling|Transaction)/,
  s3: /^(?:AccessDenied|EncryptionTypeMismatch|InvalidObjectState|InvalidRequest|NoSuchBucket|NoSuchKey|NotFound)/,
  ses: /^(?:AccountSendingPaused|ConfigurationSet(?:DoesNotExist|SendingPaused)|MailFromDomainNotVerified|MessageRejected)/,
  sfn: /^(?:Execution|InvalidArn|InvalidExecutionInput|InvalidName|Kms|StateMachine(?:Deleting|DoesNotExist)|Validation)/,
  sns: /^(?:Authorization|EndpointDisabled|InternalError|InvalidParameter|InvalidSecurity|KMS|NotFound|OptedOut|PlatformApplication|Throttled|Validation)/,
  ssm: /^(?:InternalServerError|InvalidKeyId|ParameterNotFound|ParameterVersionNotFound)/,
};

/** Leaves the other refusals out. One that came all the same would keep its name and its message. */
export const sansErreursDesAutres = (source: string, fichier: string): string => {
  const notres = NOTRES[/\/client-([a-z0-9-]+)\//.exec(fichier)?.[1] ?? ''];
  return source.replace(/^n0_registry\.registerError\((\w+).*$/gm, (inscrite, nom: string) =>
    !notres || notres.test(nom) ? inscrite : '',
  );
};
