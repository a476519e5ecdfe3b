import { poser } from './table.ts';

/** Leaves something that has expired, and something that has not. */
export const handler = async () => {
  const maintenant = Math.floor(Date.now() / 1000);
  await poser({ pk: 'T', sk: 'perime-demain', type: 'JETON', ttl: maintenant + 86_400 });
  await poser({ pk: 'T', sk: 'perime-dans-un-an', type: 'JETON', ttl: maintenant + 365 * 86_400 });
  return {};
};
