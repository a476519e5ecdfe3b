import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { type Demande, faire, recevoirPieces } from '../../../functions/demandes/demande.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import type { Geste } from '../../../functions/demandes/gestes.ts';
import { type Contexte, essayer, ouAEcrire, type Pas, type Signature } from '../decision/brouillon.ts';
import { attenduesDe } from './pieces-du-dossier.ts';

/** The geste of each thing that an agent writes down. */
export const GESTES = {
  'pieces-recues': 'recevoirPieces',
  'original-demande': 'demanderOriginal',
  'original-produit': 'recevoirOriginal',
  'verification-ouverte': 'ouvrirVerification',
  'verification-levee': 'leverVerification',
  'regularisation-demandee': 'regulariser',
  transmise: 'transmettre',
  mediation: 'medier',
  desistement: 'desister',
  'motifs-demandes': 'demanderMotifs',
  'recours-gracieux': 'contester',
} as const satisfies Record<Consigne['type'], Geste>;

/** The file once this is written down; undefined while nothing that came is chosen, or once the file no longer allows it. */
export const noter = (consigne: Consigne, contexte: Contexte): Pas | undefined => {
  const geste = GESTES[consigne.type];
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
    agir: (avant, signature) => faire(geste, avant, faitDe(consigne, avant, signature)),
  });
};

type Autre = Exclude<Consigne, { type: 'pieces-recues' }>;

/** What is being typed, as the fait that it will be: words still to come are dots, a day half typed is today. */
const faitDe = (consigne: Autre, demande: Demande, signe: Signature): Fait => {
  switch (consigne.type) {
    case 'original-demande':
      return {
        ...datee(consigne),
        piece: ouAEcrire(consigne.piece),
        motif: ouAEcrire(consigne.motif),
        ...signe,
      };
    case 'verification-ouverte':
      return { ...datee(consigne), motif: ouAEcrire(consigne.motif), ...signe };
    case 'verification-levee':
      return { ...datee(consigne), motif: consigne.motif.trim(), ...signe };
    case 'regularisation-demandee':
      return {
        ...consigne,
        formalites: ouAEcrire(consigne.formalites),
        droit: ouAEcrire(consigne.droit),
        jusquau: consigne.jusquau || signe.le.slice(0, 10),
        ...signe,
      };
    case 'transmise':
      return {
        ...consigne,
        administration: ouAEcrire(consigne.administration),
        motif: ouAEcrire(consigne.motif),
        ...signe,
      };
    case 'original-produit':
      return { ...datee(consigne), piece: originalDe(demande), ...signe };
    case 'mediation':
      return { ...datee(consigne), etape: consigne.etape, ...signe };
    case 'recours-gracieux':
      return { ...datee(consigne), reference: ouAEcrire(consigne.reference), ...signe };
    case 'desistement':
    case 'motifs-demandes':
      return { ...datee(consigne), ...signe };
  }
};

const datee = <C extends { jour?: string | undefined }>({ jour, ...reste }: C) => ({
  ...reste,
  ...(jour && { jour }),
});

const originalDe = ({ faits }: Pick<Demande, 'faits'>): string =>
  faits.findLast((fait) => fait.type === 'original-demande')?.piece ?? '';
