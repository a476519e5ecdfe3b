import '../../ui/reference.css';
import { useState } from 'react';
import { adresse, type Entree } from '../../client.ts';
import { Bouton } from '../../ui/bouton.tsx';

type Props<N extends 'simulerEcheance' | 'simulerRecours'> = { nom: N; entree: Entree<N>; fragment: string };

/** The case for someone else: a link, and the same question for a program. */
export const Partage = <N extends 'simulerEcheance' | 'simulerRecours'>({
  nom,
  entree,
  fragment,
}: Props<N>) => {
  const lien = `${location.origin}${location.pathname}#${fragment}`;
  return (
    <>
      <h3>Partager ce cas</h3>
      <p>Le lien contient le cas, et rien d’autre. Il n’est gardé nulle part.</p>
      <Copier quoi={lien} />
      <details>
        <summary class="deplier">Le même cas par l’API</summary>
        <pre class="commande">
          <code>{commande(location.origin + adresse(nom, entree), entree)}</code>
        </pre>
      </details>
    </>
  );
};

/** Some browsers, and every page without TLS, refuse the clipboard: the link then shows, ready to be copied by hand. */
const Copier = ({ quoi }: { quoi: string }) => {
  const [etat, noter] = useState<'a-copier' | 'copie' | 'refuse'>('a-copier');
  const copier = async () => {
    try {
      await navigator.clipboard.writeText(quoi);
      noter('copie');
    } catch {
      noter('refuse');
    }
  };
  return (
    <>
      <div class="boutons">
        <Bouton rang="second" onClick={() => void copier()}>
          Copier le lien
        </Bouton>
        <span role="status">{MOTS[etat]}</span>
      </div>
      {etat === 'refuse' && <p class="commande">{quoi}</p>}
    </>
  );
};

const MOTS = {
  'a-copier': '',
  copie: 'Le lien est copié.',
  refuse: 'Votre navigateur ne permet pas de copier. Voici le lien.',
};

const commande = (url: string, entree: object): string =>
  [`curl '${url}'`, `-H 'content-type: application/json'`, `-d '${JSON.stringify(entree)}'`].join(' \\\n  ');
