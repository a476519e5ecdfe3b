import './developpeurs.css';
import '../../ui/reference.css';
import { adresse } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { type Operation, operationsDe, PUBLICS, type Public } from './operations.ts';

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
      {lecture.etat === 'prete' && <Toutes operations={operationsDe(lecture.valeur)} />}
    </Page>
  );
};

const Toutes = ({ operations }: { operations: Operation[] }) => (
  <>
    <ul>
      {LES_PUBLICS.map((un) => (
        <li key={un}>
          <a href={`#${un}`}>{PUBLICS[un]}</a>
        </li>
      ))}
    </ul>
    {LES_PUBLICS.map((un) => (
      <section key={un} class="operations" aria-labelledby={un}>
        <h2 id={un}>{PUBLICS[un]}</h2>
        {operations
          .filter((une) => une.public === un)
          .map((une) => (
            <Une key={une.nom} {...une} />
          ))}
      </section>
    ))}
  </>
);

const LES_PUBLICS = Object.keys(PUBLICS) as Public[];

const Une = ({ nom, methode, chemin, resume, pour, entrees, refus }: Operation) => (
  <section aria-labelledby={nom}>
    <h3 id={nom}>{resume}</h3>
    <p>
      <code>
        {methode} {chemin.split('/').flatMap((bout, i) => (i === 0 ? [bout] : ['/', <wbr key={i} />, bout]))}
      </code>
    </p>
    <details class="pourquoi">
      <summary>
        Ce qu’elle demande et ce qu’elle refuse<span class="lu-seulement"> : {resume}</span>
      </summary>
      <p>{pour}</p>
      {entrees.length > 0 && <p>Ce qu’elle demande : {entrees.join(', ')}.</p>}
      {refus.length > 0 && (
        <ul>
          {refus.map((une) => (
            <li key={une}>{une}</li>
          ))}
        </ul>
      )}
    </details>
  </section>
);
