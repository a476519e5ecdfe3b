import { commune } from '../../client.ts';
import { Page } from '../../ui/page.tsx';

/** Who publishes, who hosts, what becomes of personal data. */
export const MentionsLegales = () => {
  const { nomComplet, adresse, telephone, courriel } = commune;
  return (
    <Page titre="Mentions légales" retour={{ vers: '/', mot: 'Accueil' }}>
      <h2>Éditeur</h2>
      <p>
        {nomComplet}, {adresse.voie}
        {adresse.complement && `, ${adresse.complement}`}, {adresse.codePostal} {adresse.ville}.<br />
        Téléphone : {telephone.replace(/ /g, '\u00a0')}. E-mail :{' '}
        <a href={`mailto:${courriel}`}>{courriel}</a>.<br />
        La directrice ou le directeur de la publication est la personne qui exerce la fonction de maire.
      </p>
      <h2>Hébergement</h2>
      <p>Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L-1855 Luxembourg.</p>
      <h2>Vos données</h2>
      <p>
        La commune est responsable du traitement. Elle utilise vos réponses et vos documents pour traiter
        votre demande, ce qui est sa mission de service public, et pour rien d’autre.
      </p>
      <ul>
        <li>
          Seuls les agents du service chargé de votre demande les lisent. Chaque lecture laisse une ligne, que
          vous voyez dans le suivi.
        </li>
        <li>
          Elles sont gardées le temps que prévoit chaque démarche, puis détruites ou versées aux archives
          publiques.
        </li>
        <li>
          Un formulaire commencé reste dans votre onglet. La mairie ne reçoit rien avant l’envoi, sauf les
          fichiers que vous choisissez : sans envoi, ils sont effacés après deux jours.
        </li>
      </ul>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander à voir vos données, à les corriger, à limiter leur usage ou à vous y opposer, en
        écrivant à <a href={`mailto:${courriel}`}>{courriel}</a>. Si la réponse ne vous convient pas, vous
        pouvez saisir la <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
      <h2>Cookies</h2>
      <p>
        Un seul cookie, déposé quand vous ouvrez le suivi d’une demande, sert à vous reconnaître jusqu’à la
        fin de votre visite. Aucune mesure d’audience, aucune publicité.
      </p>
      <h2>Logiciel et caractères</h2>
      <p>
        Ce service fonctionne avec Parvis, logiciel libre sous licence EUPL 1.2. Le texte est composé en
        Atkinson Hyperlegible Next (licence OFL 1.1).
      </p>
    </Page>
  );
};
