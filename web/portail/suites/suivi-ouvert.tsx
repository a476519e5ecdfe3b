import type { ComponentChildren } from 'preact';
import { Chargement } from '../../ui/attente.tsx';
import { Page } from '../../ui/page.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { OuvrirSuivi } from '../demandes/ouvrir-suivi.tsx';
import type { Suivie } from '../demandes/suivie.ts';

type Props = {
  reference: string;
  children: (suivi: Suivie, recharger: () => void) => ComponentChildren;
};

/** Refusals which mean that the code must be given. */
const SANS_SESSION = ['non-connecte', 'interdit', 'introuvable', 'entree-invalide'];

/** A demande for whoever may see it; the others are asked for its code. */
export const SuiviOuvert = ({ reference, children }: Props) => {
  const lecture = useLecture('suivreDemande', { demande: reference });
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'prete') return <>{children(lecture.valeur, lecture.recharger)}</>;
  if (lecture.echec.nature === 'refus' && SANS_SESSION.includes(lecture.echec.code))
    return <OuvrirSuivi reference={reference} code="" onOuvert={lecture.recharger} />;
  return (
    <Page titre="Suivre une demande" retour={{ vers: '/', mot: 'Accueil' }}>
      <Panne echec={lecture.echec} reessayer={lecture.recharger} />
    </Page>
  );
};
