import { lambda } from '../platform/lambda.ts';
import { imprimer } from '../platform/pdf.ts';
import { implement } from '../platform/perform.ts';
import { sectionsDe } from './accuse.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';

export const imprimerAccuse = implement(
  demandeActions.imprimerAccuse,
  async ({ demande: reference }, { commune, demandeur, table }) => {
    const demandes = demandeStore(table);
    verifierAcces(demandeur, (await demandes.get(reference)).valeur);
    const sections = sectionsDe(await demandes.getAccuse(reference));
    const octets = await imprimer({
      emetteur: commune.nomComplet,
      titre: 'Accusé de réception électronique',
    repere: reference,
      sections,
    });
    return {
      nom: `accuse-${reference}.pdf`,
      type: 'application/pdf',
      contenu: Buffer.from(octets).toString('base64'),
    };
  },
);

export const handler = lambda(imprimerAccuse);
