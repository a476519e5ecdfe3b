import { useState } from 'react';
import {
  api,
  type Echec,
  type Entree,
  type NomHttp,
  nouvelleCle,
  type Reponse,
  type Sortie,
} from '../client.ts';
import { garder, oublier, relire } from './memoire.ts';

export type Envoi<N extends NomHttp> = {
  enCours: boolean;
  echec: Echec | undefined;
  envoyer: (entree: Entree<N>) => Promise<Reponse<Sortie<N>>>;
};

type Essai = { contenu: string; cle: string };

/** Sends something once. Trying the same content again keeps its key, even after a reload: two clicks or a lost answer have one effect. */
export const useEnvoi = <N extends NomHttp>(nom: N): Envoi<N> => {
  const [enCours, occuper] = useState(false);
  const [echec, poser] = useState<Echec>();
  const envoyer = async (entree: Entree<N>): Promise<Reponse<Sortie<N>>> => {
    const memoire = `envoi:${nom}`;
    const contenu = JSON.stringify(entree);
    const avant = relire<Essai>(memoire);
    const cle = avant?.contenu === contenu ? avant.cle : nouvelleCle();
    garder(memoire, { contenu, cle });
    occuper(true);
    poser(undefined);
    const reponse = await api[nom](entree, { cle });
    occuper(false);
    if (reponse.ok) oublier(memoire);
    else poser(reponse.echec);
    return reponse as Reponse<Sortie<N>>;
  };
  return { enCours, echec, envoyer };
};
