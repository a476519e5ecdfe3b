import type { Limite } from './action.ts';
import { uneFoisSur } from './aleas.ts';
import { type Compte, limiteStore } from './limite.store.ts';
import { reglage } from './monde.ts';
import { Refus } from './refus.ts';
import type { Table } from './table.ts';

/** What is asked, from which network address when it is known. */
export type Demande = { input: unknown; adresse?: string | undefined; now: Date };

/** Counts an asking, by address and by identity, and throws `trop-de-demandes` beyond what the contract allows. */
export const limiter = async (
  { quoi, minutes, parAdresse, parIdentite }: Limite,
  { input, adresse, now }: Demande,
  table: Table,
): Promise<void> => {
  const identite = parIdentite && lire(input, parIdentite.champ);
  const comptes = [
    ...(adresse ? [{ quoi: `${quoi}-adresse`, qui: adresse, fois: parAdresse }] : []),
    ...(identite ? [{ quoi, qui: identite, fois: parIdentite.fois }] : []),
  ];
  const store = limiteStore(table, now);
  const fins = await Promise.all(
    comptes.map(async ({ fois, ...compte }) => {
      const max = Math.ceil(fois * largesse());
      const pas = pasDe(max);
      if (!pas) return 0;
      const { total, fin } = await store.count({ ...compte, secondes: minutes * 60, pas } satisfies Compte);
      return total > max ? fin : 0;
    }),
  );
  const fin = Math.max(0, ...fins);
  if (fin > 0) throw new Refus('trop-de-demandes', [], { quand: quandRevenir(fin * 1000 - now.getTime()) });
};

/** LIMITES multiplies every limit: 1 in production, much more where one machine plays a whole town. */
const largesse = (): number => Number(reglage('LIMITES') ?? 1);

/** Beyond this, one asking in n is counted for n: a limit of a million does not need a write each time. */
const COMPTES_UN_A_UN = 500;
const pasDe = (max: number): number => {
  const pas = Math.ceil(max / COMPTES_UN_A_UN);
  return uneFoisSur(pas) ? pas : 0;
};

const lire = (input: unknown, champ: string): string | undefined => {
  const valeur = champ
    .split('.')
    .reduce<unknown>(
      (objet, nom) =>
        typeof objet === 'object' && objet !== null ? (objet as Record<string, unknown>)[nom] : undefined,
      input,
    );
  return typeof valeur === 'string' && valeur !== '' ? valeur : undefined;
};

/** « dans 12 minutes » */
const quandRevenir = (ms: number): string => {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  if (minutes >= 60) return minutes < 90 ? 'dans une heure' : `dans ${Math.round(minutes / 60)} heures`;
  return minutes === 1 ? 'dans une minute' : `dans ${minutes} minutes`;
};
