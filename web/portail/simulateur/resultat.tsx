import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'react';
import type { EcheanceSimulee } from '../../../functions/echeances/simulation.ts';
import { espacer } from '../../../functions/platform/lettres.ts';
import { CODES, sourceDe } from './sources.ts';

type Explications = EcheanceSimulee['explications'];
type Props = { titre: string; children: ComponentChildren };

/** The answer, whose title takes the focus. */
export const Resultat = ({ titre, children }: Props) => {
  const debut = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    debut.current?.focus({ preventScroll: true });
    debut.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section class="resultat" aria-labelledby="resultat">
      <h2 id="resultat" tabIndex={-1} ref={debut}>
        {espacer(titre)}
      </h2>
      {children}
    </section>
  );
};

/** Each sentence of the reasoning, and where to check it. */
export const Pourquoi = ({ explications }: { explications: Explications }) => (
  <>
    <h3>Pourquoi</h3>
    <ol>
      {explications.map((explication) => (
        <li key={explication.phrase}>
          {espacer(explication.phrase)} <Source explication={explication} />
        </li>
      ))}
    </ol>
    <p class="discret">
      {citees(explications)
        .map((code) => `${code}\u00a0: ${CODES[code]}.`)
        .join(' ')}{' '}
      Chaque lien cherche l’article sur Légifrance.
    </p>
  </>
);

const Source = ({ explication }: { explication: Explications[number] }) => {
  const { nom, vers } = sourceDe(explication);
  return vers ? <a href={vers}>{nom}</a> : <span class="discret">({nom})</span>;
};

const citees = (explications: Explications): string[] =>
  Object.keys(CODES).filter((code) => explications.some(({ texte }) => texte === code));
