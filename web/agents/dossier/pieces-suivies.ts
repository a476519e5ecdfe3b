import type { Dossier } from '../../../functions/demandes/formes.ts';

type Fichier = Dossier['pieces'][number];
export type PieceSuivie = {
  id: string;
  nom: string;
  motif: string;
  fondement?: string | undefined;
  arreteLeDelai: boolean;
  demandee: boolean;
  recue: boolean;
  fichiers: Fichier[];
};

type Suivi = Pick<Dossier, 'attendues' | 'manquantes' | 'pieces'>;

/** The pièces of a file in one list: those of the démarche, those that an agent added, then files that answer none. */
export const piecesSuivies = ({
  attendues,
  manquantes,
  pieces,
}: Suivi): { suivies: PieceSuivie[]; autres: Fichier[] } => {
  const prevues = new Set(attendues.map(({ id }) => id));
  const ajoutees = manquantes
    .filter(({ id }) => !prevues.has(id))
    .map((manquante) => ({ ...manquante, indispensable: false }));
  const suivies = [...attendues, ...ajoutees].map(
    ({ id, nom, fondement, indispensable, recue }): PieceSuivie => {
      const demande = manquantes.find((manquante) => manquante.id === id);
      return {
        id,
        nom,
        fondement,
        motif: demande?.motif ?? '',
        arreteLeDelai: Boolean(fondement) && indispensable,
        demandee: demande !== undefined,
        recue: demande ? demande.recue : recue,
        fichiers: pieces.filter(({ pour }) => pour === id),
      };
    },
  );
  const rangees = new Set(suivies.map(({ id }) => id));
  return { suivies, autres: pieces.filter(({ pour }) => !rangees.has(pour)) };
};
