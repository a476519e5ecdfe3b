import { deposerDemande } from '../functions/demandes/deposer-demande.ts';
import { type Lieu, perform } from '../functions/platform/perform.ts';
import type { Item } from '../functions/platform/table.ts';
import type { Recit } from './charge.ts';
import { arrondi, ecrit, type Ligne, quantile, type Releve } from './chiffres.ts';
import { ouvrirLieu, TABLE } from './lieu.ts';
import { charger, ouvrirPoche } from './poche.ts';
import { DEMARCHE, uneSaisie } from './saisies.ts';

const CONCURRENCES = [8, 32];
const RATIO_CIBLE = 0.3;

/** The items that one deposit writes, as the product hands them to the engine. */
export const itemsDUnDepot = async (lieu: Lieu, saisie: unknown): Promise<Item[]> => {
  const items: Item[] = [];
  const base: Lieu['base'] = {
    ...lieu.base,
    ecrire: async (ecritures) => {
      for (const ecriture of ecritures) if ('item' in ecriture) items.push(ecriture.item);
    },
  };
  await perform(deposerDemande, { input: saisie, now: new Date(), cle: 'banc' }, { ...lieu, base });
  return items;
};

export const saisieDuBanc = ({ monde }: Lieu): unknown => {
  const demarche = monde.demarches.find(({ id }) => id === DEMARCHE);
  if (!demarche) throw new Error(`la démarche ${DEMARCHE} n’est pas ouverte`);
  return uneSaisie(demarche);
};

const TOURS = 2;

/** Deposits per second through the real door, beside the engine alone doing the very same transaction, each in turn. */
export const mesurerDepots = async (n = 400): Promise<Releve> => {
  const { lieu, adresse, fermer } = await ouvrirLieu();
  const saisie = saisieDuBanc(lieu);
  const items = await itemsDUnDepot(lieu, saisie);
  const poche = await ouvrirPoche();
  let rang = 0;
  const prochains = (): number => {
    rang += n;
    return rang - n;
  };
  const porte = (concurrence: number) =>
    charger({ vers: 'porte', port: poche.port, saisie, n, concurrence, depuis: prochains() });
  const moteur = (concurrence: number) =>
    charger({ vers: 'moteur', adresse, table: TABLE, items, n, concurrence, depuis: prochains() });
  // The first calls load and compile: they are not what a town sees.
  await porte(8);
  const paires: [number, Recit, Recit][] = [];
  for (const concurrence of CONCURRENCES) {
    const [entiers, seuls]: [Recit[], Recit[]] = [[], []];
    for (let tour = 0; tour < TOURS; tour++) {
      await poche.calme();
      seuls.push(await moteur(concurrence));
      entiers.push(await porte(concurrence));
    }
    paires.push([concurrence, ensemble(entiers), ensemble(seuls)]);
  }
  await poche.arreter();
  poche.effacer();
  await fermer();
  return relever(paires, items.length);
};

const ensemble = (recits: readonly Recit[]): Recit => ({
  secondes: recits.reduce((total, { secondes }) => total + secondes, 0),
  durees: recits.flatMap(({ durees }) => durees),
  references: recits.flatMap(({ references }) => references),
  erreurs: recits.flatMap(({ erreurs }) => erreurs),
});

const debit = ({ durees, erreurs, secondes }: Recit): number => (durees.length - erreurs.length) / secondes;

const relever = (paires: readonly [number, Recit, Recit][], ecrits: number): Releve => {
  const mesures = paires.map(([concurrence, entier, seul]) => ({
    concurrence,
    parSeconde: arrondi(debit(entier)),
    moteur: arrondi(debit(seul)),
    ratioMoteur: arrondi(debit(entier) / debit(seul), 2),
    p50: arrondi(quantile(entier.durees, 0.5)),
    p99: arrondi(quantile(entier.durees, 0.99)),
    erreurs: entier.erreurs,
  }));
  const lignes = mesures.flatMap(
    ({ concurrence, parSeconde, moteur, ratioMoteur, p50, p99, erreurs }): Ligne[] => [
      {
        quoi: `${concurrence} à la fois : dépôts par seconde, et le moteur seul`,
        mesure: `${parSeconde} / ${moteur} = ${ecrit(ratioMoteur)}`,
        cible: `≥ ${ecrit(RATIO_CIBLE)}`,
        tenue: ratioMoteur >= RATIO_CIBLE && erreurs.length === 0,
      },
      {
        quoi: `${concurrence} à la fois : durée médiane et 99e centile`,
        mesure: `${p50} / ${ecrit(p99, 'ms')}`,
      },
      ...erreurs
        .slice(0, 1)
        .map((erreur) => ({ quoi: `  ${erreurs.length} dépôts refusés`, mesure: erreur })),
    ],
  );
  return {
    titre: `Dépôt par la porte HTTP, ${ecrits} écritures en une transaction`,
    lignes,
    chiffres: {
      depot: Object.fromEntries(
        mesures.map(({ concurrence, erreurs, ...reste }) => [
          concurrence,
          { ...reste, erreurs: erreurs.length },
        ]),
      ),
    },
  };
};
