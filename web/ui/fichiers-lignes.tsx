import { tailleEnLettres } from '../../functions/platform/lettres.ts';
import { Bouton } from './bouton.tsx';
import { Mot } from './encart.tsx';
import { Icone } from './icones.tsx';
import type { Televersement } from './use-televersements.ts';

/** A file that has arrived, as the form keeps it. */
export type FichierRecu = { depot: string; nom: string; octets: number };

const Nomme = ({ mot, nom }: { mot: string; nom: string }) => (
  <>
    {mot}
    <span class="lu-seulement"> {nom}</span>
  </>
);

/** A file that has arrived. */
export const Recu = ({ fichier, retirer }: { fichier: FichierRecu; retirer: () => void }) => (
  <li>
    <Icone nom="fichier" />
    <div>
      <p>{fichier.nom}</p>
      <p class="discret">
        <Mot sens="fait">Reçu</Mot>, {tailleEnLettres(fichier.octets)}
      </p>
    </div>
    <div class="gestes">
      <Bouton rang="lien" onClick={retirer}>
        <Nomme mot="Retirer" nom={fichier.nom} />
      </Bouton>
    </div>
  </li>
);

type PropsEnRoute = { envoi: Televersement; retirer: () => void; reessayer: () => void };

/** A file on its way, or stopped for a reason. */
export const EnRoute = ({ envoi, retirer, reessayer }: PropsEnRoute) => (
  <li>
    <Icone nom="fichier" />
    <div>
      <p>{envoi.fichier.name}</p>
      {envoi.erreur ? (
        <p role="alert">
          <Mot sens="retard">{envoi.erreur}</Mot>
        </p>
      ) : (
        <progress value={envoi.part} max={1} aria-label={`Envoi de ${envoi.fichier.name}`} />
      )}
    </div>
    <div class="gestes">
      {envoi.reessayable && (
        <Bouton rang="lien" onClick={reessayer}>
          <Nomme mot="Réessayer" nom={envoi.fichier.name} />
        </Bouton>
      )}
      <Bouton rang="lien" onClick={retirer}>
        <Nomme mot={envoi.erreur ? 'Retirer' : 'Annuler'} nom={envoi.fichier.name} />
      </Bouton>
    </div>
  </li>
);
