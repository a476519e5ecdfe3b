// Runs dependency-cruiser, and does not believe a success that saw nothing.
import { createRequire } from 'node:module';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';

const configuration = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration;

/** Fewer modules than this means that the parser read nothing. */
const MODULES_MIN = 100;

const { output } = await cruise(['functions', 'lib', 'bin', 'local', 'web', 'test'], {
  ...configuration.options,
  ruleSet: configuration,
  validate: true,
});
const { summary } = output as ICruiseResult;
for (const { rule, from, to } of summary.violations)
  console.error(`  ${rule.severity} ${rule.name} : ${from} → ${to}`);
console.log(`  ${summary.totalCruised} modules, ${summary.violations.length} écart(s)`);
if (summary.totalCruised < MODULES_MIN || summary.error > 0) process.exit(1);
