import './encart.css';

/** What shows while something is fetched. */
export const Chargement = ({ phrase = 'Chargement…' }: { phrase?: string }) => (
  <p class="attente" role="status">
    {phrase}
  </p>
);
