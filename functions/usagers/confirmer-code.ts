import { timingSafeEqual } from 'node:crypto';
import { empreinte } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import type { SessionUsager } from '../platform/session.ts';
import { codeStore } from './code.store.ts';
import { type CodeEnvoye, phraseEssais } from './code.ts';
import { idDeCompte, ouvrirCompte, sessionEnCours } from './compte.ouverture.ts';
import { compteStore } from './compte.store.ts';
import { avecContact, type Compte } from './compte.ts';
import { estTelephone } from './contact.ts';
import { usagerActions } from './usager.actions.ts';

export const confirmerCode = implement(usagerActions.confirmerCode, async ({ connexion, code }, contexte) => {
  const envoye = await prendreUnEssai(connexion, contexte);
  if (!memes(envoye.empreinte, empreinte(`${connexion}\n${code}`)))
    throw envoye.essais > 0
      ? new Refus('code-faux', [
          { champ: 'code', phrase: `Ce code n’est pas le bon. ${phraseEssais(envoye.essais)}` },
        ])
      : new Refus('code-perime');
  codeStore(contexte.table, contexte.now).remove(connexion);
  const avant = await sessionEnCours(contexte);
  return ouvrirCompte(await compteDuContact(envoye.contact, avant, contexte), avant, contexte);
});

/** The try is spent before the code is looked at: a thousand guesses at once are still five. */
const prendreUnEssai = async (id: string, { now, ouvrirTable }: Contexte): Promise<CodeEnvoye> => {
  const table = ouvrirTable();
  const codes = codeStore(table, now);
  const lu = await codes.get(id);
  if (!lu || lu.valeur.essais <= 0) throw new Refus('code-perime');
  const entame = { ...lu.valeur, essais: lu.valeur.essais - 1 };
  codes.replace(lu, entame);
  await table.commit();
  return entame;
};

/** Signed in already: the contact joins the account. Otherwise the contact is the account. */
const compteDuContact = async (
  contact: string,
  { compte: ouvert }: SessionUsager,
  { now, table }: Contexte,
): Promise<Compte> => {
  const moyen = estTelephone(contact) ? 'telephone' : 'courriel';
  const comptes = compteStore(table, now);
  const enCours = ouvert ? await comptes.get(ouvert) : undefined;
  const id = idDeCompte(moyen, contact);
  return avecContact(enCours ?? (await comptes.get(id)) ?? { id, moyen, contacts: [] }, contact);
};

const memes = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const handler = lambda(confirmerCode);
