import { enBref } from '../../../functions/platform/lettres.ts';
import type { Verdict } from './verdict.tsx';

type Props = {
  verdicts: readonly (Verdict & { id: string })[];
  pieces: readonly { id: string; nom: string }[];
  jusquau: string;
};

/** What follows from what is ticked, before it is sent. */
export const SuiteDeLExamen = ({ verdicts, pieces, jusquau }: Props) => {
  const nomsDe = (verdict: Verdict['verdict']): string[] =>
    pieces
      .filter(({ id }) => verdicts.some((un) => un.id === id && un.verdict === verdict))
      .map(({ nom }) => nom);
  const [acceptees, refusees] = [nomsDe('acceptee'), nomsDe('refusee')];
  return (
    <section class="apercu" aria-labelledby="titre-apercu">
      <h2 id="titre-apercu">Ce que cela change</h2>
      {verdicts.length === 0 && <p class="discret">Dites si une pièce convient pour voir ce qui suivra.</p>}
      {acceptees.length > 0 && <p>Acceptées, à ne plus demander&nbsp;: {acceptees.join(', ')}.</p>}
      {refusees.length > 0 && (
        <p>
          Demandées à nouveau, avec leur raison{jusquau && `, au plus tard le ${enBref(jusquau)}`}&nbsp;:{' '}
          {refusees.join(', ')}.
        </p>
      )}
      {verdicts.length > 0 && <p>La personne le lit dans son suivi et reçoit une lettre.</p>}
    </section>
  );
};
