import './reference.css';

/** Where one is: « Étape 2 sur 4 ». */
export const Etapes = ({ numero, sur }: { numero: number; sur: number }) => (
  <p class="etapes discret">
    Étape {numero} sur {sur}
    <progress class="etapes-barre" max={sur} value={numero} aria-hidden="true" />
  </p>
);
