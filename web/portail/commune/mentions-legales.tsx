import { commune } from '../../client.ts';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';

/** Who publishes, who hosts, what becomes of personal data. Nothing is written here that no code or no agent does. */
export const MentionsLegales = () => (
  <Page titre="Mentions légales" retour={{ vers: '/', mot: 'Accueil' }}>
    <Editeur />
    <h2>Hébergement</h2>
    <p>
      Amazon Web Services EMEA SARL, 38 avenue John F. Kennedy, L‑1855 Luxembourg. Les données sont à Paris.
    </p>
    <Donnees />
    <Droits />
    <h2>Cookies</h2>
    <p>
      Des cookies, déposés quand vous ouvrez le suivi d’une demande ou votre compte, servent à vous
      reconnaître, un jour au plus. Aucune mesure d’audience, aucune publicité. Pour empêcher les abus,
      l’adresse de votre connexion est comptée, sous une forme illisible, une heure au plus.
    </p>
    <h2>Journaux techniques</h2>
    <p>
      Pour la sécurité du site, chaque requête laisse une ligne (l’heure, l’adresse de connexion, la page),
      gardée six mois.
    </p>
    <h2>Logiciel et caractères</h2>
    <p>
      Ce service fonctionne avec Parvis, logiciel libre sous licence EUPL 1.2. Le texte est composé en
      Atkinson Hyperlegible Next (licence OFL 1.1).
    </p>
  </Page>
);

const Editeur = () => {
  const { nomComplet, adresse, telephone, courriel } = commune;
  return (
    <>
      <h2>Éditeur</h2>
      <p>
        {nomComplet}, {adresse.voie}
        {adresse.complement && `, ${adresse.complement}`}, {adresse.codePostal} {adresse.ville}.<br />
        Téléphone : {telephone.replace(/ /g, '\u00a0')}. E-mail :{' '}
        <a href={`mailto:${courriel}`}>{courriel}</a>.<br />
        La directrice ou le directeur de la publication est la personne qui exerce la fonction de maire.
      </p>
      <p>
        Comment ce téléservice reçoit vos demandes{'\u00a0'}:{' '}
        <Lien vers="/modalites">Modalités d’utilisation</Lien>
      </p>
    </>
  );
};

const Donnees = () => (
  <>
    <h2>Vos données</h2>
    <p>
      Chaque démarche a sa notice{'\u00a0'}: qui en répond, pourquoi, qui reçoit vos réponses, combien de
      temps, vos droits. Elle est sur la page de la démarche et à la fin du formulaire. La commune répond des
      siennes
      {'\u00a0'}; le CCAS, quand il y en a un, répond à part de celles de l’action sociale.
    </p>
    <ul>
      <li>
        Peuvent lire une demande{'\u00a0'}: les agents habilités pour le service qui en est chargé, l’accueil
        s’il l’est aussi, et les administrateurs du site. Ce qui touche à la santé n’est lu que par ceux qui
        traitent la demande. Chaque lecture laisse une ligne avec le nom et le jour, que vous voyez dans le
        suivi.
      </li>
      <li>
        Chaque notice donne la durée de conservation que la mairie s’est fixée. Ce site n’efface pas les
        demandes de lui-même{'\u00a0'}: à la fin, un agent les détruit avec le visa des Archives
        départementales, ou les leur verse.
      </li>
      <li>
        Un formulaire commencé reste dans votre onglet. La mairie ne reçoit rien avant l’envoi, sauf les
        fichiers que vous choisissez : sans envoi, ils sont effacés après deux jours.
      </li>
    </ul>
  </>
);

const Droits = () => {
  const { dpo = commune } = commune;
  return (
    <>
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander à voir vos données, à les corriger, à limiter leur usage ou à vous y opposer
        {'\u00a0'}: <Lien vers="/demarches/exercice-des-droits">Exercer ses droits sur ses données</Lien>, ou{' '}
        <a href={`mailto:${dpo.courriel}`}>{dpo.courriel}</a>
        {dpo.telephone && `, ${dpo.telephone.replace(/ /g, '\u00a0')}`}, l’adresse du délégué à la protection
        des données. La mairie répond dans le mois. Si la réponse ne vous convient pas, vous pouvez saisir la{' '}
        <a href="https://www.cnil.fr/fr/plaintes">CNIL</a>.
      </p>
    </>
  );
};
