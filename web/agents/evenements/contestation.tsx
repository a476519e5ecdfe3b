import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Reference } from '../../../functions/demandes/reference.ts';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { CadreConsigne } from './cadre-consigne.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const MOTIFS: ConsigneDe<'motifs-demandes'> = { type: 'motifs-demandes' };
const RECOURS: ConsigneDe<'recours-gracieux'> = { type: 'recours-gracieux', reference: '' as Reference };

/** The person asked, on paper or by voice, why silence rejected their demande (CRPA L232-4). */
export const DemanderMotifs = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={MOTIFS}
    annonce="La demande de raisons est notée."
    verbe="Noter et prévenir la personne"
    quand="Elle les a demandées le"
  >
    {() => null}
  </CadreConsigne>
);

/** The person contests on paper: the recours is a demande of its own, with its own clock (CRPA L411-7). */
export const Contester = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={RECOURS}
    annonce="Le recours est noté."
    verbe="Noter et prévenir la personne"
    quand="Recours reçu le"
  >
    {({ consigne, changer, erreur }) => (
      <ChampTexte
        id="fait-reference"
        libelle="Référence du recours"
        taille="moyen"
        aide="Saisissez d’abord le recours comme une demande&nbsp;: «&nbsp;Saisir une demande&nbsp;», dans la file."
        valeur={consigne.reference}
        erreur={erreur('reference')}
        onChange={(reference) => changer({ reference: reference as Reference })}
      />
    )}
  </CadreConsigne>
);
