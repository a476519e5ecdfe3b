import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Commune } from '../functions/commune/commune.ts';
import { pilesDe } from './piles.ts';
import { GRATUITS, TARIFS } from './tarifs.ts';

export type Ressource = {
  Type: string;
  Properties?: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};
export type Gabarit = { fichier: string; ressources: Record<string, Ressource> };
export type Ligne = { type: string; nombre: number; dollars: number };
export type Cout = { lignes: Ligne[]; total: number; inconnus: string[] };

/** What an idle commune may cost a month when it asks for nothing more, in dollars. */
const PLAFOND = 1;

/** The templates of a commune's stacks, nested ones included, as synth wrote them. */
export const lireGabarits = (dossier: string, slug: string): Gabarit[] =>
  Object.values(pilesDe(slug))
    .map((pile) => `${pile}.template.json`)
    .filter((fichier) => existsSync(path.join(dossier, fichier)))
    .flatMap((fichier) => lireGabarit(dossier, fichier));

/** One template of an assembly, and those nested in it. */
export const lireGabarit = (dossier: string, fichier: string): Gabarit[] => {
  const { Resources = {} } = JSON.parse(readFileSync(path.join(dossier, fichier), 'utf8')) as {
    Resources?: Record<string, Ressource>;
  };
  const imbriques = Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::CloudFormation::Stack')
    .map(({ Metadata }) => String(Metadata?.['aws:asset:path']));
  return [
    { fichier, ressources: Resources },
    ...imbriques.flatMap((imbrique) => lireGabarit(dossier, imbrique)),
  ];
};

/** The monthly price of doing nothing, by type of resource; a type that no list knows is named. */
export const coutAuRepos = (gabarits: readonly Gabarit[]): Cout => {
  const parType = Map.groupBy(
    gabarits.flatMap(({ ressources }) => Object.values(ressources)),
    ({ Type }) => Type,
  );
  const lignes = [...parType].flatMap(([type, ressources]) => {
    const tarif = TARIFS[type];
    return tarif
      ? [
          {
            type,
            nombre: ressources.length,
            dollars: somme(ressources.map((ressource) => tarif(ressource.Properties ?? {}))),
          },
        ]
      : [];
  });
  const inconnus = [...parType.keys()].filter((type) => !TARIFS[type] && !GRATUITS.has(type));
  return { lignes, total: somme(lignes.map(({ dollars }) => dollars)), inconnus };
};

/** A commune that asks for a firewall or its own key has asked for their price too. */
export const plafondDe = ({ options }: Commune, { lignes }: Cout): number => {
  const voulus = [
    ...(options.pareFeu ? ['AWS::WAFv2::WebACL'] : []),
    ...(options.cleDeChiffrement ? ['AWS::KMS::Key'] : []),
  ];
  return PLAFOND + somme(lignes.filter(({ type }) => voulus.includes(type)).map(({ dollars }) => dollars));
};

// Prices are in cents at the finest: rounding keeps 0.1 + 0.2 honest.
const somme = (dollars: readonly number[]): number =>
  Math.round(dollars.reduce((total, prix) => total + prix, 0) * 100) / 100;
