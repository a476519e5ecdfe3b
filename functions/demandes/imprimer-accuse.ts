import { lambda } from '../platform/lambda.ts';
import { imprimer } from '../platform/pdf.ts';
import { implement } from '../platform/perform.ts';
import { sectionsDe } from './accuse.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { noterLecture } from './demande.lecture.ts';
import { demandeStore } from './demande.store.ts';

export const imprimerAccuse = implement(
  demandeActions.imprimerAccuse,
  async ({ demande: reference }, contexte) => {
    const { commune, demandeur, table } = contexte;
    const demandes = demandeStore(table);
    verifierAcces(demandeur, (await demandes.get(reference)).valeur);
    noterLecture(reference, contexte);
    const accuse = await demandes.getAccuse(reference);
    // The code opens the person's own follow-up: an agent never has it.
    const sections = sectionsDe(demandeur.qui === 'agent' ? { ...accuse, code: '' } : accuse);
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
