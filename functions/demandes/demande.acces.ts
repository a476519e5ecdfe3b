import { timingSafeEqual } from 'node:crypto';
import { voit } from '../agents/agent.ts';
import { Refus } from '../platform/refus.ts';
import type { Demandeur, SessionUsager } from '../platform/session.ts';
import { clesDe } from '../usagers/contact.ts';
import { estDuNom } from '../usagers/nom.ts';
import { nomDe } from '../usagers/usager.ts';
import type { Demande } from './demande.ts';

type Vue = Pick<Demande, 'reference' | 'service' | 'usager' | 'comptes'>;

/**
 * An agent sees the demandes of their services; an usager those whose code they gave, those of their account, and those
 * which bear a contact that they proved to be theirs, and their name. Throws `introuvable`: who may not see a demande
 * does not learn that it exists.
 */
export const verifierAcces = (demandeur: Demandeur, demande: Vue): void => {
  const admis =
    (demandeur.qui === 'agent' && voit(demandeur.agent, demande.service)) ||
    (demandeur.qui === 'usager' && (parCode(demandeur, demande) || estSienne(demandeur, demande)));
  if (!admis) throw new Refus('introuvable');
};

const parCode = ({ demandes }: SessionUsager, { reference }: Vue): boolean => demandes.includes(reference);

/** Is it among their demandes, without its code? */
export const estSienne = (session: SessionUsager, { usager, comptes = [] }: Vue): boolean => {
  const { compte, contacts = [], noms = [] } = session;
  if (compte === undefined) return false;
  const deSonContact = clesDe(usager).some((cle) => contacts.includes(cle));
  return comptes.includes(compte) || (deSonContact && estDuNom(noms, nomDe(usager)));
};

/** Is it the secret that goes with this demande? */
export const codeOuvre = (demande: Pick<Demande, 'code'>, code: string): boolean =>
  demande.code.length === code.length && timingSafeEqual(Buffer.from(demande.code), Buffer.from(code));
