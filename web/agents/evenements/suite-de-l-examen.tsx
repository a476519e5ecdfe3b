type Props = { verdicts: readonly { nom: string }[] };

/** What follows from what is ticked, as long as nothing is refused: no letter leaves. */
export const SuiteDeLExamen = ({ verdicts }: Props) => (
  <section class="apercu" aria-labelledby="titre-apercu">
    <h2 id="titre-apercu">Ce que cela change</h2>
    {verdicts.length === 0 ? (
      <p class="discret">Dites si une pièce convient pour voir ce qui suivra.</p>
    ) : (
      <>
        <p>
          {verdicts.length > 1 ? 'Acceptées' : 'Acceptée'}, à ne plus demander&nbsp;:{' '}
          {verdicts.map(({ nom }) => nom).join(', ')}.
        </p>
        <p>Aucune lettre ne part&nbsp;: la personne le lit dans son suivi.</p>
      </>
    )}
  </section>
);
