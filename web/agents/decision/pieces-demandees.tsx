import type { Dossier } from '../../../functions/demandes/formes.ts';
import type { Detail } from '../../../functions/platform/refus.ts';
import { CadreGroupe } from '../../ui/champ-cadre.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { Groupe } from '../../ui/groupe.tsx';
import type { Choix } from './choix-pieces.ts';

type Attendue = Dossier['attendues'][number];
type Ecrire = { choix: Choix; onChange: (choix: Choix) => void };

/** The pièces of the démarche, to tick, each with its reason. */
export const PiecesAttendues = ({
  dossier,
  choix,
  erreur,
  onChange,
}: Ecrire & { dossier: Dossier; erreur: string | undefined }) => {
  if (dossier.attendues.length === 0)
    return erreur ? (
      <p class="erreur" id="pieces">
        {erreur}
      </p>
    ) : null;
  const poser = (id: string, motif: string | undefined): void =>
    onChange({ ...choix, cochees: { ...choix.cochees, [id]: motif } });
  return (
    <CadreGroupe id="pieces" libelle="Ce qui manque" erreur={erreur}>
      {dossier.attendues.map((attendue, rang) => (
        <Piece
          key={attendue.id}
          id={rang === 0 ? 'pieces' : `pieces-${attendue.id}`}
          attendue={attendue}
          motif={choix.cochees[attendue.id]}
          onChange={(motif) => poser(attendue.id, motif)}
        />
      ))}
    </CadreGroupe>
  );
};

type PieceProps = {
  id: string;
  attendue: Attendue;
  motif: string | undefined;
  onChange: (motif: string | undefined) => void;
};

const Piece = ({ id, attendue, motif, onChange }: PieceProps) => (
  <div class="piece-a-demander">
    <label class="option" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={motif !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? '' : undefined)}
      />
      <span>
        {attendue.nom}
        <span class="discret piece-effet">{etatDe(attendue)}</span>
      </span>
    </label>
    {motif !== undefined && (
      <ChampTexte
        id={`motif-${attendue.id}`}
        libelle="Pourquoi"
        facultatif
        valeur={motif}
        orthographe
        onChange={onChange}
      />
    )}
  </div>
);

const etatDe = ({ recue, fondement, indispensable }: Attendue): string => {
  const arrivee = recue ? 'Déjà arrivée. ' : '';
  if (!fondement) return `${arrivee}N’arrête pas le délai\u00a0: aucun texte ne l’exige.`;
  if (!indispensable)
    return `${arrivee}N’arrête pas le délai\u00a0: un texte l’exige (${fondement}), mais elle n’est pas indispensable.`;
  return `${arrivee}Arrête le délai\u00a0: un texte l’exige (${fondement}).`;
};

/** One more pièce, which the démarche did not foresee. */
export const PieceLibre = ({ choix, erreur, onChange }: Ecrire & { erreur: Detail | undefined }) => {
  const { libre } = choix;
  return (
    <Groupe titre="Une autre pièce">
      <ChampTexte
        id={erreur?.champ ?? 'libre-nom'}
        libelle="Son nom"
        aide="Elle n’arrête pas le délai."
        facultatif
        valeur={libre.nom}
        erreur={erreur?.phrase}
        orthographe
        onChange={(nom) => onChange({ ...choix, libre: { ...libre, nom } })}
      />
      <ChampTexte
        id="libre-motif"
        libelle="Pourquoi"
        facultatif
        valeur={libre.motif}
        orthographe
        onChange={(motif) => onChange({ ...choix, libre: { ...libre, motif } })}
      />
    </Groupe>
  );
};
