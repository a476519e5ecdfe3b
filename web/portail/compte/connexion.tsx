import { useLocation } from 'wouter';
import { Encart } from '../../ui/encart.tsx';
import { Page } from '../../ui/page.tsx';
import { Sidentifier } from './sidentifier.tsx';

/** The page to sign in, and the one to which a sign-in that failed comes back. */
export const Connexion = () => {
  const [, aller] = useLocation();
  const question = new URLSearchParams(location.search);
  const vers = pageDe(question.get('vers'));
  return (
    <Page titre="S’identifier" retour={{ vers: '/', mot: 'Accueil' }}>
      {question.has('refus') && (
        <Encart sens="attente" titre="La connexion n’a pas abouti" alerte>
          <p>Vous pouvez recommencer, ou choisir un autre moyen.</p>
        </Encart>
      )}
      <Sidentifier vers={vers} onOuvert={() => aller(vers, { replace: true })} />
    </Page>
  );
};

/** Only a page of this site. */
const pageDe = (demandee: string | null): string =>
  demandee && /^\/(?!\/)[\w/-]*$/.test(demandee) ? demandee : '/mes-demandes';
