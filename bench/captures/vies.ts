import type { APIRequestContext, Browser, BrowserContext } from 'playwright-core';
import { deposer } from '../pages.ts';

type Acteurs = { agent: APIRequestContext; navigateur: Browser; base: string };
export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;
export type Vie = { reference: string; session: Session };

/** What an agent does to a demande that has just come, by the name of the state that follows. */
const GESTES: Record<string, [string, object]> = {
  'en-instruction': ['prise-en-charge', {}],
  incomplete: [
    'pieces-manquantes',
    {
      pieces: [{ nom: 'Justificatif de domicile', motif: 'La copie est illisible.' }],
      message: 'Une photo nette suffit.',
    },
  ],
  acceptee: ['acceptation', { texte: 'Votre carte vous attend à l’accueil de la mairie.' }],
  refusee: [
    'refus',
    { faits: 'Le véhicule appartient à un tiers.', droit: 'Délibération du 3 mars, article 2.' },
  ],
};
const DEPUIS = 1;

/** One demande in each state, each opened in the browser of its own person. */
export const vivre = async ({ agent, navigateur, base }: Acteurs): Promise<Record<string, Vie>> => {
  const vies: Record<string, Vie> = {};
  for (const [nom, [geste, saisie]] of Object.entries(GESTES)) {
    const depot = await deposer(agent, base);
    await verifier(
      await agent.post(`${base}/api/demandes/${depot.reference}/${geste}`, {
        data: { version: DEPUIS, jusquau: dansUnMois(), ...saisie },
      }),
    );
    vies[nom] = { reference: depot.reference, session: await ouvrir(navigateur, base, depot) };
  }
  return vies;
};

/** What the browser of someone who has given their code holds. */
export const ouvrir = async (
  navigateur: Browser,
  base: string,
  { reference, code }: { reference: string; code: string },
): Promise<Session> => {
  const contexte = await navigateur.newContext();
  await verifier(await contexte.request.post(`${base}/api/suivi`, { data: { reference, code } }));
  const session = await contexte.storageState();
  await contexte.close();
  return session;
};

type Reponse = Awaited<ReturnType<APIRequestContext['post']>>;
const verifier = async (reponse: Reponse): Promise<void> => {
  if (!reponse.ok()) throw new Error(`${reponse.url()} : ${await reponse.text()}`);
};

const dansUnMois = (): string => new Date(Date.now() + 30 * 24 * 3600_000).toISOString().slice(0, 10);
