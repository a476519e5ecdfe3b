import { useState } from 'react';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { annoncer } from '../annonces.ts';
import { requetes } from '../donnees.ts';

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

const quitter = (vers: string): void => {
  requetes.clear();
  location.assign(vers);
};
