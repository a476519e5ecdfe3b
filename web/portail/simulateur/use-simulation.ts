import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import type { Echec, Entree, Sortie } from '../../client.ts';
import { useEnvoi } from '../../ui/use-envoi.ts';

type Nom = 'simulerEcheance' | 'simulerRecours';
export type Calculee<N extends Nom> = { entree: Entree<N>; valeur: Sortie<N>; fragment: string };
type Demande<N extends Nom> = { fautes: Detail[]; fragment: string; preparer: () => Promise<Entree<N>> };

/** Reckons a case and writes it in the address. An answer to a case that has changed since is dropped. */
export const useSimulation = <N extends Nom>(nom: N) => {
  const { enCours, echec, envoyer } = useEnvoi(nom);
  const [erreurs, signaler] = useState<Detail[]>([]);
  const [calculee, montrer] = useState<Calculee<N>>();
  const [change, noter] = useState(false);
  const essai = useRef(0);
  const calculer = async ({ fautes, fragment, preparer }: Demande<N>) => {
    essai.current += 1;
    const celui = essai.current;
    montrer(undefined);
    signaler(fautes);
    noter(false);
    if (fautes.length > 0) return;
    history.replaceState(history.state, '', `#${fragment}`);
    const entree = await preparer();
    const reponse = await envoyer(entree);
    if (essai.current !== celui) return;
    if (reponse.ok) montrer({ entree, valeur: reponse.valeur, fragment });
    else signaler([...reponse.echec.details]);
  };
  const changer = (vise?: (champ: string) => boolean) => {
    essai.current += 1;
    if (calculee || enCours) noter(true);
    montrer(undefined);
    if (vise) signaler((avant) => avant.filter(({ champ }) => !champ || !vise(champ)));
  };
  return { calculee, change, changer, calculer, enCours, erreurs, panne: panneDe(echec) };
};

const panneDe = (echec: Echec | undefined): Echec | undefined =>
  echec && echec.details.length === 0 ? echec : undefined;

/** The case that the address carries; another one pasted there replaces it. An anchor of the page is no case. */
export const useFragment = (): string => {
  const [fragment, poser] = useState(() => location.hash.slice(1));
  // Listens as soon as the page is drawn: an address pasted a moment later is not missed.
  useLayoutEffect(() => {
    const lire = () => {
      if (location.hash.includes('=')) poser(location.hash.slice(1));
    };
    addEventListener('hashchange', lire);
    return () => removeEventListener('hashchange', lire);
  }, []);
  return fragment;
};

/** A case that came by a link is reckoned at once. */
export const useDesLArrivee = (arrive: boolean, calculer: () => Promise<void>): void => {
  const geste = useRef(calculer);
  useEffect(() => {
    if (arrive) void geste.current();
  }, [arrive]);
};
