import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { estScellee } from './attestation.sceau.ts';
import { attestationStore } from './attestation.store.ts';
import { verdictDe } from './attestation.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { jourDuFait } from './horloge.ts';
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
    const retrait = demande?.faits.findLast((fait) => fait.type === 'retrait');
    const retireeLe = demande && retrait && jourDuFait(retrait, demande.fuseau);
    return verdictDe(attestation, { authentique, retireeLe });
  },
);

export const handler = lambda(verifierAttestation);
