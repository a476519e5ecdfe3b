import type { Dossier } from '../../../functions/demandes/formes.ts';

type Attendue = { id: string; nom: string };
type Point = Dossier['vie'][number];
type Examen = 'recue' | 'acceptee' | 'refusee';

/** The last word of the line of life on a pièce: it came, it was accepted, or it was refused. */
export const examenDe = ({ vie }: Pick<Dossier, 'vie'>, nom: string): Examen | undefined =>
  vie.flatMap((point) => motSur(nom, point)).at(-1);

const motSur = (nom: string, { titre, detail = '' }: Point): Examen[] => {
  if (titre === 'Pièce acceptée') return detail === nom ? ['acceptee'] : [];
  if (titre === 'Pièce refusée') return detail.startsWith(`${nom} `) ? ['refusee'] : [];
  return titre.startsWith('Pièces reçues') && detail.split(', ').includes(nom) ? ['recue'] : [];
};

type Suivi = Pick<Dossier, 'attendues' | 'manquantes' | 'vie'>;

/** What is still to come: what was asked for, then what the démarche requires and nobody has sent. */
export const attenduesDe = (dossier: Suivi): Attendue[] => {
  const { attendues, manquantes } = dossier;
  const demandees = new Set(manquantes.map(({ id }) => id));
  return [
    ...manquantes.filter(({ recue }) => !recue),
    ...attendues.filter(
      ({ id, nom, obligatoire, recue }) =>
        obligatoire && !recue && !demandees.has(id) && !examenDe(dossier, nom),
    ),
  ].map(({ id, nom }) => ({ id, nom }));
};

/** What came and nobody has judged yet. */
export const aExaminer = (dossier: Suivi): Attendue[] => {
  const { attendues, manquantes } = dossier;
  const prevues = new Set(attendues.map(({ id }) => id));
  return [...attendues, ...manquantes.filter(({ id }) => !prevues.has(id))]
    .filter(({ id, nom, recue }) => {
      const dit = examenDe(dossier, nom);
      const demandee = manquantes.find((manquante) => manquante.id === id);
      return dit ? dit === 'recue' : (demandee?.recue ?? recue);
    })
    .map(({ id, nom }) => ({ id, nom }));
};
