import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { acteDe } from './acte.ts';
import { estScellee } from './attestation.sceau.ts';
import { attestationStore } from './attestation.store.ts';
import { type Fin, verdictDe } from './attestation.ts';
import { dernierFait } from './contestation.ts';
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
  const transmise = dernierFait(demande, 'transmise');
  if (transmise) return { quoi: 'transmission', le: jourDuFait(transmise, demande.fuseau) };
  const acte = acteDe(demande);
  switch (acte?.type) {
    case 'retrait':
      return { quoi: acte.nature, le: jourDuFait(acte, demande.fuseau) };
    case 'decision':
      return { quoi: acte.remplace ? 'remplacement' : 'decision-a-temps', le: reponseLe(acte, demande) };
    case 'silence':
    case undefined:
      return undefined;
  }
};

export const handler = lambda(verifierAttestation);
