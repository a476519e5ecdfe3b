import { enLettres } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Page } from '../../ui/page.tsx';

/** The statement of accessibility, in the order that the law sets (RGAA 4.1.2). */
export const Accessibilite = () => (
  <Page titre="Accessibilité" retour={{ vers: '/', mot: 'Accueil' }}>
    <p class="chapeau">La commune veut que chacun puisse faire ses démarches, avec ou sans aide technique.</p>
    <p>
      Elle s’engage à rendre accessibles ce site et l’espace de ses agents, selon l’article 47 de la loi
      n°&nbsp;2005-102 du 11 février 2005.
    </p>
    <Etat />
    <Essais />
    <NonAccessible />
    <Plans />
    <Contact />
  </Page>
);

const { declaration } = commune;

const Etat = () => (
  <>
    <h2>État de conformité</h2>
    <p>
      La commune déclare ce site <strong>{commune.accessibilite}</strong> avec le référentiel général
      d’amélioration de l’accessibilité (RGAA, version 4.1.2).{' '}
      {declaration?.audit
        ? `L’audit du ${enLettres(declaration.audit.le)}, par ${declaration.audit.par}, trouve ${declaration.audit.taux}\u00a0% des critères respectés.`
        : 'Il n’a pas encore été audité\u00a0: sans audit valable, un site est non conforme, quoi qu’il permette.'}
    </p>
    {declaration && <p>Cette déclaration a été établie le {enLettres(declaration.le)}.</p>}
  </>
);

/** What the software's own tests do, each time that it changes: no more than that. */
const Essais = () => (
  <>
    <h2>Ce qui est essayé</h2>
    <p>
      Ces essais accompagnent le logiciel et ne remplacent pas un audit. Aucun n’a été fait avec un lecteur
      d’écran ni par des personnes handicapées.
    </p>
    <ul>
      <li>
        Les règles automatiques d’axe-core, dans Chromium, sur les pages du portail et de l’espace des agents,
        et sur le formulaire de chaque démarche.
      </li>
      <li>Des parcours au clavier seul, et l’affichage à 320 pixels de large.</li>
      <li>Les contrastes des couleurs de la commune, clairs et sombres.</li>
    </ul>
    <p>Technologies employées&nbsp;: HTML, CSS, SVG, JavaScript. Documents&nbsp;: PDF balisés.</p>
  </>
);

const NonAccessible = () => (
  <>
    <h2>Ce qui n’est pas accessible</h2>
    {declaration && declaration.nonAccessible.length > 0 ? (
      <ul>
        {declaration.nonAccessible.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    ) : (
      <p>
        La liste exacte viendra de l’audit. Nous savons déjà que les fichiers joints par une personne ou par
        un agent ne sont pas vérifiés.
      </p>
    )}
  </>
);

const Plans = () => (
  <>
    <h2>Schéma pluriannuel et plan de l’année</h2>
    {declaration?.schema || declaration?.plan ? (
      <ul>
        {declaration.schema && (
          <li>
            <a href={declaration.schema}>Schéma pluriannuel d’accessibilité</a>
          </li>
        )}
        {declaration.plan && (
          <li>
            <a href={declaration.plan}>Plan d’actions de l’année</a>
          </li>
        )}
      </ul>
    ) : (
      <p>La commune ne les a pas encore publiés.</p>
    )}
  </>
);

const Contact = () => (
  <>
    <h2>Si quelque chose vous arrête</h2>
    <p>
      Écrivez à <a href={`mailto:${commune.courriel}`}>{commune.courriel}</a> ou appelez le{' '}
      <a href={`tel:${commune.telephone.replace(/ /g, '')}`}>{commune.telephone.replace(/ /g, '\u00a0')}</a>.
      La mairie vous donne l’information autrement, ou fait la démarche avec vous.
    </p>
    <h2>Si la réponse ne vous convient pas</h2>
    <p>
      Vous pouvez saisir le Défenseur des droits, gratuitement et sans timbre :{' '}
      <a href="https://formulaire.defenseurdesdroits.fr/">formulaire en ligne</a>, téléphone{' '}
      <a href="tel:0969390000">09 69 39 00 00</a>, ou courrier : Défenseur des droits, Libre réponse 71120,
      75342 Paris CEDEX 07.
    </p>
  </>
);
