import type { Dossier } from '../../../functions/demandes/formes.ts';
import { DOCTRINE } from '../../../functions/echeances/doctrine.ts';

/** The fewest days that may be given to the person, as the commune has settled it (CRPA L114-5). */
export const delaiLePlusCourt = ({ doctrine = DOCTRINE }: Pick<Dossier, 'doctrine'>): number =>
  doctrine.delaiImparti;
