import { demandeStore } from '../demandes/demande.store.ts';
import type { Contexte } from '../platform/perform.ts';
import type { SessionUsager } from '../platform/session.ts';
import { compteStore } from './compte.store.ts';
import { estDuNom } from './nom.ts';

type Resume = Awaited<ReturnType<ReturnType<typeof demandeStore>['listDuContact']>>[number];

/**
 * All the demandes of someone signed in, on any channel, the newest first: those of their account, and those of their
 * contacts under their name. Of those that someone else asked with the same contact, only how many.
 */
export const demandesDe = async (
  { compte, contacts = [], noms = [] }: SessionUsager & { compte: string },
  { now, table }: Contexte,
): Promise<{ miennes: Resume[]; autres: number }> => {
  const demandes = demandeStore(table);
  const [rattachees, ...desContacts] = await Promise.all([
    compteStore(table, now).listDemandes(compte),
    ...contacts.map((contact) => demandes.listDuContact(contact)),
  ]);
  const references = rattachees.map(({ reference }) => reference);
  const trouvees = new Map(desContacts.flat().map((resume) => [resume.reference, resume]));
  const connues = [...trouvees.values()].filter(
    ({ reference, personne }) =>
      references.some((sienne) => sienne === reference) || estDuNom(noms, personne),
  );
  const manquent = references.filter((reference) => !trouvees.has(reference));
  const ailleurs = await demandes.listParReference(manquent);
  return {
    miennes: [...connues, ...ailleurs].sort((a, b) => b.recueLe.localeCompare(a.recueLe)),
    autres: trouvees.size - connues.length,
  };
};
