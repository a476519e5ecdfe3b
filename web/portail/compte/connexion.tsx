import { useLocation } from 'wouter';
import { Encart } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { estConnecte } from './session.ts';
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
      {estConnecte() && <DejaOuvert />}
      <Sidentifier vers={vers} onOuvert={() => aller(vers, { replace: true })} />
    </Page>
  );
};

/** Another person may be at this machine: who is signed in is said, and signing in takes their place. */
const DejaOuvert = () => {
  const compte = useLecture('consulterCompte', {});
  if (compte.etat !== 'prete') return null;
  const { nom, contacts } = compte.valeur;
  return (
    <Encart sens="information" titre={`Le compte de ${nom ?? contacts[0] ?? 'quelqu’un'} est ouvert ici`}>
      <p>
        Si c’est vous, allez à <Lien vers="/mes-demandes">vos demandes</Lien>. Si vous vous identifiez
        ci-dessous, ce compte se ferme et rien ne lui est ajouté.
      </p>
    </Encart>
  );
};

/** Only a page of this site. */
const pageDe = (demandee: string | null): string =>
  demandee && /^\/(?!\/)[\w/-]*$/.test(demandee) ? demandee : '/mes-demandes';
