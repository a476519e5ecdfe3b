// `npm run rejouer -- <function>`: has what failed tried again now, rather than at the next quarter of an hour.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { fluxActions } from '../functions/flux/flux.actions.ts';

const [fonction] = process.argv.slice(2);
const lambda = new LambdaClient({});

/** One round: each message that waits is tried once. Throws what the function says of its failure. */
const reprendre = async (FunctionName: string) => {
  const { FunctionError, Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
  const rendu: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
  if (FunctionError) throw new Error(`La relance a échoué : ${JSON.stringify(rendu)}`);
  return fluxActions.relancerPerdus.output.parse(rendu);
};

/** A round stops before its time is up: rounds follow each other as long as one does something. */
const rejouer = async (nom: string): Promise<void> => {
  let refaits = 0;
  let restes = 0;
  for (let tour = await reprendre(nom); ; tour = await reprendre(nom)) {
    refaits += tour.refaits;
    restes += tour.restes;
    if (tour.refaits === 0) break;
  }
  console.log(`${refaits} message(s) repris.`);
  if (restes === 0) return;
  console.error(
    `${restes} échouent encore : la cause n’est pas corrigée, ou ce sont des messages que l’on ne sait pas lire. Le journal de relancerPerdus le dit.`,
  );
  process.exitCode = 1;
};

if (fonction) await rejouer(fonction);
else {
  console.error('Dites quelle fonction : npm run rejouer -- "$(fonction relancerPerdus)" (docs/runbook.md).');
  process.exitCode = 2;
}
