import { type Entree, manifeste } from '../../functions/actions.ts';
import { type Gabarit, lireGabarits, type Ressource } from '../../lib/cout.ts';

type Enonce = { Action: string | string[]; Resource?: unknown; NotResource?: unknown; Effect: string };

const enListe = <T>(valeur: T | T[] | undefined): T[] => [valeur ?? []].flat() as T[];

/** A commune's stacks, read as intentions. */
export const lirePile = (dossier: string, slug: string) => {
  const gabarits = lireGabarits(dossier, slug);
  const ressources = Object.assign({}, ...gabarits.map((gabarit) => gabarit.ressources)) as Record<
    string,
    Ressource
  >;
  const deType = (type: string): Ressource[] => Object.values(ressources).filter(({ Type }) => Type === type);
  return {
    gabarits,
    ressources,
    deType,
    enoncesDe: (nom: string) => enoncesDe(ressources, nom),
    fonction: (nom: string) => fonctionDe(ressources, nom),
  };
};

const trouver = (ressources: Record<string, Ressource>, debut: string): Ressource | undefined =>
  Object.entries(ressources).find(([id]) => new RegExp(`^${debut}[0-9A-F]{8}$`).test(id))?.[1];

const fonctionDe = (ressources: Record<string, Ressource>, nom: string): Ressource => {
  const fonction = trouver(ressources, nom);
  if (!fonction) throw new Error(`pas de fonction pour ${nom}`);
  return fonction;
};

const enoncesDe = (
  ressources: Record<string, Ressource>,
  nom: string,
): { actions: string[]; sur: string }[] => {
  const role = roleDe(ressources, nom);
  const politiques = Object.values(ressources).filter(
    ({ Type, Properties }) =>
      Type === 'AWS::IAM::Policy' && JSON.stringify(Properties?.Roles) === JSON.stringify([{ Ref: role }]),
  );
  const enonces = politiques.flatMap(
    ({ Properties }) => (Properties as { PolicyDocument: { Statement: Enonce[] } }).PolicyDocument.Statement,
  );
  return enonces.map(({ Action, Resource, NotResource }) => ({
    actions: enListe(Action),
    sur: JSON.stringify(Resource ?? { sauf: NotResource }),
  }));
};

/** The name of a function's role in its template, or in that of the stack above, which hands it down as a parameter. */
export const roleDe = (ressources: Record<string, Ressource>, nom: string): string => {
  const { Role } = (fonctionDe(ressources, nom).Properties ?? {}) as {
    Role?: { 'Fn::GetAtt'?: [string, string]; Ref?: string };
  };
  const ici = Role?.['Fn::GetAtt']?.[0];
  if (ici) return ici;
  const dits = Object.values(ressources)
    .filter(({ Type }) => Type === 'AWS::CloudFormation::Stack')
    .map(({ Properties }) => (Properties?.Parameters as Record<string, unknown>)?.[Role?.Ref ?? '']);
  const [, au] = /"Fn::GetAtt":\["(\w+)"/.exec(JSON.stringify(dits)) ?? [];
  if (!au) throw new Error(`pas de rôle pour ${nom}`);
  return au;
};

export const nomsQui = (critere: (entree: Entree) => boolean): string[] =>
  manifeste
    .filter(critere)
    .map(({ nom }) => nom)
    .sort();

/** Ids that a template's resource waits for, in the same template. */
export const attendues = ({ ressources }: Gabarit, id: string): string[] => {
  const texte = JSON.stringify(ressources[id]);
  const cites = [
    ...texte.matchAll(/"(?:Ref|Fn::GetAtt|DependsOn)":(?:"([^"]+)"|\[((?:"[^"]+",?)+)\])/g),
  ].flatMap(([, seul, liste]) =>
    seul ? [seul] : (liste ?? '').split(',').map((cite) => cite.replaceAll('"', '')),
  );
  return cites.filter((cite) => cite in ressources && cite !== id);
};
