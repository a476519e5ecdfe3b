import path from 'node:path';
import type { Commune } from '../functions/commune/commune.ts';
import { lireCommunes } from '../lib/communes.ts';
import { coutAuRepos, lireGabarits, plafondDe } from '../lib/cout.ts';

const RACINE = path.resolve(import.meta.dirname, '..');
const montant = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const prix = (dollars: number): string => `${montant.format(dollars)} $`;

/** Prints what a commune's stack costs when nobody uses it, and answers with what is wrong. */
const relever = (commune: Commune, dossier: string): string[] => {
  const gabarits = lireGabarits(dossier, commune.slug);
  if (gabarits.length === 0)
    return [`Aucun gabarit pour « ${commune.slug} » dans ${dossier} : lancez d’abord « npx cdk synth ».`];
  const cout = coutAuRepos(gabarits);
  const plafond = plafondDe(commune, cout);
  console.log(`\n${commune.nomComplet}`);
  for (const { type, nombre, dollars } of cout.lignes)
    console.log(`  ${type.padEnd(34)} ${String(nombre).padStart(3)} ${prix(dollars).padStart(8)}`);
  console.log(`  ${'au repos, par mois'.padEnd(38)} ${prix(cout.total).padStart(8)}`);
  return [
    ...cout.inconnus.map(
      (type) =>
        `${commune.nom} : le prix au repos de « ${type} » n’est pas connu ; ajoutez-le à lib/tarifs.ts.`,
    ),
    ...(cout.total > plafond
      ? [
          `${commune.nom} : ${prix(cout.total)} par mois au repos, pour ${prix(plafond)} au plus ; retirez une ressource, ou faites-en une option de la commune.`,
        ]
      : []),
  ];
};

const dossier = path.resolve(process.argv[2] ?? path.join(RACINE, 'cdk.out'));
const fautes = lireCommunes(RACINE).flatMap(({ commune }) => relever(commune, dossier));
for (const faute of fautes) console.error(`\n${faute}`);
process.exitCode = fautes.length > 0 ? 1 : 0;
