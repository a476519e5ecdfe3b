import type { Dossier } from '../../../functions/demandes/formes.ts';
import { enBref } from '../../../functions/platform/lettres.ts';
import { quandEnLettres } from '../mots.ts';
import { IconeCanal } from '../ui/canal.tsx';
import { type Evenement, histoireDe } from './histoire.ts';
import { Repondre } from './repondre.tsx';

/** The thread: what was said and what was done, oldest first, and the answer at its end. */
export const Echanges = ({ dossier }: { dossier: Dossier }) => (
  <section class="echanges" aria-labelledby="titre-echanges">
    <h2 id="titre-echanges">Échanges</h2>
    <ol class="fil">
      {histoireDe(dossier).map((evenement) => (
        <Moment key={evenement.cle} evenement={evenement} />
      ))}
    </ol>
    <Repondre dossier={dossier} />
  </section>
);

const Moment = ({ evenement }: { evenement: Evenement }) => {
  if (evenement.type === 'message') return <Parole message={evenement.message} />;
  const { le, heure, titre, detail } = evenement.point;
  return (
    <li class="fait-du-fil">
      <span>
        {titre}
        {detail && <>&nbsp;: {detail}</>}
      </span>
      , le{' '}
      <time dateTime={le}>
        {enBref(le)}
        {heure && ` à ${heure}`}
      </time>
    </li>
  );
};

const Parole = ({ message: { par, le, canal, texte } }: { message: Dossier['messages'][number] }) => (
  <li class="parole" data-qui={par.qui}>
    <p class="parole-tete">
      <strong>{par.nom}</strong> <IconeCanal canal={canal} /> <time dateTime={le}>{quandEnLettres(le)}</time>
    </p>
    <p class="parole-texte">{texte}</p>
  </li>
);
