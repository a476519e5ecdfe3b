import { describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { lireGabarit, type Ressource } from '../../lib/cout.ts';
import { pileDuCompte } from '../../lib/piles.ts';
import { CONCURRENCE, QUOTAS, RESSOURCES_PAR_GABARIT, ROUTES_PAR_API } from '../../lib/quotas.ts';
import { lirePile, roleDe } from './lecture.ts';
import { EN_SERVICE, synthetiser, uneCommune } from './pile.ts';

const COMMUNES = 30;
/** Each commune's stack is alone, and the same but for its names: two say what thirty take. */
const SYNTHETISEES = Number(process.env.PARVIS_SYNTHETISEES ?? 2);
const slugs = Array.from({ length: SYNTHETISEES }, (_, i) => `commune-${i + 1}`);
const dossier = synthetiser(
  ...slugs.map((slug) => uneCommune(slug, { courrielAlertes: 'astreinte@example.fr' }, EN_SERVICE)),
  uneCommune('neuve'),
);
const piles = slugs.map((slug) => lirePile(dossier, slug));
const compte = lireGabarit(dossier, `${pileDuCompte('eu-west-3')}.template.json`);
const duCompte = compte.flatMap(({ ressources }) => Object.values(ressources));
const deType = (ressources: readonly Ressource[], types: readonly string[]) =>
  ressources.filter(({ Type }) => types.includes(Type)).length;
const [premiere] = piles;
if (!premiere) throw new Error('aucune pile');

/** What thirty communes take: what the account has once, and thirty times what one has. */
const combien = (types: readonly string[]): number =>
  deType(duCompte, types) + COMMUNES * deType(Object.values(premiere.ressources), types);
const toutes = piles.flatMap(({ ressources }) => Object.values(ressources));

describe('trente communes dans un compte', () => {
  it('prennent chacune autant que les autres, par sorte de ressource', () => {
    const comptees = piles.map(({ ressources }) =>
      Object.entries(Object.groupBy(Object.values(ressources), ({ Type }) => Type))
        .map(([type, unes]) => `${type} ${unes?.length}`)
        .sort(),
    );
    for (const une of comptees) expect(une).toEqual(comptees[0]);
    expect(piles).toHaveLength(SYNTHETISEES);
  });

  it.each(QUOTAS)('$quoi : moins que les $max d’un compte neuf', ({ types, max }) => {
    expect(combien(types)).toBeGreaterThan(0);
    expect(combien(types)).toBeLessThanOrEqual(max);
  });

  it('aucun gabarit n’approche les 500 ressources, aucune API les 300 routes', () => {
    for (const { fichier, ressources } of [...piles.flatMap(({ gabarits }) => gabarits), ...compte])
      expect(Object.keys(ressources).length, fichier).toBeLessThan(RESSOURCES_PAR_GABARIT * 0.8);
    expect(premiere.deType('AWS::ApiGatewayV2::Route').length).toBeLessThan(ROUTES_PAR_API);
  });

  it('un rôle sert à celles qui peuvent exactement la même chose, et à elles seules', () => {
    const droits = (nom: string) => JSON.stringify(premiere.enoncesDe(nom));
    const routes = manifeste.filter(({ contract }) => contract.route).map(({ nom }) => nom);
    const parRole = Map.groupBy(routes, (nom) => roleDe(premiere.ressources, nom));
    for (const noms of parRole.values()) expect(new Set(noms.map(droits)).size).toBe(1);
    expect(parRole.size).toBe(new Set(routes.map(droits)).size);
  });

  it('les journaux qu’un service d’AWS écrit n’allongent pas la politique du compte', () => {
    const noms = toutes
      .filter(({ Type }) => Type === 'AWS::Logs::LogGroup')
      .map(({ Properties }) => String(Properties?.LogGroupName));
    expect(new Set(noms).size).toBe(noms.length);
    const acces = toutes
      .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage')
      .map(({ Properties }) => JSON.stringify(Properties?.AccessLogSettings));
    expect(acces).toHaveLength(SYNTHETISEES);
    expect(noms.filter((nom) => nom.startsWith('/aws/vendedlogs/parvis/'))).toHaveLength(SYNTHETISEES);
    expect(combien(['AWS::Logs::ResourcePolicy'])).toBe(0);
  });

  it('l’horloge d’une commune a sa part, que l’affluence d’une autre ne prend pas', () => {
    const reserves = Object.values(premiere.ressources)
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => Number(Properties?.ReservedConcurrentExecutions ?? 0));
    const reservee = COMMUNES * reserves.reduce((somme, part) => somme + part, 0);
    expect(premiere.fonction('constaterEcheance').Properties?.ReservedConcurrentExecutions).toBeGreaterThan(
      0,
    );
    expect(premiere.fonction('armerHorloges').Properties?.ReservedConcurrentExecutions).toBeGreaterThan(0);
    expect(CONCURRENCE.compte - reservee).toBeGreaterThanOrEqual(CONCURRENCE.libre);
  });

  it('une commune qui n’est pas en service ne réserve rien : un compte neuf n’a que dix exécutions', () => {
    const neuve = lirePile(dossier, 'neuve');
    expect(JSON.stringify(neuve.ressources)).not.toContain('ReservedConcurrentExecutions');
  });
});
