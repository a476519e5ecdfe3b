import { describe, expect, it } from 'vitest';
import { coutAuRepos, plafondDe } from '../../lib/cout.ts';
import { uneCommune } from './pile.ts';

const gabarit = (...types: [string, Record<string, unknown>?][]) => [
  {
    fichier: 'essai',
    ressources: Object.fromEntries(
      types.map(([Type, Properties = {}], i) => [`R${i}`, { Type, Properties }]),
    ),
  },
];

describe('le coût au repos', () => {
  it('est nul pour ce qui ne se paie qu’à l’usage', () => {
    expect(coutAuRepos(gabarit(['AWS::Lambda::Function'], ['AWS::S3::Bucket'])).total).toBe(0);
  });
  it('compte chaque mesure d’une alarme, comme CloudWatch', () => {
    expect(
      coutAuRepos(gabarit(['AWS::CloudWatch::Alarm'], ['AWS::CloudWatch::Alarm', { Metrics: [{}, {}] }]))
        .total,
    ).toBe(0.3);
  });
  it('nomme ce dont il ne connaît pas le prix', () => {
    expect(coutAuRepos(gabarit(['AWS::EC2::NatGateway'])).inconnus).toEqual(['AWS::EC2::NatGateway']);
  });
  it('ne dépasse un dollar que si la commune l’a demandé', () => {
    const cout = coutAuRepos(gabarit(['AWS::KMS::Key'], ['AWS::CloudWatch::Alarm']));
    expect(cout.total).toBeGreaterThan(plafondDe(uneCommune('sobre'), cout));
    expect(cout.total).toBeLessThanOrEqual(plafondDe(uneCommune('fermee', { cleDeChiffrement: true }), cout));
  });
});
