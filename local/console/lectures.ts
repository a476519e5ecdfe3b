import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { lireSms } from '../moteurs/sms.ts';
import { accueil, listeDesSms, type NomDe, ecrire as pageEcrire, horloge as pageHorloge } from './accueil.ts';
import type { Alentours } from './alentours.ts';
import { composer, lectureDuCourriel, lireCourriel, lireCourriels, listeDesCourriels } from './courriels.ts';
import { jourEtHeure } from './html.ts';
import { type Demande, fichier, json, montrer, type Reponse } from './reponses.ts';

/** What `/local` shows: pages for a person, JSON for a program. */
export const lectures = ({ registre, communes, horloge, fuseau, lieux }: Alentours) => {
  const heure = () => jourEtHeure(horloge.maintenant(), fuseau);
  const nomDe: NomDe = (slug) => communes.find((commune) => commune.slug === slug)?.nom ?? slug;
  const pages: Record<string, (demande: Demande) => Reponse> = {
    '/local': () => montrer('/local', heure(), { titre: 'Votre Parvis', corps: accueil(lieux()) }),
    '/local/ecrire': () =>
      montrer('/local/ecrire', heure(), { titre: 'Écrire à la mairie', corps: pageEcrire(lieux()) }),
    '/local/courriels': ({ enHtml }) => {
      const courriels = lireCourriels(registre);
      return enHtml
        ? montrer('/local/courriels', heure(), {
            titre: 'Courriels envoyés',
            corps: listeDesCourriels(courriels, fuseau, nomDe),
          })
        : json(courriels);
    },
    '/local/sms': ({ enHtml }) => {
      const sms = lireSms(registre);
      return enHtml
        ? montrer('/local/sms', heure(), { titre: 'SMS envoyés', corps: listeDesSms(sms, fuseau, nomDe) })
        : json(sms);
    },
    '/local/horloge': ({ enHtml }) =>
      enHtml
        ? montrer('/local/horloge', heure(), { titre: 'Horloge', corps: pageHorloge(heure()) })
        : json(horloge.lire()),
    '/local/console.css': () => ({ type: 'text/css; charset=utf-8', corps: CSS }),
    '/local/police.woff2': () => ({
      type: 'font/woff2',
      corps: POLICE,
      entetes: { 'cache-control': 'max-age=86400' },
    }),
  };
  const unCourriel = async (id: number, partie: string): Promise<Reponse | undefined> => {
    const courriel = lireCourriel(registre, id);
    if (!courriel) return undefined;
    switch (partie) {
      case '':
        return montrer('/local/courriels', heure(), {
          titre: courriel.objet || '(sans objet)',
          corps: lectureDuCourriel(courriel, fuseau),
        });
      case '/html':
        return {
          type: 'text/html; charset=utf-8',
          corps: courriel.html,
          entetes: { 'content-security-policy': BAC_A_SABLE },
        };
      default: {
        const brut = await composer(registre, id);
        return brut && fichier(`courriel-${id}.eml`, 'message/rfc822', brut);
      }
    }
  };
  return async (demande: Demande): Promise<Reponse | undefined> => {
    const [, id, partie = ''] = UN_COURRIEL.exec(demande.chemin) ?? [];
    return id === undefined ? pages[demande.chemin]?.(demande) : unCourriel(Number(id), partie);
  };
};

const UN_COURRIEL = /^\/local\/courriels\/(\d+)(\/html|\/brut)?$/;

/** The mail's own HTML comes from outside: nothing in it runs or loads. */
const BAC_A_SABLE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

const CSS = readFileSync(new URL('./console.css', import.meta.url), 'utf8');
const POLICE = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  ),
);
