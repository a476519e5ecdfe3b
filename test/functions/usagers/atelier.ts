import { Envoi } from '../../../functions/envois/envoi.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { confirmerCode } from '../../../functions/usagers/confirmer-code.ts';
import { envoyerCode } from '../../../functions/usagers/envoyer-code.ts';
import { LUNDI } from '../../atelier/monde.ts';

/** Asks for a code, and reads it where the mail or the SMS will. */
export const unCode = async (lieu: Lieu, contact: string, now = LUNDI) => {
  const { connexion, par } = await perform(envoyerCode, { input: { contact }, now }, lieu);
  const [item] = await lieu.base.list({ pk: `CODE#${connexion}`, debut: 'ENVOI#' });
  const contenu = item && Envoi.parse(item.corps).contenu;
  if (contenu?.type !== 'code') throw new Error('pas de code');
  return { connexion, par, code: contenu.code };
};

export const faux = (code: string): string => (code === '000000' ? '111111' : '000000');

/** The token that a reply puts in the browser. */
export const jetonDe = ({ cookies }: { cookies: string[] }): string =>
  cookies.flatMap((cookie) => /^parvis_usager=([^;]+)/.exec(cookie)?.[1] ?? []).at(0) ?? '';

/** Signs in with a code; `usager` is the session that the browser already holds. */
export const seConnecter = async (
  lieu: Lieu,
  contact: string,
  usager?: string,
): Promise<{ usager: string }> => {
  const { connexion, code } = await unCode(lieu, contact);
  const jetons = usager ? { usager } : {};
  return {
    usager: jetonDe(await perform(confirmerCode, { input: { connexion, code }, now: LUNDI, jetons }, lieu)),
  };
};
