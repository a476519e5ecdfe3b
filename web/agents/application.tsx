import { QueryClientProvider } from '@tanstack/react-query';
import { Route, Router, Switch } from 'wouter';
import { Bureau } from './bureau.tsx';
import { PageDecision } from './decision/page-decision.tsx';
import { requetes } from './donnees.ts';
import { Saisir } from './saisir/saisir.tsx';
import { Porte } from './session/porte.tsx';
import { Sessions } from './session/sessions.tsx';
import { ASigner } from './signature/a-signer.tsx';
import { Demarches } from './tableaux/demarches.tsx';
import { Risques } from './tableaux/risques.tsx';
import { Silences } from './tableaux/silences.tsx';
import { Introuvable } from './ui/etats.tsx';

/** One route for the queue alone and beside a file, so that opening a file leaves the list where it was. */
const BUREAU = /^\/(?:demandes\/(?<reference>[^/]+)\/?)?$/;

/** The agents' front: who is there, then the queue, a file, or a decision. */
export const Application = () => (
  <QueryClientProvider client={requetes}>
    <Router base="/agents">
      <Porte>
        <Switch>
          <Route path={BUREAU}>{({ reference }) => <Bureau reference={reference} />}</Route>
          <Route path="/demandes/:reference/:acte">
            {({ reference, acte }) => (
              <PageDecision key={reference + acte} reference={reference} acte={acte} />
            )}
          </Route>
          <Route path="/saisir">
            <Saisir />
          </Route>
          <Route path="/a-signer">
            <ASigner />
          </Route>
          <Route path="/silences">
            <Silences />
          </Route>
          <Route path="/risques">
            <Risques />
          </Route>
          <Route path="/sessions">
            <Sessions />
          </Route>
          <Route path="/demarches">
            <Demarches />
          </Route>
          <Route>
            <Introuvable />
          </Route>
        </Switch>
      </Porte>
    </Router>
  </QueryClientProvider>
);
