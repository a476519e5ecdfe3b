import { enBref, espacer, jourLocal, tailleEnLettres } from '../../../functions/platform/lettres.ts';
import { adresse, commune } from '../../client.ts';
import { Mot } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import type { Suivie } from './suivie.ts';

/** The files of the demande, each with the pièce that it answers and its state. */
export const PiecesEnvoyees = ({ suivi: { reference, pieces } }: { suivi: Suivie }) => {
  const siennes = pieces.filter(({ deLaMairie }) => !deLaMairie);
  const recues = pieces.filter(({ deLaMairie }) => deLaMairie);
  return (
    <>
      {recues.length > 0 && (
        <section>
          <h2>Les documents de la mairie</h2>
          <Documents pieces={recues} reference={reference} />
        </section>
      )}
      <section>
        <h2>Vos documents</h2>
        {siennes.length === 0 ? (
          <p class="discret">Aucun document pour le moment. Ceux que vous envoyez se retrouveront ici.</p>
        ) : (
          <Documents pieces={siennes} reference={reference} />
        )}
      </section>
    </>
  );
};

const Documents = ({ reference, pieces }: Pick<Suivie, 'reference' | 'pieces'>) => (
  <ul class="documents">
    {pieces.map(({ id, nom, intitule, octets, recueLe, deLaMairie, deposeePar }) => (
      <li key={id}>
        {intitule && !deLaMairie && <strong class="intitule">{intitule}</strong>}
        <Lien vers={adresse('ouvrirPiece', { demande: reference, piece: id })} icone="fichier" dehors>
          {nom}
        </Lien>
        <span class="discret">
          {deLaMairie ? deposeePar : <Mot sens="fait">Reçu</Mot>}
          {deLaMairie && ','} le {espacer(enBref(jourLocal(recueLe, commune.fuseau)))},{' '}
          {tailleEnLettres(octets)}
        </span>
      </li>
    ))}
  </ul>
);
