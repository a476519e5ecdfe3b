import { useState } from 'react';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { oublierTout } from '../../ui/memoire.ts';
import { annoncer } from '../annonces.ts';

/** Closes the session here, then at ProConnect, which brings back to the first page. */
export const Deconnexion = () => {
  const [enCours, setEnCours] = useState(false);
  const partir = async (): Promise<void> => {
    setEnCours(true);
    const reponse = await api.deconnecterAgent({});
    setEnCours(false);
    if (reponse.ok) return quitter(reponse.valeur.vers);
    if (reponse.echec.code === 'non-connecte') return quitter('/agents/');
    annoncer(reponse.echec.phrase, 'alerte');
  };
  return (
    <Bouton rang="lien" enCours={enCours && 'Nous fermons votre session…'} onClick={() => void partir()}>
      Se déconnecter
    </Bouton>
  );
};

/** Leaves for good: a page that the browser brings back from its memory is read again, and shows nothing of before. */
const quitter = (vers: string): void => {
  oublierTout();
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
  location.assign(vers);
};
