import * as z from 'zod';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { fluxActions } from './flux.actions.ts';
import { relancer } from './flux.relance.ts';

const Files = z.array(z.object({ perdus: z.string(), envois: z.string().optional() }));
const Sujets = z
  .array(z.object({ sujet: z.string(), fonction: z.string() }))
  .transform((ecoutes) => Object.fromEntries(ecoutes.map(({ sujet, fonction }) => [sujet, fonction])));

/** A function has five minutes; ten more may take one. Milliseconds. */
const ASSEZ = 200_000;

export const relancerPerdus = implement(fluxActions.relancerPerdus, async (_, { now }) => {
  const fin = performance.now() + ASSEZ;
  return relancer({
    files: Files.parse(JSON.parse(variable('PERDUS'))),
    sujets: Sujets.parse(JSON.parse(variable('SUJETS'))),
    now,
    continuer: () => performance.now() < fin,
  });
});

export const handler = lambda(relancerPerdus);
