import { serviceDe } from '../commune/commune.ts';
import { aQui } from '../demandes/demande.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { compteDe } from '../platform/session.ts';
import { demandesDe } from './compte.demandes.ts';
import { type Mienne, usagerActions } from './usager.actions.ts';

export const listerMesDemandes = implement(usagerActions.listerMesDemandes, async (_, contexte) => {
  const { miennes, autres } = await demandesDe(compteDe(contexte.demandeur), contexte);
  const lignes = miennes.map((resume) => ({
    ...resume,
    aQui: aQui(resume),
    bougeLe: resume.dernierMot.le,
    service: serviceDe(contexte.commune, resume.service).nom,
  }));
  return { lignes: lignes.sort(parTour), autres };
});

const RANGS: Record<Mienne['aQui'], number> = { usager: 0, mairie: 1, personne: 2 };
const parTour = (a: Mienne, b: Mienne): number =>
  RANGS[a.aQui] - RANGS[b.aQui] || b.bougeLe.localeCompare(a.bougeLe);

export const handler = lambda(listerMesDemandes);
