import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { consigner, GESTE_DE } from '../../../functions/demandes/consigner.ts';
import { marquerSiTard } from '../../../functions/demandes/contestation.ts';
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
    agir: (avant, signature) =>
      marquerSiTard(consigner(avant, enPointilles(consigne, signature), signature), contexte.commune),
  });
};

type Autre = Exclude<Consigne, { type: 'pieces-recues' }>;

/** What is being typed: words still to come are dots, a day half typed is today. */
const enPointilles = (consigne: Autre, { le }: Signature): Autre => {
  switch (consigne.type) {
    case 'original-demande':
      return original(consigne, le.slice(0, 10));
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
        depart: {
          ...consigne.depart,
          le: consigne.depart.le || le.slice(0, 10),
          preuve: ouAEcrire(consigne.depart.preuve),
        },
      };
    case 'prolongation':
    case 'rouverte':
      return { ...consigne, motif: ouAEcrire(consigne.motif) };
    case 'recours-gracieux':
      return { ...datee(consigne), reference: ouAEcrire(consigne.reference) as Reference };
    case 'observations':
      return { ...datee(consigne), texte: ouAEcrire(consigne.texte) };
    case 'retrait-abandonne':
      return { ...consigne, motif: ouAEcrire(consigne.motif) };
    case 'notification':
      return { ...consigne, jour: consigne.jour || le.slice(0, 10) };
    case 'original-produit':
    case 'cada':
    case 'mediation':
    case 'desistement':
    case 'motifs-demandes':
      return datee(consigne);
  }
};

/** Without a number, it is not a registered letter yet: nothing is suspended. */
const original = (
  { jusquau, recommande, ...consigne }: Extract<Autre, { type: 'original-demande' }>,
  aujourdhui: string,
): Autre => ({
  ...consigne,
  piece: ouAEcrire(consigne.piece),
  motif: ouAEcrire(consigne.motif),
  ...(jusquau && { jusquau }),
  ...(recommande && {
    recommande: {
      numero: ouAEcrire(recommande.numero),
      le: recommande.le || aujourdhui,
      ...(recommande.accordLe && { accordLe: recommande.accordLe }),
    },
  }),
});

const datee = <C extends { jour?: string | undefined }>({ jour, ...reste }: C) =>
  ({ ...reste, ...(jour && { jour }) }) as C;
