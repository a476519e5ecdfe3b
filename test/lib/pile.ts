import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { manifeste } from '../../functions/actions.ts';
import { Commune } from '../../functions/commune/commune.ts';
import { deployer } from '../../lib/application.ts';
import type { Construit } from '../../lib/commune-stack.ts';

export const RACINE = path.resolve(import.meta.dirname, '../..');

const adresse = { voie: '1 place de l’Essai', codePostal: '00000', ville: 'Essai' };
const telephone = '01 99 00 00 00';

/** A commune that exists only here. */
export const uneCommune = (
  slug: string,
  options: Partial<Commune['options']> = {},
  deploiement: Partial<Commune['deploiement']> = {},
): Commune =>
  Commune.parse({
    slug,
    nom: `Ville de ${slug}`,
    nomComplet: `Commune de ${slug}`,
    siret: '00000000000000',
    insee: '00000',
    fuseau: 'Indian/Reunion',
    calendrier: 'la-reunion',
    domaine: `${slug}.example.fr`,
    courriel: `mairie@${slug}.example.fr`,
    telephone,
    adresse,
    horaires: [{ jours: 'lundi', heures: '9 h' }],
    services: [{ id: 'accueil', nom: 'Accueil', adresse, courriel: `accueil@${slug}.example.fr`, telephone }],
    agents: [],
    siretsAgents: ['00000000000000'],
    tribunal: { nom: 'Tribunal', adresse },
    accessibilite: 'non conforme',
    demarches: { ouvertes: ['essai'] },
    connexion: { proconnect: { emetteur: 'https://agents.example.fr', client: 'essai' } },
    options,
    deploiement,
  });

/** A commune whose first deployment has succeeded. */
export const EN_SERVICE = {
  enService: true,
  certificat: 'arn:aws:acm:us-east-1:000000000000:certificate/essai',
};

/** Bundles and pages that only look like the real ones: the templates do not read them. */
const unConstruit = (): Construit => {
  const dossier = mkdtempSync(path.join(tmpdir(), 'parvis-pile-'));
  const poser = (fichier: string, contenu: string) => {
    mkdirSync(path.dirname(path.join(dossier, fichier)), { recursive: true });
    writeFileSync(path.join(dossier, fichier), contenu);
  };
  for (const { nom } of manifeste) poser(`functions/${nom}/index.js`, `exports.handler = '${nom}';`);
  for (const page of ['index.html', 'agents/index.html'])
    poser(`web/${page}`, '<head><title>Parvis</title></head>');
  poser('web/assets/essai.js', '');
  return {
    paquets: path.join(dossier, 'functions'),
    web: path.join(dossier, 'web'),
    fiches: path.join(dossier, 'fiches'),
  };
};

/** Synthesises the stacks of some communes and gives the folder of their templates. */
export const synthetiser = (...communes: Commune[]): string => {
  const { context } = JSON.parse(readFileSync(path.join(RACINE, 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const app = new App({
    context: { ...context, 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-asset-metadata': true },
  });
  deployer(
    app,
    communes.map((commune) => ({ commune, demarches: [], orientations: [] })),
    unConstruit(),
  );
  return app.synth().directory;
};
