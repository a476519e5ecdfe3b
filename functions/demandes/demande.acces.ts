import { timingSafeEqual } from 'node:crypto';
import { voit } from '../agents/agent.ts';
import { Refus } from '../platform/refus.ts';
import type { Demandeur, SessionUsager } from '../platform/session.ts';
import { clesDe } from '../usagers/contact.ts';
import type { Demande } from './demande.ts';

type Vue = Pick<Demande, 'reference' | 'service' | 'usager' | 'comptes'>;

/**
 * An agent sees the demandes of their services; an usager those whose code they gave, those of their account, and those
 * which bear a contact that they proved to be theirs. Throws `interdit`.
 */
export const verifierAcces = (demandeur: Demandeur, demande: Vue): void => {
  const admis =
    (demandeur.qui === 'agent' && voit(demandeur.agent, demande.service)) ||
    (demandeur.qui === 'usager' && (parCode(demandeur, demande) || estSienne(demandeur, demande)));
  if (!admis) throw new Refus('interdit');
};

const parCode = ({ demandes }: SessionUsager, { reference }: Vue): boolean => demandes.includes(reference);

/** Is it among their demandes, without its code? */
export const estSienne = ({ compte, contacts = [] }: SessionUsager, { usager, comptes = [] }: Vue): boolean =>
  (compte !== undefined && comptes.includes(compte)) || clesDe(usager).some((cle) => contacts.includes(cle));

/** Is it the secret that goes with this demande? */
export const codeOuvre = (demande: Pick<Demande, 'code'>, code: string): boolean =>
  demande.code.length === code.length && timingSafeEqual(Buffer.from(demande.code), Buffer.from(code));
