import { timingSafeEqual } from 'node:crypto';
import { jeton as nouveauJeton } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { sessionStore } from '../platform/session.store.ts';
import { cookie, DUREES } from '../platform/session.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';

/** One page shows a person's own demandes; more codes than this in one session is not a person. */
const DEMANDES_MAX = 50;

export const ouvrirSuivi = implement(
  demandeActions.ouvrirSuivi,
  async ({ reference, code }, { jetons, now, table }) => {
    const lue = await demandeStore(table).get(reference).catch(siIntrouvable);
    if (!lue || !memes(lue.valeur.code, code)) throw new Refus('suivi-inconnu');
    const sessions = sessionStore(table, now);
    const avant = await sessions.get(jetons.usager);
    const deja = avant.qui === 'usager' ? avant.demandes : [];
    const jeton = nouveauJeton();
    sessions.add(jeton, {
      qui: 'usager',
      demandes: [...new Set([reference, ...deja])].slice(0, DEMANDES_MAX),
    });
    return { reference, cookies: [cookie('usager', jeton, DUREES.usager)] };
  },
);

/** A wrong reference and a wrong code get the same answer: neither may be guessed apart. */
const siIntrouvable = (erreur: unknown): undefined => {
  if (!(erreur instanceof Refus)) throw erreur;
};

const memes = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const handler = lambda(ouvrirSuivi);
