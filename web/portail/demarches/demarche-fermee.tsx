import type { Echec } from '../../client.ts';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';

type Props = { lecture: { echec: Echec; recharger: () => void }; titre: string; garde?: string };

/** A démarche that does not open: unknown here, it sends back to the others; cut off, it can be tried again. */
export const DemarcheFermee = ({ lecture: { echec, recharger }, titre, garde }: Props) => {
  if (echec.nature !== 'refus')
    return (
      <Page titre={titre} retour={{ vers: '/', mot: 'Accueil' }}>
        <Panne echec={echec} reessayer={recharger} {...(garde && { garde })} />
      </Page>
    );
  return (
    <Page titre="Démarche introuvable" retour={{ vers: '/', mot: 'Accueil' }}>
      <p>{echec.phrase}</p>
      <p>L’adresse est peut-être mal recopiée, ou la mairie ne propose plus cette démarche en ligne.</p>
      <p>
        <Lien vers="/" rang="premier">
          Voir toutes les démarches
        </Lien>
      </p>
    </Page>
  );
};
