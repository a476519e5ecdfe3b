import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { estScellee } from './attestation.sceau.ts';
import { attestationStore } from './attestation.store.ts';
import { type Fin, verdictDe } from './attestation.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import { jourDuFait, reponseLe } from './horloge.ts';
import { Reference } from './reference.ts';

export const verifierAttestation = implement(
  demandeActions.verifierAttestation,
  async ({ code, signature: lue }, { table }) => {
    const delivree = await attestationStore(table).find(code);
    if (!delivree) throw new Refus('attestation-inconnue');
    const { attestation, signature } = delivree;
    // The square of a forged paper may bear a true code: what it signs must be what was delivered.
    const authentique =
      (lue === undefined || lue === signature) && (await estScellee(attestation, signature));
    const demande = (await demandeStore(table).find(Reference.parse(attestation.reference)))?.valeur;
    return verdictDe(attestation, { authentique, fin: demande && finDe(demande) });
  },
);

/** What ended the acceptance that it attests. */
const finDe = (demande: Demande): Fin | undefined => {
  const retrait = demande.faits.findLast((fait) => fait.type === 'retrait');
  if (retrait) return { quoi: retrait.nature, le: jourDuFait(retrait, demande.fuseau) };
  const decision = demande.faits.findLast((fait) => fait.type === 'decision');
  return decision && { quoi: 'decision-a-temps', le: reponseLe(decision, demande) };
};

export const handler = lambda(verifierAttestation);
