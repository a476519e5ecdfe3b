import { OCTETS_MAX, PIECES_MAX, TYPES } from 'virtual:regles';
import { commune } from '../../client.ts';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';

const MEGA = 1_000_000;
const FORMATS = new Intl.ListFormat('fr').format([...new Set(Object.values(TYPES))]);

/** How the téléservice is used: published, it binds whoever writes (CRPA L112-9). */
export const Modalites = () => (
  <Page titre="Modalités d’utilisation" retour={{ vers: '/', mot: 'Accueil' }}>
    <p class="chapeau">
      Vous pouvez saisir la mairie par voie électronique, à toute heure. Rien ne vous y oblige. (CRPA, L112-8)
    </p>
    <h2>Par où écrire</h2>
    <ul>
      <li>Les formulaires de ce site, un par démarche.</li>
      <li>
        L’adresse <a href={`mailto:${commune.courriel}`}>{commune.courriel}</a>, pour toute demande. Un agent
        la lit et l’adresse au bon service.
      </li>
      <li>La réponse à un message de la mairie, qui rejoint votre demande.</li>
    </ul>
    <p>
      Un envoi à une autre adresse de la mairie peut arriver plus tard au service. Le téléphone, le guichet et
      le courrier restent ouverts pour toutes les démarches.
    </p>
    <h2>Ce qu’il faut dire de vous</h2>
    <p>
      Votre nom, votre prénom, votre adresse et une adresse e-mail{'\u00a0'}; pour une entreprise, son numéro
      SIRET
      {'\u00a0'}; pour une association, son numéro RNA ou SIRET. (CRPA, R112-9-1)
    </p>
    <h2>Les fichiers</h2>
    <p>
      {FORMATS}. {OCTETS_MAX / MEGA}
      {'\u00a0'}Mo au plus chacun, {PIECES_MAX} au plus par envoi. Un fichier qui n’a pas pu être gardé est
      nommé dans l’accusé.
    </p>
    <Suites />
  </Page>
);

const Suites = () => (
  <>
    <h2>Ce que vous recevez</h2>
    <p>
      Pour un formulaire, l’accusé de réception est immédiat. Pour un message, un accusé d’enregistrement part
      aussitôt, puis l’accusé de réception dans les dix jours ouvrés. Ils font foi de la date. (CRPA, L112-11
      à L112-13 et R112-11-2)
    </p>
    <p>
      Nos messages partent de <strong>{commune.courriel}</strong>. La mairie ne demande jamais un mot de passe
      ni un numéro de carte par e-mail ou par SMS.
    </p>
    <h2>Les envois abusifs</h2>
    <p>
      Un envoi répété sans raison, ou qui menace la sécurité du site, peut rester sans accusé. Ce qui en
      envoie beaucoup peut être arrêté quelques minutes. (CRPA, L112-11)
    </p>
    <p>
      <Lien vers="/mentions-legales">Mentions légales</Lien>
    </p>
  </>
);
