import { pathToFileURL } from 'node:url';

/** The SDK's tree of decisions: three numbers per node (what is asked, where a yes leads, where a no leads). */
type Arbre = {
  nodes: Int32Array;
  root: number;
  conditions: readonly unknown[];
  results: readonly unknown[];
};

/** From this number on, a reference is a result. */
const RESULTAT = 100_000_000;

/** What is never true of our calls, in the words of the SDK: plain buckets and tables, by name, in Europe. */
const JAMAIS = [
  ...[
    'Accelerate',
    'IsSearchOperation',
    'UseDualStack',
    'UseFIPS',
    'UseGlobalEndpoint',
    'UseObjectLambdaEndpoint',
  ],
  ...['UseS3ExpressControlEndpoint', '--op-s3', '--x-s3', '--xa-s3', 'arn:', 'aws.parseArn', 'local'],
  ...['aws-cn', 'aws-us-gov', 'cn-north-1', 'cn-northwest-1', 'us-gov-east-1', 'us-gov-west-1'],
].map((mot) => JSON.stringify(mot));

const estFaux = (condition: unknown): boolean => {
  const dite = JSON.stringify(condition);
  return JAMAIS.some((mot) => dite.includes(mot));
};

/** The module that finds the addresses of a service, without the questions whose answer is known. */
export const adressesUsuelles = async (fichier: string): Promise<string> => {
  const { bdd } = (await import(pathToFileURL(fichier).href)) as { bdd: Arbre };
  const { nodes, root, conditions, results } = elaguer(bdd);
  return `import { BinaryDecisionDiagram } from "@smithy/core/endpoints";
export const bdd = BinaryDecisionDiagram.from(new Int32Array(${JSON.stringify(nodes)}), ${root}, ${JSON.stringify(conditions)}, ${JSON.stringify(results)});`;
};

type Elague = { nodes: number[]; root: number; conditions: unknown[]; results: unknown[] };

/** The node that has no answer. */
const SANS_ISSUE = 1;

/** Follows the tree from its root; a question whose answer is no gives way to what that leads to. */
const elaguer = ({ nodes, root, conditions, results }: Arbre): Elague => {
  const garde: Elague = { nodes: [-1, 1, -1], root: 0, conditions: [], results: [] };
  const faux = conditions.map(estFaux);
  const places = new Map([[SANS_ISSUE, SANS_ISSUE]]);
  const placer = (ref: number): number => {
    if (ref < 0) throw new Error('l’arbre des adresses a des branches renversées');
    if (ref >= RESULTAT) return RESULTAT + placeDans(garde.results, results[ref - RESULTAT]);
    const [question = 0, oui = 0, non = 0] = nodes.subarray(3 * (ref - 1), 3 * ref);
    return faux[question] ? placer(non) : (places.get(ref) ?? garder(ref, [question, oui, non]));
  };
  const garder = (ref: number, [question, oui, non]: [number, number, number]): number => {
    const debut = garde.nodes.push(placeDans(garde.conditions, conditions[question]), 0, 0) - 3;
    places.set(ref, debut / 3 + 1);
    garde.nodes[debut + 1] = placer(oui);
    garde.nodes[debut + 2] = placer(non);
    return debut / 3 + 1;
  };
  garde.root = placer(root);
  return garde;
};

const placeDans = (liste: unknown[], quoi: unknown): number => {
  const place = liste.indexOf(quoi);
  return place === -1 ? liste.push(quoi) - 1 : place;
};
