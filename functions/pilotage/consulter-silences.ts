import type { Service } from '../commune/commune.ts';
import { fileStore } from '../demandes/file.store.ts';
import type { Resume } from '../demandes/formes.ts';
import { retraitJusquau } from '../echeances/delais.ts';
import { type Jour, jourDe, joursEntre, moisDepuis } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { MONTREES, servicesVus, voitLesPersonnes } from './pilotage.acces.ts';
import { pilotageActions } from './pilotage.actions.ts';

/** Six months: the four of a withdrawal, whole, and some to compare. */
const MOIS = 6;

export const consulterSilences = implement(
  pilotageActions.consulterSilences,
  async (_, { commune, demandeur, now, table }) => {
    const au = jourDe(now.toISOString(), commune.fuseau);
    const mois = moisDepuis(au, MOIS);
    const files = fileStore(table);
    const services = servicesVus(demandeur, commune);
    const parService = await Promise.all(
      services.map(async (service) => ({
        service,
        closes: (await Promise.all(mois.map((un) => files.listCloses(service.id, un)))).flat(),
      })),
    );
    return {
      du: `${mois.at(-1)}-01`,
      au,
      services: parService.map(({ service, closes }) => compter(service, closes)),
      lignes: voitLesPersonnes(demandeur)
        ? parService
            .flatMap(({ closes }) => closes.flatMap((resume) => ligneDe(resume, au)))
            .sort(parUrgence)
            .slice(0, MONTREES)
        : [],
    };
  },
);

const compter = ({ id, nom }: Service, closes: readonly Resume[]) => {
  const nombre = (sens: 'acceptation' | 'rejet') => closes.filter(({ silence }) => silence === sens).length;
  const acceptees = nombre('acceptation');
  const rejetees = nombre('rejet');
  const expresses = closes.filter(
    ({ silence, statut }) => !silence && (statut === 'acceptee' || statut === 'refusee'),
  ).length;
  const toutes = acceptees + rejetees + expresses;
  return {
    id,
    nom,
    acceptees,
    rejetees,
    expresses,
    taux: toutes === 0 ? null : (acceptees + rejetees) / toutes,
  };
};

const ligneDe = ({ reference, objet, personne, service, statut, silence, terme }: Resume, au: Jour) => {
  if (!silence || !terme) return [];
  const limite = retraitJusquau(terme.le);
  const retirable = statut === 'acceptee-par-silence' && limite >= au;
  return [
    {
      reference,
      objet,
      personne,
      service,
      statut,
      sens: silence,
      le: terme.le,
      ...(retirable && { retraitJusquau: limite, joursPourRetirer: joursEntre(au, limite) }),
    },
  ];
};

/** More than any delay. */
const JAMAIS = 1000;
type Triable = { le: Jour; joursPourRetirer?: number | undefined };
const parUrgence = (a: Triable, b: Triable): number =>
  (a.joursPourRetirer ?? JAMAIS) - (b.joursPourRetirer ?? JAMAIS) || b.le.localeCompare(a.le);

export const handler = lambda(consulterSilences);
