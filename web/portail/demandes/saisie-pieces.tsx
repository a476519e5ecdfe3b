import { useRef } from 'react';
import type { PieceAttendue } from '../../../functions/demarches/demarche.ts';
import { ChampCase } from '../../ui/champ-choix.tsx';
import { Fichiers } from '../../ui/fichiers.tsx';
import { erreurDe } from '../../ui/resume-erreurs.tsx';
import type { Changer } from './brouillon.ts';
import type { Saisie } from './contexte.ts';
import { type Etape, promesseDe } from './plan.ts';

type Props = Saisie<Extract<Etape, { type: 'pieces' }>> & { onEnRoute: (combien: number) => void };

/** The pièces, each with its files, or the promise to send it later. */
export const SaisiePieces = ({ etape, brouillon, changer, erreurs, onEnRoute }: Props) => {
  const enRoute = useRef(new Map<string, number>());
  const compter = (id: string, combien: number) => {
    enRoute.current.set(id, combien);
    onEnRoute([...enRoute.current.values()].reduce((somme, un) => somme + un, 0));
  };
  return (
    <>
      <p>Une photo lisible suffit. Vos fichiers partent dès que vous les choisissez.</p>
      {etape.pieces.map((piece) => {
        const fichiers = brouillon.fichiers.filter(({ pour }) => pour === piece.id);
        return (
          <div class="piece" key={piece.id}>
            <Fichiers
              id={piece.id}
              libelle={piece.nom}
              aide={piece.aide}
              facultatif={!piece.obligatoire}
              erreur={erreurDe(erreurs, piece.id)}
              valeur={fichiers}
              onChange={(valeur) =>
                changer((avant) => ({
                  fichiers: [
                    ...avant.fichiers.filter(({ pour }) => pour !== piece.id),
                    ...valeur.map((un) => ({ ...un, pour: piece.id })),
                  ],
                }))
              }
              onEnCours={(combien) => compter(piece.id, combien)}
            />
            {piece.plusTard && piece.obligatoire && fichiers.length === 0 && (
              <PlusTard piece={piece} plusTard={brouillon.plusTard} changer={changer} />
            )}
          </div>
        );
      })}
    </>
  );
};

const PlusTard = ({
  piece: { id, nom },
  plusTard,
  changer,
}: {
  piece: PieceAttendue;
  plusTard: string[];
  changer: Changer;
}) => (
  <ChampCase
    id={`${id}-plus-tard`}
    libelle={promesseDe(nom)}
    valeur={plusTard.includes(id)}
    onChange={(coche) =>
      changer((avant) => ({
        plusTard: coche ? [...avant.plusTard, id] : avant.plusTard.filter((une) => une !== id),
      }))
    }
  />
);
