import { demandeStore } from '../demandes/demande.store.ts';
import { Reference } from '../demandes/reference.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { estVeillee, veiller } from '../platform/veilles.ts';
import { constater, prochainReveil } from './constat.ts';
import { echeanceActions } from './echeance.actions.ts';

/** Heals what is missing: a demande whose clock runs and over which no one watches. */
export const armerHorloges = implement(echeanceActions.armerHorloges, async (_, contexte) => {
  const ouvertes = await Promise.all(
    contexte.commune.services.map(({ id }) => demandeStore(contexte.table).listOuvertes(id)),
  );
  let armees = 0;
  for (const { reference } of ouvertes.flat().filter(({ terme }) => terme))
    armees += await armer(Reference.parse(reference), contexte);
  return { armees };
});

const armer = async (reference: Reference, { now, table }: Contexte): Promise<number> => {
  const { valeur } = await demandeStore(table).get(reference);
  const veille = { demande: reference, reglage: valeur.reglage };
  const duJour = `-${now.toISOString().slice(0, 10)}`;
  const etat = await estVeillee(veille);
  if (etat === 'oui') return 0;
  if (etat === 'tombee' && (!attendue(valeur, now) || (await estVeillee(veille, duJour)) !== 'non')) return 0;
  await veiller(veille, etat === 'tombee' ? duJour : '');
  return 1;
};

/** A watch may have ended well: the last waking was the last. */
const attendue = (demande: Parameters<typeof prochainReveil>[0], now: Date): boolean =>
  prochainReveil(demande, now) !== undefined || constater(demande, now).type !== 'rien';

export const handler = lambda(armerHorloges);
