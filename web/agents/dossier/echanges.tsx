import type { Dossier } from '../../../functions/demandes/formes.ts';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { adresse } from '../../client.ts';
import { quandEnLettres } from '../mots.ts';
import { IconeCanal } from '../ui/canal.tsx';
import { Externe } from '../ui/externe.tsx';
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
      <time dateTime={le}>
        {espacer(enBref(le))}
        {heure && ` à ${heure}`}
      </time>
      <p>
        {espacer(titre)}
        {detail && (titre.includes(' : ') ? ` (${espacer(detail)})` : `\u00a0: ${espacer(detail)}`)}
      </p>
      {evenement.dit.map((ligne) => (
        <p key={ligne} class="dit">
          {espacer(ligne)}
        </p>
      ))}
    </li>
  );
};

const Parole = ({ message }: { message: Dossier['messages'][number] }) => {
  const { par, le, canal, texte, citation, nonProuve, repondreA } = message;
  return (
    <li class="parole" data-qui={par.qui}>
      <p class="parole-tete">
        <span>
          <strong>{par.nom}</strong> <IconeCanal canal={canal} />
        </span>{' '}
        <time dateTime={le}>{espacer(quandEnLettres(le))}</time>
      </p>
      {nonProuve && (
        <p class="tri-raison">
          Expéditeur non prouvé&nbsp;: rien ne dit que ce message vienne de cette personne.
        </p>
      )}
      <p class="parole-texte">{texte}</p>
      {citation && (
        <details>
          <summary class="deplier">Texte cité</summary>
          <p class="parole-texte discret">{citation}</p>
        </details>
      )}
      {repondreA && <p class="discret">Réponse souhaitée à {repondreA}</p>}
      <Avec message={message} />
    </li>
  );
};

/** The files that came with a word, those that could not be kept, and the mail itself. */
const Avec = ({
  message: { canal, jointes = [], refusees = [], interaction },
}: {
  message: Dossier['messages'][number];
}) => (
  <>
    {jointes.length > 0 && <p class="discret">Avec&nbsp;: {jointes.join(', ')}</p>}
    {refusees.map((refusee) => (
      <p key={refusee} class="discret">
        Non gardé&nbsp;: {refusee}
      </p>
    ))}
    {interaction && canal === 'courriel' && (
      <p>
        <Externe href={adresse('ouvrirOriginal', { interaction })}>Voir l’original</Externe>
      </p>
    )}
  </>
);
