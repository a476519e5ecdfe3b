import { deType, poser } from './table.ts';

const VINGT_JOURS = 20 * 24 * 3600_000;

/** Notes when it was woken, three times twenty days apart. */
export const handler = async ({ demande }: { demande: string }) => {
  const faits = (await deType('CONSTAT')).filter(({ pk }) => pk === demande);
  await poser({ pk: demande, sk: new Date().toISOString(), type: 'CONSTAT' });
  return faits.length < 3 ? { prochain: new Date(Date.now() + VINGT_JOURS).toISOString() } : {};
};
