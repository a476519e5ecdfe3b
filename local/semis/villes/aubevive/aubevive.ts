import type { Ville } from '../../histoire.ts';
import { apres } from './apres.ts';
import { delais } from './delais.ts';
import { enfance } from './enfance.ts';
import { etatCivil } from './etat-civil.ts';
import { gens } from './gens.ts';
import { messages } from './messages.ts';
import { vieLocale } from './vie-locale.ts';
import { voirie } from './voirie.ts';

export const aubevive: Ville = {
  gens,
  histoires: [...etatCivil, ...voirie, ...enfance, ...vieLocale, ...delais, ...apres, ...messages],
};
