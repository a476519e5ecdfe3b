import { adresseEnLignes, type Commune } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';

type Voie = Demarche['recours'];

/** Voies et délais de recours (CJA R421-1, R421-5; CRPA L411-2, R311-15): without them the delay does not run. */
export const recoursDe = (voie: Voie, { tribunal }: Pick<Commune, 'tribunal'>): string[] => {
  const juge = `${tribunal.nom}, ${adresseEnLignes(tribunal.adresse).join(', ')}`;
  switch (voie) {
    case 'tribunal':
      return [
        'Vous avez deux mois pour contester cette décision :',
        '• en demandant à la mairie de la revoir (recours gracieux), ce qui fait repartir le délai ; (CRPA, L411-2)',
        `• ou en saisissant le ${juge}, sur place, par courrier ou sur www.telerecours.fr. (CJA, R421-1)`,
      ];
    case 'cada':
      return [
        'Vous avez deux mois pour contester cette décision devant la Commission d’accès aux documents administratifs (CADA), TSA 50730, 75334 Paris Cedex 07, ou sur www.cada.fr. (CRPA, R311-15 et R343-1)',
        `Cette étape est obligatoire avant de saisir le ${juge}. (CRPA, L342-1)`,
      ];
  }
};
