import { useRef } from 'react';
import { Link } from 'wouter';
import { Icone } from '../../ui/icones.tsx';

type Props = { liens: readonly { mot: string; vers: string }[] };

/** The acts that are not of every day. Escape, or leaving it, folds it. */
export const MenuEvenements = ({ liens }: Props) => {
  const menu = useRef<HTMLDetailsElement>(null);
  const resume = useRef<HTMLElement>(null);
  if (liens.length === 0) return null;
  const replier = (): void => menu.current?.removeAttribute('open');
  const auClavier = (e: KeyboardEvent): void => {
    if (e.key !== 'Escape' || !menu.current?.open) return;
    e.preventDefault();
    replier();
    resume.current?.focus();
  };
  const enSortant = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) replier();
  };
  return (
    <details class="menu" ref={menu} onKeyDown={auClavier} onFocusOut={enSortant}>
      <summary class="bouton" data-rang="second" ref={resume}>
        <Icone nom="menu" />
        <span>Autre chose est arrivée</span>
      </summary>
      <ul>
        {liens.map(({ mot, vers }) => (
          <li key={vers}>
            <Link href={vers}>{mot}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
};
