import * as z from 'zod';
import type { Contract } from '../platform/action.ts';
import { catalogue, type CodeRefus } from '../platform/refus.ts';

type Nommee = { nom: string; contract: Contract };

/** The OpenAPI 3.1 page of the manifest: routes, shapes, who may ask, which refusals may come. */
export const decrire = (entrees: readonly Nommee[], { titre, adresse }: { titre: string; adresse: string }) => ({
  openapi: '3.1.0',
  info: { title: titre, version: '0.1.0', description: 'Les actions que l’on peut demander à la commune.', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
  servers: [{ url: `${adresse}/api` }],
  paths: entrees.reduce<Record<string, Record<string, unknown>>>((chemins, entree) => {
    const [methode, chemin] = entree.contract.route?.split(' ') ?? [];
    if (!methode || !chemin) return chemins;
    return { ...chemins, [chemin]: { ...chemins[chemin], [methode.toLowerCase()]: operation(entree, chemin) } };
  }, {}),
  components: {
    schemas: { Refus: { type: 'object', required: ['code', 'phrase', 'details'], properties: { code: { enum: [...Object.keys(catalogue), 'panne'] }, phrase: { type: 'string' }, details: { type: 'array', items: { type: 'object', required: ['phrase'], properties: { champ: { type: 'string' }, phrase: { type: 'string' } } } }, incident: { type: 'string' } } } },
    securitySchemes: { usager: { type: 'apiKey', in: 'cookie', name: 'parvis_usager' }, agent: { type: 'apiKey', in: 'cookie', name: 'parvis_agent' } },
  },
});

type Schema = { properties?: Record<string, unknown>; required?: string[] };

const operation = ({ nom, contract }: Nommee, chemin: string) => {
  const entree = z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const dansChemin = [...chemin.matchAll(/\{(\w+)\}/g)].map(([, nomme]) => nomme ?? '');
  const reste = Object.entries(entree.properties ?? {}).filter(([cle]) => !dansChemin.includes(cle));
  const lecture = contract.route?.startsWith('GET');
  const requis = (cle: string) => entree.required?.includes(cle) ?? false;
  return {
    operationId: nom,
    summary: contract.resume,
    description: `Pour : ${contract.par.join(', ')}.`,
    ...(!contract.par.includes('public') && { security: [...(contract.par.includes('usager') ? [{ usager: [] }] : []), ...(contract.par.some((profil) => profil !== 'usager') ? [{ agent: [] }] : [])] }),
    parameters: [
      ...dansChemin.map((name) => ({ name, in: 'path', required: true, schema: entree.properties?.[name] ?? {} })),
      ...(lecture ? reste.map(([name, schema]) => ({ name, in: 'query', required: requis(name), schema })) : []),
      ...(contract.writes && !lecture ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }] : []),
    ],
    ...(!lecture && { requestBody: { content: { 'application/json': { schema: { type: 'object', properties: Object.fromEntries(reste), required: entree.required?.filter((cle) => !dansChemin.includes(cle)) ?? [] } } } } }),
    responses: { ...succes(contract), ...refus(contract.refuse) },
  };
};

const succes = (contract: Contract) => {
  switch (contract.reponse ?? 'json') {
    case 'redirection':
      return { 302: { description: 'Aller à l’adresse donnée par Location' } };
    case 'document':
      return { 200: { description: 'Le document', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } } };
    case 'json':
      return { 200: { description: 'Fait', content: { 'application/json': { schema: z.toJSONSchema(contract.output, { io: 'output', unrepresentable: 'any' }) } } } };
  }
};

const refus = (codes: readonly CodeRefus[]) => {
  const parStatut = Map.groupBy(['entree-invalide' as const, ...codes], (code) => catalogue[code].status);
  return Object.fromEntries([...parStatut].map(([status, meme]) => [status, { description: [...new Set(meme)].map((code) => `${code} : ${catalogue[code].phrase}`).join(' / '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Refus' } } } }]));
};
