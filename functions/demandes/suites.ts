import type { Commune } from '../commune/commune.ts';
import type { Section } from './accuse.ts';
import type { Demande } from './demande.ts';
import { recoursDe } from './recours.ts';

/** What the law opens to the person once all is decided: an attestation, the reasons, the ways of appeal. */
export const suitesDe = (
  { statut, recours }: Pick<Demande, 'statut' | 'recours'>,
  commune: Pick<Commune, 'tribunal'>,
): Section[] => {
  switch (statut) {
    case 'acceptee-par-silence':
      return [{ titre: 'Votre attestation', lignes: [ATTESTATION] }];
    case 'rejetee-par-silence':
      return [
        { titre: 'Les raisons de ce rejet', lignes: [RAISONS] },
        { titre: 'Vos recours', lignes: recoursDe({ recours, depuis: 'ce rejet par silence' }, commune) },
      ];
    case 'refusee':
      return [
        {
          titre: 'Vos recours',
          lignes: recoursDe({ recours, depuis: 'la notification de cette décision' }, commune),
        },
      ];
    case 'a-qualifier':
    case 'ecartee':
    case 'deposee':
    case 'en-instruction':
    case 'incomplete':
    case 'acceptee':
    case 'traitee':
      return [];
  }
};

const ATTESTATION =
  'Vous pouvez demander une attestation de cette acceptation au service chargé de votre dossier. (CRPA, L232-3)';
const RAISONS =
  'Vous pouvez demander à la mairie les raisons de ce rejet ; elle doit vous les donner dans le mois. (CRPA, L232-4)';

export const lignesDeSuites = (...de: Parameters<typeof suitesDe>): string[] =>
  suitesDe(...de).flatMap(({ lignes }) => lignes);
