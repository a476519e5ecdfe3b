import { useState } from 'react';
import type { Detail } from '../../../functions/platform/refus.ts';
import { api, type Sortie } from '../../client.ts';
import { useBrouillon } from '../brouillons.ts';
import { useDemarche, useTri } from '../donnees.ts';
import { entreeDe, fautesDe, localiser, type Saisie, VIDE } from './saisie.ts';

/** The draft of what is being typed, and its sending. */
export const useSaisie = (onRecue: (recue: Sortie<'saisirDemande'>) => void) => {
  const [saisie, ecrire, oublier] = useBrouillon<Saisie>('saisie', VIDE);
  const [erreurs, poser] = useState<Detail[]>([]);
  const lecture = useDemarche(saisie.demarche);
  const { mutate, isPending, error } = useTri(api.saisirDemande);
  const lue = saisie.demarche ? lecture.data : undefined;
  const reussir = (recue: Sortie<'saisirDemande'>): void => {
    oublier();
    onRecue(recue);
  };
  const envoyer = (e: Event): void => {
    e.preventDefault();
    if (isPending) return;
    const fautes = lue ? fautesDe(saisie, lue) : [SANS_DEMARCHE];
    poser(fautes);
    if (!lue || fautes.length > 0) return;
    mutate(entreeDe(saisie, lue), {
      onSuccess: reussir,
      onError: ({ details }) => poser(details.map(localiser)),
    });
  };
  return {
    saisie,
    changer: (suite: Partial<Saisie>): void => ecrire({ ...saisie, ...suite }),
    erreurs,
    lecture,
    lue,
    envoyer,
    enCours: isPending,
    echec: erreurs.length > 0 ? null : error,
  };
};

const SANS_DEMARCHE: Detail = { champ: 'demarche', phrase: 'Choisissez une démarche.' };
