import { Link } from 'wouter';
import type { Echec } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Encart } from '../../ui/encart.tsx';
import { usePage } from '../page.ts';

/** It did not work: what happened, what to try, whom to tell, and under which reference. */
export const Panne = ({ echec, reessayer }: { echec: Echec; reessayer?: () => unknown }) => (
  <Encart sens={echec.nature === 'refus' ? 'attente' : 'retard'} alerte>
    <p>{echec.phrase}</p>
    {echec.details.map(({ phrase }) => (
      <p key={phrase}>{phrase}</p>
    ))}
    {echec.nature === 'panne' && <Secours incident={echec.incident} />}
    {reessayer && echec.nature !== 'refus' && (
      <p>
        <Bouton rang="second" onClick={() => void reessayer()}>
          Réessayer
        </Bouton>
      </p>
    )}
  </Encart>
);

const Secours = ({ incident }: { incident: string | undefined }) => (
  <p>
    Si cela dure, prévenez votre administrateur
    {incident && (
      <>
        {' '}
        et donnez-lui cette référence&nbsp;: <strong class="chiffres incident">{incident}</strong>
      </>
    )}
    .
  </p>
);

/** A quiet reading failed while older lines are still shown. */
export const Perime = ({ echec }: { echec: Echec }) => (
  <Encart sens="attente">
    <p role="status">
      {echec.nature === 'reseau'
        ? 'Le réseau ne répond pas. Cette liste date de la dernière lecture\u00a0; elle se mettra à jour seule.'
        : 'La liste ne se met plus à jour. Nous réessayons toutes les 30 secondes.'}
    </p>
  </Encart>
);

export const Introuvable = () => {
  const titre = usePage<HTMLHeadingElement>('Page introuvable', 'introuvable');
  return (
    <main class="page-simple" id="contenu">
      <h1 ref={titre} tabIndex={-1}>
        Cette page n’existe pas
      </h1>
      <p>L’adresse est peut-être incomplète. Toutes les demandes se trouvent dans la file.</p>
      <p>
        <Link href="/">Revenir à la file</Link>
      </p>
    </main>
  );
};
