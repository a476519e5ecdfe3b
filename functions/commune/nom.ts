import type { Commune } from './commune.ts';

/** How a commune is called inside a sentence: « d’Aubevive », « du Havre », « des Ulis », « de La Rochelle ». */
export const deVille = ({ nom, insee, deNom }: Nommee): string => {
  if (deNom) return deNom;
  const contracte = /^(le|les)\s+(?=\S)/i.exec(nom);
  if (contracte) return `${CONTRACTES[contracte[1]?.toLowerCase() ?? '']} ${nom.slice(contracte[0].length)}`;
  return seElide(nom, insee) ? `d’${nom}` : `de ${nom}`;
};

/** « La commune d’Aubevive », or the name that it gives itself: « La ville de Lindenwiller ». */
export const laCommune = (commune: Nommee & Pick<Commune, 'nomComplet'>): string => {
  const [, genre] = /^(commune|ville|mairie)\b/i.exec(commune.nomComplet) ?? [];
  return `La ${genre?.toLowerCase() ?? 'commune'} ${deVille(commune)}`;
};

/** « Commune de Le Havre » is said « Commune du Havre »; undefined when it is well said, or says something else. */
export const malContractee = (commune: Nommee & Pick<Commune, 'nomComplet'>): string | undefined => {
  const [, genre, reste] =
    /^(commune|ville|mairie) (?:de |d[’']|du |des )(.+)$/i.exec(commune.nomComplet) ?? [];
  const nus = [commune.nom, commune.nom.replace(/^les?\s+/i, '')];
  if (!genre || !reste || !nus.includes(reste)) return undefined;
  const dite = `${genre} ${deVille(commune)}`;
  return commune.nomComplet.replace(/'/, '’') === dite ? undefined : dite;
};

type Nommee = Pick<Commune, 'nom' | 'insee' | 'deNom'>;

const CONTRACTES: Record<string, string> = { le: 'du', les: 'des' };

const seElide = (nom: string, insee: string): boolean => {
  const debut = nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^œ/i, 'oe')
    .replace(/^æ/i, 'ae')
    .toLowerCase();
  if (debut.startsWith('h')) return !GERMANIQUES.test(insee) && !H_ASPIRES.test(debut);
  if (debut.startsWith('y')) return !Y_CONSONNES.test(debut);
  return /^[aeiou]/.test(debut) && !/^o(ui|nze)\b/.test(debut);
};

/** Moselle and Alsace: Haguenau, Hayange, Hœnheim… breathe their h. */
const GERMANIQUES = /^(57|67|68)/;

/** Those that are heard elsewhere; the commune's file says the others (`deNom`). */
const H_ASPIRES =
  /^(haut|halles?\b|ham(bye|eau|el)?\b|hanvec|hardelot|hardinghen|hem\b|honfleur|houdan|houdemont|houilles|houlgate|huez|huelgoat)/;

/** Where y is said as in « yaourt ». */
const Y_CONSONNES = /^(yutz|youx|yenne|yaute)\b/;
