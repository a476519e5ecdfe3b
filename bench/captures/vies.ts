import type { APIRequestContext } from 'playwright-core';
import { deposer } from '../pages.ts';

type Acteurs = { agent: APIRequestContext; usager: APIRequestContext; base: string };

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

/** One demande in each state, opened for the person who holds them; returns their references. */
export const vivre = async ({ agent, usager, base }: Acteurs): Promise<Record<string, string>> => {
  const vies: Record<string, string> = {};
  for (const [nom, [geste, saisie]] of Object.entries(GESTES)) {
    const depot = await deposer(usager, base);
    vies[nom] = depot.reference;
    await verifier(
      await agent.post(`${base}/api/demandes/${depot.reference}/${geste}`, {
        data: { version: DEPUIS, jusquau: dansUnMois(), ...saisie },
      }),
    );
    await verifier(
      await usager.post(`${base}/api/suivi`, { data: { reference: depot.reference, code: depot.code } }),
    );
  }
  return vies;
};

type Reponse = Awaited<ReturnType<APIRequestContext['post']>>;
const verifier = async (reponse: Reponse): Promise<void> => {
  if (!reponse.ok()) throw new Error(`${reponse.url()} : ${await reponse.text()}`);
};

const dansUnMois = (): string => new Date(Date.now() + 30 * 24 * 3600_000).toISOString().slice(0, 10);
