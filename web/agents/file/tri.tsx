import { Chargement } from '../../ui/attente.tsx';
import { Vide } from '../../ui/vide.tsx';
import { useAujourdhui, useInteractions } from '../donnees.ts';
import { compter } from '../mots.ts';
import { Panne, Perime } from '../ui/etats.tsx';
import { Arrivee } from './arrivee.tsx';

/** What came in by mail or by SMS, and waits for a person. */
export const Tri = () => {
  const { data, error, refetch } = useInteractions();
  const aujourdhui = useAujourdhui();
  if (!data)
    return error ? (
      <Panne echec={error} reessayer={refetch} />
    ) : (
      <Chargement phrase="Nous ouvrons les messages à trier…" />
    );
  const { interactions, encore } = data;
  return (
    <>
      {error && <Perime echec={error} />}
      <p class="compte-lignes discret" role="status">
        {compter(interactions.length, 'message')}
        {encore &&
          ', les plus récents. D’autres, plus anciens, apparaîtront à mesure que ceux-ci seront triés.'}
      </p>
      {interactions.length === 0 ? (
        <Vide titre="Rien à trier.">
          <p>
            Les e-mails et les SMS qu’il faut lire avant d’en faire une demande apparaissent ici, chacun avec
            son numéro et la raison pour laquelle il attend.
          </p>
        </Vide>
      ) : (
        <ul class="tri">
          {interactions.map((interaction) => (
            <Arrivee key={interaction.id} interaction={interaction} aujourdhui={aujourdhui} />
          ))}
        </ul>
      )}
    </>
  );
};
