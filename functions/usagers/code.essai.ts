import { timingSafeEqual } from 'node:crypto';
import { empreinte } from '../platform/aleas.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { codeStore } from './code.store.ts';
import { type CodeEnvoye, phraseEssais } from './code.ts';

type Essai = { connexion: string; code: string; compte?: string };

/**
 * What the right code proves, once: that the contact is theirs, to open an account, or to join the one that asked for it.
 * Throws `code-faux`, `code-perime`.
 */
export const verifierCode = async (
  { connexion, code, compte }: Essai,
  contexte: Contexte,
): Promise<CodeEnvoye> => {
  const envoye = await prendreUnEssai({ connexion, compte }, contexte);
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
  { connexion, compte }: { connexion: string; compte: string | undefined },
  { now, ouvrirTable }: Contexte,
): Promise<CodeEnvoye> => {
  const table = ouvrirTable();
  const codes = codeStore(table, now);
  const lu = await codes.get(connexion);
  // A code that was sent to sign in never joins an account, nor the other way round: its message said what it does.
  if (!lu || lu.valeur.essais <= 0 || lu.valeur.compte !== compte) throw new Refus('code-perime');
  const entame = { ...lu.valeur, essais: lu.valeur.essais - 1 };
  codes.replace(lu, entame);
  await table.commit();
  return entame;
};

const memes = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
