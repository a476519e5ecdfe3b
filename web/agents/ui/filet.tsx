import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { usePage } from '../page.ts';
import { Panne } from './etats.tsx';

/** A page that cannot be drawn says so, and leaves the way out open: another page, or the same one again. */
export const Filet = ({ children }: { children: ComponentChildren }) => {
  const [erreur, reprendre] = useErrorBoundary();
  const [ici] = useLocation();
  useEffect(() => {
    if (erreur) reprendre();
  }, [ici]);
  return erreur ? <Tombee reprendre={reprendre} /> : children;
};

const ECHEC = {
  nature: 'panne',
  code: 'page',
  phrase:
    'Un incident empêche de la montrer. Ce que vous avez écrit est gardé, si vous ne rechargez pas l’onglet.',
  details: [],
} as const;

const Tombee = ({ reprendre }: { reprendre: () => void }) => {
  const titre = usePage<HTMLHeadingElement>('Page en panne', 'panne');
  return (
    <main class="page-simple" id="contenu">
      <h1 ref={titre} tabIndex={-1}>
        Cette page ne s’affiche pas
      </h1>
      <Panne echec={ECHEC} reessayer={reprendre} />
      <p>
        <Link href="/">Revenir à la file</Link>
      </p>
    </main>
  );
};
