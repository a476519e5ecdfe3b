import './bouton.css';
import type { ComponentChildren } from 'preact';
import { Icone, type NomIcone } from './icones.tsx';

type Rang = 'premier' | 'second' | 'danger' | 'lien';
type Props = {
  children: ComponentChildren;
  rang?: Rang;
  icone?: NomIcone;
  type?: 'button' | 'submit';
  /** Said while the answer is on its way; the button stays reachable and answers no second click. */
  enCours?: string | false | undefined;
  onClick?: (evenement: MouseEvent) => void;
  decritPar?: string | undefined;
};

export const Bouton = ({
  children,
  rang = 'premier',
  icone,
  type = 'button',
  enCours,
  onClick,
  decritPar,
}: Props) => (
  <button
    class="bouton"
    type={type}
    data-rang={rang}
    aria-disabled={enCours ? 'true' : undefined}
    aria-describedby={decritPar}
    onClick={(evenement) => (enCours ? evenement.preventDefault() : onClick?.(evenement))}
  >
    {icone && <Icone nom={icone} />}
    <span>{enCours || children}</span>
  </button>
);
