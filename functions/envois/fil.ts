import { Reference } from '../demandes/reference.ts';

/**
 * What holds the mails of a demande together in a person's program. SES writes its own `Message-ID`, so ours stands
 * first in `References`, which programs copy into each answer (RFC 5322, 3.6.4).
 */
export const filDe = (reference: string, { domaine }: { domaine: string }): string =>
  `<demande.${reference}@${domaine}>`;

/** The demandes that `In-Reply-To` and `References` name, as a mail brings them: the last one named comes first. */
export const referencesDuFil = (entetes: string, { domaine }: { domaine: string }): Reference[] => {
  const dites = [...entetes.slice(0, FIL_MAX).matchAll(/<demande\.([^<>@\s]{1,40})@([^<>@\s]+)>/gi)]
    .filter(([, , ou = '']) => ou.toLowerCase() === domaine.toLowerCase())
    .flatMap(([, dite]) => {
      const lue = Reference.safeParse(dite);
      return lue.success ? [lue.data] : [];
    });
  return [...new Set(dites.reverse())];
};

/** A thread of a thousand answers is not read to its end. */
const FIL_MAX = 100_000;

/** A `Message-ID` that can be answered, as it was written; SES takes 870 characters in a header, and only ASCII. */
export const identifiantCite = (messageId: string | undefined): string | undefined => {
  const cite = messageId?.trim() ?? '';
  return /^<[\x21-\x3b\x3d\x3f-\x7e]{3,400}>$/.test(cite) ? cite : undefined;
};

export type Cite = { demande: string; enReponseA?: string | undefined };

/** The headers by which a mail takes its place: under the demande, and under what the person wrote when it answers that. */
export const entetesDuFil = (
  { demande, enReponseA }: Cite,
  commune: { domaine: string },
): Record<string, string> => {
  const cite = identifiantCite(enReponseA);
  const fil = demande ? filDe(demande, commune) : undefined;
  const references = [fil, cite].filter((un) => un !== undefined).join(' ');
  return {
    ...(references && { References: references }),
    ...((cite ?? fil) && { 'In-Reply-To': cite ?? fil }),
  };
};
