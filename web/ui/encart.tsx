import './bouton.css';
import './encart.css';
import type { ComponentChildren } from 'preact';
import { Icone, type NomIcone } from './icones.tsx';

/** A meaning is never a colour alone: it has an icon and a word. */
export type Sens = 'information' | 'fait' | 'attente' | 'retard';
const ICONES: Record<Sens, NomIcone> = {
  information: 'information',
  fait: 'fait',
  attente: 'attente',
  retard: 'retard',
};

type Props = { sens?: Sens; titre?: string; children?: ComponentChildren; alerte?: boolean };

/** A short message set apart from the text. `alerte` is read aloud at once. */
export const Encart = ({ sens = 'information', titre, children, alerte }: Props) => (
  <div class="encart" data-sens={sens} role={alerte ? 'alert' : undefined}>
    <Icone nom={ICONES[sens]} />
    <div>
      {titre && <p class="encart-titre">{titre}</p>}
      {children}
    </div>
  </div>
);

/** A state in one word, within a line. */
export const Mot = ({ sens, children }: { sens: Sens; children: ComponentChildren }) => (
  <span class="mot" data-sens={sens}>
    <Icone nom={ICONES[sens]} />
    <span>{children}</span>
  </span>
);
