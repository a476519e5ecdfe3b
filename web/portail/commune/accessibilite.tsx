import { commune } from '../../client.ts';
import { Page } from '../../ui/page.tsx';

/** The statement of accessibility, as the commune declares it. */
export const Accessibilite = () => (
  <Page titre="Accessibilité" retour={{ vers: '/', mot: 'Accueil' }}>
    <p class="chapeau">La commune veut que chacun puisse faire ses démarches, avec ou sans aide technique.</p>
    <h2>État de conformité</h2>
    <p>
      La commune déclare ce site <strong>{commune.accessibilite}</strong> avec le référentiel général
      d’amélioration de l’accessibilité (RGAA, version 4.1.2).
    </p>
    <h2>Ce que le site permet</h2>
    <ul>
      <li>Tout se fait au clavier, et se lit avec un lecteur d’écran.</li>
      <li>
        Le texte s’agrandit jusqu’à 200 % sans rien perdre, et la page s’adapte à un écran de 320 pixels.
      </li>
      <li>
        Les couleurs suivent le thème clair ou sombre de votre appareil, et les contrastes forcés. Aucune
        information ne tient à la couleur seule.
      </li>
      <li>Les animations s’arrêtent si votre appareil le demande.</li>
    </ul>
    <h2>Si quelque chose vous arrête</h2>
    <p>
      Écrivez à <a href={`mailto:${commune.courriel}`}>{commune.courriel}</a> ou appelez le{' '}
      <a href={`tel:${commune.telephone.replace(/ /g, '')}`}>{commune.telephone.replace(/ /g, '\u00a0')}</a>.
      La mairie corrigera la page, et fera la démarche avec vous en attendant.
    </p>
    <h2>Si la réponse ne vous convient pas</h2>
    <p>
      Vous pouvez saisir le Défenseur des droits, gratuitement et sans timbre :{' '}
      <a href="https://formulaire.defenseurdesdroits.fr/">formulaire en ligne</a>, téléphone{' '}
      <a href="tel:0969390000">09 69 39 00 00</a>, ou courrier : Défenseur des droits, Libre réponse 71120,
      75342 Paris CEDEX 07.
    </p>
  </Page>
);
