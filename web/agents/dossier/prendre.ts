import { useQueryClient } from '@tanstack/react-query';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api, type Echec } from '../../client.ts';
import { annoncer } from '../annonces.ts';
import { useEcriture } from '../donnees.ts';

/** Takes charge of an open file. If it has moved meanwhile, it is shown as it is now, and one may try again. */
export const usePrendreEnCharge = ({ reference, version }: Pick<Dossier, 'reference' | 'version'>) => {
  const cache = useQueryClient();
  const { mutate, isPending } = useEcriture({ demander: api.prendreEnCharge, reference });
  const echouer = ({ code, phrase }: Echec): void => {
    annoncer(phrase, 'alerte');
    if (code === 'modifie-entre-temps' || code === 'geste-impossible')
      void cache.invalidateQueries({ queryKey: ['dossier', reference] });
  };
  const prendre = (): void =>
    mutate(
      { demande: reference, version },
      { onSuccess: () => annoncer('Vous avez ce dossier en charge.'), onError: echouer },
    );
  return { prendre, enCours: isPending };
};
