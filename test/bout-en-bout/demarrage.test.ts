import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendreQue, demarrerParvis, lancer, type Parvis } from '../atelier/parvis.ts';

let parvis: Parvis;
beforeAll(async () => {
  parvis = await demarrerParvis();
});
afterAll(() => parvis.arreter());

const dossierNeuf = () => mkdtempSync(path.join(tmpdir(), 'parvis-'));
const finDe = async ({ processus, paroles }: Parvis) => {
  if (processus.exitCode === null) await once(processus, 'exit');
  return { code: processus.exitCode, dit: paroles() };
};

describe('démarrer', () => {
  it('dit les adresses et les comptes de démonstration', () => {
    for (const attendu of [`http://localhost:${parvis.port}/`, '/agents/', '/local', 'Karim Bellaval'])
      expect(parvis.paroles()).toContain(attendu);
  });

  it('un port déjà pris reçoit une phrase, pas une trace', async () => {
    const { code, dit } = await finDe(await lancer({ donnees: dossierNeuf(), port: parvis.port }));
    expect(code).toBe(1);
    expect(dit).toContain(String(parvis.port));
    expect(dit).not.toMatch(/\n\s+at /);
  });

  it('une faute dans un fichier de commune arrête tout, avec le fichier, le champ et la raison', async () => {
    const racine = dossierNeuf();
    const ici = path.resolve(import.meta.dirname, '../..');
    for (const dossier of [
      'bin',
      'functions',
      'lib',
      'local',
      'demonstration',
      'demarches',
      'orientations',
      'statemachines',
    ])
      cpSync(path.join(ici, dossier), path.join(racine, dossier), { recursive: true });
    for (const fichier of ['package.json', 'tsconfig.json'])
      cpSync(path.join(ici, fichier), path.join(racine, fichier));
    symlinkSync(path.join(ici, 'node_modules'), path.join(racine, 'node_modules'));
    const commune = path.join(racine, 'demonstration/aubevive.json');
    writeFileSync(commune, readFileSync(commune, 'utf8').replace('Europe/Paris', 'Europe/Lutece'));
    const { code, dit } = await finDe(
      await lancer({ donnees: dossierNeuf(), port: parvis.port + 1, racine }),
    );
    expect(code).toBe(1);
    expect(dit).toContain('demonstration/aubevive.json, champ « fuseau »');
    expect(dit).not.toMatch(/\n\s+at /);
    rmSync(racine, { recursive: true, force: true });
  });
});

describe('arrêter', () => {
  it('d’un signal ou d’une coupure, ne laisse aucun moteur derrière soi', async () => {
    for (const arret of ['SIGINT', 'SIGKILL'] as const) {
      const autre = await demarrerParvis();
      const moteurs = () =>
        execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
          .split('\n')
          .filter((ligne) => ligne.includes('dynoxide') && ligne.includes(autre.donnees));
      expect(moteurs().length).toBeGreaterThan(0);
      autre.processus.kill(arret);
      await attendreQue(
        async () => moteurs().length,
        (nombre) => nombre === 0,
      );
      await autre.arreter();
    }
  });
});
