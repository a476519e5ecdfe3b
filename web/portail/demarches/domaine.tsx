import { DOMAINES } from 'virtual:regles';
import { Chargement } from '../../ui/attente.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { Vide } from '../../ui/vide.tsx';
import { ListeDemarches } from './liste-demarches.tsx';

/** The démarches of one domain. */
export const Domaine = ({ domaine }: { domaine: string }) => {
  const titre = Object.entries(DOMAINES).find(([id]) => id === domaine)?.[1] ?? 'Ce domaine n’existe pas';
  return (
    <Page titre={titre} retour={{ vers: '/', mot: 'Accueil' }}>
      <Demarches domaine={domaine} />
    </Page>
  );
};

const Demarches = ({ domaine }: { domaine: string }) => {
  const catalogue = useLecture('listerDemarches', {});
  if (catalogue.etat === 'attente') return <Chargement />;
  if (catalogue.etat === 'echec') return <Panne echec={catalogue.echec} reessayer={catalogue.recharger} />;
  const demarches = catalogue.valeur.demarches.filter((demarche) => demarche.domaine === domaine);
  if (demarches.length > 0) return <ListeDemarches demarches={demarches} />;
  return (
    <Vide titre="Aucune démarche ici pour le moment.">
      <p>Revenez à l’accueil pour chercher ailleurs, ou appelez la mairie.</p>
    </Vide>
  );
};
