import { useLocation } from 'wouter';
import { annoncer, annoncerEnSuivant } from '../annonces.ts';
import { prendreDepuisLaFile, requetes, useMoi } from '../donnees.ts';
import { peut } from '../gestes.ts';
import { useRaccourcis } from '../raccourcis.ts';
import { enRecherche, useEtatFile } from './etat-file.ts';
import { ID_RECHERCHE } from './filtres.tsx';

const LIGNES = 'tr[data-reference]';

const ligneActive = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>(LIGNES) ?? null;

/** Goes to the next or previous line, starting from the focus, else from the open file. */
const marcher = (pas: 1 | -1): void => {
  const lignes = [...document.querySelectorAll<HTMLElement>(LIGNES)];
  const depart = ligneActive() ?? document.querySelector<HTMLElement>('[data-ouverte]');
  const rang = depart ? lignes.indexOf(depart) + pas : 0;
  lignes[Math.min(Math.max(rang, 0), lignes.length - 1)]?.querySelector('a')?.focus();
};

/** The keys of the queue: walk, search, take charge. */
export const useParcours = (ouverte: string | undefined): void => {
  const moi = useMoi();
  const [, aller] = useLocation();
  const recherche = enRecherche(useEtatFile());
  const prendre = async (): Promise<void> => {
    const reference = ligneActive()?.dataset['reference'] ?? ouverte;
    if (!reference || !peut(moi, 'prendreEnCharge')) return;
    const reponse = await prendreDepuisLaFile(reference, moi);
    if (!reponse.ok) return annoncer(reponse.echec.phrase, 'alerte');
    (reference === ouverte ? annoncer : annoncerEnSuivant)(reponse.valeur);
    aller(`/demandes/${reference}${recherche}`);
    await requetes.invalidateQueries({ queryKey: ['demandes'] });
  };
  useRaccourcis({
    j: () => marcher(1),
    k: () => marcher(-1),
    e: () => void prendre(),
    '/': () => document.getElementById(ID_RECHERCHE)?.focus(),
  });
};
