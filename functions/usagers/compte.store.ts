import * as z from 'zod';
import { Reference } from '../demandes/reference.ts';
import type { Table } from '../platform/table.ts';
import { Compte } from './compte.ts';

/** An account that nobody opened for three years is forgotten (CNIL's rule for inactive accounts); its demandes are not. Seconds. */
const DUREE_COMPTE = 3 * 365 * 24 * 3600;

/** One page shows a person's own demandes. */
const DEMANDES_MAX = 100;

/**
 * pk COMPTE#<hash of what identifies the person>:
 *   sk COMPTE                       what is known of them, until `ttl`
 *   sk DEMANDE#<le>#<reference>     a demande of theirs, by date of receipt
 */
const Rattachee = z.object({ reference: Reference, deposee: z.boolean().optional() });
type Rattachee = z.infer<typeof Rattachee>;

const pkDe = (id: string) => `COMPTE#${id}`;

export const compteStore = (table: Table, now: Date) => ({
  get: async (id: string): Promise<Compte | undefined> => {
    const item = await table.get({ pk: pkDe(id), sk: 'COMPTE' });
    return item && (item.ttl ?? 0) * 1000 > now.getTime() ? Compte.parse(item.corps) : undefined;
  },
  put: (compte: Compte): void =>
    table.put({
      pk: pkDe(compte.id),
      sk: 'COMPTE',
      type: 'COMPTE',
      corps: compte,
      ttl: Math.floor(now.getTime() / 1000) + DUREE_COMPTE,
    }),
  /** `deposee`: by the account itself, which therefore wrote what is in it. */
  addDemande: (id: string, { reference, recueLe, deposee = false }: Rattachee & { recueLe: string }): void =>
    table.put({
      pk: pkDe(id),
      sk: `DEMANDE#${recueLe}#${reference}`,
      type: 'RATTACHEMENT',
      corps: { reference, ...(deposee && { deposee }) },
    }),
  /** The newest first. */
  listDemandes: async (id: string): Promise<Rattachee[]> => {
    const items = await table.list({
      pk: pkDe(id),
      debut: 'DEMANDE#',
      sens: 'decroissant',
      limite: DEMANDES_MAX,
    });
    return items.map(({ corps }) => Rattachee.parse(corps));
  },
});
