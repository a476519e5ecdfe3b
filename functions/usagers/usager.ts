import * as z from 'zod';
import { Adresse } from '../commune/commune.ts';

const Courriel = z
  .email('Cette adresse e-mail est incomplète. Elle ressemble à nom@exemple.fr.')
  .max(120)
  .transform((adresse) => adresse.toLowerCase());
const Nom = z.string().trim().min(1, 'Cette réponse est nécessaire.').max(80, '80 caractères au plus.');
const Telephone = z
  .string()
  .max(24)
  .regex(/^\+?[\d .()-]{6,24}$/, 'Ce numéro de téléphone est mal écrit. Il ressemble à 06 12 34 56 78.')
  .transform((numero) => numero.replace(/[^\d+]/g, ''));

const luhn = (chiffres: string): boolean =>
  [...chiffres].reverse().reduce((somme, chiffre, i) => {
    const double = Number(chiffre) * (i % 2 === 0 ? 1 : 2);
    return somme + (double > 9 ? double - 9 : double);
  }, 0) %
    10 ===
  0;

/** La Poste's establishments do not follow Luhn: the sum of their digits is a multiple of 5. */
const LA_POSTE = '356000000';
const siretPlausible = (siret: string): boolean =>
  luhn(siret) ||
  (siret.startsWith(LA_POSTE) && [...siret].reduce((somme, chiffre) => somme + Number(chiffre), 0) % 5 === 0);

export const Siret = z
  .string()
  .transform((saisie) => saisie.replace(/\s/g, ''))
  .pipe(
    z
      .string()
      .regex(/^\d{14}$/, 'Le SIRET a 14 chiffres.')
      .refine(siretPlausible, 'Ce numéro SIRET n’existe pas. Vérifiez ses 14 chiffres.'),
  );
export const Rna = z
  .string()
  .transform((saisie) => saisie.replace(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^W\d{9}$/, 'Le numéro RNA est un W suivi de 9 chiffres.'));

const contact = { courriel: Courriel, telephone: Telephone.optional(), parSms: z.boolean().default(false) };

/** Who asks: what CRPA R112-9-1 requires to be regularly seized, and no more. */
export const Usager = z.discriminatedUnion('qualite', [
  z.object({ qualite: z.literal('particulier'), nom: Nom, prenom: Nom, adresse: Adresse, ...contact }),
  z.object({ qualite: z.literal('entreprise'), siret: Siret, nom: Nom.optional(), ...contact }),
  z.object({ qualite: z.literal('association'), rna: Rna, nom: Nom.optional(), ...contact }),
  z.object({ qualite: z.literal('association-siret'), siret: Siret, nom: Nom.optional(), ...contact }),
]);
export type Usager = z.infer<typeof Usager>;

export const nomDe = (usager: Usager): string => {
  switch (usager.qualite) {
    case 'particulier':
      return `${usager.prenom} ${usager.nom}`;
    case 'entreprise':
    case 'association-siret':
      return usager.nom ?? `SIRET ${usager.siret}`;
    case 'association':
      return usager.nom ?? `RNA ${usager.rna}`;
  }
};
