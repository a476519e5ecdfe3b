import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { empaqueter } from '../../lib/empaqueter.ts';

const unDossier = () => mkdtempSync(path.join(tmpdir(), 'parvis-paquets-'));

describe('l’empaquetage', () => {
  it('refuse une action du manifeste qui n’a pas de fichier, et la nomme', async () => {
    await expect(
      empaqueter([{ nom: 'danser', fichier: 'functions/fetes/danser.ts' }], unDossier()),
    ).rejects.toThrow('« danser » est au manifeste, mais functions/fetes/danser.ts n’existe pas');
  });
  it('fait de chaque action un fichier seul, que Lambda sait appeler', async () => {
    const dossier = unDossier();
    const tailles = await empaqueter(
      manifeste.filter(({ nom }) => nom === 'verifierSante'),
      dossier,
    );
    const fichier = path.join(dossier, 'verifierSante/index.js');
    expect(tailles.get('verifierSante')?.octets).toBe(readFileSync(fichier).length);
    expect(createRequire(import.meta.url)(fichier)).toMatchObject({ handler: expect.any(Function) });
  });
});
