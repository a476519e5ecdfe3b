import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Someone else holds the data folder. */
export const DOSSIER_OCCUPE =
  'Un autre Parvis se sert déjà de ce dossier de données. Arrêtez-le, ou choisissez un autre dossier avec PARVIS_DATA.';

/** Opens what the pocket cloud remembers: mails and SMS sent, deliveries to make, waits, the clock. */
export const ouvrirRegistre = (donnees: string): DatabaseSync => {
  mkdirSync(donnees, { recursive: true });
  const registre = new DatabaseSync(path.join(donnees, 'local.sqlite'), { timeout: 2000 });
  try {
    // Exclusive: the lock also tells a second start that the folder is taken, and dies with the process.
    // What is written outlives a kill -9; only a power cut could take its last instants.
    registre.exec(
      `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; ${TABLES} COMMIT`,
    );
  } catch (erreur) {
    if (erreur instanceof Error && /locked/.test(erreur.message))
      throw new Error(DOSSIER_OCCUPE, { cause: 'attendue' });
    throw erreur;
  }
  return registre;
};

/** All or nothing. */
export const enUneFois = <T>(registre: DatabaseSync, faire: () => T): T => {
  registre.exec('BEGIN IMMEDIATE');
  try {
    const fait = faire();
    registre.exec('COMMIT');
    return fait;
  } catch (erreur) {
    registre.exec('ROLLBACK');
    throw erreur;
  }
};

const TABLES = `
CREATE TABLE IF NOT EXISTS reglages (nom TEXT PRIMARY KEY, valeur TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS courriels (
  id INTEGER PRIMARY KEY, messageId TEXT UNIQUE, commune TEXT, le TEXT, de TEXT, a TEXT, objet TEXT, demande TEXT);
CREATE TABLE IF NOT EXISTS sms (id INTEGER PRIMARY KEY, messageId TEXT UNIQUE, commune TEXT, le TEXT, a TEXT, texte TEXT);
CREATE TABLE IF NOT EXISTS livraisons (
  id INTEGER PRIMARY KEY, commune TEXT, action TEXT, evenement TEXT, depuis INTEGER, essais INTEGER DEFAULT 0, prochaine INTEGER DEFAULT 0);
CREATE TABLE IF NOT EXISTS positions (
  consommateur TEXT PRIMARY KEY, position INTEGER NOT NULL, essais INTEGER NOT NULL DEFAULT 0, depuis INTEGER);
CREATE TABLE IF NOT EXISTS veilles (
  arn TEXT PRIMARY KEY, machine TEXT, nom TEXT, entree TEXT, statut TEXT, debut INTEGER, fin INTEGER, sortie TEXT, erreur TEXT, cause TEXT,
  etat TEXT, donnees TEXT, echeance INTEGER);
CREATE TABLE IF NOT EXISTS connexions (cle TEXT PRIMARY KEY, uid TEXT, grantId TEXT, contenu TEXT, expire INTEGER);
CREATE INDEX IF NOT EXISTS veilles_a_faire ON veilles (statut, echeance);
CREATE INDEX IF NOT EXISTS veilles_par_machine ON veilles (machine, debut);
`;
