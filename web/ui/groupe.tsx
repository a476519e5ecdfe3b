import './champ.css';
import type { ComponentChildren } from 'preact';

/** Several fields that answer one question. */
export const Groupe = ({ titre, children }: { titre: string; children: ComponentChildren }) => (
  <fieldset class="groupe">
    <legend>{titre}</legend>
    {children}
  </fieldset>
);
