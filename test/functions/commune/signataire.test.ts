import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Commune } from '../../../functions/commune/commune.ts';
import type { Delegation } from '../../../functions/commune/delegation.ts';
import { fautesDesDelegations } from '../../../functions/commune/fautes.ts';
import { peutSigner, signatairesDe } from '../../../functions/commune/signataire.ts';

const brut = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../demonstration/aubevive.json'), 'utf8'),
) as Record<string, unknown> & { agents: object[]; delegations: object[] };

const KARIM = 'karim.bellaval@aubevive.example';
const ETIENNE = 'etienne.vaucroze@aubevive.example';
const MAIRE = 'solange.mirabeau@aubevive.example';
const LUCAS = 'lucas.tourrel@aubevive.example';

const uneDelegation = (suite: Partial<Delegation> = {}): Delegation => ({
  nature: 'signature',
  fonction: 'responsable-de-service',
  delegataire: KARIM,
  qualite: 'le responsable de la voirie',
  demarches: ['terrasse'],
  actes: ['acceptation', 'refus'],
  arrete: { numero: '2026-12', le: '2026-03-02' },
  publieeLe: '2026-03-03',
  transmiseLe: '2026-03-05',
  du: '2026-03-02',
  ...suite,
});
const enFichier = (...delegations: object[]) => ({ ...brut, conseil: undefined, delegations });
const communeAvec = (...delegations: Delegation[]): Commune => Commune.parse(enFichier(...delegations));

const REFUS = { nature: 'refus', demarche: 'terrasse' } as const;
const verdict = (jour: string, delegations: Delegation[], qui = KARIM) =>
  peutSigner(REFUS, qui, { jour, commune: communeAvec(...delegations) });

describe('peutSigner', () => {
  it('compte le jour de la signature : publiée le 3, transmise le 5, elle ne sert pas le 4', () => {
    expect(verdict('2026-03-04', [uneDelegation()])).toMatchObject({
      oui: false,
      raison: expect.stringContaining('5 mars 2026'),
    });
    expect(verdict('2026-03-05', [uneDelegation()])).toMatchObject({ oui: true });
  });

  it('dit ce qui s’imprime : la qualité, le nom et le service de qui signe', () => {
    const karim = { ...brut, conseil: undefined, delegations: [uneDelegation({ demarches: ['terrasse'] })] };
    expect(peutSigner(REFUS, KARIM, { jour: '2026-04-01', commune: Commune.parse(karim) })).toEqual({
      oui: true,
      formule:
        'Pour le maire et par délégation, le responsable de la voirie, Karim Bellaval, Commune d’Aubevive',
      delegation: { nature: 'signature', arrete: { numero: '2026-12', le: '2026-03-02' } },
    });
  });

  it('laisse le maire tout signer, en son nom', () => {
    expect(verdict('2026-01-01', [], MAIRE)).toEqual({
      oui: true,
      formule: 'Le maire, Solange Mirabeau, Commune d’Aubevive',
    });
  });

  it('ne laisse signer ni une autre démarche, ni un autre acte, ni une autre personne', () => {
    const commune = communeAvec(uneDelegation());
    const jour = '2026-05-01';
    expect(peutSigner({ ...REFUS, demarche: 'buvette' }, KARIM, { jour, commune }).oui).toBe(false);
    expect(peutSigner({ ...REFUS, nature: 'retrait' }, KARIM, { jour, commune }).oui).toBe(false);
    expect(peutSigner(REFUS, LUCAS, { jour, commune })).toMatchObject({
      oui: false,
      raison: expect.stringContaining('Aucun arrêté ne délègue à Lucas Tourrel'),
    });
    expect(peutSigner(REFUS, 'parti@aubevive.example', { jour, commune }).oui).toBe(false);
  });

  it('s’arrête le lendemain de sa fin : hier elle servait, aujourd’hui non', () => {
    const finie = [uneDelegation({ au: '2026-06-30' })];
    expect(verdict('2026-06-30', finie).oui).toBe(true);
    expect(verdict('2026-07-01', finie)).toMatchObject({
      oui: false,
      raison: expect.stringContaining('30 juin 2026'),
    });
  });

  it('s’arrête le jour où elle est rapportée', () => {
    const rapportee = [uneDelegation({ rapporteeLe: '2026-06-30' })];
    expect(verdict('2026-06-29', rapportee).oui).toBe(true);
    expect(verdict('2026-06-30', rapportee)).toMatchObject({ raison: expect.stringContaining('rapportée') });
  });

  it('n’a aucune force tant qu’elle n’est ni publiée ni transmise', () => {
    for (const manque of ['publieeLe', 'transmiseLe'] as const)
      expect(verdict('2026-12-01', [uneDelegation({ [manque]: undefined })])).toMatchObject({ oui: false });
  });

  it('finit avec l’élection d’un maire, d’un seul coup pour toutes', () => {
    const commune = {
      ...communeAvec(uneDelegation()),
      conseil: { installeLe: '2026-06-01', delegueAuMaire: [] },
    };
    expect(peutSigner(REFUS, KARIM, { jour: '2026-05-31', commune }).oui).toBe(true);
    expect(peutSigner(REFUS, KARIM, { jour: '2026-06-01', commune })).toMatchObject({
      oui: false,
      raison: expect.stringContaining('élection du maire'),
    });
  });

  it('en l’absence d’un autre seulement : il faut que son absence soit notée ce jour', () => {
    const delegation = uneDelegation({
      nature: 'fonction',
      fonction: undefined,
      delegataire: ETIENNE,
      siAbsents: [MAIRE],
    });
    const commune = communeAvec(delegation);
    const absente: Commune = {
      ...commune,
      agents: commune.agents.map((agent) =>
        agent.courriel === MAIRE
          ? { ...agent, absences: [{ du: '2026-08-01', au: '2026-08-15', remplacant: ETIENNE }] }
          : agent,
      ),
    };
    expect(peutSigner(REFUS, ETIENNE, { jour: '2026-08-01', commune })).toMatchObject({
      oui: false,
      raison: expect.stringContaining('en l’absence de Solange Mirabeau'),
    });
    expect(peutSigner(REFUS, ETIENNE, { jour: '2026-08-15', commune: absente }).oui).toBe(true);
    expect(peutSigner(REFUS, ETIENNE, { jour: '2026-08-16', commune: absente }).oui).toBe(false);
  });

  it('nomme ceux qui peuvent signer, le maire en premier', () => {
    const qui = signatairesDe(REFUS, { jour: '2026-04-01', commune: communeAvec(uneDelegation()) });
    expect(qui.map(({ courriel }) => courriel)).toEqual([MAIRE, KARIM]);
  });
});

describe('peutSigner, un jour quelconque', () => {
  const jour = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
  const arbitraire = fc.record({
    arrete: jour,
    publieeLe: fc.option(jour, { nil: undefined }),
    transmiseLe: fc.option(jour, { nil: undefined }),
    du: jour,
    au: fc.option(jour, { nil: undefined }),
    rapporteeLe: fc.option(jour, { nil: undefined }),
    installeLe: fc.option(jour, { nil: undefined }),
  });
  const base = communeAvec();
  const oui = ({ installeLe, arrete, ...dates }: Record<string, string | undefined>, le: string) =>
    peutSigner(REFUS, KARIM, {
      jour: le,
      commune: {
        ...base,
        delegations: [uneDelegation({ ...dates, arrete: { numero: '1', le: arrete ?? '' } })],
        conseil: installeLe ? { installeLe, delegueAuMaire: [] } : undefined,
      },
    }).oui;

  it('dit oui si et seulement si chaque date le permet', () => {
    fc.assert(
      fc.property(arbitraire, jour, (d, le) => {
        const commence = [d.publieeLe, d.transmiseLe, d.du].every((date) => date !== undefined && date <= le);
        const finie =
          (d.au !== undefined && le > d.au) ||
          (d.rapporteeLe !== undefined && le >= d.rapporteeLe) ||
          (d.installeLe !== undefined && d.arrete < d.installeLe && le >= d.installeLe);
        expect(oui(d, le)).toBe(commence && !finie);
      }),
    );
  });

  it('ne sert que d’un seul tenant : entre deux jours où l’on signe, on signe', () => {
    fc.assert(
      fc.property(arbitraire, fc.tuple(jour, jour, jour), (d, jours) => {
        const [a = '', b = '', c = ''] = jours.toSorted();
        if (oui(d, a) && oui(d, c)) expect(oui(d, b)).toBe(true);
      }),
    );
  });
});

describe('un fichier de délégations mal tenu', () => {
  const dites = (...delegations: object[]): string[] =>
    fautesDesDelegations(Commune.parse(enFichier(...delegations))).map(
      ({ path: champ, message }) => `${champ.join('.')} : ${message}`,
    );

  it.each<[string, Partial<Delegation>, RegExp]>([
    ['une démarche inconnue', { demarches: ['teleportation'] }, /delegations.0.demarches.*n’est pas ouverte/],
    [
      'un inconnu',
      { delegataire: 'x@aubevive.example' },
      /delegations.0.delegataire.*n’est pas dans « agents »/,
    ],
    ['le maire', { delegataire: MAIRE }, /signe en son nom/],
    ['une fonction à un agent', { nature: 'fonction', fonction: undefined }, /L2122-18/],
    ['une signature à un élu', { delegataire: ETIENNE }, /L2122-18.*pas de signature/],
    ['une signature à qui la loi ne nomme pas', { fonction: undefined }, /L2122-19.*dites lequel/],
    ['une fin avant le début', { au: '2026-01-01' }, /delegations.0.au.*vient avant/],
    ['une publication avant l’arrêté', { publieeLe: '2026-01-01' }, /delegations.0.publieeLe.*vient avant/],
    ['un absent inconnu', { siAbsents: ['x@aubevive.example'] }, /delegations.0.siAbsents/],
  ])('%s', (_, faute, phrase) => {
    expect(dites(uneDelegation(faute))).toContainEqual(expect.stringMatching(phrase));
  });

  it('deux arrêtés pour la même matière et les mêmes jours', () => {
    const autre = uneDelegation({
      arrete: { numero: '2026-40', le: '2026-04-01' },
      publieeLe: '2026-04-01',
      transmiseLe: '2026-04-01',
      du: '2026-04-01',
    });
    expect(dites(uneDelegation(), autre)).toEqual([
      expect.stringMatching(/delegations.1.arrete.*recouvre l’arrêté n° 2026-12/),
    ]);
    expect(dites(uneDelegation({ rapporteeLe: '2026-04-01' }), autre)).toEqual([]);
  });

  it('deux maires, ou un mandat sans élu', () => {
    const deux = brut.agents.map((agent) =>
      'role' in agent && agent.role === 'elu' ? { ...agent, mandat: 'maire' } : agent,
    );
    expect(
      fautesDesDelegations(Commune.parse({ ...enFichier(), agents: deux })).map(({ message }) => message),
    ).toContain('une commune n’a qu’un maire');
  });
});
