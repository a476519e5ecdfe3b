import * as z from 'zod';
import { type Commune, RELAIS, Slug, serviceDe } from '../commune/commune.ts';

const Joignable = z.strictObject({ nom: z.string().min(1).max(80), numero: z.string().min(2).max(20) });
const Lien = z.url({ protocol: /^https$/, error: 'une adresse en https' });

/**
 * Where to go when no open démarche answers: an emergency number, a service of the mairie that is not online yet, or who
 * does it when the commune does not. It steps aside when the commune opens a démarche of the same name.
 */
export const Orientation = z
  .strictObject({
    id: Slug,
    /** `guichet` will be online one day; `information` has nothing to be online. */
    type: z.enum(['urgence', 'guichet', 'information', 'ailleurs']),
    nom: z.string().min(1).max(90),
    /** Who answers, where the commune does not. */
    qui: z.string().min(1).max(80).optional(),
    phrase: z.string().min(1).max(300),
    /** The service of the commune that answers. */
    service: Slug.optional(),
    /** Who answers around here, if the commune's file says so. */
    relais: z.enum(RELAIS).optional(),
    telephones: z.array(Joignable).max(6).default([]),
    lien: Lien.optional(),
    mots: z.array(z.string().min(1)).min(1),
  })
  .refine(({ type, qui }) => (type === 'ailleurs') === Boolean(qui), {
    path: ['qui'],
    error: 'dites qui répond quand ce n’est pas la commune, et seulement alors',
  })
  .refine(({ type, service }) => (type === 'guichet' || type === 'information') === Boolean(service), {
    path: ['service'],
    error: 'dites quel service de la commune répond, et seulement si c’est elle',
  })
  .refine(({ type, telephones }) => type !== 'urgence' || telephones.length > 0, {
    path: ['telephones'],
    error: 'une urgence se dit au téléphone : donnez un numéro',
  });
export type Orientation = z.infer<typeof Orientation>;

/** The same, as the search of this commune shows it. */
export const OrientationDite = z.object({
  id: z.string(),
  type: Orientation.shape.type,
  nom: z.string(),
  resume: z.string(),
  mots: z.array(z.string()),
  qui: z.string().optional(),
  telephones: z.array(z.object({ nom: z.string(), numero: z.string() })),
  lien: z.string().optional(),
  horaires: z.array(z.object({ jours: z.string(), heures: z.string() })),
});
export type OrientationDite = z.infer<typeof OrientationDite>;

/** What the search answers beside the open démarches, each with whom to call in this commune. */
export const orienter = (
  orientations: readonly Orientation[],
  { commune, demarches }: { commune: Commune; demarches: readonly { id: string }[] },
): OrientationDite[] =>
  orientations
    .filter(({ id }) => !demarches.some((ouverte) => ouverte.id === id))
    .map((orientation) => {
      const { id, type, nom, phrase: resume, mots } = orientation;
      return { id, type, nom, resume, mots, ...joindre(orientation, commune) };
    });

type Contact = Pick<OrientationDite, 'qui' | 'telephones' | 'lien' | 'horaires'>;

const joindre = (orientation: Orientation, commune: Commune): Contact => {
  const voisin = orientation.relais && commune.relais?.[orientation.relais];
  if (voisin) return { ...appeler(voisin, orientation), horaires: [] };
  if (orientation.service)
    return {
      ...appeler(serviceDe(commune, orientation.service), orientation),
      horaires: commune.horaires,
    };
  const { qui, telephones, lien } = orientation;
  return { ...(qui && { qui }), telephones, ...(lien && { lien }), horaires: [] };
};

type Appele = { nom: string; telephone: string; site?: string | undefined };

const appeler = (
  { nom, telephone, site }: Appele,
  { telephones, lien }: Orientation,
): Omit<Contact, 'horaires'> => ({
  qui: nom,
  telephones: [{ nom, numero: telephone }, ...telephones],
  ...((site ?? lien) && { lien: site ?? lien }),
});
