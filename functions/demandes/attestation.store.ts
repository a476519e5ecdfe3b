import type { Table } from '../platform/table.ts';
import { Attestation } from './attestation.ts';

/** What was delivered, as it was delivered, and its signature (base64url). */
export type Delivree = { attestation: Attestation; signature: string };

/** pk ATTESTATION#<code>, sk ATTESTATION: found by whoever holds the paper, and by no one else. */
const cleDe = (code: string) => ({ pk: `ATTESTATION#${code}`, sk: 'ATTESTATION' });

export const attestationStore = (table: Table) => ({
  find: async (code: string): Promise<Delivree | undefined> => {
    const item = await table.get(cleDe(code));
    if (!item) return undefined;
    const { attestation, signature } = item.corps as Delivree;
    return { attestation: Attestation.parse(attestation), signature };
  },
  add: (delivree: Delivree): void =>
    table.add({ ...cleDe(delivree.attestation.code), type: 'ATTESTATION', corps: delivree }),
});
