import type { Agent } from '../../../functions/agents/agent.ts';
import { lettreDEvenement } from '../../../functions/demandes/avis.ts';
import type { Consigne } from '../../../functions/demandes/consigne.ts';
import type { Demande } from '../../../functions/demandes/demande.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { arriveeDe, type Geste } from '../../../functions/demandes/gestes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import type { Lettre } from '../../../functions/demandes/lettres.ts';
import { commune } from '../../client.ts';
import { demandeAvec, demandeDe, signatureDe } from '../decision/brouillon.ts';
import { arretent } from '../decision/choix-pieces.ts';
import { A_ECRIRE } from '../decision/lettres.ts';
import { attenduesDe } from './pieces-du-dossier.ts';
import { direLeTerme } from './terme-dit.ts';

type Contexte = { dossier: Dossier; moi: Agent; maintenant: string };
type Ecrit = Pick<Fait, 'le' | 'par'>;
type Pas = { avant: Demande; apres: Demande };

/** The file before an event that is being written, and after it. */
export const pasDe = (
  fait: (signe: Ecrit) => Fait,
  geste: Geste,
  { dossier, moi, maintenant }: Contexte,
): Pas => {
  const ecrit = fait({ le: maintenant, ...signatureDe(moi, dossier) });
  const apres = { ...demandeAvec(dossier, ecrit), statut: arriveeDe(geste, dossier.statut) };
  return { avant: demandeDe(dossier), apres };
};

/** The letter that it would send. Where only the commune can count the new date, it is left out. */
export const apercevoirEvenement = (
  { avant, apres }: Pas,
  dossier: Pick<Dossier, 'pourquoi'>,
  exact: boolean,
): Lettre => {
  if (!exact) return lettreDEvenement(apres, apres, commune);
  const { paragraphes, ...lettre } = lettreDEvenement(avant, apres, commune);
  return { ...lettre, paragraphes: paragraphes.map(direLeTerme(dossier, horlogeDe(avant).explications)) };
};

/** What an agent is writing down, as the fait that it will be. */
export const faitDe = (consigne: Consigne, dossier: Dossier, signe: Ecrit): Fait => {
  switch (consigne.type) {
    case 'pieces-recues':
      return { ...arriveesDe(consigne, dossier), ...signe };
    case 'original-produit':
      return { ...datee(consigne), piece: originalDe(dossier), ...signe };
    case 'verification-levee':
      return { ...datee(consigne), ...signe };
    case 'original-demande':
      return { ...datee(consigne), piece: ou(consigne.piece), motif: ou(consigne.motif), ...signe };
    case 'verification-ouverte':
      return { ...datee(consigne), motif: ou(consigne.motif), ...signe };
    case 'regularisation-demandee':
      return {
        ...consigne,
        formalites: ou(consigne.formalites),
        droit: ou(consigne.droit),
        jusquau: consigne.jusquau || signe.le.slice(0, 10),
        ...signe,
      };
    case 'transmise':
      return {
        ...consigne,
        administration: ou(consigne.administration),
        motif: ou(consigne.motif),
        ...signe,
      };
    case 'mediation':
      return { ...datee(consigne), etape: consigne.etape, ...signe };
    case 'desistement':
      return { ...datee(consigne), ...signe };
  }
};

const ou = (texte: string): string => texte.trim() || A_ECRIRE;

/** A day that is not said, or half typed, is today. */
const datee = <C extends { jour?: string | undefined }>({ jour, ...reste }: C) => ({
  ...reste,
  ...(jour && { jour }),
});

const arriveesDe = (consigne: Extract<Consigne, { type: 'pieces-recues' }>, dossier: Dossier) => {
  const attendues = attenduesDe(dossier);
  const demandees = new Set(dossier.manquantes.map(({ id }) => id));
  const reste = attendues.filter(({ id }) => demandees.has(id) && !consigne.pieces.includes(id));
  const recues = attendues.filter(({ id }) => consigne.pieces.includes(id)).map(({ nom }) => nom);
  const complet = consigne.pieces.length > 0 && !arretent(reste, dossier);
  return { ...datee(consigne), pieces: recues, complet, reste: reste.length };
};

/** The pièce whose original was asked last: « Acte de naissance — la copie est illisible ». */
const originalDe = ({ vie }: Pick<Dossier, 'vie'>): string =>
  vie.findLast(({ titre }) => titre === 'Original demandé')?.detail?.split(' — ')[0] ?? '';
