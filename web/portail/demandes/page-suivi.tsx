import { useEffect, useState } from 'react';
import { SuiviOuvert } from '../suites/suivi-ouvert.tsx';
import { OuvrirSuivi } from './ouvrir-suivi.tsx';
import { Suivi } from './suivi.tsx';

/** Following a demande: with its reference and code, with the link of a message, or with the session already open. */
export const PageSuivi = ({ reference }: { reference: string | undefined }) => {
  const [code, poser] = useState(codeDuLien);
  // The link of a message, pasted while the page is already there.
  useEffect(() => {
    const relire = () => poser(codeDuLien());
    addEventListener('hashchange', relire);
    return () => removeEventListener('hashchange', relire);
  }, []);
  if (!reference) return <OuvrirSuivi reference="" code="" />;
  if (code) return <OuvrirSuivi key={code} reference={reference} code={code} onOuvert={() => poser('')} />;
  return (
    <SuiviOuvert reference={reference}>
      {(suivi, recharger) => <Suivi suivi={suivi} recharger={recharger} />}
    </SuiviOuvert>
  );
};

/** A message's link carries the code after the `#`, which no server and no log ever sees. */
const codeDuLien = (): string => /^#((?:[0-9a-z]{4}-?){3})$/i.exec(location.hash)?.[1] ?? '';
