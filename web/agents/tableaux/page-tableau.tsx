import type { ComponentChildren } from 'preact';
import type { Echec } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { usePage } from '../page.ts';
import { Panne, Perime } from '../ui/etats.tsx';

type Lecture<T> = { data: T | undefined; error: Echec | null; refetch: () => unknown };
type Props<T> = { titre: string; lecture: Lecture<T>; children: (lu: T) => ComponentChildren };

/** A board: its title, then its figures once they are read. */
export const PageTableau = <T,>({ titre, lecture, children }: Props<T>) => {
  const h1 = usePage<HTMLHeadingElement>(titre, titre);
  const { data, error, refetch } = lecture;
  return (
    <main class="tableau-de-bord" id="contenu">
      <h1 ref={h1} tabIndex={-1}>
        {titre}
      </h1>
      {data ? (
        <>
          {error && <Perime echec={error} />}
          {children(data)}
        </>
      ) : (
        <Attente error={error} refetch={refetch} />
      )}
    </main>
  );
};

const Attente = ({ error, refetch }: Pick<Lecture<unknown>, 'error' | 'refetch'>) =>
  error ? <Panne echec={error} reessayer={refetch} /> : <Chargement phrase="Nous comptons…" />;
