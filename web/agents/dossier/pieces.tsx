import type { Dossier } from '../../../functions/demandes/formes.ts';
import { TYPES } from '../../../functions/pieces/piece.ts';
import { enBref, tailleEnLettres } from '../../../functions/platform/lettres.ts';
import { adresse } from '../../client.ts';
import { Mot } from '../../ui/encart.tsx';
import { quandEnLettres } from '../mots.ts';
import { Externe } from '../ui/externe.tsx';
import { type PieceSuivie, piecesSuivies } from './pieces-suivies.ts';

/** Each pièce that is expected or asked for, whether it came, and the files which came. */
export const Pieces = ({ dossier }: { dossier: Dossier }) => {
  const { suivies, autres } = piecesSuivies(dossier);
  return (
    <section aria-labelledby="titre-pieces">
      <h2 id="titre-pieces">Pièces</h2>
      {dossier.jusquau && <p>Demandées à la personne au plus tard le {enBref(dossier.jusquau)}.</p>}
      {suivies.length + autres.length === 0 && <p class="discret">Aucune pièce n’est attendue.</p>}
      <ul class="pieces">
        {suivies.map((suivie) => (
          <Suivie key={suivie.id} suivie={suivie} reference={dossier.reference} />
        ))}
        {autres.map((piece) => (
          <li key={piece.id}>
            <Fichier piece={piece} reference={dossier.reference} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Suivie = ({ suivie, reference }: { suivie: PieceSuivie; reference: string }) => (
  <li>
    <p class="piece-nom">
      {suivie.nom} <Etat suivie={suivie} />
    </p>
    {suivie.motif && <p class="discret">Demandée&nbsp;: {suivie.motif}</p>}
    <p class="discret">{exigenceDe(suivie)}</p>
    {suivie.fichiers.length > 0 && (
      <ul class="fichiers-recus">
        {suivie.fichiers.map((piece) => (
          <li key={piece.id}>
            <Fichier piece={piece} reference={reference} />
          </li>
        ))}
      </ul>
    )}
  </li>
);

const Etat = ({ suivie: { recue, demandee } }: { suivie: PieceSuivie }) => {
  if (recue) return <Mot sens="fait">Arrivée</Mot>;
  return <Mot sens="attente">{demandee ? 'Demandée' : 'Pas arrivée'}</Mot>;
};

const exigenceDe = ({ fondement, arreteLeDelai }: PieceSuivie): string => {
  if (!fondement) return 'Aucun texte ne l’exige\u00a0: elle n’arrête pas le délai.';
  return arreteLeDelai
    ? `Un texte l’exige\u00a0: ${fondement}.`
    : `Un texte l’exige (${fondement}), mais l’instruction peut se faire sans elle.`;
};

const Fichier = ({
  piece: { id, nom, type, octets, recueLe, deposeePar },
  reference,
}: {
  piece: Dossier['pieces'][number];
  reference: string;
}) => (
  <>
    <Externe href={adresse('ouvrirPiece', { demande: reference, piece: id })}>{nom}</Externe>{' '}
    <span class="discret">
      {TYPES[type]}, {tailleEnLettres(octets)}, le {quandEnLettres(recueLe)} par {deposeePar}
    </span>
  </>
);
