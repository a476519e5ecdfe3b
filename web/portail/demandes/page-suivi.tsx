import { useEffect, useState } from 'react';
import { Chargement } from '../../ui/attente.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
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
  return <DejaOuvert reference={reference} />;
};

/** A message's link carries the code after the `#`, which no server and no log ever sees. */
const codeDuLien = (): string => /^#((?:[0-9a-z]{4}-?){3})$/i.exec(location.hash)?.[1] ?? '';

/** Refusals which mean that the code must be given. */
const SANS_SESSION = ['non-connecte', 'interdit', 'introuvable', 'entree-invalide'];

const DejaOuvert = ({ reference }: { reference: string }) => {
  const lecture = useLecture('suivreDemande', { demande: reference });
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'prete') return <Suivi suivi={lecture.valeur} recharger={lecture.recharger} />;
  if (lecture.echec.nature === 'refus' && SANS_SESSION.includes(lecture.echec.code))
    return <OuvrirSuivi reference={reference} code="" onOuvert={lecture.recharger} />;
  return (
    <Page titre="Suivre une demande" retour={{ vers: '/', mot: 'Accueil' }}>
      <Panne echec={lecture.echec} reessayer={lecture.recharger} />
    </Page>
  );
};
