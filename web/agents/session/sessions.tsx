import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { espacer } from '../../../functions/platform/lettres.ts';
import { api, type Sortie } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Bouton } from '../../ui/bouton.tsx';
import { annoncer } from '../annonces.ts';
import { useMoi, valeurDe } from '../donnees.ts';
import { quandEnLettres } from '../mots.ts';
import { usePage } from '../page.ts';
import { Panne } from '../ui/etats.tsx';

type Session = Sortie<'listerSessions'>['sessions'][number];
const CLE = ['sessions'];

/** The sessions that are open: one's own, or everyone's for an administrateur, each with its way out. */
export const Sessions = () => {
  const titre = usePage<HTMLHeadingElement>('Sessions ouvertes', 'sessions');
  const tous = useMoi().role === 'administrateur';
  const lecture = useQuery({
    queryKey: CLE,
    queryFn: ({ signal }) => valeurDe(api.listerSessions({}, { signal })),
  });
  return (
    <main class="page-simple" id="contenu">
      <h1 ref={titre} tabIndex={-1}>
        Sessions ouvertes
      </h1>
      <p>
        {tous
          ? 'Les sessions de tous les agents de la commune. Une session fermée demande de s’identifier à nouveau.'
          : 'Vos sessions, sur chaque appareil. Fermez celles que vous ne reconnaissez pas.'}{' '}
        Une session dure douze heures au plus.
      </p>
      {lecture.error && <Panne echec={lecture.error} reessayer={lecture.refetch} />}
      {lecture.isPending && <Chargement />}
      {lecture.data && (
        <ul class="silences">
          {lecture.data.sessions.map((session) => (
            <Ouverte key={session.id} session={session} />
          ))}
        </ul>
      )}
    </main>
  );
};

const Ouverte = ({ session }: { session: Session }) => {
  const { id, nom, courriel, appareil, ouverteLe, vueLe, celleCi } = session;
  const requetes = useQueryClient();
  const [enCours, occuper] = useState(false);
  const fermer = async (): Promise<void> => {
    occuper(true);
    const reponse = await api.fermerSession({ session: id });
    occuper(false);
    annoncer(
      reponse.ok ? `La session de ${nom} est fermée.` : reponse.echec.phrase,
      reponse.ok ? 'fait' : 'alerte',
    );
    await requetes.invalidateQueries({ queryKey: CLE });
  };
  return (
    <li>
      <p id={id}>
        <strong>{nom}</strong> <span class="discret">{courriel}</span>
      </p>
      <p>
        {espacer(
          `${appareil}. Ouverte le ${quandEnLettres(ouverteLe)}, dernière action le ${quandEnLettres(vueLe)}.`,
        )}
      </p>
      {celleCi ? (
        <p class="discret">C’est celle-ci. Pour la fermer, déconnectez-vous.</p>
      ) : (
        <Bouton rang="second" enCours={enCours && 'Fermeture…'} decritPar={id} onClick={() => void fermer()}>
          Fermer cette session
        </Bouton>
      )}
    </li>
  );
};
