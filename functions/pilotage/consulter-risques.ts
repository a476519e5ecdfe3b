import { fileStore } from '../demandes/file.store.ts';
import { ligneDe } from '../demandes/vue.ts';
import { ajouter, jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { MONTREES, servicesVus, voitLesPersonnes } from './pilotage.acces.ts';
import { pilotageActions } from './pilotage.actions.ts';

const QUINZAINE = 'P14D';

export const consulterRisques = implement(
  pilotageActions.consulterRisques,
  async (_, { commune, demandeur, now, table }) => {
    const aujourdhui = jourDe(now.toISOString(), commune.fuseau);
    const au = ajouter(aujourdhui, QUINZAINE);
    const files = fileStore(table);
    const parService = await Promise.all(
      servicesVus(demandeur, commune).map(async (service) => {
        const proches = await files.listProches(service.id, au);
        return { service, risques: proches.filter(({ terme }) => terme !== undefined && terme.le <= au) };
      }),
    );
    const lignes = parService.flatMap(({ risques }) =>
      risques.map((resume) => ligneDe(resume, { aujourdhui, commune })),
    );
    return {
      au,
      services: parService.map(({ service: { id, nom }, risques }) => ({
        id,
        nom,
        acceptations: risques.filter(({ terme }) => terme?.sens === 'acceptation').length,
        rejets: risques.filter(({ terme }) => terme?.sens === 'rejet').length,
      })),
      lignes: voitLesPersonnes(demandeur)
        ? lignes.sort((a, b) => (a.joursRestants ?? 0) - (b.joursRestants ?? 0)).slice(0, MONTREES)
        : [],
    };
  },
);

export const handler = lambda(consulterRisques);
