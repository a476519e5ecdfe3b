import { demandeStore } from '../demandes/demande.store.ts';
import type { Contexte } from '../platform/perform.ts';
import type { SessionUsager } from '../platform/session.ts';
import { compteStore } from './compte.store.ts';

type Resume = Awaited<ReturnType<ReturnType<typeof demandeStore>['listDuContact']>>[number];

/** All the demandes of someone signed in, on any channel, the newest first: those of their account, and those of their contacts. */
export const demandesDe = async (
  { compte, contacts = [] }: SessionUsager & { compte: string },
  { now, table }: Contexte,
): Promise<Resume[]> => {
  const demandes = demandeStore(table);
  const [references, ...desContacts] = await Promise.all([
    compteStore(table, now).listDemandes(compte),
    ...contacts.map((contact) => demandes.listDuContact(contact)),
  ]);
  const connues = new Map(desContacts.flat().map((resume) => [resume.reference, resume]));
  const autres = await demandes.listParReference(references.filter((reference) => !connues.has(reference)));
  return [...connues.values(), ...autres].sort((a, b) => b.recueLe.localeCompare(a.recueLe));
};
