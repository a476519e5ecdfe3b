import { ICONES, Icone } from '../../ui/icones.tsx';

const COULEURS = [
  ['accent', 'Accent, information'],
  ['accent-survol', 'Survol'],
  ['accent-doux', 'Accent doux'],
  ['papier', 'Papier'],
  ['surface', 'Surface'],
  ['encre', 'Encre'],
  ['encre-douce', 'Encre douce'],
  ['trait', 'Trait'],
  ['trait-champ', 'Bord d’un champ'],
  ['fait', 'Fait'],
  ['attente', 'Attendu de vous'],
  ['retard', 'Refus, retard'],
] as const;

export const Couleurs = () => (
  <ul class="nuancier">
    {COULEURS.map(([jeton, nom]) => (
      <li key={jeton}>
        <span class="pastille" data-jeton={jeton} />
        <span>
          {nom}
          <br />
          <code class="discret">--{jeton}</code>
        </span>
      </li>
    ))}
  </ul>
);

export const Textes = () => (
  <>
    <p class="exemple-titre" data-rang="1">
      Titre de page
    </p>
    <p class="exemple-titre" data-rang="2">
      Titre de partie
    </p>
    <p class="exemple-titre" data-rang="3">
      Titre de groupe
    </p>
    <p class="chapeau">Le chapeau dit l’essentiel avant de commencer.</p>
    <p>
      Le texte courant tient en 38 rem. Il dit vous, à la voix active, en phrases courtes. « Il manque le
      numéro de rue », plutôt que « adresse invalide ».
    </p>
    <p class="discret">Le texte discret accompagne : une taille, une date, une précision.</p>
    <p class="chiffres">0123456789 · 04 90 00 00 00 · 12,50 € · lundi 15 mars 2027 · 9 h 30</p>
  </>
);

export const Icones = () => (
  <ul class="nuancier">
    {ICONES.map((nom) => (
      <li key={nom}>
        <Icone nom={nom} />
        <span>{nom}</span>
      </li>
    ))}
  </ul>
);
