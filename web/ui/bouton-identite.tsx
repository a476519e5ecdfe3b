import './bouton-identite.css';

/**
 * The button of a provider of the State, as its guides for partners build it: « S’identifier avec », and the name in bold
 * on the line below. A link that explains what it is goes under it. No mark is drawn: only the State's own sites may.
 */
export const BoutonIdentite = ({ chez, vers }: { chez: 'FranceConnect' | 'ProConnect'; vers: string }) => (
  <a class="identite-bouton" href={vers}>
    <span>S’identifier avec</span> <strong>{chez}</strong>
  </a>
);
