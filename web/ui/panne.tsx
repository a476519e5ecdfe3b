import { commune, type Echec } from '../client.ts';
import { Bouton } from './bouton.tsx';
import { Encart } from './encart.tsx';

type Props = { echec: Echec; titre?: string; garde?: string; reessayer?: (() => void) | undefined };

const TITRES: Record<Echec['nature'], string> = {
  refus: 'Ce n’est pas possible pour le moment',
  panne: 'Un incident est survenu',
  reseau: 'Pas de connexion',
};

/** A failure: what was kept, what to try, whom to call, with the reference of the incident. A refusal would be the same again. */
export const Panne = ({ echec, titre, garde, reessayer }: Props) => (
  <Encart
    sens={echec.nature === 'refus' ? 'attente' : 'retard'}
    titre={titre && explique(echec) ? titre : TITRES[echec.nature]}
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
    {reessayer && echec.nature !== 'refus' && (
      <p>
        <Bouton rang="second" onClick={reessayer}>
          Réessayer
        </Bouton>
      </p>
    )}
  </Encart>
);

/** A page's own title is about what it asked, not about how often. */
const explique = ({ nature, code }: Echec): boolean => nature === 'refus' && code !== 'trop-de-demandes';

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
