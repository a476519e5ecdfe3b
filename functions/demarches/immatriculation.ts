import type { Numero } from '../usagers/numeros.ts';

/** Letters that a plate never bears since 2009, too like figures, and the pair that history forbids. */
const SIV = /^([A-HJ-NP-TV-Z]{2})(\d{3})([A-HJ-NP-TV-Z]{2})$/;
const FNI = /^(\d{1,4})([A-Z]{1,3})(\d[1-9]|[1-9]0|2[AB]|97[1-6]|98[78])$/;

/** A plate in its own shape: `AB-123-CD`, `123 ABC 84` before 2009; one from elsewhere stays as its country writes it. */
const immatriculation: Numero = {
  propre: (saisie) => {
    const plaque = saisie.trim().toUpperCase();
    const serree = plaque.replace(/[\s.·_\-\u2010-\u2015]/g, '');
    if (SIV.test(serree)) return serree.replace(SIV, '$1-$2-$3');
    return FNI.test(serree) ? serree.replace(FNI, '$1 $2 $3') : plaque.replace(/\s+/g, ' ');
  },
  faute: (propre) =>
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .·-]{1,14}$/u.test(propre)
      ? undefined
      : 'Cette immatriculation ne se lit pas. Elle ressemble à AB-123-CD.',
};

/** Answers that have a shape of their own, put in it and shown back. */
export const FORMES = { immatriculation } as const satisfies Record<string, Numero>;
