import { demandeStore } from '../demandes/demande.store.ts';
import { type Debut, fileStore } from '../demandes/file.store.ts';
import type { Resume } from '../demandes/formes.ts';
import { Reference } from '../demandes/reference.ts';
import { ajouter, type Jour, jourDe, moisDepuis } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { estVeillee, veiller, veillesEnMarche } from '../platform/veilles.ts';
import { cadreDe } from './cadre.ts';
import { premierReveil } from './constat.ts';
import { echeanceActions } from './echeance.actions.ts';
import { aRegarder, reprise, type Veille, veilleesParmi } from './ronde.ts';

/** Days kept in hand: a watch that is missing and whose first waking is farther will be found on a later night. */
const MARGE = 5;

/** How many demandes are looked at together, of how many that a page of the queue shows. */
const ENSEMBLE = 25;
const PAGE = 500;

/**
 * A minute less than Lambda gives. What is not done by then is an error: Lambda tries again, finds watched all that was, and
 * goes on from there.
 */
const DUREE_MS = 14 * 60_000;

/** Heals what is missing: a demande whose clock runs, and over which no one watches. */
export const armerHorloges = implement(echeanceActions.armerHorloges, async (_, contexte) => {
  const { commune, demarches, now, table } = contexte;
  const fin = performance.now() + DUREE_MS;
  const aujourdhui = jourDe(now.toISOString(), commune.fuseau);
  const horizon = Math.max(...demarches.flatMap(({ rappels }) => rappels)) + MARGE;
  const aVoir = aRegarder(ajouter(aujourdhui, `P${horizon}D`));
  // A page of a thousand at a time: asking of each is bounded at ten a second, for all the communes of an account together.
  const estSuivie = veilleesParmi(await veillesEnMarche());
  const armer = (reference: string) => armerUne(Reference.parse(reference), { contexte, estSuivie });
  let armees = 0;
  for (const debut of filesDe(commune.services, aujourdhui))
    for await (const page of pages(fileStore(table), debut)) {
      const proches = page.filter(aVoir).map(({ reference }) => reference);
      armees += await parLots(proches, armer);
      if (performance.now() > fin) throw new Error('la ronde n’a pas fini : elle reprend où elle en est');
    }
  return { armees };
});

/** What silence decided is watched for as long as it may be withdrawn, or its reasons asked. */
const SURVEILLES = 5;

const filesDe = (services: readonly { id: string }[], aujourdhui: Jour): Debut[] =>
  ['ouverte', 'a-qualifier', ...moisDepuis(aujourdhui, SURVEILLES)].flatMap((file) =>
    services.map(({ id: service }) => ({ service, file })),
  );

async function* pages(files: ReturnType<typeof fileStore>, debut: Debut): AsyncGenerator<Resume[]> {
  let suite: Debut | undefined = debut;
  while (suite) {
    const lue: Awaited<ReturnType<typeof files.page>> = await files.page(suite, PAGE);
    yield lue.resumes;
    suite = lue.suite;
  }
}

const parLots = async (
  references: readonly string[],
  armer: (reference: string) => Promise<boolean>,
): Promise<number> => {
  let armees = 0;
  for (let i = 0; i < references.length; i += ENSEMBLE)
    armees += (await Promise.all(references.slice(i, i + ENSEMBLE).map(armer))).filter(Boolean).length;
  return armees;
};

type Ronde = { contexte: Contexte; estSuivie: (veille: Veille) => boolean };

const armerUne = async (reference: Reference, { contexte, estSuivie }: Ronde): Promise<boolean> => {
  const { valeur } = await demandeStore(contexte.table).get(reference);
  const veille = { demande: reference, reglage: valeur.reglage };
  const prochain = premierReveil(valeur, contexte.now, cadreDe(valeur, contexte));
  return prochain && !estSuivie(veille) ? relancer(veille, prochain, 0) : false;
};

/** A watch that fell keeps its name: it is begun again under the next one. After this many falls, only the alarm helps. */
const REPRISES = 6;

/** Whoever has just begun may not be in the list yet: each that seems to be missing is asked after. */
const relancer = async (veille: Veille, prochain: string, rang: number): Promise<boolean> => {
  const etat = await estVeillee(veille, reprise(rang));
  if (etat === 'oui' || rang > REPRISES) return false;
  if (etat === 'tombee') return relancer(veille, prochain, rang + 1);
  await veiller(veille, prochain, reprise(rang));
  return true;
};

export const handler = lambda(armerHorloges);
