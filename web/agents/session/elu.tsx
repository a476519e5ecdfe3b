import { Route, Switch } from 'wouter';
import { ASigner } from '../signature/a-signer.tsx';
import { AccueilElu } from '../tableaux/accueil-elu.tsx';
import { Risques } from '../tableaux/risques.tsx';
import { Silences } from '../tableaux/silences.tsx';
import { Sessions } from './sessions.tsx';

/** An élu reads figures, never the files of people. */
export const Elu = () => (
  <Switch>
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
    <Route>
      <AccueilElu />
    </Route>
  </Switch>
);
