import { tout } from './table.ts';

export const handler = async () => ({ items: await tout() });
