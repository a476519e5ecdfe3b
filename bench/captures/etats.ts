import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Ligne } from '../../functions/demandes/formes.ts';
import type { DemarcheOuverte } from '../../functions/demarches/demarche.actions.ts';
import { PAGES } from '../../web/agents/dossier/pages-des-actes.ts';
import { entrer } from '../navigateur.ts';
import { deposer, routesDesAgents, routesDuPortail } from '../pages.ts';
import type { Poche } from '../poche.ts';
import { DEMARCHE } from '../saisies.ts';
import { ouvrir, type Session, type Vie, vivre } from './vies.ts';

/** A page in a state worth looking at: where it is, who looks, and what is done before the picture. */
export type Etat = {
  nom: string;
  adresse: string;
  session?: Session;
  memoire?: Record<string, string>;
  avant?: (page: Page) => Promise<void>;
};

const RESPONSABLE = 'Claire Montfavet';
const CONSOLE = ['', '/courriels', '/sms', '/ecrire', '/horloge'];

/** Every page of the portal, the back-office and the console, from their own lists, and the states that lists do not tell. */
export const preparerEtats = async (navigateur: Browser, { base }: Poche): Promise<Etat[]> => {
  const agent = await navigateur.newContext();
  await entrer(agent, base, RESPONSABLE);
  const vies = await vivre({ agent: agent.request, navigateur, base });
  const depot = await deposer(agent.request, base);
  const chezUsager = await ouvrir(navigateur, base, depot);
  const chezAgent = await agent.storageState();
  const etats = [
    ...(await duPortail(agent, base, depot)).map((etat) => ({ session: chezUsager, ...etat })),
    ...Object.entries(vies).map(([nom, { reference, session }]) => ({
      nom: `portail-suivi-${nom}`,
      adresse: `${base}/suivi/${reference}`,
      session,
    })),
    ...(await desAgents(agent, base, vies)).map((etat) => ({ session: chezAgent, ...etat })),
    { nom: 'agents-connexion', adresse: `${base}/agents/` },
    { nom: 'agents-connexion-refusee', adresse: `${base}/agents/?refus=agent-inconnu` },
    ...CONSOLE.map((page) => ({
      nom: `console${page.replace('/', '-') || '-accueil'}`,
      adresse: `${base}/local${page}`,
    })),
    { nom: 'console-un-courriel', adresse: `${base}/local/courriels/1` },
  ];
  await agent.close();
  return etats;
};

const enNom = (route: string): string =>
  route.replace(/[^a-zà-ÿ-]+/gi, '-').replace(/^-|-$/g, '') || 'accueil';

const duPortail = async (
  contexte: BrowserContext,
  base: string,
  depot: { reference: string },
): Promise<Etat[]> => {
  const lue = await contexte.request.get(`${base}/api/demarches/${DEMARCHE}`);
  const { demarche } = (await lue.json()) as DemarcheOuverte;
  const valeurs = {
    domaine: demarche.domaine,
    demarche: DEMARCHE,
    reference: depot.reference,
  };
  const formulaire = `${base}/demarches/${DEMARCHE}/formulaire`;
  // Who asks, the questions, the pièces, and the summary.
  const etapes = Array.from({ length: demarche.etapes.length + 3 }, (_, i) => i + 1);
  const continuer = (page: Page) => page.getByRole('button', { name: 'Continuer' }).click();
  return [
    ...[...routesDuPortail(valeurs)].map(([route, chemin]) => ({
      nom: `portail-${enNom(route)}`,
      adresse: base + chemin,
    })),
    ...etapes.map((etape) => ({ nom: `portail-formulaire-${etape}`, adresse: `${formulaire}/${etape}` })),
    ...etapes.slice(0, -1).map((etape) => ({
      nom: `portail-formulaire-${etape}-erreurs`,
      adresse: `${formulaire}/${etape}`,
      avant: continuer,
    })),
    {
      nom: 'portail-recu-tamponne',
      adresse: `${base}/recu/${depot.reference}`,
      memoire: { [`recu:${depot.reference}`]: JSON.stringify(depot) },
    },
    {
      nom: 'portail-recherche-sans-reponse',
      adresse: `${base}/`,
      avant: (page) => page.getByRole('searchbox').first().fill('hippopotame'),
    },
    {
      nom: 'portail-recherche-stationnement',
      adresse: `${base}/`,
      avant: (page) => page.getByRole('searchbox').first().fill('stationement'),
    },
    { nom: 'portail-inconnue', adresse: `${base}/cette-page-n-existe-pas` },
    { nom: 'portail-demarche-inconnue', adresse: `${base}/demarches/danser-sur-le-pont` },
    { nom: 'portail-suivi-inconnu', adresse: `${base}/suivi/K7M2-9QX3#4H7Q-K2M9-XT3B` },
  ];
};

const desAgents = async (
  contexte: BrowserContext,
  base: string,
  vies: Record<string, Vie>,
): Promise<Etat[]> => {
  const pris = vies['en-instruction']?.reference ?? '';
  const file = async (vue: string) =>
    ((await (await contexte.request.get(`${base}/api/demandes?vue=${vue}`)).json()) as { lignes: Ligne[] })
      .lignes;
  const toutes = [...(await file('ouvertes')), ...(await file('closes'))];
  const parStatut = new Map(toutes.map((ligne) => [ligne.statut, ligne.reference]));
  return [
    ...[...routesDesAgents(pris)]
      .filter(([route]) => !route.includes(':reference/'))
      .map(([route, chemin]) => ({ nom: enNom(route), adresse: base + chemin })),
    ...(await desActes(contexte, { base, references: toutes.map(({ reference }) => reference), pris })),
    ...[...parStatut].map(([statut, reference]) => ({
      nom: `agents-dossier-${statut}`,
      adresse: `${base}/agents/demandes/${reference}`,
    })),
    { nom: 'agents-dossier-inconnu', adresse: `${base}/agents/demandes/K7M2-9QX3` },
    { nom: 'agents-page-inconnue', adresse: `${base}/agents/nulle/part/ici` },
  ];
};

type Ou = { base: string; references: readonly string[]; pris: string };

/** The page of each act, on a file where it may be done; else on one where the page says that it may not. */
const desActes = async (contexte: BrowserContext, { base, references, pris }: Ou): Promise<Etat[]> => {
  const possibles = new Map<string, string>();
  for (const reference of references) {
    const lu = await contexte.request.get(`${base}/api/demandes/${reference}`);
    const { gestes } = (await lu.json()) as { gestes: string[] };
    for (const geste of gestes) if (!possibles.has(geste)) possibles.set(geste, reference);
  }
  return Object.entries(PAGES).map(([acte, { page }]) => ({
    nom: `agents-acte-${page}${acte.endsWith('ATemps') ? '-a-temps' : ''}`,
    adresse: `${base}/agents/demandes/${possibles.get(acte) ?? pris}/${page}`,
  }));
};
