import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import type { Sortie } from '../../client.ts';
import { compter } from '../mots.ts';
import { useDemarchesRelues } from './lectures.ts';
import { PageTableau } from './page-tableau.tsx';

type Relue = Sortie<'relireDemarches'>['demarches'][number];

/** What the commune has opened, who read its texts, and what the law leaves to its decision. */
export const Demarches = () => (
  <PageTableau titre="Démarches ouvertes" lecture={useDemarchesRelues()}>
    {({ demarches }) => <Relues demarches={demarches} />}
  </PageTableau>
);

const Relues = ({ demarches }: { demarches: Relue[] }) => {
  const douteuses = demarches.filter(({ doutes }) => doutes.length > 0);
  const sures = demarches.filter(({ doutes }) => doutes.length === 0);
  return (
    <>
      <p class="chapeau">
        {douteuses.length === 0
          ? 'Aucune démarche n’attend de confirmation.'
          : `La commune doit encore confirmer ${compter(douteuses.length, 'démarche')}\u00a0: le droit y hésite, ou dépend de vos règlements.`}
      </p>
      {douteuses.length > 0 && <Partie titre="À confirmer" demarches={douteuses} />}
      {sures.length > 0 && <Partie titre="Sans doute connu" demarches={sures} />}
    </>
  );
};

const Partie = ({ titre, demarches }: { titre: string; demarches: Relue[] }) => (
  <section>
    <h2>{titre}</h2>
    {demarches.map((demarche) => (
      <Une key={demarche.id} demarche={demarche} />
    ))}
  </section>
);

const Une = ({ demarche: { nom, service, autorite, regimes, verifie, doutes } }: { demarche: Relue }) => (
  <article>
    <h3>{espacer(nom)}</h3>
    <p>
      {service}. Décide&nbsp;: {autorite}.
    </p>
    {regimes.map((regime) => (
      <p key={regime}>{espacer(majuscule(regime))}.</p>
    ))}
    {doutes.length > 0 && (
      <ul>
        {doutes.map(({ sujet, phrase }) => (
          <li key={phrase}>
            <strong>{sujet}.</strong> {espacer(phrase)}
          </li>
        ))}
      </ul>
    )}
    <p class="discret">
      Textes relus le {espacer(enBref(verifie.le))}&nbsp;: {verifie.par}.
    </p>
  </article>
);

const majuscule = (phrase: string): string => phrase.charAt(0).toUpperCase() + phrase.slice(1);
