import type { Limite } from './action.ts';
import { uneFoisSur } from './aleas.ts';
import { type Compte, limiteStore } from './limite.store.ts';
import { reglage } from './monde.ts';
import { Refus } from './refus.ts';
import type { Table } from './table.ts';

/** What is asked, from which network address when it is known. */
export type Demande = { input: unknown; adresse?: string | undefined; now: Date };

/** Counts an asking, by address and by identity, and throws `trop-de-demandes` beyond what the contract allows. */
export const limiter = async (limite: Limite, demande: Demande, table: Table): Promise<void> => {
  const { minutes } = limite;
  const { now } = demande;
  const store = limiteStore(table, now);
  const fins = await Promise.all(
    comptesDe(limite, demande).map(async ({ fois, ...compte }) => {
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

/** The identity that a limit counts, when the input names one. */
export const identiteDe = (
  { parIdentite }: Pick<Limite, 'parIdentite'>,
  input: unknown,
): string | undefined => parIdentite && lire(input, parIdentite.champ);

/** Whose tally goes up, and how far each may go. */
const comptesDe = (
  { quoi, parAdresse, parIdentite }: Limite,
  { input, adresse = '' }: Demande,
): { quoi: string; qui: string; fois: number }[] => {
  const identite = identiteDe({ parIdentite }, input);
  return [
    ...(adresse ? [{ quoi: `${quoi}-adresse`, qui: adresse, fois: parAdresse }] : []),
    ...(identite && parIdentite ? [{ quoi, qui: `${adresse}\n${identite}`, fois: parIdentite.fois }] : []),
    ...(identite && parIdentite?.partout
      ? [{ quoi: `${quoi}-partout`, qui: identite, fois: parIdentite.partout }]
      : []),
  ];
};

/** LIMITES multiplies every limit: 1 in production, much more where one machine plays a whole town. */
export const largesse = (): number => Number(reglage('LIMITES') ?? 1);

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
