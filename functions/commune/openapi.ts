import * as z from 'zod';
import { AGENTS, type Contract, type Profil } from '../platform/action.ts';
import { type CodeRefus, catalogue } from '../platform/refus.ts';

type Nommee = { nom: string; contract: Contract };

/** The OpenAPI 3.1 page of the manifest: routes, shapes, who may ask, which refusals may come. */
export const decrire = (
  entrees: readonly Nommee[],
  { titre, adresse }: { titre: string; adresse: string },
) => ({
  openapi: '3.1.0',
  info: {
    title: titre,
    version: '0.1.0',
    description: 'Les actions que l’on peut demander à la commune.',
    license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
  },
  servers: [{ url: `${adresse}/api` }],
  paths: chemins(entrees),
  components: {
    schemas: {
      Refus: {
        type: 'object',
        required: ['code', 'phrase', 'details'],
        properties: {
          code: { enum: [...Object.keys(catalogue), 'panne'] },
          phrase: { type: 'string' },
          details: {
            type: 'array',
            items: {
              type: 'object',
              required: ['phrase'],
              properties: { champ: { type: 'string' }, phrase: { type: 'string' } },
            },
          },
          incident: { type: 'string' },
        },
      },
    },
    securitySchemes: {
      usager: { type: 'apiKey', in: 'cookie', name: 'parvis_usager' },
      agent: { type: 'apiKey', in: 'cookie', name: 'parvis_agent' },
    },
  },
});

const chemins = (entrees: readonly Nommee[]) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const entree of entrees) {
    const [methode, chemin] = entree.contract.route?.split(' ') ?? [];
    if (methode && chemin)
      paths[chemin] = { ...paths[chemin], [methode.toLowerCase()]: operation(entree, chemin) };
  }
  return paths;
};

type Schema = { properties?: Record<string, unknown>; required?: string[] };

const operation = ({ nom, contract }: Nommee, chemin: string) => {
  const { properties = {}, required = [] } = z.toJSONSchema(contract.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as Schema;
  const nommes = [...chemin.matchAll(/\{(\w+)\}/g)].map(([, nomme]) => nomme ?? '');
  const reste = Object.fromEntries(Object.entries(properties).filter(([cle]) => !nommes.includes(cle)));
  const lecture = contract.route?.startsWith('GET') ?? false;
  const duChemin = nommes.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? {},
  }));
  const deLaQuestion = Object.entries(reste).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const corps = {
    type: 'object',
    properties: reste,
    required: required.filter((cle) => !nommes.includes(cle)),
  };
  return {
    operationId: nom,
    summary: contract.resume,
    description: `Pour : ${contract.par.map((profil) => PROFILS[profil]).join(', ')}.`,
    security: securite(contract),
    parameters: [...duChemin, ...(lecture ? deLaQuestion : REJEU)],
    ...(!lecture && { requestBody: { content: { 'application/json': { schema: corps } } } }),
    responses: { ...succes(contract), ...refus(refusDe(contract)) },
  };
};

const REJEU = [
  { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } },
];

/** Which cookie opens the action; none when anyone may ask. */
const securite = ({ par }: Contract) => {
  if (par.includes('public')) return [];
  return [
    ...(par.includes('usager') ? [{ usager: [] }] : []),
    ...(par.some((profil) => profil !== 'usager') ? [{ agent: [] }] : []),
  ];
};

const succes = (contract: Contract) => {
  switch (contract.reponse ?? 'json') {
    case 'redirection':
      return { 302: { description: 'Aller à l’adresse donnée par Location' } };
    case 'document':
      return {
        200: {
          description: 'Le document',
          content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
        },
      };
    case 'json':
      return {
        200: {
          description: 'Fait',
          content: {
            'application/json': {
              schema: z.toJSONSchema(contract.output, { io: 'output', unrepresentable: 'any' }),
            },
          },
        },
      };
  }
};

/** Whom the documentation names, with their accents. */
const PROFILS: Record<Profil, string> = {
  public: 'tous',
  usager: 'l’usager',
  accueil: 'l’accueil',
  instructeur: 'l’instructeur',
  responsable: 'le responsable',
  administrateur: 'l’administrateur',
  elu: 'l’élu',
  horloge: 'l’horloge',
};

/** Beyond what the contract names: what the door, the session and the network may answer to any action of its kind. */
const refusDe = (contract: Contract): CodeRefus[] => {
  const { limite, par, refuse, route, writes } = contract;
  const ouvert = par.includes('public');
  const ecrit = !route?.startsWith('GET');
  return [
    'entree-invalide',
    'hors-du-site',
    ...refuse,
    ...(ouvert ? [] : (['non-connecte', 'interdit'] as const)),
    ...(par.some((profil) => PROFILS_AGENTS.includes(profil)) ? (['habilitation-retiree'] as const) : []),
    ...(ecrit ? (['json-illisible', 'origine-refusee', 'corps-trop-grand'] as const) : []),
    ...(ecrit && writes ? (['cle-deja-utilisee'] as const) : []),
    ...(limite || ouvert || par.includes('usager') ? (['trop-de-demandes'] as const) : []),
  ];
};

const PROFILS_AGENTS: readonly Profil[] = [...AGENTS, 'elu'];

const refus = (codes: readonly CodeRefus[]) => {
  const parStatut = Map.groupBy(new Set(codes), (code) => catalogue[code].status);
  const connus = [...parStatut].map(([status, meme]) => [
    status,
    reponse(meme.map((code) => `${code} : ${catalogue[code].phrase}`).join(' / ')),
  ]);
  return { ...Object.fromEntries(connus), 500: reponse('panne : la référence « incident » la retrouve') };
};

const reponse = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refus' } } },
});
