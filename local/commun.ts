import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE, pauseApres } from '../functions/platform/patience.ts';

export const REGION = 'eu-west-3';
export const COMPTE = '000000000000';

/** The only key pair that the S3 engine knows; the other engines accept any. */
export const CLES = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };

export const tableDe = (slug: string): string => `parvis-${slug}`;
export const bucketDesPieces = (slug: string): string => `parvis-${slug}-pieces`;
export const bucketDesCourriels = (slug: string): string => `parvis-${slug}-courriels`;
export const fileDesRebuts = (slug: string, action: string): string => `parvis-${slug}-${action}-dlq`;
export const fonctionDe = (slug: string, action: string): string =>
  `arn:aws:lambda:${REGION}:${COMPTE}:function:parvis-${slug}-${action}`;
export const machineDe = (slug: string): string =>
  `arn:aws:states:${REGION}:${COMPTE}:stateMachine:parvis-${slug}-suivi-demande`;

/** Waits until a condition holds; says which one when it never does. */
export const attendre = async (
  condition: () => boolean | Promise<boolean>,
  quoi: string,
  delai = 20_000,
): Promise<void> => {
  const fin = performance.now() + delai;
  while (!(await condition())) {
    if (performance.now() > fin) throw new Error(`${quoi} n’a pas répondu à temps`);
    await pause(10);
  }
};

/** Someone sits before a laptop: AWS's minute is a second here. The number of tries is AWS's. Milliseconds. */
export const delaiApres = (essais: number): number => (pauseApres(essais) / 60) * 1000;

/** An event tried this many times in vain no longer holds a clock that moves. */
export const ESSAIS_AVANT_PATIENCE = PATIENCE.essais;
