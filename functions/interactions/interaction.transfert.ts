import EmailForwardParser from 'email-forward-parser';
import { couper } from '../platform/texte.ts';
import { courrielDe } from '../usagers/courriel.ts';
import type { Lecture, Nomme } from './lecture.ts';

/** As far as the head of a mail that was sent on is looked for. */
const LU_MAX = 20_000;

/** Who first wrote what someone sends on: in the attached mail, or under the head that programs write. */
export const auteurDuTransfert = ({ joint, texte, objet }: Lecture): Nomme | undefined => {
  if (joint) return joint;
  const debut = texte.slice(0, LU_MAX).replace(/[\u00a0\u202f]/g, ' ');
  const { from } = new EmailForwardParser().read(debut, objet).email;
  const de = courrielDe(from?.address ?? '');
  return de ? { de, nom: couper(from?.name ?? '', 80) } : duBloc(debut);
};

/** Heads of which the program cut some lines. */
const duBloc = (texte: string): Nomme | undefined => {
  for (const [, ligne = ''] of texte.matchAll(
    /^[>\s*]*(?:De|From|Expéditeur)\s?\*?\s?:\*?\s*(.{3,300})$/gim,
  )) {
    const de = courrielDe(/[^\s<>()"',;:[\]]+@[^\s<>()"',;:[\]]+/.exec(ligne)?.[0] ?? '');
    if (de) return { de, nom: couper(ligne.replace(/[<(["'].*$/, '').trim(), 80) };
  }
  return undefined;
};
