import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { consigner, GESTE_DE } from '../../../functions/demandes/consigner.ts';
import { recevoirPieces } from '../../../functions/demandes/demande.ts';
import type { Reference } from '../../../functions/demandes/reference.ts';
import { type Contexte, essayer, ouAEcrire, type Pas, type Signature } from '../decision/brouillon.ts';
import { attenduesDe } from './pieces-du-dossier.ts';

/** The file once this is written down; undefined while nothing that came is chosen, or once the file no longer allows it. */
export const noter = (consigne: Consigne, contexte: Contexte): Pas | undefined => {
  const geste = GESTE_DE[consigne.type];
  if (consigne.type === 'pieces-recues') {
    const { pieces, jour } = consigne;
    const recues = attenduesDe(contexte.dossier).filter(({ id }) => pieces.includes(id));
    if (recues.length === 0) return undefined;
    return essayer(contexte, {
      geste,
      agir: (avant, signature) => recevoirPieces(avant, recues, { ...signature, ...(jour && { jour }) }),
    });
  }
  return essayer(contexte, {
    geste,
    agir: (avant, signature) => consigner(avant, enPointilles(consigne, signature), signature),
  });
};

type Autre = Exclude<Consigne, { type: 'pieces-recues' }>;

/** What is being typed: words still to come are dots, a day half typed is today. */
const enPointilles = (consigne: Autre, { le }: Signature): Autre => {
  switch (consigne.type) {
    case 'original-demande':
      return { ...datee(consigne), piece: ouAEcrire(consigne.piece), motif: ouAEcrire(consigne.motif) };
    case 'verification-ouverte':
      return { ...datee(consigne), motif: ouAEcrire(consigne.motif) };
    case 'verification-levee':
      return { ...datee(consigne), motif: consigne.motif.trim() };
    case 'regularisation-demandee':
      return {
        ...consigne,
        formalites: ouAEcrire(consigne.formalites),
        droit: ouAEcrire(consigne.droit),
        jusquau: consigne.jusquau || le.slice(0, 10),
      };
    case 'transmise':
      return {
        ...consigne,
        administration: ouAEcrire(consigne.administration),
        motif: ouAEcrire(consigne.motif),
      };
    case 'rouverte':
      return { ...consigne, motif: ouAEcrire(consigne.motif) };
    case 'recours-gracieux':
      return { ...datee(consigne), reference: ouAEcrire(consigne.reference) as Reference };
    case 'original-produit':
    case 'mediation':
    case 'desistement':
    case 'motifs-demandes':
      return datee(consigne);
  }
};

const datee = <C extends { jour?: string | undefined }>({ jour, ...reste }: C) =>
  ({ ...reste, ...(jour && { jour }) }) as C;
