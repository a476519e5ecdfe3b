import { createHash } from 'node:crypto';
import type { Arrivee } from '../demandes/demande.entree.ts';
import { couper } from '../platform/texte.ts';
import { separer } from './interaction.citation.ts';
import { estUnTransfert, type Lecture } from './lecture.ts';
import { estDeLaMaison, type Maison } from './maison.ts';

const MOT_MAX = 20_000;
const SUITE = '\n(La suite est dans l’original.)';
const SANS_TEXTE = 'Message sans texte.';

/** What a mail says, apart from what it recalls. What someone sends on is what they have to say. */
export const motDuCourriel = (
  { de, texte, objet }: Pick<Lecture, 'de' | 'texte' | 'objet'>,
  maison: Maison,
): Pick<Arrivee, 'texte' | 'citation'> => {
  const estConnue = (adresse: string): boolean => adresse === de || estDeLaMaison(adresse, maison);
  const separe = estUnTransfert(objet) ? { texte, citation: '' } : separer(texte, estConnue);
  // Folded whole, it would hide what they wrote under a recall that no program marked.
  const tout = separe.texte ? separe : { texte, citation: '' };
  return {
    texte: couper(tout.texte, MOT_MAX, SUITE) || SANS_TEXTE,
    ...(tout.citation && { citation: couper(tout.citation, MOT_MAX, SUITE) }),
  };
};

/** All that a mail says: twice the same is one mail, whatever its number. Programs give one `Message-ID` to many. */
export const contenuDe = (lecture: Lecture, recueLe: string): string => {
  const { de, repondreA, date, objet, texte, jointes } = lecture;
  const fichiers = jointes.map(
    ({ nom, octets }) => `${nom} ${createHash('sha256').update(octets).digest('hex')}`,
  );
  return JSON.stringify([de, repondreA?.de, date || recueLe.slice(0, 10), objet, texte, fichiers]);
};
