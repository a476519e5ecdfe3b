import type { Dossier } from '../../../functions/demandes/formes.ts';

type Fichier = Dossier['pieces'][number];
export type PieceSuivie = {
  id: string;
  nom: string;
  motif: string;
  fondement?: string | undefined;
  arreteLeDelai: boolean;
  etat: 'manquante' | 'demandee' | 'recue' | 'acceptee' | 'refusee';
  fichiers: Fichier[];
};

type Suivi = Pick<Dossier, 'attendues' | 'manquantes' | 'pieces'>;

/** The pièces of a file in one list: those of the démarche, those that an agent added, then files that answer none. */
export const piecesSuivies = (dossier: Suivi): { suivies: PieceSuivie[]; autres: Fichier[] } => {
  const { attendues, manquantes, pieces } = dossier;
  const prevues = new Set(attendues.map(({ id }) => id));
  const ajoutees = manquantes
    .filter(({ id }) => !prevues.has(id))
    .map((manquante) => ({ ...manquante, indispensable: false }));
  const suivies = [...attendues, ...ajoutees].map(
    ({ id, nom, fondement, indispensable, etat }): PieceSuivie => {
      const demande = manquantes.find((manquante) => manquante.id === id);
      return {
        id,
        nom,
        fondement,
        motif: demande?.motif ?? '',
        etat: demande?.etat === 'manquante' ? 'demandee' : (demande?.etat ?? etat),
        arreteLeDelai: Boolean(fondement) && indispensable,
        fichiers: pieces.filter(({ pour }) => pour === id),
      };
    },
  );
  const rangees = new Set(suivies.map(({ id }) => id));
  return { suivies, autres: pieces.filter(({ pour }) => !rangees.has(pour)) };
};
