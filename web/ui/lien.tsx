import './bouton.css';
import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { Icone, type NomIcone } from './icones.tsx';

type Props = {
  vers: string;
  children: ComponentChildren;
  icone?: NomIcone;
  /** A link that is the page's main way forward looks like a button. */
  rang?: 'premier' | 'second';
  /** Leaves the application: a document, another site. */
  dehors?: boolean;
  telecharge?: boolean;
};

/** A link inside the application, or out of it. */
export const Lien = ({ vers, children, icone, rang, dehors, telecharge }: Props) => {
  const contenu = (
    <>
      {icone && <Icone nom={icone} />}
      <span>{children}</span>
    </>
  );
  const classe = rang ? 'bouton' : icone && 'lien-icone';
  if (dehors || telecharge || !vers.startsWith('/'))
    return (
      <a class={classe} data-rang={rang} href={vers} download={telecharge || undefined}>
        {contenu}
      </a>
    );
  return (
    <Link className={classe} data-rang={rang} href={vers}>
      {contenu}
    </Link>
  );
};
