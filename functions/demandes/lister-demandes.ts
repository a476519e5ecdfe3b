import { moisDepuis } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { agentDe } from '../platform/session.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { ligneDe } from './vue.ts';

/** Closed demandes are shown for this month and the two before. */
const MOIS_MONTRES = 3;

export const listerDemandes = implement(
  demandeActions.listerDemandes,
  async ({ vue }, { commune, demandeur, now, table }) => {
    const { services } = agentDe(demandeur);
    const demandes = demandeStore(table);
    const aujourdhui = jourLocal(now.toISOString(), commune.fuseau);
    const pages =
      vue === 'ouvertes'
        ? services.map(demandes.listOuvertes)
        : services.flatMap((service) =>
            moisDepuis(aujourdhui, MOIS_MONTRES).map((mois) => demandes.listCloses(service, mois)),
          );
    const lignes = (await Promise.all(pages)).flat().map((resume) => ligneDe(resume, aujourdhui));
    return {
      lignes: lignes.sort(vue === 'ouvertes' ? parUrgence : parDate),
      services: commune.services.filter(({ id }) => services.includes(id)),
    };
  },
);

type Triable = { terme?: { le: string } | undefined; recueLe: string; dernierMot: { le: string } };
const parUrgence = (a: Triable, b: Triable): number =>
  (a.terme?.le ?? '9').localeCompare(b.terme?.le ?? '9') || a.recueLe.localeCompare(b.recueLe);
const parDate = (a: Triable, b: Triable): number => b.dernierMot.le.localeCompare(a.dernierMot.le);

export const handler = lambda(listerDemandes);
