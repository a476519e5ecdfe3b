import { useQueryClient } from '@tanstack/react-query';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { api, type Echec } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Encart } from '../../ui/encart.tsx';
import { annoncer } from '../annonces.ts';
import { useEcriture } from '../donnees.ts';
import { compter, quandEnLettres } from '../mots.ts';

/** The person wrote once all was over: someone answers, or says that they have read it. */
export const ALire = ({ dossier }: { dossier: Dossier }) => {
  const { aLire, reference, version } = dossier;
  const cache = useQueryClient();
  const { mutate, isPending } = useEcriture({ demander: api.marquerLue, reference });
  if (!aLire) return null;
  const echouer = ({ phrase }: Echec): void => {
    annoncer(phrase, 'alerte');
    void cache.invalidateQueries({ queryKey: ['dossier', reference] });
  };
  const marquer = (): void =>
    mutate(
      { demande: reference, version },
      { onSuccess: () => annoncer('Le message est marqué comme lu.'), onError: echouer },
    );
  return (
    <Encart sens="attente" titre={`${compter(aLire.nombre, 'message')} à lire`}>
      <p>
        La personne a écrit le {quandEnLettres(aLire.depuis)}, alors que la demande était close. Répondez-lui,
        ou marquez le message comme lu. Aucun délai légal ne repart.
      </p>
      <Bouton rang="second" enCours={isPending && 'Un instant…'} onClick={marquer}>
        Marquer comme lu
      </Bouton>
    </Encart>
  );
};
