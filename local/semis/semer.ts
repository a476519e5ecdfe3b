import { vraiMaintenant } from '../horloge.ts';
import type { Temps } from '../temps.ts';
import { calendrier, type Moment } from './calendrier.ts';
import { commencer } from './debuts.ts';
import type { Histoire } from './histoire.ts';
import type { Place } from './place.ts';
import { poursuivre } from './suites.ts';
import type { Vecu } from './vecu.ts';
import { VILLES } from './villes/villes.ts';

type Options = {
  places: readonly Place[];
  temps: Temps;
  dire(ligne: string): void;
  tracer(ligne: string): void;
};

type Role = Histoire & { vecu: Vecu };

/** Plays the stories of every commune, in the order of time, up to the present. What fails is told and left aside. */
export const semer = async ({ places, temps, dire, tracer }: Options): Promise<void> => {
  const roles = places.flatMap(distribuer);
  const avancement = unAvancement(roles.length, dire);
  const tombes = new Set<Vecu>();
  const jouer = async ({ histoire: { vecu }, rang }: Acte): Promise<void> => {
    if (tombes.has(vecu)) return;
    try {
      await jouerUnActe(vecu, rang);
    } catch (erreur) {
      tombes.add(vecu);
      tracer(`ville : ${vecu.place.commune.slug}, ${vecu.histoire.qui} : ${String(erreur)}`);
    }
    if (rang === 0) avancement.noter();
  };
  const fuseau = places[0]?.commune.fuseau ?? 'Europe/Paris';
  for (const { instant, actes } of calendrier(roles, { instant: vraiMaintenant(), fuseau })) {
    await temps.vivre(instant);
    await parFiles([...Map.groupBy(actes, ({ histoire }) => histoire).values()], async (file) => {
      for (const acte of file) await jouer(acte);
    });
  }
  await temps.vivre(vraiMaintenant());
  if (tombes.size > 0)
    dire(`${tombes.size} histoires de la ville n’ont pas pu être jouées : le journal dit pourquoi.`);
};

type Acte = Moment<Role>['actes'][number];

const distribuer = (place: Place): Role[] => {
  const ville = VILLES[place.commune.slug];
  return (ville?.histoires ?? []).flatMap((histoire) => {
    const personne = ville?.gens[histoire.qui];
    return personne ? [{ ...histoire, vecu: { place, histoire, personne } }] : [];
  });
};

const jouerUnActe = (vecu: Vecu, rang: number): Promise<void> => {
  if (rang === 0) return commencer(vecu);
  const episode = vecu.histoire.suite?.[rang - 1];
  return episode ? poursuivre(vecu, episode) : Promise.resolve();
};

const A_LA_FOIS = 6;

/** Each file in its order, a few at once. */
const parFiles = async <T>(files: readonly T[], faire: (file: T) => Promise<void>): Promise<void> => {
  const restent = [...files];
  const travailler = async (): Promise<void> => {
    for (let file = restent.shift(); file; file = restent.shift()) await faire(file);
  };
  await Promise.all(Array.from({ length: A_LA_FOIS }, travailler));
};

/** How many lines the progress takes where nothing can be written over. */
const LIGNES = 4;

const unAvancement = (total: number, dire: (ligne: string) => void) => {
  let faits = 0;
  return {
    noter() {
      faits += 1;
      const phrase = `La ville prend vie… ${faits}/${total}`;
      if (process.stdout.isTTY) process.stdout.write(`\r${phrase}${faits === total ? '\n' : ''}`);
      else if (faits === 1 || faits === total || faits % Math.ceil(total / LIGNES) === 0) dire(phrase);
    },
  };
};
