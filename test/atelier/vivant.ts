import { afterAll } from 'vitest';
import { ouvrirNavigateur } from './navigateur.ts';
import { demarrerParvis } from './parvis.ts';

/** A whole product and a browser for the tests of a file; both stop with it. */
export const parvisEtNavigateur = async () => {
  const [parvis, navigateur] = await Promise.all([demarrerParvis(), ouvrirNavigateur()]);
  afterAll(async () => {
    await navigateur.close();
    await parvis.arreter();
  });
  return { parvis, navigateur };
};
