import { hasardDe } from './hasard.ts';
import { type Papier, unePhoto, unPdf } from './papiers.ts';
import { nomDAffichage, type Vecu } from './vecu.ts';
import type { Visiteur } from './visiteur.ts';

type Jointe = { pour: string; papier: Papier };

export const papiersDe = (vecu: Vecu, ids: readonly string[]): Jointe[] =>
  ids.map((pour, i) => ({
    pour,
    papier: unPapier(pour, vecu.demarche?.pieces.find(({ id }) => id === pour)?.nom ?? pour, {
      ...vecu,
      rang: i,
    }),
  }));

const DES_PHOTOS = /photo|croquis|img/i;
/** What someone sends under a name: a photo when it sounds like one. */
export const unPapier = (
  id: string,
  titre: string,
  vecu: Pick<Vecu, 'personne' | 'histoire'> & { rang?: number },
): Papier => {
  const hasard = hasardDe(`${vecu.histoire.qui} ${id} ${vecu.rang ?? 0}`);
  if (DES_PHOTOS.test(id)) return unePhoto(`IMG_${hasard.entre(1000, 9999)}`, hasard);
  return unPdf(enNomDeFichier(titre), titre, nomDAffichage(vecu));
};

const enNomDeFichier = (titre: string): string =>
  titre
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

type Preparee = { piece: string; envoi: { url: string; entetes: Record<string, string> } };

/** Sends files as a browser does: an address to send to, the bytes, then the commune looks at them. */
export const remettre = (
  visiteur: Visiteur,
  jointes: readonly Jointe[],
): Promise<{ pour: string; depot: string }[]> =>
  Promise.all(
    jointes.map(async ({ pour, papier: { nom, type, contenu } }) => {
      const { piece, envoi } = await visiteur.faire<Preparee>('/api/pieces', {
        nom,
        type,
        octets: contenu.length,
      });
      const { ok, status } = await fetch(envoi.url, {
        method: 'PUT',
        headers: envoi.entetes,
        body: new Uint8Array(contenu),
      });
      if (!ok) throw new Error(`${nom} n’a pas été gardé : ${status}`);
      await visiteur.faire(`/api/pieces/${piece}/reception`, {});
      return { pour, depot: piece };
    }),
  );
