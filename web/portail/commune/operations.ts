import { espacer } from '../../../functions/platform/lettres.ts';

/** What the page shows of one operation of the OpenAPI document. */
export type Operation = {
  nom: string;
  methode: string;
  chemin: string;
  resume: string;
  pour: string;
  entrees: string[];
  refus: string[];
  public: Public;
};

/** Who may ask, as the page groups them. */
export const PUBLICS = { tous: 'Pour tous', usager: 'Pour l’usager', agents: 'Pour les agents' } as const;
export type Public = keyof typeof PUBLICS;

type Brute = {
  operationId: string;
  summary: string;
  description: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: { 'application/json': { schema: { properties?: object } } } };
  responses: Record<string, { description: string }>;
};

export const operationsDe = (api: Record<string, unknown>): Operation[] =>
  Object.entries(api['paths'] as Record<string, Record<string, Brute>>).flatMap(([chemin, methodes]) =>
    Object.entries(methodes).map(([methode, brute]) => enOperation(`/api${chemin}`, methode, brute)),
  );

const enOperation = (chemin: string, methode: string, brute: Brute): Operation => ({
  nom: brute.operationId,
  methode: methode.toUpperCase(),
  chemin,
  resume: espacer(brute.summary),
  pour: brute.description,
  public: publicDe(brute),
  entrees: [
    ...brute.parameters.filter((parametre) => parametre.in !== 'header').map(({ name }) => name),
    ...Object.keys(brute.requestBody?.content['application/json'].schema.properties ?? {}),
  ],
  refus: Object.entries(brute.responses).flatMap(([statut, { description }]) =>
    Number(statut) < 400
      ? []
      : description.split(' / ').map((dit) => `${statut} ${dit.replace('{quand}', 'plus tard')}`),
  ),
});

/** The keys that open it: none when anyone may ask. */
const publicDe = ({ security }: Brute): Public => {
  if (security.length === 0) return 'tous';
  return security.some((cles) => 'usager' in cles) ? 'usager' : 'agents';
};
