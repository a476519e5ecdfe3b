// `npm run bench`: one table of honest figures. `--only depot,rush`, `--n 12000`, `--json FILE`.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Releve, tableau } from './chiffres.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    only: { type: 'string' },
    n: { type: 'string', default: '2000' },
  },
});

/** Each bench is loaded when asked for: what one needs must not weigh on another. */
const bancs: Record<string, () => Promise<Releve>> = {
  depot: async () => (await import('./depot.ts')).mesurerDepots(),
  paquets: async () => (await import('./paquets.ts')).mesurerPaquets(),
  unites: async () => (await import('./unites.ts')).mesurerUnites(),
  rush: async () => (await import('./ruee.ts')).mesurerRuee(Number(values.n)),
  simulations: async () => (await import('./simulations.ts')).mesurerSimulations(),
  armement: async () => (await import('./armement.ts')).mesurerArmement(Number(values.n)),
  web: async () => (await import('./web.ts')).mesurerWeb(),
  lighthouse: async () => (await import('./lighthouse.ts')).mesurerLighthouse(),
};

/** What could not be measured is said, and does not take the other figures with it. */
const enEchec =
  (nom: string) =>
  (erreur: unknown): Releve => {
    console.error(erreur);
    process.exitCode = 1;
    const quoi = String(erreur).split('\n')[0] ?? '';
    return { titre: `${nom} : pas mesuré`, lignes: [{ quoi, mesure: '' }], chiffres: {} };
  };

const voulus = values.only?.split(',') ?? Object.keys(bancs);
const releves: Releve[] = [];
for (const nom of voulus) {
  const banc = bancs[nom];
  if (!banc) throw new Error(`Pas de banc « ${nom} ». Il y a : ${Object.keys(bancs).join(', ')}.`);
  console.error(`— ${nom}`);
  releves.push(await banc().catch(enEchec(nom)));
}
console.log(tableau(releves));
if (values.json)
  writeFileSync(
    values.json,
    `${JSON.stringify(Object.assign({}, ...releves.map(({ chiffres }) => chiffres)), null, 2)}\n`,
  );
// A bench that fell leaves its engines behind: they stop with us.
process.exit();
