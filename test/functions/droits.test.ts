import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import type { Profil } from '../../functions/platform/action.ts';
import { AGENTS } from '../../functions/platform/action.ts';
import { type Lieu, perform, type Verbe } from '../../functions/platform/perform.ts';
import { LUNDI, unAgent, unLieu, unUsager } from '../atelier/monde.ts';

const PROFILS: Profil[] = ['public', 'usager', ...AGENTS, 'elu'];
const cas = manifeste
  .filter(({ contract }) => contract.route && !contract.par.includes('public'))
  .flatMap((entree) =>
    PROFILS.filter((profil) => !entree.contract.par.includes(profil)).map((profil) => ({
      ...entree,
      profil,
    })),
  );

let lieu: Lieu;
const jetons: Partial<Record<Profil, { agent?: string; usager?: string }>> = {};
beforeAll(async () => {
  lieu = await unLieu();
  jetons.public = {};
  jetons.usager = await unUsager(lieu, []);
  for (const role of [...AGENTS, 'elu'] as const) jetons[role] = await unAgent(lieu, role);
});

const verbeDe = async (nom: string, fichier: string): Promise<Verbe> => {
  const module: Record<string, Verbe> = await import(path.resolve(import.meta.dirname, '../..', fichier));
  const verbe = module[nom];
  if (!verbe) throw new Error(`${fichier} n’exporte pas ${nom}`);
  return verbe;
};

describe('les droits', () => {
  it.each(cas)('$nom se refuse à : $profil', async ({ nom, fichier, profil }) => {
    const refus = perform(
      await verbeDe(nom, fichier),
      { input: {}, now: LUNDI, jetons: jetons[profil] ?? {} },
      lieu,
    );
    await expect(refus).rejects.toMatchObject({ code: expect.stringMatching(/^(non-connecte|interdit)$/) });
  });

  it.each(manifeste)(
    '$nom a son fichier, qui porte son contrat et sa fonction',
    async ({ nom, fichier, contract }) => {
      const verbe = await verbeDe(nom, fichier);
      expect(verbe.contract).toBe(contract);
      expect(await import(path.resolve(import.meta.dirname, '../..', fichier))).toHaveProperty('handler');
    },
  );

  it.each(manifeste.filter(({ contract }) => contract.route))(
    'les {noms} de la route de $nom sont dans son entrée',
    ({ contract }) => {
      const noms = [...(contract.route ?? '').matchAll(/\{(\w+)\}/g)].map(([, nomme]) => nomme ?? '');
      const shape = 'shape' in contract.input ? Object.keys(contract.input.shape as object) : [];
      expect(shape).toEqual(expect.arrayContaining(noms));
    },
  );

  it('chaque action de l’horloge se refuse à tout le monde', async () => {
    for (const { nom, fichier, contract } of manifeste.filter(({ contract: { sur } }) => sur)) {
      expect(contract.par).toEqual(['horloge']);
      await expect(
        perform(await verbeDe(nom, fichier), { input: {}, now: LUNDI, jetons: {} }, lieu),
      ).rejects.toMatchObject({ code: 'non-connecte' });
    }
  });
});
