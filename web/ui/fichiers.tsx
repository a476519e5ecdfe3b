import './fichiers.css';
import { useRef, useState } from 'react';
import { OCTETS_MAX, TYPES } from 'virtual:regles';
import { tailleEnLettres } from '../../functions/platform/lettres.ts';
import { Bouton } from './bouton.tsx';
import { CadreSimple, type Champs, decritPar } from './champ-cadre.tsx';
import { Mot } from './encart.tsx';
import type { Depot } from './envoyer-fichier.ts';
import { Icone } from './icones.tsx';
import { type Televersement, useTeleversements } from './use-televersements.ts';

/** A file that has arrived, as the form keeps it. */
export type FichierRecu = { depot: string; nom: string; octets: number };

type Props = Champs<FichierRecu[]> & { onEnCours?: (combien: number) => void };

const ACCEPTES = Object.keys(TYPES).join(',');
const REGLES = `PDF ou photo (${[...new Set(Object.values(TYPES))].filter((nom) => nom !== 'PDF').join(', ')}), ${tailleEnLettres(OCTETS_MAX)} au plus par fichier.`;

/** Files for one pièce: chosen or photographed, sent at once, each with its progress and its own way to mend. */
export const Fichiers = ({ valeur, onChange, onEnCours, aide, ...cadre }: Props) => {
  // Two files may arrive before the page is drawn again.
  const recus = useRef(valeur);
  recus.current = valeur;
  const recevoir = ({ id, nom, octets }: Depot) => {
    recus.current = [...recus.current, { depot: id, nom, octets }];
    onChange(recus.current);
  };
  const { enRoute, ajouter, retirer, reessayer } = useTeleversements({ onArrivee: recevoir, onEnCours });
  const complet = [aide, REGLES].filter(Boolean).join(' ');
  const choisir = (champ: HTMLInputElement) => {
    ajouter([...(champ.files ?? [])]);
    champ.value = '';
  };
  const [survol, survoler] = useState(false);
  const deposer = (evenement: DragEvent) => {
    evenement.preventDefault();
    survoler(false);
    ajouter([...(evenement.dataTransfer?.files ?? [])]);
  };
  return (
    <CadreSimple {...cadre} aide={complet}>
      <div class="choisir" data-survol={survol ? '' : undefined} onDrop={deposer} onDragLeave={() => survoler(false)} onDragOver={(evenement) => { evenement.preventDefault(); survoler(true); }}>
        <input
          class="lu-seulement"
          type="file"
          id={cadre.id}
          multiple
          accept={ACCEPTES}
          aria-invalid={cadre.erreur ? 'true' : undefined}
          aria-describedby={decritPar({ ...cadre, aide: complet })}
          onChange={(evenement) => choisir(evenement.currentTarget)}
        />
        <label class="bouton" data-rang="second" for={cadre.id}><Icone nom="ajouter" /><span>{valeur.length + enRoute.length > 0 ? 'Ajouter un autre fichier' : 'Ajouter un fichier'}</span></label>
        <span class="discret" aria-hidden="true">ou déposez-le ici</span>
      </div>
      <ul class="fichiers">
        {valeur.map((fichier) => <Recu key={fichier.depot} fichier={fichier} retirer={() => onChange(valeur.filter((un) => un !== fichier))} />)}
        {enRoute.map((envoi) => <EnRoute key={envoi.rang} envoi={envoi} retirer={() => retirer(envoi.rang)} reessayer={() => reessayer(envoi)} />)}
      </ul>
      <p class="lu-seulement" role="status">{enRoute.length === 0 && valeur.length > 0 ? `${valeur.length} fichier(s) reçu(s)` : ''}</p>
    </CadreSimple>
  );
};

const Nomme = ({ mot, nom }: { mot: string; nom: string }) => <>{mot}<span class="lu-seulement"> {nom}</span></>;

const Recu = ({ fichier, retirer }: { fichier: FichierRecu; retirer: () => void }) => (
  <li>
    <Icone nom="fichier" />
    <div>
      <p>{fichier.nom}</p>
      <p class="discret"><Mot sens="fait">Reçu</Mot>, {tailleEnLettres(fichier.octets)}</p>
    </div>
    <div class="gestes"><Bouton rang="lien" onClick={retirer}><Nomme mot="Retirer" nom={fichier.nom} /></Bouton></div>
  </li>
);

const EnRoute = ({ envoi, retirer, reessayer }: { envoi: Televersement; retirer: () => void; reessayer: () => void }) => (
  <li>
    <Icone nom="fichier" />
    <div>
      <p>{envoi.fichier.name}</p>
      {envoi.erreur
        ? <p role="alert"><Mot sens="retard">{envoi.erreur}</Mot></p>
        : <progress value={envoi.part} max={1} aria-label={`Envoi de ${envoi.fichier.name}`} />}
    </div>
    <div class="gestes">
      {envoi.reessayable && <Bouton rang="lien" onClick={reessayer}><Nomme mot="Réessayer" nom={envoi.fichier.name} /></Bouton>}
      <Bouton rang="lien" onClick={retirer}><Nomme mot={envoi.erreur ? 'Retirer' : 'Annuler'} nom={envoi.fichier.name} /></Bouton>
    </div>
  </li>
);
