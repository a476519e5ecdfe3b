import { enBref, espacer, jourLocal, tailleEnLettres } from '../../../functions/platform/lettres.ts';
import { adresse, commune } from '../../client.ts';
import { Mot } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import type { Suivie } from './suivie.ts';

/** The files of the demande, each with the pièce that it answers and its state. */
export const PiecesEnvoyees = ({ suivi: { reference, pieces } }: { suivi: Suivie }) => (
  <section>
    <h2>Vos documents</h2>
    {pieces.length === 0 && (
      <p class="discret">Aucun document pour le moment. Ceux que vous envoyez se retrouveront ici.</p>
    )}
    {pieces.length > 0 && (
      <ul class="documents">
        {pieces.map(({ id, nom, intitule, octets, recueLe }) => (
          <li key={id}>
            {intitule && <strong class="intitule">{intitule}</strong>}
            <Lien vers={adresse('ouvrirPiece', { demande: reference, piece: id })} icone="fichier" dehors>
              {nom}
            </Lien>
            <span class="discret">
              <Mot sens="fait">Reçu</Mot> le {espacer(enBref(jourLocal(recueLe, commune.fuseau)))},{' '}
              {tailleEnLettres(octets)}
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
