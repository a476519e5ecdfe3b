import { poser } from './table.ts';

export const handler = async () => {
  await poser({ pk: 'H', sk: new Date().toISOString().slice(0, 10), type: 'PASSAGE' });
};
