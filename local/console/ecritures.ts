import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Consigne, destination } from '../temps.ts';
import type { Alentours } from './alentours.ts';
import { type Demande, json, type Reponse, refuser } from './reponses.ts';

const Texte = z.string().min(1).max(100_000);
const Sms = z.object({ de: Texte, texte: Texte, commune: z.string().optional() });
const Courriel = z.object({
  de: z.email(),
  objet: z.string().max(1000),
  texte: Texte,
  commune: z.string().optional(),
});

const SMS_INCOMPLET =
  'Indiquez le numéro («\u00a0de\u00a0»), le texte («\u00a0texte\u00a0») et, au besoin, la commune.';
const COURRIEL_INCOMPLET =
  'Indiquez l’adresse («\u00a0de\u00a0»), l’objet, le texte et, au besoin, la commune.';

/** What one may do from `/local`: write in as a citizen, and move the clock. */
export const ecritures = ({ communes, horloge, fuseau, temps, messages }: Alentours) => {
  const communeDe = (slug: string | undefined) =>
    slug === undefined ? communes[0] : communes.find((commune) => commune.slug === slug);
  const actes: Record<string, (demande: Demande) => Promise<Reponse>> = {
    async '/local/horloge'({ corps, enHtml }) {
      const but = destination(consigneDe(corps, fuseau), horloge.maintenant(), fuseau);
      if ('phrase' in but) return refuser('horloge-refusee', { enHtml, phrase: but.phrase });
      await temps.aller(but.instant);
      return enHtml ? { vers: '/local/horloge' } : json(horloge.lire());
    },
    async '/local/sms'({ corps, enHtml }) {
      const { data: sms } = Sms.safeParse(corps);
      const commune = communeDe(sms?.commune);
      if (!sms || !commune) return refuser('entree-invalide', { enHtml, phrase: SMS_INCOMPLET });
      const id = messages.sms({ ...sms, commune });
      return enHtml ? { vers: '/local/ecrire' } : json({ id }, 202);
    },
    async '/local/courriels'({ corps, enHtml }) {
      const { data: courriel } = Courriel.safeParse(corps);
      const commune = communeDe(courriel?.commune);
      if (!courriel || !commune) return refuser('entree-invalide', { enHtml, phrase: COURRIEL_INCOMPLET });
      await messages.courriel({ ...courriel, commune });
      return enHtml ? { vers: '/local/ecrire' } : json({}, 202);
    },
  };
  return async (demande: Demande): Promise<Reponse | undefined> => actes[demande.chemin]?.(demande);
};

/** The page's form gives a day; nine o'clock is when town halls open. */
const consigneDe = ({ avancer, maintenant, jour }: Record<string, unknown>, fuseau: string): Consigne => {
  if (typeof jour !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(jour)) return { avancer, maintenant };
  return {
    maintenant: Temporal.PlainDate.from(jour)
      .toZonedDateTime({ timeZone: fuseau, plainTime: '09:00' })
      .toInstant()
      .toString(),
  };
};
