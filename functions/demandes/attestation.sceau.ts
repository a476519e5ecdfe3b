import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { variable } from '../platform/monde.ts';
import { secret } from '../platform/secrets.ts';
import { type Attestation, aSigner } from './attestation.ts';

/** The commune's key, an Ed25519 private key in PEM: no service bills it by the month. Throws when it is missing. */
const cle = async () => createPrivateKey(await secret(variable('ATTESTATIONS_SECRET')));

/** Signs what an attestation says (RFC 8032); base64url. */
export const sceller = async (attestation: Attestation): Promise<string> =>
  sign(null, Buffer.from(aSigner(attestation)), await cle()).toString('base64url');

/** Is it what the commune signed? */
export const estScellee = async (attestation: Attestation, signature: string): Promise<boolean> =>
  verify(
    null,
    Buffer.from(aSigner(attestation)),
    createPublicKey(await cle()),
    Buffer.from(signature, 'base64url'),
  );
