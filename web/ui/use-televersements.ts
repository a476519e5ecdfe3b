import { useEffect, useRef, useState } from 'react';
import { type Depot, envoyerFichier } from './envoyer-fichier.ts';

/** A file which is not there yet: on its way, or stopped for a reason. */
export type Televersement = {
  rang: number;
  fichier: File;
  part: number;
  erreur?: string;
  reessayable?: boolean;
};

type Options = { onArrivee: (depot: Depot) => void; onEnCours?: ((combien: number) => void) | undefined };

/** Sends files one after the other's choice, all at once, and keeps those which failed so that they can be tried again. */
export const useTeleversements = ({ onArrivee, onEnCours }: Options) => {
  const [enRoute, poser] = useState<Televersement[]>([]);
  const dernier = useRef(0);
  const arrets = useRef(new Map<number, AbortController>());
  const arriver = useRef(onArrivee);
  arriver.current = onArrivee;
  const dire = useRef(onEnCours);
  dire.current = onEnCours;

  const changer = (rang: number, suite: Partial<Televersement>) =>
    poser((tous) => tous.map((un) => (un.rang === rang ? { ...un, ...suite } : un)));
  const retirer = (rang: number) => {
    arrets.current.get(rang)?.abort();
    poser((tous) => tous.filter((un) => un.rang !== rang));
  };
  const lancer = async (rang: number, fichier: File) => {
    const arret = new AbortController();
    arrets.current.set(rang, arret);
    const reponse = await envoyerFichier(fichier, (part) => changer(rang, { part }), arret.signal);
    if (arret.signal.aborted) return;
    if (!reponse.ok)
      return changer(rang, {
        reessayable: reponse.echec.nature !== 'refus',
        erreur: [reponse.echec.phrase, ...reponse.echec.details.map(({ phrase }) => phrase)].join(' '),
      });
    retirer(rang);
    arriver.current(reponse.valeur);
  };
  const ajouter = (fichiers: readonly File[]) => {
    const nouveaux = fichiers.map((fichier) => ({ rang: ++dernier.current, fichier, part: 0 }));
    poser((tous) => [...tous, ...nouveaux]);
    for (const { rang, fichier } of nouveaux) void lancer(rang, fichier);
  };
  const reessayer = ({ rang, fichier }: Televersement) => {
    poser((tous) => tous.map((un) => (un.rang === rang ? { rang, fichier, part: 0 } : un)));
    void lancer(rang, fichier);
  };

  const combien = enRoute.filter(({ erreur }) => !erreur).length;
  useEffect(() => dire.current?.(combien), [combien]);
  useEffect(() => {
    const lances = arrets.current;
    return () => {
      for (const arret of lances.values()) arret.abort();
    };
  }, []);
  return { enRoute, ajouter, retirer, reessayer };
};
