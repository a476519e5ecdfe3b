import { adresseEnLignes, type Commune } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';

/** From when the two months run: a rejection to come, one born of silence, its reasons, or a decision that is notified. */
export type Depuis =
  | 'ce rejet'
  | 'ce rejet par silence'
  | 'la réception de ces raisons'
  | 'la réception de l’accusé de cette demande'
  | 'la notification de cette décision';

type Voie = { recours: Demarche['recours']; depuis: Depuis };

/** Voies et délais de recours (CJA R421-1, R421-2, R421-5; CRPA L411-2, R311-15): badly said, the delay does not run. */
export const recoursDe = ({ recours, depuis }: Voie, { tribunal }: Pick<Commune, 'tribunal'>): string[] => {
  const juge = `${tribunal.nom}, ${adresseEnLignes(tribunal.adresse).join(', ')}`;
  const delai = `dans les deux mois qui suivent ${depuis}`;
  switch (recours) {
    case 'tribunal':
      return [
        `Vous pouvez contester ${delai} (CJA, R421-1 et R421-2) :`,
        '• en demandant à la mairie de revoir sa décision (recours gracieux), ce qui fait repartir le délai (CRPA, L411-2) ;',
        `• ou en saisissant le ${juge}, sur place, par courrier ou sur www.telerecours.fr.`,
      ];
    case 'tribunal-seul':
      return [
        `Vous pouvez saisir, ${delai}, le ${juge}, sur place, par courrier ou sur www.telerecours.fr. (CJA, R421-1 et R421-2)`,
        'C’est la première décision que vous contestez devant lui. Un nouveau recours à la mairie ne ferait pas repartir ce délai.',
      ];
    case 'cada':
      return [
        `Vous pouvez saisir, ${delai}, la Commission d’accès aux documents administratifs (CADA), TSA 50730, 75334 Paris Cedex 07, ou www.cada.fr. (CRPA, R311-15 et R343-1)`,
        `Cette étape est obligatoire avant de saisir le ${juge}. (CRPA, L342-1)`,
      ];
  }
};
