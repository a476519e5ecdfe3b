/** What a bundle may weigh, zipped, in octets: no library is rewritten to meet it. */
const COURANT = 165_000;

/** A paper or a mail that comes in brings its library whole; nobody waits for a sending, nor for a text to be read. */
const AUTRES: Record<string, number> = {
  delivrerAttestation: 320_000,
  imprimerAccuse: 320_000,
  recevoirCourriel: 320_000,
  recevoirSms: 200_000,
  rattacherInteraction: 320_000,
  ouvrirInteraction: 320_000,
  expedierEnvois: 200_000,
};

export const budgetDe = (action: string): number => AUTRES[action] ?? COURANT;
