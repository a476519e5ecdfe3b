import { Route, Switch } from 'wouter';
import { commune } from '../../client.ts';
import { Lien } from '../../ui/lien.tsx';
import { usePage } from '../page.ts';
import { Risques } from '../tableaux/risques.tsx';
import { Silences } from '../tableaux/silences.tsx';
import { Sessions } from './sessions.tsx';

/** An élu reads figures, never the files of people. */
export const Elu = () => (
  <Switch>
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
      <Chiffres />
    </Route>
  </Switch>
);

const Chiffres = () => {
  const titre = usePage<HTMLHeadingElement>('Les chiffres de la commune', 'elu');
  return (
    <main class="page-simple" id="contenu">
      <h1 ref={titre} tabIndex={-1}>
        Les chiffres de la commune
      </h1>
      <p>Votre compte lit les chiffres de la commune, pas les dossiers des habitants.</p>
      <p>
        <Lien vers="/silences" icone="suite">
          Décisions par silence
        </Lien>
      </p>
      <p>
        <Lien vers="/risques" icone="suite">
          À risque dans les quatorze jours
        </Lien>
      </p>
      <p>
        Une question sur votre compte&nbsp;? Écrivez à{' '}
        <a href={`mailto:${commune.courriel}`}>{commune.courriel}</a> ou appelez le{' '}
        {commune.telephone.replaceAll(' ', '\u00a0')}.
      </p>
    </main>
  );
};
