import { setTimeout as attendre } from 'node:timers/promises';
import middy from '@middy/core';
import type { Contract } from './action.ts';
import { identifiant } from './aleas.ts';
import { type EvenementHttp, enAppel, enReponse, type ReponseHttp } from './http.ts';
import { journaliser } from './journal.ts';
import { lireMonde, reglage, variable } from './monde.ts';
import { type Lieu, perform, type Verbe } from './perform.ts';
import { freiner, verifierChemin } from './porte.ts';
import { type CodeRefus, Refus } from './refus.ts';
import { baseDynamo } from './table.dynamo.ts';

let ici: Lieu | undefined;

/** Made at the first call, kept while the function lives: importing a verb touches nothing. */
const lieu = (): Lieu => {
  ici ??= { base: baseDynamo(variable('TABLE')), monde: lireMonde() };
  return ici;
};

/** An action as AWS calls it: over HTTP when its contract has a route, otherwise with the event itself. */
export const lambda = <C extends Contract>(verbe: Verbe<C>) =>
  verbe.contract.route
    ? middy<EvenementHttp, ReponseHttp>().handler((event) => repondre(verbe, event))
    : middy<unknown, unknown>().handler((event) => suivre(verbe, event));

const repondre = async (verbe: Verbe, event: EvenementHttp): Promise<ReponseHttp> => {
  const debut = performance.now();
  try {
    const { base, monde } = lieu();
    const bord = reglage('BORD');
    verifierChemin(event.headers, bord);
    const appel = enAppel(event, { origines: monde.origines, now: new Date(), bord });
    freiner(verbe.contract, appel.adresse, appel.now);
    const reponse = enReponse(verbe.contract, await perform(verbe, appel, { base, monde }));
    journaliser('action-faite', { action: event.routeKey, ms: Math.round(performance.now() - debut) });
    return reponse;
  } catch (erreur) {
    if (erreur instanceof Refus && MUETS.includes(erreur.code)) await auPalier(debut);
    return refuser(verbe.contract, event, erreur);
  }
};

/** Refusals that must not tell, by the time they take, whether what is asked for exists. */
const MUETS: readonly CodeRefus[] = ['introuvable', 'suivi-inconnu', 'code-faux', 'code-perime'];

/** They are answered at the next step, so that reading a demande, or finding none, takes as long. Milliseconds. */
const PALIER = 50;
const auPalier = (debut: number): Promise<void> => attendre(PALIER - ((performance.now() - debut) % PALIER));

const refuser = (contract: Contract, event: EvenementHttp, erreur: unknown): ReponseHttp => {
  if (erreur instanceof Refus) {
    journaliser('action-refusee', { action: event.routeKey, code: erreur.code });
    return enReponse(contract, erreur);
  }
  const incident = identifiant().slice(0, 8);
  journaliser('panne', { action: event.routeKey, incident, erreur });
  return enReponse(contract, {
    code: 'panne',
    phrase:
      'Le service a eu une panne. Ce que vous avez écrit est resté sur cette page. Réessayez dans quelques minutes.',
    details: [],
    incident,
  });
};

/** Internal events are retried by whoever sent them: a failure must be thrown. */
const suivre = async (verbe: Verbe, event: unknown): Promise<unknown> => {
  const debut = performance.now();
  const action = verbe.contract.resume;
  try {
    const reponse = await perform(verbe, { input: event, now: new Date(), interne: true }, lieu());
    journaliser('action-faite', { action, ms: Math.round(performance.now() - debut) });
    return reponse;
  } catch (erreur) {
    journaliser(erreur instanceof Refus ? 'action-refusee' : 'panne', { action, erreur });
    throw erreur;
  }
};
