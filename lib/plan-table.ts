/** The shape of a commune's single table: what CloudFormation, the laptop and the tests all create. */
export const PLAN_TABLE = {
  pk: 'pk',
  sk: 'sk',
  ttl: 'ttl',
  index: [
    /** A service's open queue by legal date, or a month of closed demandes. */
    { nom: 'file', pk: 'filePk', sk: 'fileSk', inclut: ['type', 'version', 'resume'] },
    /** All that one contact ever asked. */
    { nom: 'contact', pk: 'contactPk', sk: 'contactSk', inclut: ['type', 'version', 'resume'] },
  ],
} as const;
