import type { Detail } from '../../functions/platform/refus.ts';
import { estVide } from '../../functions/platform/texte.ts';
import { tropLong } from '../../functions/usagers/numeros.ts';
import { smsAttendu } from '../../functions/usagers/telephone.ts';
import {
  CHAMPS,
  type ChampIdentite,
  CODE_POSTAL,
  CODE_POSTAL_ETRANGER,
  CONTACT,
  NOM_SEUL,
  PAYS,
  PRENOM,
  type QualiteUsager,
  type UsagerSaisi,
} from './champs-identite.ts';

/** What the person says of themselves; `valeurs` by the path of the contract, `adresse.voie` for one. */
export type Identite = { qualite: QualiteUsager | ''; valeurs: Record<string, string>; parSms: boolean };

export const champsIdentite = (identite: Identite): ChampIdentite[] => {
  const champs = identite.qualite ? CHAMPS[identite.qualite] : [];
  return champs
    .filter((champ) => champ !== PRENOM || !identite.valeurs[NOM_SEUL])
    .map((champ) => (champ === CODE_POSTAL && paysDe(identite) ? CODE_POSTAL_ETRANGER : champ));
};

/** The country of who lives abroad. */
const paysDe = ({ valeurs }: Identite): string => {
  const pays = valeurs[PAYS]?.trim() ?? '';
  return /^france$/i.test(pays) ? '' : pays;
};

/** What was typed in a field, cleaned. */
export const reponseIdentite = (identite: Identite, { chemin, propre }: ChampIdentite): string => {
  const valeur = chemin === PAYS ? paysDe(identite) : (identite.valeurs[chemin]?.trim() ?? '');
  return valeur && propre ? propre(valeur) : valeur;
};

/** The fields of who asks, as the page groups them. */
export const groupesIdentite = (
  identite: Identite,
  champs = champsIdentite(identite),
): Record<'nom' | 'adresse' | 'contact', ChampIdentite[]> => {
  const adresse = champs.filter(({ chemin }) => chemin.startsWith('adresse.'));
  const contact = champs.filter(({ chemin }) => CONTACT.some((un) => un.chemin === chemin));
  return {
    adresse,
    contact,
    nom: champs.filter((champ) => !adresse.includes(champ) && !contact.includes(champ)),
  };
};

export const idDe = (chemin: string): string => `usager.${chemin}`;

/** Is this field still asked, and not left blank on purpose? */
export const encoreDemande = (identite: Identite, id: string): boolean => {
  if (id === idDe('qualite')) return true;
  const champ = champsIdentite(identite).find(({ chemin }) => idDe(chemin) === id);
  return champ !== undefined && !(champ.facultatif && reponseIdentite(identite, champ) === '');
};

/** The sentences that say what to mend in who asks. */
export const fautesIdentite = (identite: Identite, champs = champsIdentite(identite)): Detail[] => {
  if (!identite.qualite)
    return [{ champ: idDe('qualite'), phrase: 'Dites pour qui vous faites cette demande.' }];
  return champs.flatMap((champ) => {
    const phrase = fauteDe(champ, (identite.valeurs[champ.chemin] ?? '').trim());
    return phrase ? [{ champ: idDe(champ.chemin), phrase }] : [];
  });
};

const fauteDe = ({ manque, facultatif, max, defaut }: ChampIdentite, valeur: string): string | undefined => {
  if (estVide(valeur)) return facultatif ? undefined : manque;
  if (max && valeur.length > max) return tropLong(max);
  return defaut?.(valeur);
};

const smsPossible = (numero: string | undefined): boolean =>
  Boolean(numero) && smsAttendu(numero ?? '') !== 'non';

/** Who asks, as the contract reads it: blanks are absent, a path is a nested field. */
export const versUsager = (identite: Identite): UsagerSaisi => {
  const usager: Record<string, unknown> = {
    qualite: identite.qualite,
    parSms: identite.parSms && smsPossible(identite.valeurs.telephone?.trim()),
  };
  const adresse: Record<string, string> = {};
  for (const champ of champsIdentite(identite)) {
    const { chemin } = champ;
    const valeur = reponseIdentite(identite, champ);
    if (!valeur) continue;
    if (chemin.startsWith('adresse.')) adresse[chemin.slice('adresse.'.length)] = valeur;
    else usager[chemin] = valeur;
  }
  return { ...usager, ...(Object.keys(adresse).length > 0 && { adresse }) } as UsagerSaisi;
};
