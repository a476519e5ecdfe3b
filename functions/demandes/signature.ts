import type { Auteur } from './fait.ts';

/** Who writes, or decides: name, quality and service (CRPA L111-2, L212-1). */
export const signatureDe = ({ nom, service }: Pick<Auteur, 'nom' | 'service'>): string =>
  [nom, service].filter(Boolean).join(', ');
