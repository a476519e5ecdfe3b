import { adresseEnLignes } from '../../../functions/commune/commune.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Lettre } from '../../../functions/demandes/lettres.ts';
import { commune } from '../../client.ts';

type Props = { lettre: Lettre; usager: Dossier['usager'] };

/** The letter beside the form, word for word. */
export const LettreApercue = ({ lettre: { objet, paragraphes }, usager }: Props) => (
  <section class="apercu" aria-labelledby="titre-apercu">
    <h2 id="titre-apercu">La lettre telle qu’elle partira</h2>
    <div class="lettre">
      <p class="discret">À&nbsp;: {usager.courriel}</p>
      <p class="lettre-objet">{objet}</p>
      <p>Bonjour,</p>
      {paragraphes.map((paragraphe, rang) => (
        <p key={rang}>{paragraphe}</p>
      ))}
      <p class="lettre-lien">Suivre ma demande</p>
      <p class="lettre-pied">
        {[commune.nomComplet, ...adresseEnLignes(commune.adresse), `Téléphone : ${commune.telephone}`].map(
          (ligne) => (
            <span key={ligne}>{ligne}</span>
          ),
        )}
      </p>
    </div>
    {usager.parSms && usager.telephone && (
      <p class="discret">Un SMS part aussi&nbsp;: «&nbsp;{objet}&nbsp;»</p>
    )}
  </section>
);
