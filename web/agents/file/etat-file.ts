import { useSearch } from 'wouter';
import { observable } from '../observable.ts';
import { type Vue, vueDe } from './vues.ts';

const texte = observable('');

/** What is searched stays out of the address: it may be someone's name. */
export const chercher = texte.ecrire;
export const useTexte = texte.use;

type EtatFile = { vue: Vue; service: string };

/** The view and the service are in the address, so that a page can be kept or sent to a colleague. */
export const useEtatFile = (): EtatFile => {
  const recherche = new URLSearchParams(useSearch());
  return { vue: vueDe(recherche.get('vue')), service: recherche.get('service') ?? '' };
};

export const enRecherche = ({ vue, service }: EtatFile): string => {
  const recherche = new URLSearchParams({
    ...(vue !== 'a-traiter' && { vue }),
    ...(service && { service }),
  }).toString();
  return recherche && `?${recherche}`;
};
