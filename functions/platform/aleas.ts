import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** Random bytes for references and codes; identifiers; and the digest under which secrets are kept. */
export const octets = (combien: number): Uint8Array => randomBytes(combien);
/** One chance in n. */
export const uneFoisSur = (n: number): boolean => randomInt(n) === 0;
/** From nothing up to a bound. */
export const auHasard = (borne: number): number => randomInt(Math.max(1, Math.ceil(borne)));
export const identifiant = (): string => randomUUID();
export const jeton = (): string => randomBytes(32).toString('base64url');
export const empreinte = (texte: string): string => createHash('sha256').update(texte).digest('base64url');
