import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import type { Verdict } from './use-verification.ts';

type Attestation = NonNullable<Verdict['attestation']>;

/** What the paper says, line by line: a copy that says otherwise is not what was delivered. */
export const Mentions = ({ attestation }: { attestation: Attestation }) => (
  <>
    <h3>Ce que dit l’attestation</h3>
    <p>
      Comparez chaque ligne avec le papier. Si l’une diffère, ce n’est pas celui que la commune a délivré.
    </p>
    <dl class="mentions">
      {mentionsDe(attestation).map(([nom, valeur]) => (
        <div key={nom}>
          <dt>{nom}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  </>
);

const mentionsDe = (attestation: Attestation): [nom: string, valeur: string][] => [
  ['Personne', attestation.personne],
  ['Demande', attestation.objet],
  ['Référence', attestation.reference],
  ['Reçue le', espacer(enBref(attestation.recueLe))],
  ['Acceptée depuis le', espacer(enBref(attestation.accepteeLe))],
  ['Fondement', attestation.fondement],
  ['Délivrée le', espacer(enBref(attestation.delivreeLe))],
  ['Délivrée par', attestation.commune],
  ['Code', attestation.code],
];
