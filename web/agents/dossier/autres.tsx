import { Link } from 'wouter';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { jourDe, STATUTS } from '../mots.ts';

type Props = Pick<Dossier, 'autres'> & { recherche: string };

/** What else this person has asked of the commune. */
export const Autres = ({ autres, recherche }: Props) =>
  autres.length === 0 ? null : (
    <section aria-labelledby="titre-autres">
      <h2 id="titre-autres">Autres demandes de la personne</h2>
      <ul class="autres">
        {autres.map(({ reference, objet, statut, recueLe }) => (
          <li key={reference}>
            <Link href={`/demandes/${reference}${recherche}`}>{objet}</Link>{' '}
            <span class="discret">
              {STATUTS[statut]}, demande du {espacer(enBref(jourDe(recueLe)))},{' '}
              <span class="chiffres">{reference}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
