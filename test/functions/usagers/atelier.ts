import { Envoi } from '../../../functions/envois/envoi.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ajouterContact } from '../../../functions/usagers/ajouter-contact.ts';
import { confirmerCode } from '../../../functions/usagers/confirmer-code.ts';
import { envoyerCode } from '../../../functions/usagers/envoyer-code.ts';
import { verifierContact } from '../../../functions/usagers/verifier-contact.ts';
import { LUNDI } from '../../atelier/monde.ts';

/** Asks for a code, and reads it where the mail or the SMS will. */
export const unCode = async (lieu: Lieu, contact: string, now = LUNDI) => {
  const { connexion, par } = await perform(envoyerCode, { input: { contact }, now }, lieu);
  return { connexion, par, code: await codeDe(lieu, connexion) };
};

export const codeDe = async (lieu: Lieu, connexion: string): Promise<string> => {
  const [item] = await lieu.base.list({ pk: `CODE#${connexion}`, debut: 'ENVOI#' });
  const contenu = item && Envoi.parse(item.corps).contenu;
  if (contenu?.type !== 'code') throw new Error('pas de code');
  return contenu.code;
};

export const faux = (code: string): string => (code === '000000' ? '111111' : '000000');

/** The token that a reply puts in the browser. */
export const jetonDe = ({ cookies }: { cookies: string[] }): string =>
  cookies.flatMap((cookie) => /^parvis_usager=([^;]+)/.exec(cookie)?.[1] ?? []).at(0) ?? '';

type Personne = { prenom?: string; nom?: string };
const ZOE: Personne = { prenom: 'Zoé', nom: 'Fictif' };

/** Signs in with a code, and says who one is; `usager` is the session that the browser already holds. */
export const seConnecter = async (
  lieu: Lieu,
  contact: string,
  { usager, qui = ZOE, now = LUNDI }: { usager?: string; qui?: Personne; now?: Date } = {},
): Promise<{ usager: string }> => {
  const { connexion, code } = await unCode(lieu, contact, now);
  const jetons = usager ? { usager } : {};
  const input = { connexion, code, ...qui };
  return { usager: jetonDe(await perform(confirmerCode, { input, now, jetons }, lieu)) };
};

/** Adds a contact to the account that is open. */
export const ajouterUnContact = async (
  lieu: Lieu,
  contact: string,
  jetons: { usager: string },
): Promise<{ usager: string }> => {
  const { connexion } = await perform(verifierContact, { input: { contact }, now: LUNDI, jetons }, lieu);
  const input = { connexion, code: await codeDe(lieu, connexion) };
  return { usager: jetonDe(await perform(ajouterContact, { input, now: LUNDI, jetons }, lieu)) };
};
