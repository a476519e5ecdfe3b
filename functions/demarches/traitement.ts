import * as z from 'zod';
import { Fondement } from './fondement.ts';

/** Why the controller may use the answers (RGPD, 6-1), and who sees them: what a notice says beside the démarche's own rules. */
export const Traitement = z.strictObject({
  base: z.enum(['mission', 'obligation', 'consentement', 'contrat']),
  /** The text which gives the mission or the duty, when it is not that of the regime. */
  fondement: Fondement.optional(),
  /** Who receives something of it, beside the service in charge. */
  destinataires: z.array(z.string().min(1)).default([]),
  /** Data of article 9, and what allows them. */
  sensibles: z
    .strictObject({ quoi: z.string().min(1).max(120), permis: z.string().min(1).max(200) })
    .optional(),
});
export type Traitement = z.infer<typeof Traitement>;

export const BASES: Record<Traitement['base'], { phrase: string; article: string }> = {
  mission: { phrase: 'une mission d’intérêt public', article: 'RGPD, 6-1-e' },
  obligation: { phrase: 'une obligation légale', article: 'RGPD, 6-1-c' },
  consentement: { phrase: 'votre consentement', article: 'RGPD, 6-1-a' },
  contrat: { phrase: 'un contrat avec vous', article: 'RGPD, 6-1-b' },
};

/** Which rights go with which basis (RGPD, 15 to 22). */
export const DROITS: Record<Traitement['base'], string[]> = {
  mission: [
    'y accéder',
    'les faire corriger',
    'en limiter l’usage',
    'vous y opposer pour des raisons qui vous sont propres',
  ],
  obligation: ['y accéder', 'les faire corriger', 'en limiter l’usage'],
  consentement: [
    'y accéder',
    'les faire corriger',
    'les faire effacer',
    'en limiter l’usage',
    'les recevoir dans un format courant',
    'retirer votre consentement à tout moment',
  ],
  contrat: [
    'y accéder',
    'les faire corriger',
    'les faire effacer',
    'en limiter l’usage',
    'les recevoir dans un format courant',
  ],
};
