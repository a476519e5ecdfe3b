import { timingSafeEqual } from 'node:crypto';
import { empreinte } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { codeStore } from './code.store.ts';
import { type CodeEnvoye, phraseEssais } from './code.ts';

type Acte = { compte?: string | undefined; renonce?: string | undefined };
type Essai = Acte & { connexion: string; code: string };

/**
 * What the right code proves, once: that the contact is theirs, to open an account, to join the one that asked for it, or
 * to give up a demande.
 * Throws `code-faux`, `code-perime`.
 */
export const verifierCode = async (
  { connexion, code, ...acte }: Essai,
  contexte: Contexte,
): Promise<CodeEnvoye> => {
  const envoye = await prendreUnEssai(connexion, acte, contexte);
  if (!memes(envoye.empreinte, empreinte(`${connexion}\n${code}`)))
    throw envoye.essais > 0
      ? new Refus('code-faux', [
          { champ: 'code', phrase: `Ce code n’est pas le bon. ${phraseEssais(envoye.essais)}` },
        ])
      : new Refus('code-perime');
  codeStore(contexte.table, contexte.now).remove(connexion);
  return envoye;
};

/** The try is spent before the code is looked at: a thousand guesses at once are still five. */
const prendreUnEssai = async (
  connexion: string,
  { compte, renonce }: Acte,
  { now, ouvrirTable }: Contexte,
): Promise<CodeEnvoye> => {
  const table = ouvrirTable();
  const codes = codeStore(table, now);
  const lu = await codes.get(connexion);
  if (!lu || lu.valeur.essais <= 0) throw new Refus('code-perime');
  // A code does what its message said, and nothing else: to sign in, to join an account, to give up this demande.
  if (lu.valeur.renonce !== renonce) throw new Refus('code-perime', renonce ? [POUR_AUTRE_CHOSE] : []);
  if (lu.valeur.compte !== compte) throw new Refus('code-perime');
  const entame = { ...lu.valeur, essais: lu.valeur.essais - 1 };
  codes.replace(lu, entame);
  await table.commit();
  return entame;
};

const POUR_AUTRE_CHOSE = {
  champ: 'code',
  phrase: 'Ce code a été envoyé pour autre chose. Demandez-en un pour cette demande.',
};

const memes = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
