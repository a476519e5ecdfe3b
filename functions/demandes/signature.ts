import type { Auteur } from './fait.ts';

/** Who writes, or decides: name, quality and service (CRPA L111-2, L212-1). */
export const signatureDe = ({ nom, service, signe }: Pick<Auteur, 'nom' | 'service' | 'signe'>): string =>
  signe?.formule ?? [nom, service].filter(Boolean).join(', ');
