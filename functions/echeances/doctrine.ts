import * as z from 'zod';

/**
 * Where neither the texts nor the judge have settled how to count: the commune chooses, with its jurist. What is chosen
 * at the receipt of a demande holds for its whole life. The reasons are in docs/doctrine.md.
 */
export const Doctrine = z.strictObject({
  /** Silence may be stated the day after the term, or on the day itself. */
  constat: z.enum(['lendemain', 'jour-meme']).default('lendemain'),
  /** A suspension counts the days from its beginning to its end, or both ends too. */
  suspension: z.enum(['entre', 'deux-bouts']).default('entre'),
  /** Days after sending at which the request for pièces is held to have reached the person. */
  acheminement: z.number().int().min(0).max(15).default(0),
  /** What must come before the term: the notification of the express decision, or the decision itself. */
  reponse: z.enum(['notifiee', 'prise']).default('notifiee'),
  /** Is Saturday a working day, in a mairie that is open? */
  samediOuvre: z.boolean().default(false),
  /** Are the two months to go before the CADA clear, as before a judge, or not (CRPA R343-1)? */
  cada: z.enum(['non-franc', 'franc']).default('non-franc'),
  /** The fewest days that a délai imparti may give: the texts ask for one, and say no number (CRPA L114-5, L114-6). */
  delaiImparti: z.number().int().min(1).max(60).default(8),
  /** The days that an accusé gives to send what it says is missing (CRPA L114-5, R112-11-4). */
  delaiPieces: z.number().int().min(8).max(120).default(30),
  /** The fewest days to answer before a decision is taken back (CRPA L121-1, L122-1). */
  contradictoire: z.number().int().min(8).max(60).default(15),
  /** Months in which one may contest what no accusé said how to contest (CE, 13 July 2016, n° 387763). */
  delaiRaisonnable: z.number().int().min(12).max(60).default(12),
});
export type Doctrine = z.infer<typeof Doctrine>;

export const DOCTRINE: Doctrine = Doctrine.parse({});
