import { generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** `cle` and `courbe` sign RS256 and ES256. `sceaux`: the key with which each commune signs its attestations, in PEM. */
export type Secrets = {
  cle: JsonWebKey;
  courbe: JsonWebKey;
  cookies: string[];
  clients: Record<string, string>;
  sceaux: Record<string, string>;
};

type Besoins = { clients: readonly string[]; communes: readonly string[] };

/** The keys of the stand-ins for ProConnect and FranceConnect, and the communes' own: made once, so that a restart changes nothing. */
export const lireSecrets = (donnees: string, { clients, communes }: Besoins): Secrets => {
  const fichier = path.join(donnees, 'proconnect.json');
  const anciens = existsSync(fichier) ? (JSON.parse(readFileSync(fichier, 'utf8')) as Secrets) : undefined;
  const secrets = {
    cle: anciens?.cle ?? {
      ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
      use: 'sig',
      alg: 'RS256',
      kid: 'parvis-local',
    },
    courbe: anciens?.courbe ?? {
      ...generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
      use: 'sig',
      alg: 'ES256',
      kid: 'parvis-local-courbe',
    },
    cookies: anciens?.cookies ?? [randomBytes(32).toString('hex')],
    clients: Object.fromEntries(
      clients.map((client) => [client, anciens?.clients[client] ?? randomBytes(32).toString('hex')]),
    ),
    sceaux: Object.fromEntries(communes.map((slug) => [slug, anciens?.sceaux?.[slug] ?? nouveauSceau()])),
  };
  writeFileSync(`${fichier}.neuf`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${fichier}.neuf`, fichier);
  return secrets;
};

const nouveauSceau = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
