import { type RefObject, useEffect, useRef } from 'react';
import { commune } from '../client.ts';

/** Names the tab, and brings a screen reader to the title when the page changes. */
export const usePage = <E extends HTMLElement>(titre: string, cle: string): RefObject<E | null> => {
  const ref = useRef<E>(null);
  useEffect(() => {
    document.title = `${titre} – ${commune.nomComplet}`;
  }, [titre]);
  useEffect(() => {
    if (arrivee.faite) ref.current?.focus();
    arrivee.faite = true;
  }, [cle]);
  return ref;
};

/** The first page is announced by the browser itself: the focus only moves afterwards. */
const arrivee = { faite: false };
