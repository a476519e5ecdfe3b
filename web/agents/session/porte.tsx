import type { ReactNode } from 'react';
import { Chargement } from '../../ui/attente.tsx';
import { useSession } from '../donnees.ts';
import { Panne } from '../ui/etats.tsx';
import { Filet } from '../ui/filet.tsx';
import { Accueil } from './accueil.tsx';
import { Cadre } from './cadre.tsx';
import { Elu } from './elu.tsx';

/** Lets in the people whom the commune knows; the others are shown how to sign in. */
export const Porte = ({ children }: { children: ReactNode }) => {
  const { data: agent, error, refetch } = useSession();
  if (error?.code === 'habilitation-retiree') return <Accueil phrase={error.phrase} />;
  if (error && !agent && (error.code === 'non-connecte' || error.code === 'interdit')) return <Accueil />;
  if (!agent)
    return (
      <main class="page-simple">
        <h1>Espace des agents</h1>
        {error ? (
          <Panne echec={error} reessayer={refetch} />
        ) : (
          <Chargement phrase="Nous ouvrons votre session…" />
        )}
      </main>
    );
  return (
    <Cadre agent={agent}>
      <Filet>{agent.role === 'elu' ? <Elu /> : children}</Filet>
    </Cadre>
  );
};
