import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { EXPEDITION, LECTURE, PATIENCE } from '../../functions/platform/patience.ts';
import { coutAuRepos, type Gabarit, lireGabarit, plafondDe } from '../../lib/cout.ts';
import { enTete, pageDe, politiqueDesPages } from '../../lib/fronts.ts';
import { pileDuCompte } from '../../lib/piles.ts';
import { PLAN_TABLE } from '../../lib/plan-table.ts';
import { attendues, lirePile, nomsQui } from './lecture.ts';
import { EN_SERVICE, RACINE, synthetiser, uneCommune } from './pile.ts';

const sobre = uneCommune('sobre');
const garnie = uneCommune(
  'garnie',
  { pareFeu: true, cleDeChiffrement: true, courrielAlertes: 'astreinte@example.fr' },
  EN_SERVICE,
);
const dossier = synthetiser(sobre, garnie);
const pile = lirePile(dossier, 'sobre');
const qui = (actions: RegExp) =>
  nomsQui(({ nom }) =>
    pile.enoncesDe(nom).some((enonce) => enonce.actions.some((dite) => actions.test(dite))),
  );
const assemblage = JSON.parse(readFileSync(path.join(dossier, 'manifest.json'), 'utf8')) as {
  artifacts: Record<string, { properties: { terminationProtection?: boolean } }>;
};

describe('ce qui est gardé', () => {
  it('est une table restaurable, suivie, protégée, qui oublie à temps', () => {
    const [table] = pile.deType('AWS::DynamoDB::GlobalTable');
    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      TimeToLiveSpecification: { AttributeName: PLAN_TABLE.ttl, Enabled: true },
    });
    expect(JSON.stringify(table?.Properties?.Replicas)).toMatch(/"PointInTimeRecoveryEnabled":true.*/);
  });
  it('n’est protégé qu’une fois en service, et ne survit pas à une création qui échoue', () => {
    const lues = [
      ['sobre', false],
      ['garnie', true],
    ] as const;
    for (const [slug, protegee] of lues) {
      const lue = lirePile(dossier, slug);
      const [table] = lue.deType('AWS::DynamoDB::GlobalTable');
      expect(JSON.stringify(table)).toContain(`"DeletionProtectionEnabled":${protegee}`);
      const gardees = Object.values(lue.ressources).filter(
        ({ UpdateReplacePolicy }) => UpdateReplacePolicy === 'Retain',
      );
      expect(gardees.map(({ Type }) => Type)).toEqual(
        expect.arrayContaining(['AWS::S3::Bucket', table?.Type]),
      );
      for (const { Type, DeletionPolicy } of gardees)
        expect(DeletionPolicy, Type).toBe('RetainExceptOnCreate');
      expect(assemblage.artifacts[`parvis-${slug}`]?.properties.terminationProtection ?? false).toBe(
        protegee,
      );
    }
  });
  it('dit le nom de sa table, que les commandes d’exploitation demandent', () => {
    const gabarit = JSON.parse(readFileSync(path.join(dossier, 'parvis-sobre.template.json'), 'utf8'));
    expect(JSON.stringify(gabarit.Outputs.NomDeLaTable)).toContain('Table');
  });
  it('est dans des dépôts que nul ne lit sans droit, et seulement par TLS', () => {
    const ferme = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    for (const { Properties } of pile.deType('AWS::S3::Bucket'))
      expect(Properties?.PublicAccessBlockConfiguration).toEqual(ferme);
    expect(pile.deType('AWS::S3::BucketPolicy')).toHaveLength(pile.deType('AWS::S3::Bucket').length);
    for (const { Properties } of pile.deType('AWS::S3::BucketPolicy'))
      expect(JSON.stringify(Properties)).toContain('"aws:SecureTransport":"false"');
  });
  it('n’est chiffré par une clé à elle que si la commune la demande', () => {
    expect(pile.deType('AWS::KMS::Key')).toHaveLength(0);
    expect(lirePile(dossier, 'garnie').deType('AWS::KMS::Key')).toHaveLength(1);
  });
});

describe('ce qui se réveille seul', () => {
  it('la machine n’appelle que les actions « machine », et les appelle toutes', () => {
    const appelees = pile
      .deType('AWS::StepFunctions::StateMachine')
      .flatMap(({ Properties }) => Object.keys(Properties?.DefinitionSubstitutions ?? {}));
    expect(appelees.sort()).toEqual(nomsQui(({ contract }) => contract.sur?.type === 'machine'));
  });
  const lectures = pile.deType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties ?? {});
  it('un seul lecteur lit le flux, tout entier : un consommateur de plus n’y change rien', () => {
    const duFlux = lectures.filter(({ StartingPosition }) => StartingPosition);
    expect(duFlux).toHaveLength(1);
    expect(duFlux[0]).toMatchObject({
      BatchSize: LECTURE.lot,
      MaximumRetryAttempts: LECTURE.essais,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    expect(duFlux[0]).not.toHaveProperty('FilterCriteria');
    // The other one reads again a batch that was put aside, when there is one.
    expect(qui(/^dynamodb:GetRecords$/)).toEqual(['relancerPerdus', 'trierFlux']);
  });
  it('chaque consommateur du flux est connu de son lecteur, par sa file ou par lui-même', () => {
    const dits = JSON.stringify(pile.fonction('trierFlux').Properties?.Environment);
    const attendus = manifeste.flatMap(({ contract: { sur } }) => (sur?.type === 'flux' ? [sur] : []));
    for (const { voulus } of attendus)
      expect(dits).toContain(JSON.stringify(JSON.stringify(voulus)).slice(1, -1));
    expect(dits.match(/\\"file\\"/g)).toHaveLength(attendus.filter(({ cadence }) => cadence).length);
    expect(dits.match(/\\"fonction\\"/g)).toHaveLength(attendus.filter(({ cadence }) => !cadence).length);
  });
  it('ce qui s’expédie attend dans une file à part, au débit de la commune, et y est essayé trois fois', () => {
    const files = lectures.filter(({ StartingPosition }) => !StartingPosition);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({
      BatchSize: EXPEDITION.lot,
      ScalingConfig: { MaximumConcurrency: EXPEDITION.ensemble },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const [file] = pile.deType('AWS::SQS::Queue').filter(({ Properties }) => Properties?.RedrivePolicy);
    expect(file?.Properties?.RedrivePolicy).toMatchObject({ maxReceiveCount: PATIENCE.essais });
  });
  it('chaque autre action que personne n’attend est essayée trois fois, puis mise de côté', () => {
    const autres = nomsQui(
      ({ contract: { sur } }) =>
        sur !== undefined &&
        !['machine', 'lecteur', 'relance'].includes(sur.type) &&
        !(sur.type === 'flux' && sur.cadence),
    );
    const essais = pile.deType('AWS::Lambda::EventInvokeConfig').map(({ Properties }) => Properties);
    expect(essais).toHaveLength(autres.length);
    for (const un of essais) {
      expect(un).toMatchObject({ MaximumRetryAttempts: PATIENCE.essais - 1 });
      expect(JSON.stringify(un)).toContain('OnFailure');
    }
  });
  it('ce qui a échoué est repris tous les quarts d’heure, de chaque file de messages perdus', () => {
    const quarts = pile
      .deType('AWS::Scheduler::Schedule')
      .filter(({ Properties }) => Properties?.ScheduleExpression === 'rate(15 minutes)');
    expect(quarts).toHaveLength(1);
    const dit = JSON.stringify(pile.fonction('relancerPerdus').Properties?.Environment);
    expect(dit.match(/\\"perdus\\"/g)).toHaveLength(
      pile.deType('AWS::SQS::Queue').filter(({ Properties }) => !Properties?.RedrivePolicy).length,
    );
    const executees = pile
      .enoncesDe('relancerPerdus')
      .find(({ actions }) => actions.includes('lambda:InvokeFunction'));
    expect((JSON.parse(executees?.sur ?? '[]') as unknown[]).length).toBe(
      nomsQui(({ contract: { sur } }) => sur !== undefined && !['machine', 'relance'].includes(sur.type))
        .length,
    );
  });
  it('les horaires sont à l’heure de la commune', () => {
    const attendus = manifeste.flatMap(({ contract: { sur } }) =>
      sur?.type === 'horaire' ? [sur.cron] : [],
    );
    const horaires = pile
      .deType('AWS::Scheduler::Schedule')
      .map(({ Properties }) => Properties ?? {})
      .filter(({ ScheduleExpression }) => String(ScheduleExpression).startsWith('cron'));
    expect(horaires.map(({ ScheduleExpression }) => ScheduleExpression).sort()).toEqual(attendus.sort());
    for (const horaire of horaires)
      expect(horaire).toMatchObject({
        ScheduleExpressionTimezone: 'Indian/Reunion',
        Target: { DeadLetterConfig: expect.anything() },
      });
  });
  it('seules les actions qui arment une horloge connaissent la machine', () => {
    const connaissent = manifeste
      .filter(({ nom }) => JSON.stringify(pile.fonction(nom).Properties?.Environment).includes('"VEILLE"'))
      .map(({ nom }) => nom)
      .sort();
    expect(connaissent).toEqual(
      nomsQui(({ contract }) => contract.ressources?.includes('horloges:armer') ?? false),
    );
  });
  it('un courriel est gardé avant d’être traité', () => {
    const [regle] = pile.deType('AWS::SES::ReceiptRule');
    expect(regle?.Properties?.Rule).toMatchObject({
      Recipients: ['sobre.example.fr'],
      Actions: [{ S3Action: { ObjectKeyPrefix: 'entrants/' } }, { LambdaAction: expect.anything() }],
    });
  });
});

describe('les alarmes', () => {
  const alarmes = pile.deType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties ?? {});
  it('disent ce qu’une personne perd et renvoient à une page qui existe', () => {
    const titres = [
      ...readFileSync(path.join(RACINE, 'docs/runbook.md'), 'utf8').matchAll(/<a id="([a-z-]+)"><\/a>/g),
    ].map(([, titre]) => titre);
    for (const { AlarmDescription } of alarmes)
      expect(titres).toContain(String(AlarmDescription).split('docs/runbook.md#')[1]);
  });
  it('préviennent quelqu’un, et veillent sur chaque file de messages perdus', () => {
    for (const { AlarmActions } of alarmes) expect(AlarmActions).toHaveLength(1);
    const perdus = pile
      .deType('AWS::SQS::Queue')
      .flatMap(({ Properties }) => (Properties?.Tags ?? []) as { Key: string; Value: string }[])
      .flatMap(({ Key, Value }) => (Key === 'perte' && Value !== 'flux' ? [Value] : []));
    expect(alarmes.filter(({ Namespace }) => Namespace === 'AWS/SQS')).toHaveLength(perdus.length);
    expect(alarmes.filter(({ MetricName }) => MetricName === 'IteratorAge')).toHaveLength(1);
  });
});

describe('la pile', () => {
  const deux = [pile, lirePile(dossier, 'garnie')];
  it('reste loin des 500 ressources de CloudFormation, gabarit par gabarit', () => {
    for (const { fichier, ressources } of deux.flatMap(({ gabarits }) => gabarits))
      expect(Object.keys(ressources).length, fichier).toBeLessThan(400);
  });
  it('ne tourne en rond dans aucun gabarit', () => {
    for (const gabarit of deux.flatMap(({ gabarits }) => gabarits))
      expect(boucle(gabarit), gabarit.fichier).toBeUndefined();
  });
  it('coûte au repos ce que la commune accepte, et rien dont le prix soit inconnu', () => {
    for (const [commune, { gabarits }] of [
      [sobre, pile],
      [garnie, lirePile(dossier, 'garnie')],
    ] as const) {
      const cout = coutAuRepos(gabarits);
      expect(cout.inconnus).toEqual([]);
      expect(cout.total).toBeLessThanOrEqual(plafondDe(commune, cout));
    }
  });
  it('n’ouvre l’API qu’à son CDN, à un mot que l’exploitant a tiré', () => {
    const [distribution] = pile.deType('AWS::CloudFront::Distribution');
    const parametre =
      /"x-parvis-bord","HeaderValue":\{"Fn::Select":\[0,\{"Fn::Split":\[",",\{"Ref":"(\w+)"/.exec(
        JSON.stringify(distribution),
      )?.[1];
    const gabarit = JSON.parse(readFileSync(path.join(dossier, 'parvis-sobre.template.json'), 'utf8'));
    expect(gabarit.Parameters[parametre ?? '']).toEqual({
      Type: 'AWS::SSM::Parameter::Value<String>',
      Default: '/parvis/sobre/front',
    });
    for (const { nom, contract } of manifeste.filter(({ contract }) => contract.route)) {
      const environnement = JSON.stringify(pile.fonction(nom).Properties?.Environment);
      expect(environnement, contract.resume).toMatch(/"BORD":\{"Ref":"\w*front\w*"\}/);
      expect(environnement).toContain('"LIMITES":"1"');
      expect(environnement).not.toContain('EN_CLAIR');
    }
  });
  it('borne chaque route du site public, et celles des agents à part', () => {
    const [etage] = pile.deType('AWS::ApiGatewayV2::Stage');
    const { DefaultRouteSettings, RouteSettings } = (etage?.Properties ?? {}) as {
      DefaultRouteSettings: { ThrottlingRateLimit: number };
      RouteSettings: Record<string, { ThrottlingRateLimit: number }>;
    };
    const publiques = manifeste.filter(({ contract: { par, route } }) =>
      route ? par.some((profil) => profil === 'public' || profil === 'usager') : false,
    );
    expect(Object.keys(RouteSettings).sort()).toEqual(
      publiques.map(({ contract }) => (contract.route ?? '').replace(' ', ' /api')).sort(),
    );
    for (const { ThrottlingRateLimit } of Object.values(RouteSettings))
      expect(ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit);
  });
  it('chiffre ses annonces de la clé de la commune, que chaque service qui annonce peut emprunter', () => {
    const garnieLue = lirePile(dossier, 'garnie');
    for (const { Properties } of garnieLue.deType('AWS::SNS::Topic'))
      expect(Properties?.KmsMasterKeyId).toBeDefined();
    const [cle] = garnieLue.deType('AWS::KMS::Key');
    for (const service of ['ses', 'cloudwatch', 'sms-voice'])
      expect(JSON.stringify(cle)).toContain(`"${service}.amazonaws.com"`);
  });
  it('protège chaque page et chaque réponse de l’API par ses en-têtes', () => {
    expect(pile.deType('AWS::CloudFront::ResponseHeadersPolicy')).toHaveLength(0);
    const compte = lireGabarit(dossier, `${pileDuCompte('eu-west-3')}.template.json`).flatMap(
      ({ ressources }) => Object.values(ressources),
    );
    const politiques = compte.filter(({ Type }) => Type === 'AWS::CloudFront::ResponseHeadersPolicy');
    expect(politiques).toHaveLength(2);
    const [distribution] = pile.deType('AWS::CloudFront::Distribution');
    expect(JSON.stringify(distribution).match(/"ResponseHeadersPolicyId":\{"Ref":/g)).toHaveLength(2);
    for (const politique of politiques)
      for (const entete of [
        'permissions-policy',
        'cross-origin-opener-policy',
        'cross-origin-resource-policy',
      ])
        expect(JSON.stringify(politique)).toContain(`"Header":"${entete}"`);
    expect(JSON.stringify(politiques)).toContain('sandbox');
  });
  it('dit dans chaque page quel dépôt est le sien, que les en-têtes du compte ne disent pas', () => {
    const pages = pile
      .deType('Custom::CDKBucketDeployment')
      .map(({ Properties }) => JSON.stringify(Properties?.SourceMarkers));
    expect(pages.join()).toContain('RegionalDomainName');
    expect(enTete('<html><head><title>', politiqueDesPages('https://pieces.example'))).toContain(
      `<head>\n<meta http-equiv="Content-Security-Policy" content="connect-src 'self' https://pieces.example"><title>`,
    );
    expect(() => enTete('<p>', 'x')).toThrow('sans <head>');
  });
  it('ne partage rien avec celle d’une autre commune', () => {
    const [a, b] = deux.map(({ gabarits }) => JSON.stringify(gabarits)) as [string, string];
    expect(a).not.toMatch(/garnie/);
    expect(b).not.toMatch(/sobre/);
    expect(a + b).not.toContain('Fn::ImportValue');
  });
  it('montre les mêmes pages sur CloudFront que sur un poste', () => {
    const code = String(pile.deType('AWS::CloudFront::Function')[0]?.Properties?.FunctionCode);
    for (const uri of [
      '/',
      '/suivi/K7M2-9QXD',
      '/agents',
      '/agents/demandes',
      '/agentsx',
      '/theme.css',
      '/assets/a-1.js',
    ])
      expect(runInNewContext(`${code}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`)).toBe(
        pageDe(uri),
      );
  });
  it('laisse l’API sans cache, avec les cookies', () => {
    const [distribution] = pile.deType('AWS::CloudFront::Distribution');
    const comportements = (
      distribution?.Properties?.DistributionConfig as { CacheBehaviors?: unknown } | undefined
    )?.CacheBehaviors;
    // Identities that AWS publishes: CachingDisabled, AllViewerExceptHostHeader.
    expect(comportements).toMatchObject([
      {
        PathPattern: '/api/*',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      },
    ]);
  });
});

/** The first resource that waits for itself, if any. */
const boucle = (gabarit: Gabarit): string | undefined => {
  const finies = new Set<string>();
  const tourne = (id: string, chemin: readonly string[]): boolean => {
    if (chemin.includes(id)) return true;
    if (finies.has(id)) return false;
    if (attendues(gabarit, id).some((suivante) => tourne(suivante, [...chemin, id]))) return true;
    finies.add(id);
    return false;
  };
  return Object.keys(gabarit.ressources).find((id) => tourne(id, []));
};
