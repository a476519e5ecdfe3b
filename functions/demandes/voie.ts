import * as z from 'zod';
import { telephoneLisible } from '../usagers/telephone.ts';
import { canalDe, type Demande } from './demande.ts';

/** A way that leads to the person. */
export const Voie = z.object({ par: z.enum(['courriel', 'sms']), a: z.string() });
export type Voie = z.infer<typeof Voie>;

/** How the commune answers: as the person wrote, by mail unless they have only a phone, and by SMS too when they asked. */
export const voiesDe = (demande: Pick<Demande, 'usager' | 'faits'>): Voie[] => {
  const { courriel, telephone, parSms, sansSms } = demande.usager;
  const sms: Voie[] = telephone && !sansSms ? [{ par: 'sms', a: telephone }] : [];
  if (!courriel || (canalDe(demande) === 'sms' && sms.length > 0)) return sms;
  return [{ par: 'courriel', a: courriel }, ...(parSms ? sms : [])];
};

/** « par e-mail à zoe@courriel.example et par SMS au 06 39 98 00 01 » */
export const voiesEnLettres = (voies: readonly Voie[]): string =>
  voies
    .map(({ par, a }) => (par === 'courriel' ? `par e-mail à ${a}` : `par SMS au ${telephoneLisible(a)}`))
    .join(' et ');
