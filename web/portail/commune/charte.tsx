import './charte.css';
import type { ComponentChildren } from 'preact';
import { Chargement } from '../../ui/attente.tsx';
import { Bouton } from '../../ui/bouton.tsx';
import { Encart, Mot, type Sens } from '../../ui/encart.tsx';
import { Etapes } from '../../ui/etapes.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';
import { ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { Vide } from '../../ui/vide.tsx';
import { CharteChamps } from './charte-champs.tsx';
import { Couleurs, Icones, Textes } from './charte-jetons.tsx';
import { CharteVie } from './charte-vie.tsx';

/** The design system on one page: the tokens, then every component in each of its states. */
export const Charte = () => (
  <Page titre="La charte" retour={{ vers: '/', mot: 'Accueil' }}>
    <p class="chapeau">
      Les mots, les couleurs et les gestes de ces pages. Tout ce qui se voit ici est le composant lui-même,
      dans chacun de ses états.
    </p>
    <Partie titre="Couleurs">
      <Couleurs />
    </Partie>
    <Partie titre="Textes">
      <Textes />
    </Partie>
    <Partie titre="Icônes">
      <Icones />
    </Partie>
    <Partie titre="Boutons et liens">
      <Boutons />
    </Partie>
    <Partie titre="Champs">
      <CharteChamps />
    </Partie>
    <Partie titre="Résumé des erreurs">
      <Erreurs />
    </Partie>
    <Partie titre="Messages">
      <Messages />
    </Partie>
    <Partie titre="Attente, vide, panne">
      <Etats />
    </Partie>
    <Partie titre="Ligne de vie">
      <CharteVie />
    </Partie>
    <Partie titre="Référence et étapes">
      <p>
        <ReferenceAffichee reference="K7M2-9QX3" />
      </p>
      <p>
        Dans une phrase : <ReferenceAffichee reference="K7M2-9QX3" taille="ligne" />
      </p>
      <Etapes numero={2} sur={4} />
    </Partie>
  </Page>
);

const Partie = ({ titre, children }: { titre: string; children: ComponentChildren }) => (
  <section class="charte">
    <h2>{titre}</h2>
    {children}
  </section>
);

const Boutons = () => (
  <>
    <div class="boutons">
      <Bouton>Envoyer ma demande</Bouton>
      <Bouton enCours="Envoi en cours…">Envoyer ma demande</Bouton>
      <Bouton rang="second" icone="telecharger">
        Télécharger
      </Bouton>
      <Bouton rang="danger">Refuser et prévenir la personne</Bouton>
      <Bouton rang="lien">Retirer</Bouton>
    </div>
    <p>
      <Lien vers="/style">Un lien dans le texte</Lien>,{' '}
      <Lien vers="/style" icone="retour">
        un lien avec son icône
      </Lien>
    </p>
    <p>
      <Lien vers="/style" rang="premier">
        Un lien qui mène plus loin
      </Lien>
    </p>
  </>
);

const Erreurs = () => (
  <ResumeErreurs
    discret
    erreurs={[
      { champ: 'charte-texte', phrase: 'Il manque le numéro de rue.' },
      { phrase: 'Une phrase sans champ à corriger.' },
    ]}
  />
);

const SENS: Record<Sens, string> = {
  information: 'Information',
  fait: 'Fait',
  attente: 'Vous êtes attendu',
  retard: 'En retard ou refusé',
};

const Messages = () => (
  <>
    {Object.entries(SENS).map(([sens, titre]) => (
      <Encart key={sens} sens={sens as Sens} titre={titre}>
        <p>Une phrase courte, qui dit quoi faire.</p>
      </Encart>
    ))}
    <p>
      {Object.entries(SENS).map(([sens, titre]) => (
        <span key={sens}>
          <Mot sens={sens as Sens}>{titre}</Mot>{' '}
        </span>
      ))}
    </p>
  </>
);

const Etats = () => (
  <>
    <Chargement />
    <Vide titre="Aucune demande pour le moment.">
      <p>Celles que vous enverrez se retrouveront ici.</p>
    </Vide>
    <br />
    <Panne
      echec={{
        nature: 'panne',
        code: 'panne',
        phrase: 'Le service ne répond pas comme il le devrait. Ce n’est pas de votre fait.',
        details: [],
        incident: '7F3K-22',
      }}
      garde="Vos réponses sont gardées dans cet onglet."
      reessayer={() => undefined}
    />
    <Panne
      echec={{
        nature: 'reseau',
        code: 'reseau',
        phrase: 'La connexion ne répond pas. Vérifiez votre réseau, puis réessayez.',
        details: [],
      }}
    />
    <Panne
      echec={{
        nature: 'refus',
        code: 'piece-trop-lourde',
        phrase: 'Ce fichier dépasse 10 Mo. Choisissez une photo moins lourde.',
        details: [],
      }}
    />
  </>
);
