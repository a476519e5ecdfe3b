import { useState } from 'react';
import type { Sortie } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { ParCode } from './par-code.tsx';

type Compte = Sortie<'consulterCompte'>;

/** Who one is here, and the addresses under which one's demandes are found. */
export const VotreCompte = ({ compte, recharger }: { compte: Compte; recharger: () => void }) => {
  const { moyen, nom, contacts } = compte;
  const [ajoute, ouvrir] = useState(false);
  return (
    <aside class="autrement" aria-labelledby="compte">
      <h2 id="compte">Votre compte</h2>
      <p>
        {nom && <strong>{nom}</strong>}
        {nom && <br />}
        {MOYENS[moyen]}
      </p>
      <h3>Vos contacts confirmés</h3>
      {contacts.length > 0 ? (
        <ul>
          {contacts.map((contact) => (
            <li key={contact} class="entier">
              {contact}
            </li>
          ))}
        </ul>
      ) : (
        <p>
          Aucun pour le moment. Confirmez votre adresse e-mail ou votre portable pour voir aussi ce que vous
          avez demandé par e-mail, par SMS ou sans compte.
        </p>
      )}
      {ajoute ? (
        <ParCode
          acte="ajouter"
          onOuvert={() => {
            ouvrir(false);
            recharger();
          }}
        />
      ) : (
        <Bouton rang="second" onClick={() => ouvrir(true)}>
          Ajouter un contact
        </Bouton>
      )}
    </aside>
  );
};

const MOYENS: Record<Compte['moyen'], string> = {
  franceconnect: 'Identité donnée par FranceConnect',
  courriel: 'Ouvert par un code reçu par e-mail',
  telephone: 'Ouvert par un code reçu par SMS',
};
