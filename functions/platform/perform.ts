import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import type { Contract, Input, Output } from './action.ts';
import { auHasard } from './aleas.ts';
import { appareilDe } from './appareil.ts';
import { lireTextes } from './entree.ts';
import { identifier } from './identifier.ts';
import { limiter } from './limites.ts';
import type { Monde } from './monde.ts';
import { phraseDe } from './phrases.ts';
import { Refus } from './refus.ts';
import { type Cle, cleDeRejeu, connu, rejeuDe, retenir, retrouver } from './rejeu.ts';
import type { Demandeur } from './session.ts';
import { type Base, Conflit, ouvrirTable, type Table } from './table.ts';

z.config({ customError: phraseDe });

/** Tokens found on the request, by kind of person. */
export type Jetons = { usager?: string; agent?: string; depart?: string };

/** One asking: what is asked, by whom, from which network, under which idempotency key, and when. */
export type Appel = {
  input: unknown;
  now: Date;
  jetons?: Jetons;
  adresse?: string;
  /** The browser, as coarsely as its owner would say it. */
  appareil?: string;
  cle?: string;
  interne?: boolean;
};

export type Contexte = Monde & {
  demandeur: Demandeur;
  jetons: Jetons;
  appareil: string;
  now: Date;
  table: Table;
  /** A table of its own for each record of a batch: one record's failure must not undo another's work. */
  ouvrirTable: () => Table;
};

export type Verbe<C extends Contract = Contract> = {
  contract: C;
  run: (input: Input<C>, contexte: Contexte) => Promise<Output<C>>;
};

export const implement = <C extends Contract>(contract: C, run: Verbe<C>['run']): Verbe<C> => ({
  contract,
  run,
});

export type Lieu = { base: Base; monde: Monde };

/**
 * An action that does not depend on what a person saw is tried again after a concurrent write, for as long as someone
 * would wait: each time after a pause drawn at random up to a bound that doubles, so that those who met do not meet
 * again (full jitter). Milliseconds; API Gateway and the functions wait ten seconds.
 */
const PATIENCE = 8000;
const PAUSE = { premiere: 20, derniere: 600 };

/** The one path of every action: session, rights, parse, limits, run, keep, strip. Throws Refus, or a bug. */
export const perform = async <C extends Contract>(
  verbe: Verbe<C>,
  appel: Appel,
  lieu: Lieu,
): Promise<Output<C>> => {
  const demandeur = await identifier(verbe.contract, appel, lieu);
  const input = lire(verbe.contract, appel) as Input<C>;
  const cle = cleDeRejeu(verbe.contract, { ...appel, input }, demandeur);
  try {
    return await tenter(verbe, { input, demandeur, appel, cle, essai: 0, depuis: performance.now() }, lieu);
  } catch (erreur) {
    await compterEchec(verbe.contract, { erreur, input, appel }, lieu);
    throw erreur;
  }
};

/** Throws `trop-de-demandes` instead of a refusal that comes too often. */
const compterEchec = async (
  { limite }: Contract,
  { erreur, input, appel }: { erreur: unknown; input: unknown; appel: Appel },
  { base }: Lieu,
): Promise<void> => {
  if (erreur instanceof Refus && limite?.echecs?.includes(erreur.code))
    await limiter(limite, { ...appel, input }, ouvrirTable(base));
};

type Tentative<C extends Contract> = {
  input: Input<C>;
  demandeur: Demandeur;
  appel: Appel;
  cle: Cle | undefined;
  essai: number;
  depuis: number;
};

/** Nobody asks twice but by accident: whether it was asked already is looked for when something stops it, not before. */
const tenter = async <C extends Contract>(
  verbe: Verbe<C>,
  tentative: Tentative<C>,
  lieu: Lieu,
): Promise<Output<C>> => {
  const table = ouvrirTable(lieu.base);
  try {
    return await essayer(verbe, tentative, { lieu, table });
  } catch (erreur) {
    const deja = await dejaFaite(erreur, tentative, { base: lieu.base, table });
    if (deja) return deja.reponse as Output<C>;
    const suite = suiteDe(erreur, tentative);
    if (suite !== 'recommencer') throw suite;
    await pause(auHasard(Math.min(PAUSE.derniere, PAUSE.premiere * 2 ** tentative.essai)));
    return tenter(verbe, { ...tentative, essai: tentative.essai + 1 }, lieu);
  }
};

const dejaFaite = async (
  erreur: unknown,
  { cle }: Tentative<Contract>,
  ou: { base: Base; table: Table },
): Promise<{ reponse: unknown } | undefined> =>
  cle && (erreur instanceof Conflit || erreur instanceof Refus) ? retrouver(cle, ou) : undefined;

const suiteDe = (erreur: unknown, { input, depuis }: Tentative<Contract>): unknown => {
  if (!(erreur instanceof Conflit)) return erreur;
  const assez = performance.now() - depuis > PATIENCE;
  return versionVue(input) !== undefined || assez ? new Refus('modifie-entre-temps') : 'recommencer';
};

/** The version that the person saw, when the action depends on it. */
const versionVue = (input: unknown): number | undefined =>
  typeof input === 'object' && input !== null && 'version' in input ? Number(input.version) : undefined;

const essayer = async <C extends Contract>(
  { contract, run }: Verbe<C>,
  { input, demandeur, appel, cle, essai }: Tentative<C>,
  { lieu, table }: { lieu: Lieu; table: Table },
): Promise<Output<C>> => {
  const { now, jetons = {}, appareil = appareilDe(undefined) } = appel;
  const contexte: Contexte = {
    ...lieu.monde,
    demandeur,
    jetons,
    appareil,
    now,
    table,
    ouvrirTable: () => ouvrirTable(lieu.base),
  };
  const reponse = contract.output.parse(await run(input, contexte)) as Output<C>;
  const { limite } = contract;
  if (limite && !limite.echecs && essai === 0) await limiter(limite, { ...appel, input }, table);
  if (!cle || porteSecret(reponse)) {
    await table.commit();
    return reponse;
  }
  const deja = connu(cle, table.rejeux());
  if (deja) return deja.reponse as Output<C>;
  await table.commit((ecritures) => retenir(ecritures, rejeuDe(cle, reponse, now), versionVue(input)));
  return reponse;
};

/** An event of the house is taken as it is: what came by mail or by SMS is kept whatever it holds. */
const lire = (contract: Contract, { input: brut, interne }: Appel): unknown => {
  const lu = contract.input.safeParse(interne ? brut : lireTextes(brut));
  if (lu.success) return lu.data;
  throw new Refus(
    'entree-invalide',
    lu.error.issues.slice(0, 20).map(({ path, message }) => ({ champ: path.join('.'), phrase: message })),
  );
};

/** A reply which sets a cookie is never kept: the table holds no token. */
const porteSecret = (reponse: unknown): boolean =>
  typeof reponse === 'object' && reponse !== null && 'cookies' in reponse;
