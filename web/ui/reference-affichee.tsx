import './reference.css';

/** A reference, large enough to be copied on paper or read over the phone. */
export const ReferenceAffichee = ({ reference, taille }: { reference: string; taille?: 'ligne' }) => (
  <span class="reference" data-taille={taille}>
    {reference}
  </span>
);
