import { useSearch } from 'wouter';
import { Chargement } from '../../ui/attente.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { Annees } from './annees.tsx';
import { TableauRegistre } from './tableau-registre.tsx';

/** The public register: what silence may grant and which others may want to contest. */
export const Registre = () => {
  const demandee = Number(new URLSearchParams(useSearch()).get('annee')) || 0;
  // Another year is another page: its title takes the focus.
  return (
    <Page key={demandee} titre="Registre des demandes" retour={{ vers: '/', mot: 'Accueil' }}>
      <p class="chapeau">
        Voici les demandes qui concernent aussi d’autres personnes, et que le silence de la mairie peut
        accepter.
      </p>
      <p>
        La loi veut qu’elles soient publiques, avec la date à laquelle chacune sera acceptée si la mairie ne
        répond pas <span class="insecable">(CRPA, L232-2)</span>. Aucun nom n’est publié.
      </p>
      <EnCours demandee={demandee} />
    </Page>
  );
};

/** The commune's clock says which year it is. */
const EnCours = ({ demandee }: { demandee: number }) => {
  const lecture = useLecture('consulterRegistre', {});
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'echec') return <Panne echec={lecture.echec} reessayer={lecture.recharger} />;
  const { annee, lignes } = lecture.valeur;
  const autre = demandee && demandee !== annee ? demandee : undefined;
  return (
    <>
      <Annees choisie={autre ?? annee} enCours={annee} />
      {autre ? <Passee annee={autre} /> : <TableauRegistre annee={annee} lignes={lignes} />}
    </>
  );
};

const Passee = ({ annee }: { annee: number }) => {
  const lecture = useLecture('consulterRegistre', { annee });
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'echec') return <Panne echec={lecture.echec} reessayer={lecture.recharger} />;
  return <TableauRegistre {...lecture.valeur} />;
};
