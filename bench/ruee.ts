import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lireCommunes } from '../lib/communes.ts';
import { tableDe } from '../local/commun.ts';
import { arrondi, ecrit, type Releve } from './chiffres.ts';
import { saisieDuBanc } from './depot.ts';
import { ouvrirLieu } from './lieu.ts';
import { charger, ouvrirPoche } from './poche.ts';

const CONCURRENCE = 32;
/** 12 000 in a minute. */
const PAR_SECONDE_CIBLE = 200;

type Effets = { perdues: number; doubles: number; attendues: number };

/** A rush of deposits until the last effect: mail out, clock armed, in the agents' queue. */
export const mesurerRuee = async (n: number): Promise<Releve> => {
  const { lieu, fermer } = await ouvrirLieu();
  const saisie = saisieDuBanc(lieu);
  await fermer();
  const poche = await ouvrirPoche();
  const debut = performance.now();
  const recit = await charger({
    vers: 'porte',
    port: poche.port,
    saisie,
    n,
    concurrence: CONCURRENCE,
    depuis: 0,
  });
  await poche.calme();
  const secondes = (performance.now() - debut) / 1000;
  await poche.arreter();
  const { perdues, doubles } = compter(poche.donnees, recit.references);
  poche.effacer();
  const refusees = recit.erreurs.length;
  return {
    titre: `Ruée de ${ecrit(n)} dépôts, ${CONCURRENCE} à la fois, jusqu’au dernier effet`,
    lignes: [
      { quoi: 'tous accusés', mesure: ecrit(recit.secondes, 's') },
      {
        quoi: 'courriels partis, horloges armées, en file',
        mesure: `${ecrit(secondes, 's')} (${ecrit(arrondi(n / secondes))} par seconde)`,
        cible: `≤ ${ecrit(arrondi(n / PAR_SECONDE_CIBLE), 's')}`,
        tenue: secondes <= n / PAR_SECONDE_CIBLE,
      },
      { quoi: 'perdues', mesure: ecrit(perdues), cible: '0', tenue: perdues === 0 },
      { quoi: 'doubles', mesure: ecrit(doubles), cible: '0', tenue: doubles === 0 },
      ...(refusees > 0
        ? [
            {
              quoi: 'refusées à la porte',
              mesure: `${refusees} : ${recit.erreurs[0]}`,
              cible: '0',
              tenue: false,
            },
          ]
        : []),
    ],
    chiffres: {
      rush: {
        n,
        secondes: arrondi(secondes, 1),
        accuses: arrondi(recit.secondes, 1),
        perdues,
        doubles,
        refusees,
      },
    },
  };
};

/** Reads the files of the engines once they are closed: every demande acknowledged has each effect once. */
const compter = (donnees: string, references: readonly string[]): Omit<Effets, 'attendues'> => {
  const [premiere] = lireCommunes(path.resolve(import.meta.dirname, '..'));
  const table = tableDe(premiere?.commune.slug ?? '');
  const local = new DatabaseSync(path.join(donnees, 'local.sqlite'));
  const moteur = new DatabaseSync(path.join(donnees, 'table.sqlite'));
  const effets = [
    compte(local, 'SELECT objet AS de FROM courriels'),
    compte(local, "SELECT nom AS de FROM veilles WHERE statut = 'RUNNING' AND echeance IS NOT NULL"),
    compte(
      moteur,
      `SELECT json_extract(item_json, '$.pk.S') AS de FROM "${table}" WHERE json_extract(item_json, '$.sk.S') = 'DEMANDE' AND json_extract(item_json, '$.filePk.S') LIKE '%#ouverte'`,
    ),
  ];
  local.close();
  moteur.close();
  const connues = new Set(references);
  return {
    perdues: references.filter((reference) => effets.some((vus) => !vus.has(reference))).length,
    doubles: effets
      .flatMap((vus) => [...vus])
      .filter(([reference, fois]) => fois > 1 || !connues.has(reference)).length,
  };
};

/** How many times each reference appears, whatever stands around it. */
const compte = (base: DatabaseSync, requete: string): Map<string, number> => {
  const vus = new Map<string, number>();
  for (const { de } of base.prepare(requete).all()) {
    const reference = REFERENCE.exec(String(de))?.[0] ?? String(de);
    vus.set(reference, (vus.get(reference) ?? 0) + 1);
  }
  return vus;
};

const REFERENCE = /[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{2,4})+/;
