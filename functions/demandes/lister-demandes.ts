import { moisDepuis } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { demandeActions } from './demande.actions.ts';
import { fileStore, filesOuvertes, parPage } from './file.store.ts';
import { parDate, parUrgence } from './urgence.ts';
import { ligneDe } from './vue.ts';

/** Closed demandes are shown for this month and the two before. */
const MOIS_MONTRES = 3;

export const listerDemandes = implement(
  demandeActions.listerDemandes,
  async ({ vue, service, file, apres }, { commune, demandeur, now, table }) => {
    const { services } = agentDe(demandeur);
    const aujourdhui = jourLocal(now.toISOString(), commune.fuseau);
    const debuts =
      vue === 'ouvertes'
        ? services.flatMap(filesOuvertes)
        : services.flatMap((un) =>
            moisDepuis(aujourdhui, MOIS_MONTRES).map((mois) => ({ service: un, file: mois })),
          );
    const demandees = service && file && apres ? [{ service, file, apres }] : debuts;
    const lues = demandees.filter((une) => services.includes(une.service));
    const files = fileStore(table);
    const pages = await Promise.all(lues.map((une) => files.page(une, parPage(lues.length))));
    const lignes = pages.flatMap(({ resumes }) =>
      resumes.map((resume) => ligneDe(resume, { aujourdhui, commune })),
    );
    return {
      lignes: lignes.sort(vue === 'ouvertes' ? parUrgence : parDate),
      services: commune.services.filter(({ id }) => services.includes(id)),
      suites: pages.flatMap(({ suite }) => suite ?? []),
    };
  },
);

export const handler = lambda(listerDemandes);
