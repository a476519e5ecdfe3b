import middy from '@middy/core';
import type { Contract } from './action.ts';
import { lireEvenement } from './autour.evenement.ts';
import { tenirJournal } from './autour.journal.ts';
import { repondreAuxRefus } from './autour.refus.ts';
import type { Cadre } from './autour.ts';
import { type EvenementHttp, enReponse, type ReponseHttp } from './http.ts';
import { lireMonde, reglage, variable } from './monde.ts';
import { type Lieu, perform, type Verbe } from './perform.ts';
import { baseDynamo } from './table.dynamo.ts';

let ici: Lieu | undefined;

/** Made at the first call, kept while the function lives: importing a verb touches nothing. */
const lieu = (): Lieu => {
  ici ??= { base: baseDynamo(variable('TABLE')), monde: lireMonde() };
  return ici;
};

/** An action as AWS calls it: over HTTP when its contract has a route, otherwise with the event itself. */
export const lambda = <C extends Contract>(verbe: Verbe<C>) =>
  verbe.contract.route ? parHttp(verbe) : seule(verbe);

/** What is thrown goes back through them from the last to the first: the answer is made, then the journal is kept. */
const parHttp = <C extends Contract>(verbe: Verbe<C>) =>
  middy<EvenementHttp, ReponseHttp, Error, Cadre>()
    .use(tenirJournal(({ routeKey }: EvenementHttp) => routeKey))
    .use(repondreAuxRefus(verbe.contract))
    .use(lireEvenement(verbe.contract, () => ({ origines: lieu().monde.origines, bord: reglage('BORD') })))
    .handler(async (_, { appel }) => {
      if (!appel) throw new Error('un appel que rien n’a lu');
      return enReponse(verbe.contract, await perform(verbe, appel, lieu()));
    });

/** Internal events are tried again by whoever sent them: a failure must be thrown. */
const seule = <C extends Contract>(verbe: Verbe<C>) =>
  middy<unknown, unknown, Error, Cadre>()
    .use(tenirJournal(() => verbe.contract.resume))
    .handler((event) => perform(verbe, { input: event, now: new Date(), interne: true }, lieu()));
