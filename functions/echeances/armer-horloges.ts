import { demandeStore } from '../demandes/demande.store.ts';
import { fileStore } from '../demandes/file.store.ts';
import type { Ligne } from '../demandes/formes.ts';
import { estClose, type Statut } from '../demandes/gestes.ts';
import { Reference } from '../demandes/reference.ts';
import { ajouter, type Jour, jourDe, moisDepuis } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { estVeillee, type Veille, veiller } from '../platform/veilles.ts';
import { cadreDe } from './cadre.ts';
import { premierReveil } from './constat.ts';
import { echeanceActions } from './echeance.actions.ts';

/** Days kept in hand: a watch that is missing and whose first waking is farther will be found on a later night. */
const MARGE = 5;

/** How many demandes are looked at together. */
const ENSEMBLE = 12;

/** Heals what is missing: a demande whose clock runs, and over which no one watches. */
export const armerHorloges = implement(echeanceActions.armerHorloges, async (_, contexte) => {
  const { commune, demarches, now, table } = contexte;
  const aujourdhui = jourDe(now.toISOString(), commune.fuseau);
  const horizon = Math.max(...demarches.flatMap(({ rappels }) => rappels)) + MARGE;
  const parService = fileStore(table);
  const files = await Promise.all(
    commune.services.flatMap(({ id }) => [
      parService.listOuvertes(id),
      ...moisDepuis(aujourdhui, SURVEILLES).map((mois) => parService.listCloses(id, mois)),
    ]),
  );
  const proches = files.flat().filter(aVeiller(ajouter(aujourdhui, `P${horizon}D`)));
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

/** What silence decided is watched for as long as it may be withdrawn, or its reasons asked. */
const SURVEILLES = 5;

type Resumee = Pick<Ligne, 'statut' | 'terme'>;

/** Those over which a waking may be near; the others cost no reading. */
const aVeiller =
  (jusquau: Jour) =>
  ({ statut, terme }: Resumee): boolean =>
    NOTOIRES.includes(statut) || (!estClose({ statut }) && terme !== undefined && terme.le <= jusquau);

const NOTOIRES: readonly Statut[] = [
  'a-qualifier',
  'incomplete',
  'acceptee-par-silence',
  'rejetee-par-silence',
];

/** A watch that fell keeps its name: it is begun again under the next one. After this many falls, only the alarm helps. */
const REPRISES = 6;

const armer = async (reference: Reference, contexte: Contexte): Promise<boolean> => {
  const { valeur } = await demandeStore(contexte.table).get(reference);
  const prochain = premierReveil(valeur, contexte.now, cadreDe(valeur, contexte));
  return prochain ? relancer({ demande: reference, reglage: valeur.reglage }, prochain, 0) : false;
};

const relancer = async (veille: Veille, prochain: string, reprise: number): Promise<boolean> => {
  const suffixe = reprise === 0 ? '' : `-reprise-${reprise}`;
  const etat = await estVeillee(veille, suffixe);
  if (etat === 'oui' || reprise > REPRISES) return false;
  if (etat === 'tombee') return relancer(veille, prochain, reprise + 1);
  await veiller(veille, prochain, suffixe);
  return true;
};

export const handler = lambda(armerHorloges);
