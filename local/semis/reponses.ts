import { Temporal } from 'temporal-polyfill';
import type { Champ, Demarche } from '../../functions/demarches/demarche.ts';
import { estDemande, type Reponses, type Valeur } from '../../functions/demarches/reponses.ts';
import type { Hasard } from './hasard.ts';
import type { Reponse } from './histoire.ts';

type Dites = Readonly<Record<string, Reponse>>;

/** The whole form: what the story says, and something plausible to each other question that must be answered. */
export const remplir = (
  demarche: Demarche,
  dites: Dites,
  { jour, hasard }: { jour: string; hasard: Hasard },
): Reponses => {
  const reponses: Reponses = {};
  for (const champ of demarche.etapes.flatMap(({ champs }) => champs)) {
    if (!estDemande(champ, reponses)) continue;
    const dite = dites[champ.id];
    if (dite !== undefined) reponses[champ.id] = enValeur(dite, jour);
    else if (!champ.facultatif)
      reponses[champ.id] = plausible(champ, debutDe(champ, reponses) ?? jour, hasard);
  }
  return reponses;
};

/** An end comes after its beginning. */
const debutDe = (champ: Champ, reponses: Reponses): string | undefined =>
  champ.type === 'date' && champ.depuis ? String(reponses[champ.depuis]) : undefined;

const enValeur = (dite: Reponse, jour: string): Valeur =>
  typeof dite === 'object' && !Array.isArray(dite) ? plusTard(jour, dite.dans) : dite;

const plusTard = (jour: string, jours: number): string =>
  Temporal.PlainDate.from(jour).add({ days: jours }).toString();

const plausible = (champ: Champ, jour: string, { entre, parmi }: Hasard): Valeur => {
  switch (champ.type) {
    case 'texte':
    case 'texte-long':
      return /pr[ée]nom/i.test(champ.libelle) ? parmi(PRENOMS) : parmi(RIENS);
    case 'nombre':
      return Math.min(champ.max, champ.min + entre(2, 40));
    case 'date':
      return plausibleJour(champ, jour, entre);
    case 'choix':
      return possibles(champ)[entre(0, possibles(champ).length - 1)] ?? '';
    case 'choix-multiple':
      return champ.options.slice(0, entre(1, 2));
    case 'case':
      return true;
  }
};

const plausibleJour = (
  { age, quand }: Extract<Champ, { type: 'date' }>,
  jour: string,
  entre: Hasard['entre'],
): string => {
  if (age) return plusTard(jour, -(365 * (age.min ?? 20) + entre(60, 200)));
  return quand === 'passee' ? plusTard(jour, -entre(1200, 3000)) : plusTard(jour, entre(20, 60));
};

/** The answers with which the démarche goes on. */
const possibles = ({ options, arret = [] }: Extract<Champ, { type: 'choix' }>): string[] =>
  options.filter((option) => !arret.some(({ vaut }) => vaut.includes(option)));

const PRENOMS = ['Lina', 'Gabin', 'Anaé', 'Sohan', 'Margaux', 'Isaac'] as const;
const RIENS = [
  'À préciser avec la mairie',
  'Comme l’an dernier',
  'Je peux vous le dire par téléphone',
] as const;
