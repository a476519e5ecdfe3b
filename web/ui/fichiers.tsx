import './fichiers.css';
import { OCTETS_MAX, TYPES } from 'virtual:regles';
import { useRef, useState } from 'react';
import { tailleEnLettres } from '../../functions/platform/lettres.ts';
import { CadreSimple, type Champs, decritPar } from './champ-cadre.tsx';
import type { Depot } from './envoyer-fichier.ts';
import { EnRoute, type FichierRecu, Recu } from './fichiers-lignes.tsx';
import { Icone } from './icones.tsx';
import { useTeleversements } from './use-televersements.ts';

type Props = Champs<FichierRecu[]> & { onEnCours?: (combien: number) => void };

/** By extension too: some phones and computers know no type for a photo in HEIC. */
const ACCEPTES = [...Object.keys(TYPES), '.pdf', '.jpg', '.jpeg', '.heic', '.heif'].join(',');
const PHOTOS = [...new Set(Object.values(TYPES))].filter((nom) => nom !== 'PDF').join(', ');
const REGLES = `PDF ou photo (${PHOTOS}), ${tailleEnLettres(OCTETS_MAX)} au plus par fichier.`;

const enPhrase = (aide: string): string => (/[.!?…]$/.test(aide) ? aide : `${aide}.`);
const recusEnLettres = (combien: number): string =>
  combien > 1 ? `${combien} fichiers reçus` : '1 fichier reçu';

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
  const etiquette = { ...cadre, aide: aide ? `${enPhrase(aide)} ${REGLES}` : REGLES };
  const combien = valeur.length + enRoute.length;
  /** What had the focus is gone: it comes back to the field. */
  const enlever = (geste: () => void) => () => {
    geste();
    document.getElementById(cadre.id)?.focus();
  };
  const sans = (fichier: FichierRecu) => () => onChange(valeur.filter((un) => un !== fichier));
  return (
    <CadreSimple {...etiquette}>
      <Choisir
        etiquette={etiquette}
        mot={combien > 0 ? 'Ajouter un autre fichier' : 'Ajouter un fichier'}
        ajouter={ajouter}
      />
      <ul class="fichiers">
        {valeur.map((fichier) => (
          <Recu key={fichier.depot} fichier={fichier} retirer={enlever(sans(fichier))} />
        ))}
        {enRoute.map((envoi) => (
          <EnRoute
            key={envoi.rang}
            envoi={envoi}
            retirer={enlever(() => retirer(envoi.rang))}
            reessayer={() => reessayer(envoi)}
          />
        ))}
      </ul>
      <p class="lu-seulement" role="status">
        {enRoute.length === 0 && valeur.length > 0 ? recusEnLettres(valeur.length) : ''}
      </p>
    </CadreSimple>
  );
};

type Etiquette = Omit<Props, 'valeur' | 'onChange' | 'onEnCours'>;
type PropsChoisir = { etiquette: Etiquette; mot: string; ajouter: (fichiers: readonly File[]) => void };

const Choisir = ({ etiquette, mot, ajouter }: PropsChoisir) => {
  const [survol, survoler] = useState(false);
  const choisir = (champ: HTMLInputElement) => {
    ajouter([...(champ.files ?? [])]);
    champ.value = '';
  };
  const passer = (evenement: DragEvent) => {
    evenement.preventDefault();
    survoler(true);
  };
  const lacher = (evenement: DragEvent) => {
    evenement.preventDefault();
    survoler(false);
    ajouter([...(evenement.dataTransfer?.files ?? [])]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut, the input below does the same.
    <div
      class="choisir"
      data-survol={survol ? '' : undefined}
      onDrop={lacher}
      onDragLeave={() => survoler(false)}
      onDragOver={passer}
    >
      <input
        class="lu-seulement"
        type="file"
        id={etiquette.id}
        multiple
        accept={ACCEPTES}
        aria-invalid={etiquette.erreur ? 'true' : undefined}
        aria-describedby={decritPar(etiquette)}
        onChange={(evenement) => choisir(evenement.currentTarget)}
      />
      <label class="bouton" data-rang="second" for={etiquette.id}>
        <Icone nom="ajouter" />
        <span>{mot}</span>
      </label>
      <span class="discret" aria-hidden="true">
        ou déposez-le ici
      </span>
    </div>
  );
};
