import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lireCommunes } from '../../lib/communes.ts';
import { RACINE } from './pile.ts';

/** A copy of what is read, with these communes of its own. */
const uneRacine = (...siennes: string[]): string => {
  const racine = mkdtempSync(path.join(tmpdir(), 'parvis-communes-'));
  onTestFinished(() => rmSync(racine, { recursive: true }));
  for (const dossier of ['demonstration', 'demarches', 'orientations'])
    cpSync(path.join(RACINE, dossier), path.join(racine, dossier), { recursive: true });
  mkdirSync(path.join(racine, 'communes'));
  for (const nom of siennes)
    cpSync(path.join(RACINE, 'demonstration', nom), path.join(racine, 'communes', nom));
  return racine;
};
const slugs = (racine: string) => lireCommunes(racine).map(({ commune }) => commune.slug);

describe('les communes', () => {
  it('sont les villes fictives tant qu’il n’y en a pas d’autres, et jamais avec elles', () => {
    vi.stubEnv('PARVIS_COMMUNES', undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const [, lindenwiller = ''] = slugs(uneRacine());
    expect(slugs(uneRacine())).toHaveLength(3);
    expect(slugs(uneRacine(`${lindenwiller}.json`))).toEqual([lindenwiller]);
  });

  it('peuvent être ailleurs', () => {
    const racine = uneRacine('aubevive.json');
    const ailleurs = uneRacine('sainte-vanille.json');
    vi.stubEnv('PARVIS_COMMUNES', path.join(ailleurs, 'communes'));
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(slugs(racine)).toEqual(['sainte-vanille']);
    rmSync(path.join(ailleurs, 'communes', 'sainte-vanille.json'));
    writeFileSync(path.join(ailleurs, 'communes', 'note.md'), '');
    expect(() => slugs(racine)).toThrow('communes/ : aucune commune n’est décrite');
  });
});

describe('le déploiement d’une commune', () => {
  const avec = (deploiement: object, options: object = {}) => {
    const racine = uneRacine();
    const [{ commune } = { commune: undefined }] = lireCommunes(racine);
    writeFileSync(
      path.join(racine, 'demonstration/aubevive.json'),
      JSON.stringify({ ...commune, deploiement, options: { ...commune?.options, ...options } }),
    );
    return () => lireCommunes(racine)[0]?.commune.deploiement;
  };
  it('est à Paris, pas encore en service, si rien n’est dit', () => {
    expect(avec({})()).toEqual({ region: 'eu-west-3', enService: false });
  });
  it.each([
    [{ enService: true }, 'une commune en service a son certificat'],
    [{ region: 'Paris' }, 'une région d’AWS'],
    [{ certificat: 'arn:aws:acm:eu-west-3:000000000000:certificate/a' }, 'us-east-1'],
  ])('refuse %o', (deploiement, dit) => {
    expect(avec(deploiement)).toThrow(dit);
  });
  it('dit qui reçoit les alarmes, une fois en service', () => {
    const enService = { enService: true, certificat: 'arn:aws:acm:us-east-1:000000000000:certificate/a' };
    expect(avec(enService)()).toMatchObject({ enService: true });
    expect(avec(enService, { courrielAlertes: undefined })).toThrow('dit qui reçoit ses alarmes');
  });
});
