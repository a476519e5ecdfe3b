import { useState } from 'react';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { PieceId } from '../../../functions/pieces/piece.ts';
import { ChampCases } from '../../ui/champ-choix.tsx';
import { Fichiers } from '../../ui/fichiers.tsx';
import type { FichierRecu } from '../../ui/fichiers-lignes.tsx';
import { CadreConsigne } from './cadre-consigne.tsx';
import { attenduesDe } from './pieces-du-dossier.ts';
import type { ConsigneDe } from './use-consigne.ts';

const VIDE: ConsigneDe<'pieces-recues'> = { type: 'pieces-recues', pieces: [] };

/** Pièces that came by post, at the counter, or joined to a mail: those that were asked for, or promised. */
export const PiecesRecues = ({ dossier }: { dossier: Dossier }) => (
  <CadreConsigne
    dossier={dossier}
    initiale={VIDE}
    annonce="Les pièces sont notées."
    verbe="Noter et prévenir la personne"
    quand="Arrivées le"
    rien={sansAttente}
    pourLire="Choisissez ce qui est arrivé pour lire la lettre et son effet sur le délai."
  >
    {({ consigne, changer, erreur }) => (
      <>
        <ChampCases
          id="fait-pieces"
          libelle="Ce qui est arrivé"
          aide="Par la poste, au guichet ou par e-mail. Les pièces envoyées en ligne sont notées d’elles-mêmes."
          options={attenduesDe(dossier).map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
          valeur={consigne.pieces}
          erreur={erreur('pieces')}
          onChange={(pieces) =>
            changer({ pieces, fichiers: consigne.fichiers?.filter(({ pour }) => pieces.includes(pour)) })
          }
        />
        {attenduesDe(dossier)
          .filter(({ id }) => consigne.pieces.includes(id))
          .map((piece) => (
            <Numerisee
              key={piece.id}
              piece={piece}
              erreur={erreur('fichiers')}
              onChange={(depots) =>
                changer({
                  fichiers: [
                    ...(consigne.fichiers ?? []).filter(({ pour }) => pour !== piece.id),
                    ...depots.map((depot) => ({ pour: piece.id, depot: PieceId.parse(depot) })),
                  ],
                })
              }
            />
          ))}
      </>
    )}
  </CadreConsigne>
);

type PropsNumerisee = {
  piece: { id: string; nom: string };
  erreur: string | undefined;
  onChange: (depots: FichierRecu['depot'][]) => void;
};

/** The paper that came, scanned at the counter: it joins the file with the day on which it came. */
const Numerisee = ({ piece: { id, nom }, erreur, onChange }: PropsNumerisee) => {
  const [fichiers, poser] = useState<FichierRecu[]>([]);
  return (
    <Fichiers
      id={`fichiers-${id}`}
      libelle={`${nom}, numérisée`}
      facultatif
      erreur={erreur}
      valeur={fichiers}
      onChange={(suite) => {
        poser(suite);
        onChange(suite.map(({ depot }) => depot));
      }}
    />
  );
};

const sansAttente = (dossier: Dossier): string | undefined =>
  attenduesDe(dossier).length === 0
    ? 'Aucune pièce n’est attendue. S’il en manque une, demandez-la d’abord.'
    : undefined;
