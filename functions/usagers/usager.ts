import * as z from 'zod';
import { AdressePostale } from '../commune/commune.ts';
import { COURRIEL_FAUX, COURRIEL_MAX, courrielDe } from './courriel.ts';
import { NOM_MAX, type Numero, nom, rna, siret, telephone, tropLong } from './numeros.ts';
import { telephoneLisible } from './telephone.ts';

/** Longer, it is no address: what is read before saying so is bounded too. */
const SAISIE_MAX = 2 * COURRIEL_MAX;
export const Courriel = z
  .string()
  .max(SAISIE_MAX, COURRIEL_FAUX)
  .transform((saisie, ctx): string => {
    const adresse = courrielDe(saisie);
    if (adresse === undefined) ctx.addIssue({ code: 'custom', message: COURRIEL_FAUX });
    return adresse ?? '';
  });
const Nom = z
  .string()
  .min(1, 'Cette réponse est nécessaire.')
  .max(NOM_MAX, tropLong(NOM_MAX))
  .transform(nom.propre)
  .superRefine((propre, ctx) => {
    const phrase = nom.faute(propre);
    if (phrase) ctx.addIssue({ code: 'custom', message: phrase });
  });

/** Cleaned, then checked: the same number whatever was typed around it. */
const numero = ({ propre, faute }: Numero) =>
  z
    .string()
    .max(40, '40 caractères au plus.')
    .transform(propre)
    .pipe(
      z.string().superRefine((lu, ctx) => {
        const phrase = faute(lu);
        if (phrase) ctx.addIssue({ code: 'custom', message: phrase });
      }),
    );
const Telephone = numero(telephone);
export const Siret = numero(siret);
export const Rna = numero(rna);

const contact = {
  courriel: Courriel,
  telephone: Telephone.optional(),
  parSms: z.boolean().default(false),
  /** No SMS can leave for this phone: the commune says so when it reads it. */
  sansSms: z.literal(true).optional(),
};

type Nomme = { nom?: unknown; prenom?: unknown };

const identifies = <C extends z.ZodRawShape>(contact: C) =>
  [
    /** Some have one name only, which is their whole name. */
    z
      .object({
        qualite: z.literal('particulier'),
        nom: Nom.optional(),
        prenom: Nom.optional(),
        adresse: AdressePostale,
        ...contact,
      })
      .refine(({ nom, prenom }: Nomme) => nom !== undefined || prenom !== undefined, {
        path: ['nom'],
        error: 'Indiquez votre nom.',
      }),
    z.object({ qualite: z.literal('entreprise'), siret: Siret, nom: Nom.optional(), ...contact }),
    z.object({ qualite: z.literal('association'), rna: Rna, nom: Nom.optional(), ...contact }),
    z.object({ qualite: z.literal('association-siret'), siret: Siret, nom: Nom.optional(), ...contact }),
  ] as const;

/** Who files: what CRPA R112-9-1 requires to be regularly seized, and no more. */
export const UsagerIdentifie = z.discriminatedUnion('qualite', identifies(contact));

const sansCourriel = { ...contact, courriel: Courriel.optional() };

/** Who comes to the counter, writes a letter or calls: they may have no e-mail. */
export const UsagerAuGuichet = z.discriminatedUnion('qualite', identifies(sansCourriel));

/** Who signals without saying who they are; a way to answer them, if they wish. */
const SansIdentite = z.object({ qualite: z.literal('correspondant'), nom: Nom.optional(), ...sansCourriel });

/** Who files on the site: what only informs may keep its author's name quiet, and the démarche says so. */
export const UsagerQuiDepose = z.discriminatedUnion('qualite', [...UsagerIdentifie.options, SansIdentite]);

/** Who asks: someone who has said who they are, or who wrote and of whom only an address or a number is known. */
export const Usager = z.discriminatedUnion('qualite', [...UsagerAuGuichet.options, SansIdentite]);
export type Usager = z.infer<typeof Usager>;

export const nomDe = (usager: Usager): string => {
  switch (usager.qualite) {
    case 'particulier':
      return [usager.prenom, usager.nom].filter(Boolean).join(' ');
    case 'entreprise':
    case 'association-siret':
      return usager.nom ?? `SIRET ${usager.siret}`;
    case 'association':
      return usager.nom ?? `RNA ${usager.rna}`;
    case 'correspondant':
      return usager.nom ?? usager.courriel ?? numeroDe(usager.telephone) ?? 'Personne inconnue';
  }
};

const numeroDe = (telephone: string | undefined): string | undefined =>
  telephone && telephoneLisible(telephone);
