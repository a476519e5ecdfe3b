import './compte.css';
import { adresse, commune } from '../../client.ts';
import { BoutonIdentite } from '../../ui/bouton-identite.tsx';
import { Lien } from '../../ui/lien.tsx';
import { ParCode } from './par-code.tsx';

type Props = { vers: string; onOuvert: () => void };

/** The ways to sign in. None asks for a password, and none is needed to file. */
export const Sidentifier = ({ vers, onOuvert }: Props) => (
  <div class="identifier">
    <p>
      Vous retrouvez toutes vos demandes, et ce que votre compte sait de vous est déjà écrit dans les
      formulaires : votre nom avec FranceConnect, votre e-mail ou votre téléphone avec un code. Pour déposer
      une demande, vous n’avez pas besoin de compte.
    </p>
    {commune.connexion.franceconnect && (
      <section>
        <h2>Avec FranceConnect</h2>
        <p>
          FranceConnect est la solution proposée par l’État pour sécuriser et simplifier la connexion à vos
          services en ligne.
        </p>
        <p>
          <BoutonIdentite chez="FranceConnect" vers={adresse('connecterUsager', { vers })} />
        </p>
        <p>
          <Lien vers="https://franceconnect.gouv.fr/">Qu’est-ce que FranceConnect{'\u00a0'}?</Lien>
        </p>
      </section>
    )}
    <section>
      <h2>Avec un code</h2>
      <p>Nous vous envoyons un code à 6&nbsp;chiffres. Il n’y a pas de mot de passe à retenir.</p>
      <ParCode onOuvert={onOuvert} acte="ouvrir" />
    </section>
  </div>
);
