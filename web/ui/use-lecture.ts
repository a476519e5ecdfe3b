import { useEffect, useState } from 'react';
import { api, type Echec, type Entree, type NomHttp, type Sortie } from '../client.ts';

export type Lecture<T> =
  | { etat: 'attente'; recharger: () => void }
  | { etat: 'prete'; valeur: T; recharger: () => void }
  | { etat: 'echec'; echec: Echec; recharger: () => void };

type Lu<N extends NomHttp> = { question: string; valeur?: Sortie<N>; echec?: Echec };

/** Reads something when the page shows, and again when what it asks changes. While it reads again, the last answer stays. */
export const useLecture = <N extends NomHttp>(nom: N, entree: Entree<N>): Lecture<Sortie<N>> => {
  const question = JSON.stringify(entree);
  const [fois, compter] = useState(0);
  const [lu, poser] = useState<Lu<N>>({ question });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `fois` asks the same question again.
  useEffect(() => {
    const arret = new AbortController();
    const lire = async () => {
      const reponse = await api[nom](JSON.parse(question), { signal: arret.signal });
      if (arret.signal.aborted) return;
      poser(
        reponse.ok ? { question, valeur: reponse.valeur as Sortie<N> } : { question, echec: reponse.echec },
      );
    };
    void lire();
    return () => arret.abort();
  }, [nom, question, fois]);
  const recharger = () => compter((n) => n + 1);
  if (lu.question !== question) return { etat: 'attente', recharger };
  if (lu.valeur !== undefined) return { etat: 'prete', valeur: lu.valeur, recharger };
  return lu.echec ? { etat: 'echec', echec: lu.echec, recharger } : { etat: 'attente', recharger };
};
