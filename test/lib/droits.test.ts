import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { lirePile, nomsQui } from './lecture.ts';
import { RACINE, synthetiser, uneCommune } from './pile.ts';

const pile = lirePile(synthetiser(uneCommune('sobre')), 'sobre');
const ECRITURES = /^dynamodb:(Put|Update|Delete|BatchWrite|PartiQL)/;
const qui = (actions: RegExp) =>
  manifeste
    .map(({ nom }) => nom)
    .filter((nom) =>
      pile.enoncesDe(nom).some((enonce) => enonce.actions.some((action) => actions.test(action))),
    )
    .sort();

describe('les routes', () => {
  it('ouvrent toutes les actions du manifeste qui en ont une, et rien d’autre', () => {
    const ouvertes = pile
      .deType('AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => String(Properties?.RouteKey))
      .sort();
    expect(ouvertes).toEqual(
      manifeste.flatMap(({ contract: { route } }) => (route ? [route.replace(' ', ' /api')] : [])).sort(),
    );
  });
  it('ont un débit borné et un journal sans adresse, chemin ni paramètres', () => {
    const [etage] = pile.deType('AWS::ApiGatewayV2::Stage');
    expect(etage?.Properties?.DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
    expect(JSON.stringify(etage?.Properties?.AccessLogSettings)).not.toMatch(
      /sourceIp|\$context\.path|userAgent|querystring|authorizer/i,
    );
  });
});

describe('les droits', () => {
  it('d’écrire la table suivent les contrats, exactement', () => {
    expect(qui(/^dynamodb:(Put|Delete)Item$/)).toEqual(nomsQui(({ contract }) => contract.writes));
    expect(qui(/^dynamodb:UpdateItem$/)).toEqual(
      nomsQui(
        ({ contract }) =>
          contract.limite !== undefined || (contract.ressources?.includes('table:retoucher') ?? false),
      ),
    );
    const connues = manifeste.flatMap(({ nom }) => pile.enoncesDe(nom).flatMap(({ actions }) => actions));
    expect(
      connues.filter((action) => ECRITURES.test(action) && !/(Put|Delete|Update)Item$/.test(action)),
    ).toEqual([]);
  });
  it('sur la table sont ceux que demande le moteur, sans parcours complet', () => {
    const moteur = readFileSync(path.join(RACINE, 'functions/platform/table.dynamo.ts'), 'utf8');
    const demandes = [
      ...moteur.matchAll(/new (Get|Put|Delete|Update|Query|Scan|BatchGet|BatchWrite)(?:Item)?Command/g),
    ].map(([, geste]) => geste);
    const DE_FLUX = /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/;
    const accordes = new Set(
      manifeste
        .flatMap(({ nom }) => pile.enoncesDe(nom).flatMap(({ actions }) => actions))
        .filter((action) => action.startsWith('dynamodb:') && !DE_FLUX.test(action)),
    );
    expect([...accordes].sort()).toEqual(
      [...new Set(demandes)]
        .map((geste) => (geste === 'Query' ? 'dynamodb:Query' : `dynamodb:${geste}Item`))
        .sort(),
    );
  });
  it('d’envoyer un courriel ne vont qu’aux actions qui le disent', () => {
    expect(qui(/^ses:/)).toEqual(
      nomsQui(({ contract }) => contract.ressources?.includes('courriels:envoyer') ?? false),
    );
  });
  it('d’envoyer un SMS ne vont qu’aux actions qui le disent, et pas vers un sujet', () => {
    expect(qui(/^sns:/)).toEqual(
      nomsQui(({ contract }) => contract.ressources?.includes('sms:envoyer') ?? false),
    );
    const enonces = manifeste
      .flatMap(({ nom }) => pile.enoncesDe(nom))
      .filter(({ actions }) => actions.includes('sns:Publish'));
    expect(enonces.every(({ sur }) => sur.startsWith('{"sauf"'))).toBe(true);
  });
  it('de lire un secret ne vont qu’aux actions qui le disent, et ne valent que pour celui de la commune', () => {
    expect(qui(/^ssm:/)).toEqual(
      nomsQui(
        ({ contract }) =>
          contract.ressources?.some((une) => une === 'secret:proconnect' || une === 'secret:attestations') ??
          false,
      ),
    );
    for (const { nom } of manifeste.filter(({ contract }) =>
      contract.ressources?.includes('secret:attestations'),
    ))
      expect(
        pile
          .enoncesDe(nom)
          .filter(({ actions }) => actions.includes('ssm:GetParameter'))
          .map(({ sur }) => sur),
      ).toEqual([expect.stringContaining('parameter/parvis/sobre/attestations')]);
    const [secret] = manifeste
      .flatMap(({ nom }) => pile.enoncesDe(nom))
      .filter(({ actions }) => actions.includes('ssm:GetParameter'));
    expect(secret?.sur).toContain('parameter/parvis/sobre/proconnect');
  });
  it('de lire le secret de FranceConnect vont à ses actions, si la commune l’a ouvert', () => {
    const parFranceConnect = {
      ...uneCommune('ouverte'),
      connexion: {
        ...uneCommune('ouverte').connexion,
        franceconnect: {
          emetteur: 'https://habitants.example.fr',
          client: 'habitants',
          signature: 'ES256' as const,
        },
      },
    };
    const ouverte = lirePile(synthetiser(parFranceConnect), 'ouverte');
    const lecteurs = manifeste
      .map(({ nom }) => nom)
      .filter((nom) =>
        ouverte.enoncesDe(nom).some(({ sur }) => sur.includes('/parvis/ouverte/franceconnect')),
      );
    expect(lecteurs.sort()).toEqual(
      nomsQui(({ contract }) => contract.ressources?.includes('secret:franceconnect') ?? false),
    );
    expect(ouverte.fonction('connecterUsager').Properties?.Environment).toMatchObject({
      Variables: { FRANCECONNECT_EMETTEUR: 'https://habitants.example.fr' },
    });
  });
  it('de compter ou de retoucher vont aux actions limitées et à qui le dit, et à elles seules', () => {
    expect(qui(/^dynamodb:UpdateItem$/)).toEqual(
      nomsQui(({ contract: { limite, ressources } }) =>
        Boolean(limite ?? ressources?.includes('table:retoucher')),
      ),
    );
  });
  it('d’écrire un fichier, de le lire et d’armer une horloge suivent les contrats', () => {
    expect(qui(/^s3:PutObject/)).toEqual(
      nomsQui(({ contract }) => contract.ressources?.includes('pieces:ecrire') ?? false),
    );
    expect(qui(/^s3:GetObject/)).toEqual(
      nomsQui(({ contract: { ressources } }) =>
        Boolean(ressources?.includes('pieces:lire') || ressources?.includes('courriels:lire')),
      ),
    );
    expect(qui(/^states:/)).toEqual(
      nomsQui(({ contract }) => contract.ressources?.includes('horloges:armer') ?? false),
    );
  });
  it('ne portent jamais sur tout', () => {
    const larges = manifeste.filter(({ nom }) =>
      pile
        .enoncesDe(nom)
        .some(
          ({ actions, sur }) =>
            sur === '"*"' && !actions.every((action) => action === 'dynamodb:ListStreams'),
        ),
    );
    expect(larges).toEqual([]);
  });
});
