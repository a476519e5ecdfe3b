// Which room may look into which. Run by `npm test`; a violation names the rule and its reason.
const noun = '^functions/(?!platform/)[^/]+/[a-z]+\\.ts$';
const verb = '^functions/(?!platform/)[^/]+/[a-z]+-[a-z-]+\\.ts$';
const contract = '^functions/actions\\.ts$|\\.actions\\.ts$';
const vocabulary = '^functions/platform/(action|patience|refus|dates|lettres|texte)\\.ts$';
const zod = 'node_modules/zod/';
/** Libraries which only compute: no clock, no network. */
const pure =
  'node_modules/(zod|libphonenumber-js|date-easter|sms-segments-calculator|minisearch|@orama/stemmers)/';
const temporal = 'node_modules/temporal-polyfill/';

/** The two files of the infrastructure that read `communes/` and `demarches/`, with the nouns that check them. */
const readers = '^lib/(communes|fronts)\\.ts$';
const read = '^functions/(commune/(commune|fautes)|demarches/(demarche|doutes|orientation))\\.ts$';

const rule = (name, comment, sides) => ({ name, comment, severity: 'error', ...sides });

module.exports = {
  forbidden: [
    rule('no-cycle', 'Two files that need each other to run are one file, or hide a third.', {
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    }),
    rule('nothing-unresolved', 'An import that leads nowhere would only fail in production.', {
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^aws-lambda$'] },
    }),
    rule('a-noun-is-pure', 'A noun decides: no network, no clock, no engine.', {
      from: { path: noun },
      to: { pathNot: [noun, contract, vocabulary, pure] },
    }),
    rule('a-contract-is-light', 'The browser loads the contracts.', {
      from: { path: contract },
      to: { pathNot: [contract, noun, vocabulary, zod] },
    }),
    rule('the-vocabulary-is-light', 'Nouns and the browser load it.', {
      from: { path: vocabulary },
      to: { pathNot: [vocabulary, zod, temporal] },
    }),
    rule(
      'a-verb-stands-alone',
      'One action, one file, one function: what two verbs share is a noun or a store.',
      { from: { path: '^functions' }, to: { path: verb } },
    ),
    rule('only-stores-know-the-table', 'Keys live in one place for each capability.', {
      from: { path: '^functions/(?!platform/)', pathNot: '\\.store\\.ts$' },
      to: { path: '^functions/platform/table' },
    }),
    rule('only-one-file-speaks-dynamo', 'The engine may change without touching a store.', {
      from: { path: '^(functions|lib|web)/', pathNot: '^functions/platform/table\\.dynamo\\.ts$' },
      to: { path: 'client-dynamodb(?!-streams)|lib-dynamodb' },
    }),
    rule(
      'infra-reads-only-the-manifest',
      'The infrastructure derives from the contracts, the figures of patience, and the nouns of communes/ and demarches/.',
      {
        from: { path: '^lib' },
        to: {
          path: '^functions',
          pathNot: ['^functions/actions\\.ts$', '^functions/platform/(action|patience)\\.ts$', read],
        },
      },
    ),
    rule(
      'infra-checks-communes-in-two-files',
      'Elsewhere in lib/ a commune is a type: it has been checked already.',
      { from: { path: '^lib', pathNot: readers }, to: { path: read, dependencyTypesNot: ['type-only'] } },
    ),
    rule('functions-ignore-where-they-run', 'The same handlers run in Lambda, on a laptop and in a test.', {
      from: { path: '^functions' },
      to: { path: '^(lib|bin|web|test|local|bench)/|aws-cdk-lib' },
    }),
    rule('functions-ship-what-they-import', 'A development dependency is not in the bundle of production.', {
      from: { path: '^functions' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    }),
    rule('web-sees-contracts-and-nouns', 'Nothing of the server goes to the browser.', {
      from: { path: '^web' },
      to: { path: '^functions', pathNot: [contract, noun, vocabulary] },
    }),
    rule('the-two-fronts-ignore-each-other', 'What both need lives in web/ui.', {
      from: { path: '^web/(portail|agents)/' },
      to: { path: '^web/(portail|agents)/', pathNot: '^web/$1/' },
    }),
    rule('the-product-ignores-the-pocket-cloud', 'What is proved on a laptop is what is deployed.', {
      from: { path: '^(functions|lib|web|statemachines)/|^bin/parvis\\.ts$' },
      to: { path: '^(local|test|bench)/|^bin/' },
    }),
  ],
  options: {
    // TypeScript 7 has no JavaScript API: without swc, dependency-cruiser sees no module and is content.
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|coverage|captures|\\.parvis)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
