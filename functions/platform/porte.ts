import { timingSafeEqual } from 'node:crypto';
import { type Contract, EN_TETE_DU_FRONT } from './action.ts';
import { empreinte } from './aleas.ts';
import { largesse } from './limites.ts';
import { Refus } from './refus.ts';

type Entetes = Readonly<Record<string, string | undefined>>;

/** Does this request come by the front of the site? `mots` are those it may bear: while one replaces another, both. */
export const vientDuSite = (entetes: Entetes, mots: string | undefined): boolean => {
  const porte = entetes[EN_TETE_DU_FRONT];
  return porte !== undefined && (mots ?? '').split(',').some((mot) => mot !== '' && memes(mot, porte));
};

const memes = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(empreinte(a)), Buffer.from(empreinte(b)));

/** The API's own address leads nowhere: around the front there is neither firewall nor address to count by. */
export const verifierChemin = (entetes: Entetes, mots: string | undefined): void => {
  if (mots && !vientDuSite(entetes, mots)) throw new Refus('hors-du-site');
};

/**
 * What one address may ask of one action in a few seconds, whatever it asks: some way above a school that files all at
 * once behind one box. Counted where the function runs, so that a flood costs nothing to the table; agents have no such
 * bound, and their routes their own throughput at the gateway, so that no flood of the public site stops them.
 */
const RAFALE = { secondes: 10, fois: 100 };

/** Beyond this many addresses in ten seconds, what is known of them is forgotten: a limit must not become a leak. */
const ADRESSES_MAX = 10_000;

const rafales = new Map<string, number>();
let fenetre = 0;

/** Throws `trop-de-demandes` when an address asks faster than people do. */
export const freiner = ({ par, resume }: Contract, adresse: string | undefined, now: Date): void => {
  if (!adresse || !par.some((profil) => profil === 'public' || profil === 'usager')) return;
  const courante = Math.floor(now.getTime() / 1000 / RAFALE.secondes);
  if (courante !== fenetre || rafales.size > ADRESSES_MAX) rafales.clear();
  fenetre = courante;
  const cle = `${resume}\n${adresse}`;
  const fois = (rafales.get(cle) ?? 0) + 1;
  rafales.set(cle, fois);
  if (fois > RAFALE.fois * largesse())
    throw new Refus('trop-de-demandes', [], { quand: 'dans quelques secondes' });
};
