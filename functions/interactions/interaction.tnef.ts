// What Outlook hides in `winmail.dat`, read as MS-OXTNEF says: attributes one after the other, each with its length.

type Fichier = { nom: string; octets: Uint8Array };
export type Contenu = { texte: string; html: string; fichiers: Fichier[] };

const SIGNATURE = 0x223e9f78;
const ATTRIBUT = {
  corps: 0x800c,
  titre: 0x8010,
  donnees: 0x800f,
  rendu: 0x9002,
  mapi: 0x9003,
  jointe: 0x9005,
};
const PROPRIETE = { corps: 0x1000, html: 0x1013, nomLong: 0x3707, nom: 0x3704, donnees: 0x3701 };

/** Files of one mail: more is no letter of a person. */
const FICHIERS_MAX = 50;

/** Undefined when it is none, or when its lengths lie. */
export const lireTnef = (octets: Uint8Array): Contenu | undefined => {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (octets.byteLength < 6 || vue.getUint32(0, true) !== SIGNATURE) return undefined;
  const lu: Contenu = { texte: '', html: '', fichiers: [] };
  let place = 6;
  while (place + 9 <= octets.byteLength) {
    const nom = vue.getUint16(place + 1, true);
    const longueur = vue.getUint32(place + 5, true);
    const debut = place + 9;
    if (debut + longueur > octets.byteLength) break;
    noter(lu, nom, octets.subarray(debut, debut + longueur));
    // Two bytes of checksum, which several programs get wrong.
    place = debut + longueur + 2;
  }
  return lu;
};

const noter = (lu: Contenu, nom: number, octets: Uint8Array): void => {
  const fichier = lu.fichiers.at(-1);
  if (nom === ATTRIBUT.rendu && lu.fichiers.length < FICHIERS_MAX)
    lu.fichiers.push({ nom: '', octets: new Uint8Array() });
  if (nom === ATTRIBUT.corps) lu.texte = enLatin(octets);
  if (nom === ATTRIBUT.mapi) noterMessage(lu, proprietes(octets));
  if (!fichier) return;
  if (nom === ATTRIBUT.titre) fichier.nom ||= enLatin(octets);
  if (nom === ATTRIBUT.donnees) fichier.octets = octets;
  if (nom === ATTRIBUT.jointe) noterFichier(fichier, proprietes(octets));
};

const noterMessage = (lu: Contenu, lues: Propriete[]): void => {
  for (const { id, octets, unicode } of lues) {
    if (id === PROPRIETE.corps) lu.texte = unicode ? enUtf16(octets) : enLatin(octets);
    if (id === PROPRIETE.html) lu.html = new TextDecoder().decode(octets);
  }
};

/** The long name is the true one: the title is often cut at eight letters. */
const noterFichier = (fichier: Fichier, lues: Propriete[]): void => {
  const nom =
    lues.find(({ id }) => id === PROPRIETE.nomLong) ??
    lues.find(({ id }) => id === PROPRIETE.nom && !fichier.nom);
  if (nom) fichier.nom = nom.unicode ? enUtf16(nom.octets) : enLatin(nom.octets);
  const donnees = lues.find(({ id, objet }) => id === PROPRIETE.donnees && !objet);
  if (donnees && fichier.octets.byteLength === 0) fichier.octets = donnees.octets;
};

type Propriete = { id: number; octets: Uint8Array; unicode: boolean; objet: boolean };

/** Sizes of the values that have no length of their own. */
const FIXES: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const TEXTE_8 = 0x001e;
const TEXTE_16 = 0x001f;
const OBJET = 0x000d;
const BINAIRE = 0x0102;
const VARIABLES = new Set([TEXTE_8, TEXTE_16, OBJET, BINAIRE]);
const PLUSIEURS = 0x1000;
const NOMMEE = 0x8000;

/** The first properties that could be read: what follows one that lies is left. */
const proprietes = (octets: Uint8Array): Propriete[] => {
  const lues: Propriete[] = [];
  try {
    parcourir(octets, lues);
  } catch (erreur) {
    if (!(erreur instanceof RangeError)) throw erreur;
  }
  return lues;
};

const parcourir = (octets: Uint8Array, lues: Propriete[]): void => {
  const lecteur = lecteurDe(octets);
  for (let reste = Math.min(lecteur.entier(), PROPRIETES_MAX); reste > 0; reste--) {
    const marque = lecteur.entier();
    const id = marque >>> 16;
    if (id >= NOMMEE) passerNom(lecteur);
    lues.push({ id, ...valeurDe(lecteur, marque & 0xffff) });
  }
};

type Lecteur = { entier: () => number; prendre: (longueur: number) => Uint8Array };

const lecteurDe = (octets: Uint8Array): Lecteur => {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let place = 0;
  return {
    entier: () => {
      place += 4;
      return vue.getUint32(place - 4, true);
    },
    prendre: (longueur) => {
      if (place + longueur > octets.byteLength) throw new RangeError('TNEF');
      const pris = octets.subarray(place, place + longueur);
      place += longueur + ((4 - (longueur % 4)) % 4);
      return pris;
    },
  };
};

/** A property that a program named itself bears its name, in letters or as a number. */
const passerNom = ({ entier, prendre }: Lecteur): void => {
  prendre(16);
  if (entier() === 0) entier();
  else prendre(entier());
};

/** Of several values, the first. */
const valeurDe = ({ entier, prendre }: Lecteur, genre: number): Omit<Propriete, 'id'> => {
  const base = genre & ~PLUSIEURS;
  const variable = VARIABLES.has(base);
  const combien = variable || genre & PLUSIEURS ? Math.min(entier(), PROPRIETES_MAX) : 1;
  const lire = (): Uint8Array => prendre(variable ? entier() : (FIXES[base] ?? Number.POSITIVE_INFINITY));
  const [premiere = new Uint8Array()] = Array.from({ length: combien }, lire);
  return { octets: premiere, unicode: base === TEXTE_16, objet: base === OBJET };
};
const PROPRIETES_MAX = 2000;

const sansFin = (texte: string): string => texte.replace(/\0+$/, '');
const enLatin = (octets: Uint8Array): string => sansFin(new TextDecoder('windows-1252').decode(octets));
const enUtf16 = (octets: Uint8Array): string => sansFin(new TextDecoder('utf-16le').decode(octets));
