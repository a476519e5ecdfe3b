import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export type Secrets = { cle: JsonWebKey; cookies: string[]; clients: Record<string, string> };

/** The keys of the stand-ins for ProConnect and FranceConnect: made once, so that a restart does not log everyone out. */
export const lireSecrets = (donnees: string, clients: readonly string[]): Secrets => {
  const fichier = path.join(donnees, 'proconnect.json');
  const anciens = existsSync(fichier) ? (JSON.parse(readFileSync(fichier, 'utf8')) as Secrets) : undefined;
  const secrets = {
    cle: anciens?.cle ?? {
      ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
      use: 'sig',
      alg: 'RS256',
      kid: 'parvis-local',
    },
    cookies: anciens?.cookies ?? [randomBytes(32).toString('hex')],
    clients: Object.fromEntries(
      clients.map((client) => [client, anciens?.clients[client] ?? randomBytes(32).toString('hex')]),
    ),
  };
  writeFileSync(`${fichier}.neuf`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${fichier}.neuf`, fichier);
  return secrets;
};
