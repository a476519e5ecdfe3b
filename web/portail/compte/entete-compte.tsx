import { useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { oublierTout } from '../../ui/memoire.ts';
import { estConnecte, suitParCode } from './session.ts';

/** The account, in the head of every page: a way in, and always a way out, even of what a tracking code has opened. */
export const EnteteCompte = () => {
  useLocation(); // Signing in changes page, and this must then be drawn again.
  return (
    <>
      <Lien vers="/mes-demandes">Mes demandes</Lien>
      {estConnecte() && <Sortie mot="Se déconnecter" enCours="Déconnexion…" />}
      {suitParCode() && <Sortie mot="Fermer le suivi" enCours="Fermeture…" />}
    </>
  );
};

const Sortie = ({ mot, enCours }: { mot: string; enCours: string }) => {
  const [part, occuper] = useState(false);
  const partir = async () => {
    occuper(true);
    const reponse = await api.deconnecterUsager({});
    // Someone else may use this machine next.
    oublierTout();
    location.assign(reponse.ok ? reponse.valeur.vers : '/');
  };
  return (
    <Bouton rang="lien" enCours={part && enCours} onClick={() => void partir()}>
      {mot}
    </Bouton>
  );
};
