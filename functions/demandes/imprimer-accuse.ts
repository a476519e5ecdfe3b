import { adresseEnLignes } from '../commune/commune.ts';
import { lambda } from '../platform/lambda.ts';
import { imprimer } from '../platform/pdf.ts';
import { implement } from '../platform/perform.ts';
import { nomDe } from '../usagers/usager.ts';
import { type Section, sectionsDe } from './accuse.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { noterLecture } from './demande.lecture.ts';
import { demandeStore } from './demande.store.ts';
import type { Demande } from './demande.ts';
import { voiesDe } from './voie.ts';

export const imprimerAccuse = implement(
  demandeActions.imprimerAccuse,
  async ({ demande: reference }, contexte) => {
    const { commune, demandeur, table } = contexte;
    const demandes = demandeStore(table);
    const { valeur } = await demandes.get(reference);
    verifierAcces(demandeur, valeur);
    noterLecture(reference, contexte);
    const accuse = await demandes.getAccuse(reference);
    // The code opens the person's own follow-up: an agent never has it, unless only paper can carry it to them.
    const secret = demandeur.qui === 'agent' && voiesDe(valeur).length > 0;
    const sections = sectionsDe(secret ? { ...accuse, code: '' } : accuse);
    const octets = await imprimer({
      emetteur: commune.nomComplet,
      titre: accuse.papier ? 'Accusé de réception' : 'Accusé de réception électronique',
      repere: reference,
      sections: accuse.papier ? [destinataireDe(valeur), ...sections] : sections,
    });
    return {
      nom: `accuse-${reference}.pdf`,
      type: 'application/pdf',
      contenu: Buffer.from(octets).toString('base64'),
    };
  },
);

/** A letter says to whom it goes. */
const destinataireDe = ({ usager }: Demande): Section => ({
  titre: 'À l’attention de',
  lignes: [nomDe(usager), ...('adresse' in usager ? adresseEnLignes(usager.adresse) : [])],
});

export const handler = lambda(imprimerAccuse);
