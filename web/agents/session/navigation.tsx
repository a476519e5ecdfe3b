import { Link, useLocation } from 'wouter';
import type { Agent } from '../../../functions/agents/agent.ts';

const PAGES = [
  { vers: '/', mot: 'Demandes', eluAussi: false },
  { vers: '/a-signer', mot: 'À signer', eluAussi: true },
  { vers: '/silences', mot: 'Décisions par silence', eluAussi: true },
  { vers: '/risques', mot: 'À risque', eluAussi: true },
  { vers: '/demarches', mot: 'Démarches', eluAussi: true },
] as const;

/** The queue, and what the law's clock has done or is about to do. */
export const Navigation = ({ role }: Pick<Agent, 'role'>) => {
  const [ici] = useLocation();
  const pages = PAGES.filter(
    ({ vers, eluAussi }) => (eluAussi || role !== 'elu') && (role !== 'accueil' || vers !== '/a-signer'),
  );
  return (
    <nav class="navigation" aria-label="Espace des agents">
      <ul>
        {pages.map(({ vers, mot }) => (
          <li key={vers}>
            <Link href={vers} aria-current={estSous(ici, vers) ? 'page' : undefined}>
              {mot}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** A file is read from the queue. */
const estSous = (ici: string, vers: string): boolean =>
  vers === '/' ? ici === '/' || ici.startsWith('/demandes/') : ici === vers;
