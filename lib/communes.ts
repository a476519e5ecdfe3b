import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { Commune } from '../functions/commune/commune.ts';
import { fautesDesDelegations } from '../functions/commune/fautes.ts';
import { Demarche } from '../functions/demarches/demarche.ts';
import { doutesDe } from '../functions/demarches/doutes.ts';
import { Orientation } from '../functions/demarches/orientation.ts';
import { contraste } from './fronts.ts';

/** A commune, the démarches that it opens and where it sends for the rest, its own choices laid over what all share. */
export type CommuneChargee = { commune: Commune; demarches: Demarche[]; orientations: Orientation[] };

/** A mistake in the file of a commune or of a démarche: which file, which field, why. */
export class FichierInvalide extends Error {
  constructor(fautes: readonly string[]) {
    super(
      `Le démarrage s’arrête ici : ${fautes.length} faute(s) à corriger.\n${fautes.map((faute) => `  - ${faute}`).join('\n')}`,
    );
    this.name = 'FichierInvalide';
  }
}

/**
 * Where the communes are: where `PARVIS_COMMUNES` says, else in `communes/`, else the fictitious towns that come with the
 * product. The last serve to show it and to try it; an intercommunalité's own never mix with them.
 */
const dossierDesCommunes = (racine: string): string => {
  const siennes = path.join(racine, 'communes');
  const ailleurs = process.env.PARVIS_COMMUNES;
  if (ailleurs) return path.resolve(racine, ailleurs);
  const decrites = existsSync(siennes) && readdirSync(siennes).some((nom) => nom.endsWith('.json'));
  return decrites ? siennes : path.join(racine, 'demonstration');
};

/** Reads and checks every commune, and every démarche and orientation below `racine`. Throws FichierInvalide, which lists all the mistakes. */
export const lireCommunes = (racine: string): CommuneChargee[] => {
  const fautes: string[] = [];
  const dossier = dossierDesCommunes(racine);
  const catalogue = lireDossier(path.join(racine, 'demarches'), fautes);
  const demarches = new Map(
    [...catalogue].map(([fichier, brut]) => [path.basename(fichier, '.json'), { fichier, brut }]),
  );
  for (const { fichier, brut } of demarches.values()) verifier(Demarche, { brut, fichier }, fautes);
  const orientations = lireOrientations(path.join(racine, 'orientations'), fautes);
  const chargees = [...lireDossier(dossier, fautes)].flatMap(([fichier, brut]) => {
    const commune = verifier(Commune, { brut, fichier }, fautes);
    if (!commune) return [];
    return [
      {
        commune,
        demarches: ouvrir(commune, demarches, { fichier, fautes }),
        orientations: situer(commune, orientations, { fichier, fautes }),
      },
    ];
  });
  if (chargees.length === 0 && fautes.length === 0)
    fautes.push(`${path.basename(dossier)}/ : aucune commune n’est décrite`);
  if (fautes.length > 0) throw new FichierInvalide(fautes);
  return chargees;
};

/** What a text leaves doubtful in what the commune opens: said each time that it is built, until it decides. */
export const aConfirmer = ({ commune, demarches }: CommuneChargee): string[] => [
  ...(commune.dpo
    ? []
    : ['« dpo » : la commune n’a pas nommé son délégué à la protection des données (RGPD, 37)']),
  ...demarches.flatMap((demarche) =>
    doutesDe(demarche).map(({ sujet, phrase }) => `${demarche.id}, ${sujet.toLowerCase()} : ${phrase}`),
  ),
];

const lireDossier = (dossier: string, fautes: string[]): Map<string, unknown> => {
  const nom = path.basename(dossier);
  const fichiers = readdirSync(dossier)
    .filter((fichier) => fichier.endsWith('.json'))
    .sort();
  return new Map(
    fichiers.flatMap((fichier) => {
      try {
        return [
          [`${nom}/${fichier}`, JSON.parse(readFileSync(path.join(dossier, fichier), 'utf8')) as unknown],
        ];
      } catch (erreur) {
        fautes.push(`${nom}/${fichier} : ce n’est pas du JSON (${(erreur as Error).message})`);
        return [];
      }
    }),
  );
};

type Source = { brut: unknown; fichier: string };

const verifier = <S extends z.ZodType>(
  schema: S,
  { brut, fichier }: Source,
  fautes: string[],
): z.infer<S> | undefined => {
  const lu = schema.safeParse(brut);
  if (lu.success) return lu.data;
  for (const { path: champ, message } of lu.error.issues)
    fautes.push(`${fichier}, champ « ${champ.join('.') || '(racine)'} » : ${message}`);
  return undefined;
};

/** What every commune's search may answer, one list for all the files: a name is there once. */
const lireOrientations = (dossier: string, fautes: string[]): Map<string, Source> => {
  const lues = new Map<string, Source>();
  for (const [fichier, brut] of lireDossier(dossier, fautes))
    for (const une of verifier(z.array(z.looseObject({ id: z.string() })), { brut, fichier }, fautes) ?? []) {
      if (lues.has(une.id)) fautes.push(`${fichier} : l’orientation « ${une.id} » est écrite deux fois`);
      lues.set(une.id, { brut: une, fichier: `${fichier} (${une.id})` });
    }
  return lues;
};

/** A commune unsays a field with `null`. */
const sansNuls = (brut: object): object =>
  Object.fromEntries(Object.entries(brut).filter(([, valeur]) => valeur !== null));

/** The orientations as this commune says them. */
const situer = (
  { orientations = {} }: Commune,
  communes: ReadonlyMap<string, Source>,
  { fichier, fautes }: { fichier: string; fautes: string[] },
): Orientation[] => {
  for (const id of Object.keys(orientations))
    if (!communes.has(id))
      fautes.push(`${fichier}, champ « orientations.${id} » : cette orientation n’existe pas`);
  return [...communes].flatMap(([id, { brut, fichier: origine }]) => {
    const propre = orientations[id];
    const source = propre
      ? {
          brut: sansNuls({ ...(brut as object), ...propre }),
          fichier: `${fichier} (surcharge de ${origine})`,
        }
      : { brut, fichier: origine };
    return verifier(Orientation, source, fautes) ?? [];
  });
};

type Catalogue = Map<string, Source>;

const ouvrir = (
  commune: Commune,
  catalogue: Catalogue,
  { fichier, fautes }: { fichier: string; fautes: string[] },
): Demarche[] => {
  verifierTheme(commune, fichier, fautes);
  if (path.basename(fichier, '.json') !== commune.slug)
    fautes.push(
      `${fichier}, champ « slug » : doit être « ${path.basename(fichier, '.json')} », comme le nom du fichier`,
    );
  for (const id of Object.keys(commune.demarches.surcharges))
    if (!commune.demarches.ouvertes.includes(id))
      fautes.push(`${fichier}, champ « demarches.surcharges.${id} » : cette démarche n’est pas ouverte`);
  for (const { path: champ, message } of fautesDesDelegations(commune))
    fautes.push(`${fichier}, champ « ${champ.join('.')} » : ${message}`);
  return commune.demarches.ouvertes.flatMap((id, i) => {
    const modele = catalogue.get(id);
    if (!modele) {
      fautes.push(`${fichier}, champ « demarches.ouvertes.${i} » : demarches/${id}.json n’existe pas`);
      return [];
    }
    const brut = { ...(modele.brut as object), ...commune.demarches.surcharges[id] };
    const demarche = verifier(
      Demarche,
      { brut, fichier: `${fichier} (surcharge de ${modele.fichier})` },
      fautes,
    );
    if (!demarche) return [];
    if (demarche.id !== id)
      fautes.push(`${modele.fichier}, champ « id » : doit être « ${id} », comme le nom du fichier`);
    if (!commune.services.some((service) => service.id === demarche.service))
      fautes.push(
        `${fichier}, champ « demarches.ouvertes.${i} » : « ${id} » va au service « ${demarche.service} », que la commune n’a pas`,
      );
    verifierIsolement(demarche, commune, { champ: `demarches.ouvertes.${i}`, fichier, fautes });
    verifierInstances(demarche, commune, { champ: `demarches.ouvertes.${i}`, fichier, fautes });
    return [demarche];
  });
};

type Ici = { champ: string; fichier: string; fautes: string[] };

/** What must be apart goes where it is. */
const verifierIsolement = ({ id, isole, autorite, service }: Demarche, commune: Commune, ici: Ici): void => {
  const ou = commune.services.find((un) => un.id === service);
  if (!ou || !isole) return;
  const attendu = autorite === 'ccas' ? 'ccas' : 'nominatif';
  if (ou.isole !== attendu)
    ici.fautes.push(
      `${ici.fichier}, champ « ${ici.champ} » : les demandes de « ${id} » sont à part ; écrivez « "isole": "${attendu}" » dans le service « ${service} »`,
    );
};

const INSTANCES = {
  'tribunal-judiciaire': 'tribunalJudiciaire',
  procureur: 'tribunalJudiciaire',
  prefet: 'prefet',
  dasen: 'dasen',
} as const;
const aSituer = (devant: string): devant is keyof typeof INSTANCES => devant in INSTANCES;

/** A letter that names a judge without saying where to write to it does not make the delay run (CJA R421-5). */
const verifierInstances = (
  { id, recours = [] }: Demarche,
  { instances = {} }: Commune,
  { champ, fichier, fautes }: Ici,
): void => {
  const absentes = recours
    .map(({ devant }) => devant)
    .filter(aSituer)
    .map((devant) => INSTANCES[devant])
    .filter((instance) => !instances[instance]);
  for (const instance of new Set(absentes))
    fautes.push(
      `${fichier}, champ « ${champ} » : un refus de « ${id} » se conteste ailleurs qu’au tribunal administratif ; ajoutez « instances.${instance} » (nom, adresse)`,
    );
};

/** WCAG 2.1, 1.4.3: the accent carries text. */
const CONTRASTE_MIN = 4.5;
const verifierTheme = ({ theme }: Commune, fichier: string, fautes: string[]): void => {
  if (!theme) return;
  for (const [champ, fond] of [
    ['accent', '#fbfaf7'],
    ['accentSombre', '#14161c'],
  ] as const) {
    const mesure = contraste(theme[champ], fond);
    if (mesure < CONTRASTE_MIN)
      fautes.push(
        `${fichier}, champ « theme.${champ} » : ${theme[champ]} se lit mal sur ${fond} (contraste ${mesure.toFixed(1)}, il faut ${CONTRASTE_MIN}) ; prenez une couleur plus ${champ === 'accent' ? 'foncée' : 'claire'}`,
      );
  }
};
