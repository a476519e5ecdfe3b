import type { Fait } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';

/** What, in the life of a file, still holds its clock: the receipt, and the pause that is running. */
export const passeDe = (dossier: Dossier): Fait[] => {
  const { canal, recueLe, personne } = dossier;
  const par = { qui: 'usager' as const, nom: personne };
  const pause = pauseDe(dossier);
  return [
    { type: 'recue', canal, le: recueLe, par },
    ...(pause ? [{ ...pause, le: instant(debutDe(pause.type, dossier)), par }] : []),
  ];
};

type Pause =
  | { type: 'pieces-demandees'; pieces: string[]; jusquau: string; arreteLeDelai: true }
  | { type: 'original-demande'; piece: string; motif: string }
  | { type: 'verification-ouverte'; motif: string };

const pauseDe = ({ etatHorloge, terme, jusquau }: Dossier): Pause | undefined => {
  const pieces = { type: 'pieces-demandees', pieces: [], arreteLeDelai: true } as const;
  if (etatHorloge === 'attend-pieces') return { ...pieces, pieces: [], jusquau: jusquau ?? '' };
  if (etatHorloge !== 'suspendue') return undefined;
  if (!terme) return { type: 'original-demande', piece: '', motif: '' };
  return jusquau ? { ...pieces, pieces: [], jusquau } : { type: 'verification-ouverte', motif: '' };
};

const TITRES: Record<Pause['type'], string> = {
  'pieces-demandees': 'Pièces demandées',
  'original-demande': 'Original demandé',
  'verification-ouverte': 'Vérification en cours',
};

/**
 * Does what was rebuilt count as the commune does? Yes while no pause runs, or the only one there ever was; beyond, the
 * line of life does not say enough. `autreJour`: the event did not happen today.
 */
export const passeFidele = (dossier: Dossier, autreJour = false): boolean => {
  const { vie, etatHorloge, terme } = dossier;
  if (!terme) return false;
  const [premiere, ...autres] = vie.filter(({ titre }) => DEBUTS.some((debut) => titre.startsWith(debut)));
  if (etatHorloge === 'court') return !premiere || !autreJour;
  const pause = pauseDe(dossier);
  return pause !== undefined && premiere?.titre.startsWith(TITRES[pause.type]) === true && autres.length === 0;
};

const DEBUTS = Object.values(TITRES);

/** The day on which the pause began, as the line of life says it. */
const debutDe = (type: Pause['type'], { vie, recueLe }: Dossier): string =>
  vie.findLast(({ titre }) => titre.startsWith(TITRES[type]))?.le ?? recueLe;

/** A day as an instant of it. */
const instant = (jour: string): string => (jour.length === 10 ? `${jour}T11:00:00.000Z` : jour);
