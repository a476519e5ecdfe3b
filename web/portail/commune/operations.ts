/** What the page shows of one operation of the OpenAPI document. */
export type Operation = {
  nom: string;
  methode: string;
  chemin: string;
  resume: string;
  pour: string;
  entrees: string[];
  refus: string[];
};

type Brute = {
  operationId: string;
  summary: string;
  description: string;
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
  resume: brute.summary,
  pour: brute.description,
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
