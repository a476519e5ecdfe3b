import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { entrer } from '../navigateur.ts';
import type { Poche } from '../poche.ts';
import { DEMARCHE } from '../saisies.ts';

type Vue = { nom: string; adresse: string; largeur: number; hauteur: number };

/** The three pictures of the README: a citizen's phone, the agents' list, a file with its clock. */
export const photographierVitrine = async (
  navigateur: Browser,
  { base, dossier }: Pick<Poche, 'base'> & { dossier: string },
): Promise<string[]> => {
  const contexte = await navigateur.newContext({ locale: 'fr-FR', reducedMotion: 'reduce' });
  await entrer(contexte, base, 'Claire Montfavet');
  const lue = await contexte.request.get(`${base}/api/demandes?vue=ouvertes`);
  const { lignes } = (await lue.json()) as { lignes: { reference: string; terme?: string | null }[] };
  const dossierSuivi = lignes.find(({ terme }) => terme) ?? lignes[0];
  if (!dossierSuivi) throw new Error('La ville n’a aucune demande ouverte.');
  const vues: Vue[] = [
    { nom: 'habitant', adresse: `/demarches/${DEMARCHE}`, largeur: 390, hauteur: 1180 },
    { nom: 'agents', adresse: '/agents/', largeur: 1280, hauteur: 720 },
    { nom: 'dossier', adresse: `/agents/demandes/${dossierSuivi.reference}`, largeur: 1280, hauteur: 720 },
  ];
  const fichiers: string[] = [];
  for (const { nom, adresse, largeur, hauteur } of vues) {
    const page = await contexte.newPage();
    await page.setViewportSize({ width: largeur, height: hauteur });
    await page.goto(base + adresse, { waitUntil: 'networkidle' });
    const fichier = path.join(dossier, `${nom}.webp`);
    const prise = await contexte.newCDPSession(page);
    const { data } = await prise.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
    writeFileSync(fichier, data, 'base64');
    fichiers.push(fichier);
    await page.close();
  }
  await contexte.close();
  return fichiers;
};
