import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Chargement } from '../ui/attente.tsx';
import { Coquille } from '../ui/coquille.tsx';
import { Page } from '../ui/page.tsx';
import { Panne } from '../ui/panne.tsx';
import { EnteteCompte } from './compte/entete-compte.tsx';
import { Accueil } from './demarches/accueil.tsx';

const Domaine = lazy(() => import('./demarches/domaine.tsx').then(({ Domaine }) => ({ default: Domaine })));
const PageDemarche = lazy(() =>
  import('./demarches/page-demarche.tsx').then(({ PageDemarche }) => ({ default: PageDemarche })),
);
const Notice = lazy(() => import('./demarches/notice.tsx').then(({ Notice }) => ({ default: Notice })));
const Formulaire = lazy(() =>
  import('./demandes/formulaire.tsx').then(({ Formulaire }) => ({ default: Formulaire })),
);
const Recu = lazy(() => import('./demandes/recu.tsx').then(({ Recu }) => ({ default: Recu })));
const PageSuivi = lazy(() =>
  import('./demandes/page-suivi.tsx').then(({ PageSuivi }) => ({ default: PageSuivi })),
);
const PageContester = lazy(() =>
  import('./suites/page-contester.tsx').then(({ PageContester }) => ({ default: PageContester })),
);
const PageRenoncer = lazy(() =>
  import('./suites/page-renoncer.tsx').then(({ PageRenoncer }) => ({ default: PageRenoncer })),
);
const PageObserver = lazy(() =>
  import('./suites/page-observer.tsx').then(({ PageObserver }) => ({ default: PageObserver })),
);
const Verifier = lazy(() =>
  import('./verification/page-verifier.tsx').then(({ Verifier }) => ({ default: Verifier })),
);
const Registre = lazy(() =>
  import('./registre/page-registre.tsx').then(({ Registre }) => ({ default: Registre })),
);
const MesDemandes = lazy(() =>
  import('./compte/mes-demandes.tsx').then(({ MesDemandes }) => ({ default: MesDemandes })),
);
const Connexion = lazy(() =>
  import('./compte/connexion.tsx').then(({ Connexion }) => ({ default: Connexion })),
);
const Accessibilite = lazy(() =>
  import('./commune/accessibilite.tsx').then(({ Accessibilite }) => ({ default: Accessibilite })),
);
const MentionsLegales = lazy(() =>
  import('./commune/mentions-legales.tsx').then(({ MentionsLegales }) => ({ default: MentionsLegales })),
);
const Modalites = lazy(() =>
  import('./commune/modalites.tsx').then(({ Modalites }) => ({ default: Modalites })),
);
const Developpeurs = lazy(() =>
  import('./commune/developpeurs.tsx').then(({ Developpeurs }) => ({ default: Developpeurs })),
);
const SimulateurEcheance = lazy(() =>
  import('./simulateur/page-echeance.tsx').then(({ SimulateurEcheance }) => ({
    default: SimulateurEcheance,
  })),
);
const SimulateurRecours = lazy(() =>
  import('./simulateur/page-recours.tsx').then(({ SimulateurRecours }) => ({ default: SimulateurRecours })),
);
const Charte = lazy(() => import('./commune/charte.tsx').then(({ Charte }) => ({ default: Charte })));

/** The citizens' front: one route a page, each fetched when it is first opened. */
export const Portail = () => (
  <Coquille compte={<EnteteCompte />}>
    <Filet>
      <Suspense fallback={<Chargement />}>
        <Switch>
          <Route path="/">
            <Accueil />
          </Route>
          <Route path="/domaines/:domaine">{({ domaine }) => <Domaine domaine={domaine} />}</Route>
          <Route path="/demarches/:demarche">{({ demarche }) => <PageDemarche id={demarche} />}</Route>
          <Route path="/demarches/:demarche/donnees">{({ demarche }) => <Notice id={demarche} />}</Route>
          <Route path="/demarches/:demarche/formulaire/:etape">
            {({ demarche, etape }) => <Formulaire key={demarche} id={demarche} etape={Number(etape)} />}
          </Route>
          <Route path="/recu/:reference">{({ reference }) => <Recu reference={reference} />}</Route>
          <Route path="/suivi/:reference?">
            {({ reference }) => <PageSuivi key={reference} reference={reference} />}
          </Route>
          <Route path="/suivi/:reference/contester">
            {({ reference }) => <PageContester key={reference} reference={reference} />}
          </Route>
          <Route path="/suivi/:reference/renoncer">
            {({ reference }) => <PageRenoncer key={reference} reference={reference} />}
          </Route>
          <Route path="/suivi/:reference/observations">
            {({ reference }) => <PageObserver key={reference} reference={reference} />}
          </Route>
          <Route path="/verifier">
            <Verifier />
          </Route>
          <Route path="/registre">
            <Registre />
          </Route>
          <Route path="/mes-demandes">
            <MesDemandes />
          </Route>
          <Route path="/connexion">
            <Connexion />
          </Route>
          <Route path="/accessibilite">
            <Accessibilite />
          </Route>
          <Route path="/mentions-legales">
            <MentionsLegales />
          </Route>
          <Route path="/modalites">
            <Modalites />
          </Route>
          <Route path="/developpeurs">
            <Developpeurs />
          </Route>
          <Route path="/simulateur">
            <SimulateurEcheance />
          </Route>
          <Route path="/simulateur/recours">
            <SimulateurRecours />
          </Route>
          <Route path="/style">
            <Charte />
          </Route>
          <Route>
            <Page titre="Cette page n’existe pas" retour={{ vers: '/', mot: 'Accueil' }}>
              <p>
                L’adresse est peut-être mal recopiée, ou la page a changé de place. Toutes les démarches
                partent de l’accueil.
              </p>
            </Page>
          </Route>
        </Switch>
      </Suspense>
    </Filet>
  </Coquille>
);

/** A page that cannot be fetched or drawn: what was typed is kept by the tab, so that loading again loses nothing. */
const Filet = ({ children }: { children: ComponentChildren }) => {
  const [erreur] = useErrorBoundary();
  if (!erreur) return children;
  const echec = {
    nature: 'panne',
    code: 'page',
    phrase: 'Cette page n’a pas pu s’afficher.',
    details: [],
  } as const;
  return (
    <Panne
      echec={echec}
      garde="Ce que vous avez saisi est gardé dans cet onglet."
      reessayer={() => location.reload()}
    />
  );
};
