import type { Dossier } from '../../../functions/demandes/formes.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import { TYPES } from '../../../functions/pieces/piece.ts';
import { enBref, espacer, tailleEnLettres } from '../../../functions/platform/lettres.ts';
import { adresse } from '../../client.ts';
import { Mot, type Sens } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { useMoi } from '../donnees.ts';
import { aExaminer } from '../evenements/pieces-du-dossier.ts';
import { enRecherche, useEtatFile } from '../file/etat-file.ts';
import { actesDe } from '../gestes.ts';
import { quandEnLettres } from '../mots.ts';
import { nomEnFile } from '../personnes.ts';
import { Externe } from '../ui/externe.tsx';
import { PAGES } from './pages-des-actes.ts';
import { type PieceSuivie, piecesSuivies } from './pieces-suivies.ts';

/** Each pièce that is expected or asked for, whether it came, and the files which came. */
export const Pieces = ({ dossier }: { dossier: Dossier }) => {
  const { suivies, autres } = piecesSuivies(dossier);
  const recues = autres.filter(({ deLaMairie }) => !deLaMairie);
  const envoyees = autres.filter(({ deLaMairie }) => deLaMairie);
  return (
    <section aria-labelledby="titre-pieces">
      <h2 id="titre-pieces">Pièces</h2>
      {dossier.jusquau && (
        <p>À envoyer par la personne au plus tard le {espacer(enBref(dossier.jusquau))}.</p>
      )}
      {suivies.length + recues.length === 0 && <p class="discret">Aucune pièce n’est attendue.</p>}
      <ul class="pieces">
        {suivies.map((suivie) => (
          <Suivie key={suivie.id} suivie={suivie} dossier={dossier} />
        ))}
        {recues.map((piece) => (
          <li key={piece.id}>
            <Fichier piece={piece} reference={dossier.reference} />
          </li>
        ))}
      </ul>
      {envoyees.length > 0 && (
        <>
          <h3>Envoyées par la mairie</h3>
          <ul class="pieces">
            {envoyees.map((piece) => (
              <li key={piece.id}>
                <Fichier piece={piece} reference={dossier.reference} />
              </li>
            ))}
          </ul>
        </>
      )}
      <AExaminer dossier={dossier} />
    </section>
  );
};

/** What came waits for a word: it does, or why it does not. */
const AExaminer = ({ dossier }: { dossier: Dossier }) => {
  const recherche = enRecherche(useEtatFile());
  const possible = actesDe(dossier.gestes, useMoi()).includes('examinerPieces');
  if (!possible || aExaminer(dossier).length === 0) return null;
  return (
    <p class="a-examiner">
      <Lien vers={`/demandes/${dossier.reference}/${PAGES.examinerPieces.page}${recherche}`} icone="suite">
        {PAGES.examinerPieces.mot}
      </Lien>
    </p>
  );
};

type Rangee = { suivie: PieceSuivie; dossier: Pick<Dossier, 'reference' | 'statut' | 'etatHorloge'> };

/** Once all is decided, nothing is awaited any more. */
const Suivie = ({ suivie, dossier }: Rangee) => (
  <li>
    <p class="piece-nom">
      {suivie.nom} <Etat suivie={suivie} close={estClose(dossier)} />
    </p>
    {suivie.motif && (
      <p class="discret">
        {suivie.etat === 'refusee' ? 'Redemandée' : 'Raison donnée'}&nbsp;: {espacer(suivie.motif)}
      </p>
    )}
    {!estClose(dossier) && <p class="discret">{exigenceDe(suivie, dossier)}</p>}
    {suivie.fichiers.length > 0 && (
      <ul class="fichiers-recus">
        {suivie.fichiers.map((piece) => (
          <li key={piece.id}>
            <Fichier piece={piece} reference={dossier.reference} />
          </li>
        ))}
      </ul>
    )}
  </li>
);

const ETATS: Record<PieceSuivie['etat'], { sens: Sens; mot: string }> = {
  manquante: { sens: 'attente', mot: 'Manquante' },
  demandee: { sens: 'attente', mot: 'Demandée' },
  recue: { sens: 'information', mot: 'Reçue' },
  acceptee: { sens: 'fait', mot: 'Acceptée' },
  refusee: { sens: 'retard', mot: 'Refusée' },
};

const Etat = ({ suivie: { etat }, close }: { suivie: PieceSuivie; close: boolean }) => {
  if (close && (etat === 'manquante' || etat === 'demandee')) return <span class="discret">Pas arrivée</span>;
  return <Mot sens={ETATS[etat].sens}>{ETATS[etat].mot}</Mot>;
};

const exigenceDe = (
  { fondement, arreteLeDelai }: PieceSuivie,
  { etatHorloge }: Rangee['dossier'],
): string => {
  if (!fondement)
    return etatHorloge === 'sans-decision-implicite'
      ? 'Aucun texte ne l’exige.'
      : 'Aucun texte ne l’exige\u00a0: elle n’arrête pas le délai.';
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
      {TYPES[type]}, {tailleEnLettres(octets)}, le {espacer(quandEnLettres(recueLe))} par{' '}
      {nomEnFile(deposeePar)}
    </span>
  </>
);
