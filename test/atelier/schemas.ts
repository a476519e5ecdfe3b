import * as z from 'zod';

/** What a form may hold, of every shape that a contract asks for; each leaf takes the first that it admits. */
const TEXTES = [
  ...['Devant le 14 rue des Écoles, les faits constatés sont établis par deux photographies jointes.'],
  ...['L’article 3 du règlement communal et l’article L211-5 du code des relations avec le public.'],
  ...['06 39 98 10 01', '2026-11-23', '2026-11-23T09:00:00.000Z', 'zoe@courriel.example', '84990', '123456'],
  ...[
    '21840999300019',
    'W842001234',
    'accueil',
    'P2M',
    '/mes-demandes',
    '/agents/',
    'https://parvis.example',
  ],
];

/** Every way of filling a shape: one value for each variant of its unions. `connus` are the values of this town, by field. */
export const exemplesDe = (schema: z.ZodType, connus: Record<string, unknown>): unknown[] => {
  const dessous = enveloppeeDe(schema);
  if (dessous) return exemplesDe(dessous, connus);
  if (schema instanceof z.ZodObject) return objets(schema, connus);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option) => exemplesDe(option as z.ZodType, connus));
  if (schema instanceof z.ZodArray) return exemplesDe(schema.element as z.ZodType, connus).map((un) => [un]);
  return schema instanceof z.ZodRecord ? [connus['reponses'] ?? {}] : [feuille(schema)];
};

/** What a shape wraps. What is cleaned, then checked, is a text: the whole of its shape says which. */
const enveloppeeDe = (schema: z.ZodType): z.ZodType | undefined => {
  if (schema instanceof z.ZodPipe)
    return debutDe(schema) instanceof z.ZodString ? undefined : (schema.in as z.ZodType);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? (schema.unwrap() as z.ZodType)
    : undefined;
};

const debutDe = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodPipe ? debutDe(schema.in as z.ZodType) : schema;

const objets = (schema: z.ZodObject, connus: Record<string, unknown>): Record<string, unknown>[] => {
  const champs = Object.entries(schema.shape).map(
    ([nom, forme]) => [nom, nom in connus ? [connus[nom]] : exemplesDe(forme as z.ZodType, connus)] as const,
  );
  const variantes = Math.max(1, ...champs.map(([, valeurs]) => valeurs.length));
  return Array.from({ length: variantes }, (_, rang) =>
    Object.fromEntries(champs.map(([nom, valeurs]) => [nom, valeurs[rang % valeurs.length]])),
  );
};

const feuille = (schema: z.ZodType): unknown => {
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  return [...TEXTES, crypto.randomUUID(), 1, 12, 2026, true].find((une) => schema.safeParse(une).success);
};

/** Where a value holds a text, whatever its depth: `usager.adresse.voie`. */
export const cheminsDesTextes = (valeur: unknown, chemin: readonly string[] = []): string[][] => {
  if (typeof valeur === 'string') return [[...chemin]];
  if (typeof valeur !== 'object' || valeur === null) return [];
  return Object.entries(valeur).flatMap(([nom, une]) => cheminsDesTextes(une, [...chemin, nom]));
};

/** The same value, with another text there. */
export const avecTexte = (valeur: unknown, [nom, ...reste]: readonly string[], texte: string): unknown => {
  if (nom === undefined) return texte;
  if (Array.isArray(valeur))
    return valeur.map((un, rang) => (String(rang) === nom ? avecTexte(un, reste, texte) : un));
  const objet = valeur as Record<string, unknown>;
  return { ...objet, [nom]: avecTexte(objet[nom], reste, texte) };
};
