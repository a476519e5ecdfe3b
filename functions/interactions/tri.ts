import { ligneDe } from '../usagers/telephone.ts';
import type { Usager } from '../usagers/usager.ts';
import type { Raison } from './interaction.ts';
import type { Lecture } from './lecture.ts';
import { estDeLaMaison, type Maison } from './maison.ts';
import { dangerDe, emprunte, type Verdicts } from './preuve.ts';

/** Why a mail must wait for a person, whatever it asks; undefined when it may go on. */
export const raisonDe = (lecture: Lecture, verdicts: Verdicts, commune: Maison): Raison | undefined => {
  const danger = dangerDe(verdicts);
  if (danger) return danger;
  if (lecture.machine) return 'automatique';
  if (estDeLaMaison(lecture.de, commune)) return 'interne';
  if (!lecture.de) return 'sans-expediteur';
  if (lecture.illisible) return 'caracteres';
  return emprunte(verdicts) ? 'expediteur-douteux' : undefined;
};

/** Is it the person of the demande who writes? */
export const estDe = (
  de: string,
  { courriel, telephone }: Pick<Usager, 'courriel' | 'telephone'>,
): boolean =>
  de.includes('@')
    ? courriel?.toLowerCase() === de.toLowerCase()
    : telephone !== undefined && ligneDe(telephone) === ligneDe(de);

const JOUR_MS = 86_400_000;
/** More demandes than this in a day, from one address, is not a person asking (CRPA L112-11). */
const PAR_JOUR = 10;

export const ecritTrop = (recues: readonly { recueLe: string; canal: string }[], now: Date): boolean =>
  recues.filter(({ recueLe, canal }) => canal === 'courriel' && now.getTime() - Date.parse(recueLe) < JOUR_MS)
    .length >= PAR_JOUR;

const REPIT_MS = 600_000;

/** One acknowledgement for several words in a row; and a machine that answers us does not start a conversation. */
export const vientDEcrire = (
  messages: readonly { le: string; canal: string; par: { qui: string } }[],
  { canal, recueLe }: { canal: string; recueLe: string },
): boolean =>
  messages.some(
    (message) =>
      message.par.qui === 'usager' &&
      message.canal === canal &&
      Math.abs(Date.parse(recueLe) - Date.parse(message.le)) < REPIT_MS,
  );
