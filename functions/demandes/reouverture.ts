import { ajouter, type Jour, jourDe, joursEntre } from '../platform/dates.ts';
import { couper } from '../platform/texte.ts';
import { type Demande, faire } from './demande.ts';
import type { Statut } from './gestes.ts';
import type { Message } from './message.ts';

/** What a word of the person does to a demande, from where it stands. */
const PLACES = {
  'a-qualifier': 'en-cours',
  deposee: 'en-cours',
  'en-instruction': 'en-cours',
  incomplete: 'en-cours',
  traitee: 'terminee',
  acceptee: 'decidee',
  refusee: 'decidee',
  'acceptee-par-silence': 'decidee',
  'rejetee-par-silence': 'decidee',
  retiree: 'decidee',
  transmise: 'transmise',
  desistee: 'desistee',
  ecartee: 'ecartee',
} as const satisfies Record<Statut, string>;

/**
 * `rouverte`: someone takes it up again. All the others but `en-cours` leave it as it is: the word is kept, waits for a
 * reader, and moves no clock. `abusive` gets no answer (CRPA L112-11).
 */
export type Sort = (typeof PLACES)[Statut] | 'rouverte' | 'abusive';

/** As long as the commune says, what ended without a decision is taken up again by a word; 0 is never. */
export type Delai = { reouvertureJours: number };

export const sortDe = (demande: Demande, mot: Mot, { reouvertureJours }: Delai): Sort => {
  const place = PLACES[demande.statut];
  if (place === 'ecartee') return estAbusive(demande) ? 'abusive' : place;
  if (place !== 'terminee' || mot.tiers || mot.nonProuve || estPolitesse(mot.texte)) return place;
  const jours = joursEntre(termineeLe(demande), jourDe(mot.le, demande.fuseau));
  return reouvertureJours > 0 && jours <= reouvertureJours ? 'rouverte' : place;
};

type Mot = Pick<Message, 'le' | 'texte' | 'canal' | 'par' | 'tiers' | 'nonProuve'>;

/** The day of the answer that ended it. */
export const termineeLe = ({ faits, fuseau }: Pick<Demande, 'faits' | 'fuseau'>): Jour =>
  jourDe(faits.findLast(({ type }) => type === 'decision')?.le ?? faits.at(-1)?.le ?? '', fuseau);

/** Until when a word opens again what ended without a decision; undefined when it does no longer, or never did. */
export const rouvrableJusquau = (
  demande: Demande,
  { reouvertureJours }: Delai,
  aujourdhui: Jour,
): Jour | undefined => {
  if (PLACES[demande.statut] !== 'terminee' || reouvertureJours === 0) return undefined;
  const dernier = ajouter(termineeLe(demande), `P${reouvertureJours}D`);
  return aujourdhui <= dernier ? dernier : undefined;
};

const estAbusive = ({ faits }: Demande): boolean =>
  faits.findLast((fait) => fait.type === 'ecartee')?.motif === 'abusif';

/** « Merci beaucoup ! » asks for nothing: it is read, and opens nothing again. */
export const estPolitesse = (texte: string): boolean => {
  const dit = texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return dit !== '' && dit.length <= POLITESSE_MAX && POLITESSE.test(dit);
};

const POLITESSE_MAX = 80;
const POLITESSE =
  /^(?:(?:ok|d accord|entendu|bien recu|parfait|super|tres bien|merci|grand merci|mille mercis?|beaucoup|bien|infiniment|encore|a vous|pour tout|pour votre (?:reponse|aide|retour)|bonjour|bonne (?:journee|soiree)|cordialement|madame|monsieur) ?)+$/;

const EXTRAIT = 160;

/** The demande once the word is in its thread. */
export const apresLeMot = (demande: Demande, mot: Mot, sort: Sort): Demande => {
  if (sort === 'en-cours') return demande;
  if (sort === 'rouverte')
    // It stands in the open queue again: what was unread is read there.
    return sansALire(
      faire('rouvrir', demande, {
        type: 'rouverte',
        canal: mot.canal,
        motif: 'La personne a répondu',
        le: mot.le,
        par: mot.par,
      }),
    );
  const deja = demande.aLire;
  return {
    ...demande,
    aLire: {
      depuis: deja?.depuis ?? mot.le,
      nombre: (deja?.nombre ?? 0) + 1,
      canal: mot.canal,
      extrait: couper(mot.texte, EXTRAIT, '…'),
    },
  };
};

/** An agent has read it, or answered. */
export const sansALire = ({ aLire: _, ...demande }: Demande): Demande => demande;
