import type { Dossier } from '../../../functions/demandes/formes.ts';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { api } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Encart } from '../../ui/encart.tsx';
import { annoncer } from '../annonces.ts';
import { useEcriture } from '../donnees.ts';
import { jourDe } from '../mots.ts';

/** An act that was prepared: it waits, or it came back with a word. Preparing it again takes its place. */
export const ActePrepare = ({ dossier: { aSigner, reference, version, terme } }: { dossier: Dossier }) => {
  const { mutate, isPending } = useEcriture({ demander: api.abandonnerProjet, reference });
  if (!aSigner) return null;
  const { renvoi, par, le } = aSigner;
  const abandonner = (): void =>
    mutate(
      { demande: reference, version },
      {
        onSuccess: () => annoncer('L’acte préparé est abandonné.'),
        onError: ({ phrase }) => annoncer(phrase, 'alerte'),
      },
    );
  return (
    <Encart
      sens="attente"
      titre={renvoi ? 'Un acte préparé vous est renvoyé' : 'Un acte attend une signature'}
    >
      <p>
        {par.nom} l’a préparé le {espacer(enBref(jourDe(le)))}. Le délai légal court toujours
        {terme && `\u00a0: dernier jour utile, le ${espacer(enBref(terme.dernierJourUtile))}`}.
      </p>
      {renvoi && (
        <p>
          {renvoi.par}&nbsp;: «&nbsp;{espacer(renvoi.mot)}&nbsp;»
        </p>
      )}
      <Bouton rang="second" enCours={isPending && 'Un instant…'} onClick={abandonner}>
        Abandonner cet acte
      </Bouton>
    </Encart>
  );
};
