import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Technical logs are kept six months to a year (CNIL, délibération n° 2021-122); the shorter, for they hold addresses. */
export const GARDE_DES_JOURNAUX = RetentionDays.SIX_MONTHS;
