import { commune, type Echec } from '../client.ts';
import { Bouton } from './bouton.tsx';
import { Encart } from './encart.tsx';

type Props = { echec: Echec; titre?: string; garde?: string; reessayer?: (() => void) | undefined };

const TITRES: Record<Echec['nature'], string> = {
  refus: 'Ce n’est pas possible pour le moment',
  panne: 'Un incident est survenu',
  reseau: 'Pas de connexion',
};

/** A failure: what was kept, what to try, whom to call, with the reference of the incident. */
export const Panne = ({ echec, titre, garde, reessayer }: Props) => (
  <Encart
    sens={echec.nature === 'refus' ? 'attente' : 'retard'}
    titre={titre && echec.nature === 'refus' ? titre : TITRES[echec.nature]}
    alerte
  >
    <p>{echec.phrase}</p>
    {echec.details.length > 0 && (
      <ul>
        {echec.details.map(({ phrase }) => (
          <li key={phrase}>{phrase}</li>
        ))}
      </ul>
    )}
    {garde && <p>{garde}</p>}
    {echec.nature !== 'refus' && commune.telephone && <QuiAppeler incident={echec.incident} />}
    {reessayer && (
      <p>
        <Bouton rang="second" onClick={reessayer}>
          Réessayer
        </Bouton>
      </p>
    )}
  </Encart>
);

const QuiAppeler = ({ incident }: { incident: string | undefined }) => (
  <p>
    Si cela continue, appelez la mairie au{' '}
    <a href={`tel:${commune.telephone.replace(/ /g, '')}`}>{commune.telephone.replace(/ /g, '\u00a0')}</a>
    {incident ? (
      <>
        {' '}
        en donnant cette référence{'\u00a0'}: <strong class="chiffres">{incident}</strong>
      </>
    ) : (
      '.'
    )}
  </p>
);
