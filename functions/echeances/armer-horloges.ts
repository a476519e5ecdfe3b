import { demandeStore } from '../demandes/demande.store.ts';
import { Reference } from '../demandes/reference.ts';
import { ajouter, jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { estVeillee, type Veille, veiller } from '../platform/veilles.ts';
import { constater, prochainReveil } from './constat.ts';
import { echeanceActions } from './echeance.actions.ts';

/** Beyond this no waking is due: a watch that is missing will be found on a later night. First reminder: fifteen days. */
const HORIZON = 'P20D';

/** How many demandes are looked at together. */
const ENSEMBLE = 12;

/** Heals what is missing: a demande whose clock runs, and over which no one watches. */
export const armerHorloges = implement(echeanceActions.armerHorloges, async (_, contexte) => {
  const { commune, now, table } = contexte;
  const jusquau = ajouter(jourDe(now.toISOString(), commune.fuseau), HORIZON);
  const files = await Promise.all(commune.services.map(({ id }) => demandeStore(table).listOuvertes(id)));
  const proches = files.flat().filter(({ terme }) => terme && terme.le <= jusquau);
  let armees = 0;
  for (let i = 0; i < proches.length; i += ENSEMBLE) {
    const lot = proches.slice(i, i + ENSEMBLE);
    const reprises = await Promise.all(
      lot.map(({ reference }) => armer(Reference.parse(reference), contexte)),
    );
    armees += reprises.filter(Boolean).length;
  }
  return { armees };
});

/** A watch that fell keeps its name: it is begun again under the next one. After this many falls, only the alarm helps. */
const REPRISES = 6;

const armer = async (reference: Reference, { now, table }: Contexte): Promise<boolean> => {
  const { valeur } = await demandeStore(table).get(reference);
  const rienADire = prochainReveil(valeur, now) === undefined && constater(valeur, now).type === 'rien';
  return rienADire ? false : relancer({ demande: reference, reglage: valeur.reglage }, 0);
};

const relancer = async (veille: Veille, reprise: number): Promise<boolean> => {
  const suffixe = reprise === 0 ? '' : `-reprise-${reprise}`;
  const etat = await estVeillee(veille, suffixe);
  if (etat === 'oui' || reprise > REPRISES) return false;
  if (etat === 'tombee') return relancer(veille, reprise + 1);
  await veiller(veille, suffixe);
  return true;
};

export const handler = lambda(armerHorloges);
