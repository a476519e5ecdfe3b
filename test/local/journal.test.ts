import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ouvrirJournal } from '../../local/journal.ts';
import { attendreQue } from '../atelier/parvis.ts';
import { unDossier } from './atelier.ts';

it('un disque plein n’arrête pas le poste : le journal se tait, et le dit une fois', async () => {
  const dossier = unDossier();
  // A device that refuses every byte, as a full disk does.
  symlinkSync('/dev/full', path.join(dossier, 'journal.log'));
  const dits: string[] = [];
  const sortie = vi.spyOn(process.stderr, 'write').mockImplementation((ligne) => {
    dits.push(String(ligne));
    return true;
  });
  onTestFinished(() => sortie.mockRestore());
  const { tracer, fermer } = ouvrirJournal(dossier);
  tracer('une ligne');
  await attendreQue(
    async () => dits,
    (lignes) => lignes.length > 0,
  );
  tracer('une autre');
  await fermer();
  expect(dits).toHaveLength(1);
  expect(dits[0]).toMatch(/ENOSPC/);
});
