import './encart.css';
import type { ComponentChildren } from 'preact';

/** An empty place: what will be here, and what to do. */
export const Vide = ({ titre, children }: { titre: string; children?: ComponentChildren }) => (
  <div class="vide">
    <p>{titre}</p>
    {children}
  </div>
);
