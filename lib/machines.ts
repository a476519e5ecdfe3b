import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Etat, etapeDe, type Machine } from './machines.etats.ts';

type Nommee = { nom: string; machine: Machine };

export const lireMachines = (racine: string): Nommee[] => {
  const dossier = path.join(racine, 'statemachines');
  return readdirSync(dossier)
    .filter((fichier) => fichier.endsWith('.asl.json'))
    .sort()
    .map((fichier) => ({
      nom: path.basename(fichier, '.asl.json'),
      machine: JSON.parse(readFileSync(path.join(dossier, fichier), 'utf8')) as Machine,
    }));
};

/** The page of the state machines: what each is for, and its drawing, from the very file that is deployed. */
export const pageDesMachines = (machines: readonly Nommee[]): string =>
  [ENTETE, ...machines.map(({ nom, machine }) => chapitre(nom, machine))].join('\n');

const ENTETE = `# Les machines à états

Écrit par \`node bin/lancer.mjs bin/machines.ts\` d’après \`statemachines/\` : ne pas modifier à la main, un test le compare.
`;

const chapitre = (nom: string, machine: Machine): string =>
  [`## ${nom}`, '', machine.Comment ?? '', '', '```mermaid', dessiner(machine), '```', ''].join('\n');

/** A Mermaid drawing. States have short names of their own: theirs may hold any character. */
export const dessiner = ({ StartAt, States }: Machine): string => {
  const cles = new Map(Object.keys(States).map((nom, rang) => [nom, `e${rang + 1}`]));
  const cleDe = (nom: string): string => {
    const cle = cles.get(nom);
    if (!cle) throw new Error(`l’état « ${nom} » n’existe pas`);
    return cle;
  };
  const etats = Object.entries(States).flatMap(([nom, etat]) => dessinerEtat(nom, etat, cleDe));
  return ['stateDiagram-v2', ...[`[*] --> ${cleDe(StartAt)}`, ...etats].map((ligne) => `  ${ligne}`)].join(
    '\n',
  );
};

const dessinerEtat = (nom: string, etat: Etat, cleDe: (nom: string) => string): string[] => {
  const cle = cleDe(nom);
  const { lignes, suites } = etapeDe(nom, etat);
  return [
    `state "${nom.replaceAll('"', '’')}" as ${cle}`,
    ...lignes.map((ligne) => `${cle} : ${lisible(ligne)}`),
    ...suites.map(
      ({ vers, quand }) => `${cle} --> ${vers ? cleDe(vers) : '[*]'}${quand ? ` : ${lisible(quand)}` : ''}`,
    ),
  ];
};

/** In Mermaid a colon or a semicolon ends a sentence. */
const lisible = (phrase: string): string => phrase.replace(/\s*[:;]\s*/g, ', ');
