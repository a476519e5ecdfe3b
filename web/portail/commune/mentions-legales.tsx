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
      <p>Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L‑1855 Luxembourg.</p>
      <h2>Vos données</h2>
      <p>
        La commune est responsable du traitement. Elle utilise vos réponses et vos documents pour traiter
        votre demande, ce qui est sa mission de service public, et pour rien d’autre.
      </p>
      <ul>
        <li>
          Peuvent les lire{'\u00a0'}: les agents du service chargé de votre demande, et dans la commune les
          personnes chargées de l’accueil, les responsables et les administrateurs de ce site. Chaque lecture
          laisse une ligne avec le nom et le jour, que vous voyez dans le suivi.
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
        Vous pouvez demander à voir vos données, à les corriger, à limiter leur usage ou à vous y opposer.
        Adressez-vous au délégué à la protection des données de la commune{'\u00a0'}: écrivez à{' '}
        <a href={`mailto:${courriel}`}>{courriel}</a>, appelez le{' '}
        <a href={`tel:${telephone.replace(/ /g, '')}`}>{telephone.replace(/ /g, '\u00a0')}</a>, ou envoyez une
        lettre à l’adresse ci-dessus. Si la réponse ne vous convient pas, vous pouvez saisir la{' '}
        <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
      <h2>Cookies</h2>
      <p>
        Des cookies, déposés quand vous ouvrez le suivi d’une demande ou votre compte, servent à vous
        reconnaître, un jour au plus. Aucune mesure d’audience, aucune publicité. Pour empêcher les abus,
        l’adresse de votre connexion est comptée, sous une forme illisible, une heure au plus.
      </p>
      <h2>Logiciel et caractères</h2>
      <p>
        Ce service fonctionne avec Parvis, logiciel libre sous licence EUPL 1.2. Le texte est composé en
        Atkinson Hyperlegible Next (licence OFL 1.1).
      </p>
    </Page>
  );
};
