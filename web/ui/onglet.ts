import { useEffect } from 'react';

const ERREUR = 'Erreur\u00a0: ';
const affiche = { enErreur: false };

/** Names the tab, whose title is the first thing that a screen reader says. */
export const nommerOnglet = (nom: string): void => {
  document.title = affiche.enErreur ? `${ERREUR}${nom}` : nom;
};

/** The bad news comes first. */
export const useOngletEnErreur = (enErreur: boolean): void =>
  useEffect(() => {
    if (!enErreur) return;
    const dire = (oui: boolean) => {
      const nom = document.title.replace(ERREUR, '');
      affiche.enErreur = oui;
      nommerOnglet(nom);
    };
    dire(true);
    return () => dire(false);
  }, [enErreur]);
