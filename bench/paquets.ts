import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manifeste } from '../functions/actions.ts';
import { budgetDe } from '../lib/budgets.ts';
import { empaqueter } from '../lib/empaqueter.ts';
import { arrondi, ecrit, mediane, type Releve } from './chiffres.ts';

const FOIS = 5;
/** What a citizen waits for at a cold start, beside the machine's own. */
const IMPORT_DEPOT = 90;

/** Size of each function's bundle, and what loading it costs over an empty one, each time in a fresh process. */
export const mesurerPaquets = async (): Promise<Releve> => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'parvis-paquets-'));
  const tailles = await empaqueter(manifeste, dossier);
  const vide = path.join(dossier, 'vide.js');
  writeFileSync(vide, 'exports.handler = async () => ({});');
  const aVide = importer(vide);
  const mesures = manifeste.map(({ nom }) => ({
    nom,
    import: arrondi(Math.max(0, importer(path.join(dossier, nom, 'index.js')) - aVide)),
    zip: tailles.get(nom)?.zippes ?? 0,
  }));
  rmSync(dossier, { recursive: true, force: true });
  return {
    titre: `Fonctions : import au-dessus du vide (médiane de ${FOIS} processus neufs) et taille zippée`,
    lignes: mesures
      .toSorted((a, b) => b.zip - a.zip)
      .map(({ nom, import: ms, zip }) => ({
        quoi: nom,
        mesure: `${ecrit(ms, 'ms')}, ${ecrit(arrondi(zip / 1000), 'ko')}`,
        cible: `≤ ${nom === 'deposerDemande' ? `${IMPORT_DEPOT} ms, ` : ''}${budgetDe(nom) / 1000} ko`,
        tenue: zip <= budgetDe(nom) && (nom !== 'deposerDemande' || ms <= IMPORT_DEPOT),
      })),
    chiffres: {
      import: Object.fromEntries(mesures.map(({ nom, import: ms }) => [nom, ms])),
      zip: Object.fromEntries(mesures.map(({ nom, zip }) => [nom, zip])),
    },
  };
};

const CHRONO =
  'const t = process.hrtime.bigint(); require(process.argv[1]); process.stdout.write(String(Number(process.hrtime.bigint() - t) / 1e6)); process.exit(0)';

const importer = (fichier: string): number =>
  mediane(
    Array.from({ length: FOIS }, () => Number(execFileSync(process.execPath, ['-e', CHRONO, fichier]))),
  );
