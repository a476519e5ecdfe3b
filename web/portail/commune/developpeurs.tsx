import { adresse } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { type Operation, operationsDe } from './operations.ts';

/** The API, readable: what can be asked of the commune, by whom, and what it may refuse. */
export const Developpeurs = () => {
  const lecture = useLecture('decrireApi', {});
  return (
    <Page titre="L’API de la commune" retour={{ vers: '/', mot: 'Accueil' }}>
      <p class="chapeau">
        Tout ce que font ces pages passe par des actions que d’autres programmes peuvent demander aussi.
      </p>
      <p>
        <a href={adresse('decrireApi', {})}>La description complète, au format OpenAPI 3.1</a>
      </p>
      {lecture.etat === 'attente' && <Chargement />}
      {lecture.etat === 'echec' && <Panne echec={lecture.echec} reessayer={lecture.recharger} />}
      {lecture.etat === 'prete' && operationsDe(lecture.valeur).map((une) => <Une key={une.nom} {...une} />)}
    </Page>
  );
};

const Une = ({ nom, methode, chemin, resume, pour, entrees, refus }: Operation) => (
  <section aria-labelledby={nom}>
    <h2 id={nom}>{resume}</h2>
    <p>
      <code>
        {methode} {chemin.split('/').flatMap((bout, i) => (i === 0 ? [bout] : ['/', <wbr key={i} />, bout]))}
      </code>
    </p>
    <p class="discret">{pour}</p>
    {entrees.length > 0 && <p>Ce qu’elle demande : {entrees.join(', ')}.</p>}
    {refus.length > 0 && (
      <ul>
        {refus.map((une) => (
          <li key={une}>{une}</li>
        ))}
      </ul>
    )}
  </section>
);
