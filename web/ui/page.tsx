import './page.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'react';
import { commune } from '../client.ts';
import { Lien } from './lien.tsx';
import { nommerOnglet } from './onglet.ts';

/** The first page shown leaves the focus where the browser puts it. */
let arrivee = true;

/** The one title of a page. On each change of page it takes the focus, so that a screen reader says where one is. */
export const Titre = ({ children, onglet }: { children: ComponentChildren; onglet: string }) => {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => nommerOnglet(`${onglet} – ${commune.nomComplet}`), [onglet]);
  useEffect(() => {
    if (!arrivee) {
      titre.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    arrivee = false;
  }, []);
  return (
    <h1 tabIndex={-1} ref={titre}>
      {children}
    </h1>
  );
};

type Retour = { vers: string; mot: string };
type Props = {
  titre: string;
  onglet?: string;
  retour?: Retour | undefined;
  children: ComponentChildren;
  sur?: ComponentChildren;
};

/** A page of the portal: a way back, its title, its content. `sur` stands above the title. */
export const Page = ({ titre, onglet, retour, sur, children }: Props) => (
  <>
    {retour && (
      <p class="retour sans-impression">
        <Lien vers={retour.vers} icone="retour">
          {retour.mot}
        </Lien>
      </p>
    )}
    {sur}
    <Titre onglet={onglet ?? titre}>{titre}</Titre>
    {children}
  </>
);
