import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import fr from 'zod/v4/locales/fr.js';
import type { Contract, Input, Output, Profil } from './action.ts';
import { AGENTS } from './action.ts';
import { empreinte } from './aleas.ts';
import { limiter } from './limites.ts';
import type { Monde } from './monde.ts';
import { Refus } from './refus.ts';
import { sessionStore } from './session.store.ts';
import { type Demandeur, profilDe } from './session.ts';
import { type Base, Conflit, type Ecriture, ouvrirTable, type Table } from './table.ts';

/** What is missing is said as a person would; the rest is zod's own French. */
z.config({
  ...fr(),
  customError: ({ code, input }) =>
    code === 'invalid_type' && input === undefined ? 'Cette réponse est nécessaire.' : undefined,
});

/** Tokens found on the request, by kind of person. */
export type Jetons = { usager?: string; agent?: string; depart?: string };

/** One asking: what is asked, by whom, from which network, under which idempotency key, and when. */
export type Appel = {
  input: unknown;
  now: Date;
  jetons?: Jetons;
  adresse?: string;
  cle?: string;
  interne?: boolean;
};

export type Contexte = Monde & {
  demandeur: Demandeur;
  jetons: Jetons;
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

/** How many times an action that does not depend on what a person saw is tried again after a concurrent write. */
const ESSAIS = 4;

/** The one path of every action: session, rights, parse, limits, run, keep, strip. Throws Refus, or a bug. */
export const perform = async <C extends Contract>(
  verbe: Verbe<C>,
  appel: Appel,
  lieu: Lieu,
): Promise<Output<C>> => {
  const demandeur = await reconnaitre(verbe.contract, appel, lieu);
  const input = lire(verbe.contract, appel.input) as Input<C>;
  const tentative = {
    input,
    demandeur,
    appel,
    cle: cleDeRejeu(verbe.contract, appel.cle, demandeur),
    reste: ESSAIS,
  };
  const deja = await rejouer(tentative, lieu);
  if (deja) return deja;
  const { limite } = verbe.contract;
  if (limite) await limiter(limite, { ...appel, input }, ouvrirTable(lieu.base));
  return tenter(verbe, tentative, lieu);
};

type Tentative<C extends Contract> = {
  input: Input<C>;
  demandeur: Demandeur;
  appel: Appel;
  cle: string | undefined;
  reste: number;
};

const tenter = async <C extends Contract>(
  verbe: Verbe<C>,
  tentative: Tentative<C>,
  lieu: Lieu,
): Promise<Output<C>> => {
  try {
    return await essayer(verbe, tentative, lieu);
  } catch (erreur) {
    if (!(erreur instanceof Conflit)) throw erreur;
    const deja = await rejouer(tentative, lieu);
    if (deja) return deja;
    if (ditCeQuIlAVu(tentative.input) || tentative.reste === 1) throw new Refus('modifie-entre-temps');
    return tenter(verbe, { ...tentative, reste: tentative.reste - 1 }, lieu);
  }
};

const ditCeQuIlAVu = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'version' in input;

const essayer = async <C extends Contract>(
  verbe: Verbe<C>,
  { input, demandeur, appel, cle }: Tentative<C>,
  lieu: Lieu,
): Promise<Output<C>> => {
  const table = ouvrirTable(lieu.base);
  const contexte: Contexte = {
    ...lieu.monde,
    demandeur,
    jetons: appel.jetons ?? {},
    now: appel.now,
    table,
    ouvrirTable: () => ouvrirTable(lieu.base),
  };
  const reponse = verbe.contract.output.parse(await verbe.run(input, contexte)) as Output<C>;
  await table.commit(cle && !porteSecret(reponse) ? [retenir(cle, { input, reponse, now: appel.now })] : []);
  return reponse;
};

const reconnaitre = async (contract: Contract, appel: Appel, lieu: Lieu): Promise<Demandeur> => {
  const { par } = contract;
  if (appel.interne) return { qui: 'horloge' };
  if (par.includes('public')) return { qui: 'public' };
  const sessions = sessionStore(ouvrirTable(lieu.base), appel.now);
  const jetons = [
    par.some(estAgent) && appel.jetons?.agent,
    par.includes('usager') && appel.jetons?.usager,
  ].filter((jeton) => typeof jeton === 'string');
  const demandeurs = await Promise.all(jetons.map((jeton) => sessions.get(jeton)));
  const admis = demandeurs.find((demandeur) => par.includes(profilDe(demandeur)));
  if (admis) return admis;
  throw new Refus(demandeurs.some(({ qui }) => qui !== 'public') ? 'interdit' : 'non-connecte');
};

const estAgent = (profil: Profil): boolean => [...AGENTS, 'elu'].some((role) => role === profil);

const lire = (contract: Contract, brut: unknown): unknown => {
  const lu = contract.input.safeParse(brut);
  if (lu.success) return lu.data;
  throw new Refus(
    'entree-invalide',
    lu.error.issues.slice(0, 20).map(({ path, message }) => ({ champ: path.join('.'), phrase: message })),
  );
};

/** CLE#<hash>: the reply of a writing action, kept a day, so that the same request twice has one effect. */
const DUREE_CLE = 24 * 3600;

const cleDeRejeu = (
  contract: Contract,
  cle: string | undefined,
  demandeur: Demandeur,
): string | undefined => {
  if (!cle || !contract.writes) return undefined;
  const qui = demandeur.qui === 'agent' ? demandeur.agent.courriel : demandeur.qui;
  return empreinte([contract.route ?? contract.resume, qui, cle].join('\n'));
};

/** The reply is kept compressed: the table bills each kilobyte twice in a transaction. */
type Retenue = { empreinte: string; reponse: Uint8Array };

const retenir = (
  cle: string,
  { input, reponse, now }: { input: unknown; reponse: unknown; now: Date },
): Ecriture => {
  const corps: Retenue = {
    empreinte: empreinte(JSON.stringify(input)),
    reponse: deflateRawSync(JSON.stringify(reponse)),
  };
  return {
    geste: 'ajouter',
    item: {
      pk: `CLE#${cle}`,
      sk: 'CLE',
      type: 'CLE',
      version: 1,
      corps,
      ttl: Math.floor(now.getTime() / 1000) + DUREE_CLE,
    },
  };
};

const rejouer = async <C extends Contract>(
  { cle, input }: Tentative<C>,
  { base }: Lieu,
): Promise<Output<C> | undefined> => {
  const item = cle && (await base.get({ pk: `CLE#${cle}`, sk: 'CLE' }));
  if (!item) return undefined;
  const retenue = item.corps as Retenue;
  if (retenue.empreinte !== empreinte(JSON.stringify(input))) throw new Refus('cle-deja-utilisee');
  return JSON.parse(inflateRawSync(retenue.reponse).toString()) as Output<C>;
};

/** A reply which sets a cookie is never kept: the table holds no token. */
const porteSecret = (reponse: unknown): boolean =>
  typeof reponse === 'object' && reponse !== null && 'cookies' in reponse;
