import { couper, surUneLigne } from '../platform/texte.ts';
import { dateLisible } from './date.ts';
import type { Champ, Demarche } from './demarche.ts';
import { FORMES } from './immatriculation.ts';
import { lireNombre, nombreLisible } from './nombre.ts';
import type { Reponses, Valeur } from './reponses.ts';

/** An answer as a person reads it, '' when there is none: « 1 500,50 € », « 15 mars 2027 ». */
export const reponseLisible = (champ: Champ, valeur: Valeur | undefined): string => {
  if (champ.type === 'case') return valeur === true ? 'Oui' : 'Non';
  const texte = Array.isArray(valeur) ? valeur.join(', ') : String(valeur ?? '').trim();
  switch (champ.type) {
    case 'date':
      return dateLisible(texte);
    case 'nombre':
      return nombreDit(texte, champ.unite);
    case 'texte':
      return champ.forme ? FORMES[champ.forme].propre(texte) : texte;
    case 'texte-long':
    case 'choix':
    case 'choix-multiple':
      return texte;
  }
};

const nombreDit = (texte: string, unite: string | undefined): string => {
  const nombre = lireNombre(texte, unite);
  return nombre === undefined ? texte : nombreLisible(nombre, unite);
};

/** Longer would not fit in a line of the queue. */
const APERCU_MAX = 120;

/** What the queue shows of the answers: « Danger immédiat · Rue du Four, devant le 12 »; and whether someone may be hurt. */
export const apercuDe = (
  { etapes }: Pick<Demarche, 'etapes'>,
  reponses: Reponses,
): { apercu?: string; danger?: true } => {
  const champs = etapes.flatMap((etape) => etape.champs);
  const mots = champs.flatMap((champ) => motEnFile(champ, reponses[champ.id]));
  return {
    ...(mots.length > 0 && { apercu: couper(surUneLigne(mots.join(' · ')), APERCU_MAX, '…') }),
    ...(champs.some((champ) => ditUnDanger(champ, reponses[champ.id])) && { danger: true as const }),
  };
};

const ditUnDanger = ({ enFile }: Champ, valeur: Valeur | undefined): boolean =>
  typeof enFile === 'object' && enFile.danger === true && valeur === enFile.si;

const motEnFile = (champ: Champ, valeur: Valeur | undefined): string[] => {
  const { enFile } = champ;
  if (!enFile || valeur === undefined) return [];
  if (enFile === true) return [reponseLisible(champ, valeur)].filter(Boolean);
  return valeur === enFile.si ? [enFile.dire] : [];
};
