import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import { imprimerAccuse } from '../../functions/demandes/imprimer-accuse.ts';
import { listerDemandes } from '../../functions/demandes/lister-demandes.ts';
import { suivreDemande } from '../../functions/demandes/suivre-demande.ts';
import { expedierEnvois } from '../../functions/envois/expedier-envois.ts';
import { enAppel, enReponse, type ReponseHttp } from '../../functions/platform/http.ts';
import { type Lieu, perform, type Verbe } from '../../functions/platform/perform.ts';
import { Refus } from '../../functions/platform/refus.ts';
import { COOKIES } from '../../functions/platform/session.ts';
import { nettoyer } from '../../functions/platform/texte.ts';
import { ecrireFiche } from '../../lib/fiche.ts';
import { desCoffres } from '../atelier/courrier.ts';
import { fluxDe } from '../atelier/flux.ts';
import { deposer, LUNDI, unAgent, unLieu, unParticulier, unUsager } from '../atelier/monde.ts';
import { avecTexte, cheminsDesTextes, exemplesDe } from '../atelier/schemas.ts';
import { DURS } from '../atelier/textes-durs.ts';

const hostile = fc.oneof(
  fc.constantFrom(...DURS),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom('\ud83d', '\ude21', '\u200d', '\u0301', '\u202e', 'é', ' ', '\n'),
    maxLength: 300,
  }),
);

const SIGNALEMENT = {
  nature: 'Trottoir abîmé',
  danger: 'Non',
  description: 'Un trou',
  lieu: 'Rue du Four',
};

const ses = mockClient(SESv2Client);
let lieu: Lieu;
let jetons: { agent: string; usager: string };
beforeAll(async () => {
  desCoffres();
  const dossier = await mkdtemp(path.join(tmpdir(), 'fiche-'));
  Object.assign(process.env, {
    SES_CONFIGURATION: 'essai',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  });
  process.env.LIMITES = '1000000';
  ses.on(SendEmailCommand).resolves({ MessageId: '1' });
  lieu = await unLieu();
  process.env.COMMUNE = ecrireFiche(dossier, lieu.monde);
});

const verbeDe = async ({ nom, fichier }: { nom: string; fichier: string }): Promise<Verbe> => {
  const module: Record<string, Verbe> = await import(path.resolve(import.meta.dirname, '../..', fichier));
  const verbe = module[nom];
  if (!verbe) throw new Error(`${fichier} n’exporte pas ${nom}`);
  return verbe;
};

/** A request as the network brings it: what cannot travel in JSON or in an address does not. Anything thrown but a refusal is a fault of ours. */
const demander = async (
  verbe: Verbe,
  entree: Record<string, unknown>,
  cle?: string,
): Promise<ReponseHttp> => {
  const { contract } = verbe;
  const [methode = 'GET'] = (contract.route ?? '').split(' ');
  const chemin = [...(contract.route ?? '').matchAll(/\{(\w+)\}/g)].map(([, nom]) => nom ?? '');
  const pathParameters = Object.fromEntries(chemin.map((nom) => [nom, String(entree[nom] ?? '')]));
  const event = {
    headers: cle ? { 'idempotency-key': cle } : {},
    cookies: [`${COOKIES.agent}=${jetons.agent}`, `${COOKIES.usager}=${jetons.usager}`],
    requestContext: { http: { method: methode, sourceIp: '192.0.2.1' } },
    pathParameters,
    ...(methode === 'GET'
      ? { queryStringParameters: Object.fromEntries(Object.entries(entree).map(([n, v]) => [n, String(v)])) }
      : { body: JSON.stringify(entree) }),
  };
  try {
    const appel = enAppel(event as never, { origines: [], now: LUNDI });
    return enReponse(contract, await perform(verbe, appel, lieu));
  } catch (erreur) {
    if (erreur instanceof Refus) return enReponse(contract, erreur);
    throw erreur;
  }
};

/** What this town knows, by field: without it no text would go further than the door. */
const connusDe = async (shape: object): Promise<Record<string, unknown>> => {
  const { commune } = lieu.monde;
  const depose = 'demande' in shape || 'reference' in shape ? await deposer(lieu, { now: LUNDI }) : undefined;
  jetons = {
    ...(await unAgent(lieu, 'administrateur')),
    ...(await unUsager(lieu, depose ? [depose.reference] : [])),
  };
  return {
    ...(depose && { demande: depose.reference, reference: depose.reference, code: depose.code, version: 1 }),
    demarche: 'signalement-voirie',
    service: commune.services[0]?.id,
    reponses: SIGNALEMENT,
    jusquau: '2027-01-15',
    vendrediSaint: false,
    codePostal: '84990',
    pays: 'France',
    ...('usager' in shape && { pieces: [] }),
    ...('fichiers' in shape && { fichiers: [] }),
    ...('octets' in shape && { type: 'application/pdf' }),
  };
};

/** Providers answer over a network of their own: their words are read by the contract, and go no further here. */
const SANS_RESEAU = /^secret:/;
const ROUTES = manifeste.filter(
  ({ contract }) => contract.route && !contract.ressources?.some((une) => SANS_RESEAU.test(une)),
);

const PAR_CHAMP = 3;
const texteDe = (rang: number, saut: number): string =>
  saut < PAR_CHAMP - 1
    ? (DURS[(rang + saut * 7) % DURS.length] ?? '')
    : (fc.sample(hostile, { numRuns: 1, seed: rang })[0] ?? '');

const shapeDe = ({ contract: { input } }: Pick<Verbe, 'contract'>): object =>
  'shape' in input ? (input.shape as object) : {};

type Essai = { entree: Record<string, unknown>; ou: string };

/** One asking for each text that a contract can hold, of every variant, with a hard one in its place. */
const essaisDe = async ({ contract }: Verbe, saut: number): Promise<Essai[]> => {
  const exemples = exemplesDe(contract.input, await connusDe(shapeDe({ contract })));
  return exemples.flatMap((exemple) =>
    cheminsDesTextes(exemple).map((chemin, rang) => ({
      entree: avecTexte(exemple, chemin, texteDe(rang, saut)) as Record<string, unknown>,
      ou: chemin.join('.'),
    })),
  );
};

const attendre = ({ statusCode = 500, body = '' }: ReponseHttp, ou: string): void => {
  expect([ou, statusCode < 500]).toEqual([ou, true]);
  if (statusCode >= 400) expect(JSON.parse(body).phrase).toMatch(/^[A-ZÀ-Ý].+[.!?]$/s);
};

describe('n’importe quel texte, dans n’importe quel champ', () => {
  it.each(ROUTES)('de $nom, est gardé ou refusé d’une phrase, jamais une panne', async (entree) => {
    const verbe = await verbeDe(entree);
    for (let saut = 0; saut < PAR_CHAMP; saut++)
      for (const essai of await essaisDe(verbe, saut))
        attendre(await demander(verbe, essai.entree), essai.ou);
  });

  it.each(
    ROUTES.filter(({ nom }) =>
      ['deposerDemande', 'saisirDemande', 'ecrireMairie', 'ecrireUsager', 'envoyerCode'].includes(nom),
    ),
  )('de $nom, se lit : sans texte dur, il s’accepte', async (entree) => {
    const verbe = await verbeDe(entree);
    const [exemple] = exemplesDe(verbe.contract.input, await connusDe(shapeDe(verbe)));
    const { statusCode, body } = await demander(verbe, exemple as Record<string, unknown>);
    expect([statusCode, statusCode === 200 ? '' : body]).toEqual([200, '']);
  });

  it('dans la clé d’envoi, ne fait pas de panne', async () => {
    const verbe = await verbeDe({ nom: 'envoyerCode', fichier: 'functions/usagers/envoyer-code.ts' });
    for (const cle of DURS)
      attendre(await demander(verbe, { contact: 'zoe@courriel.example' }, cle), 'Idempotency-Key');
  });
});

describe('une demande déposée avec n’importe quel texte', () => {
  it.each(DURS.map((texte) => [texte.slice(0, 30).toWellFormed(), texte]))(
    'se refuse d’une phrase, ou se retrouve partout : %j',
    async (_, texte) => {
      const depot = deposer(lieu, {
        demarche: 'signalement-voirie',
        usager: { ...unParticulier, nom: texte, adresse: { ...unParticulier.adresse, complement: texte } },
        reponses: { ...SIGNALEMENT, lieu: texte },
      }).catch((erreur: unknown) => erreur);
      const recue = await depot;
      if (recue instanceof Refus) {
        expect(recue.details.map(({ phrase }) => phrase).join(' ')).toMatch(/[.!?]$/);
        return;
      }
      const { reference } = recue as { reference: string };
      jetons = { ...(await unAgent(lieu, 'administrateur')), ...(await unUsager(lieu, [reference])) };
      const { lignes } = await perform(listerDemandes, { input: {}, now: LUNDI, jetons }, lieu);
      const ligne = lignes.find((une) => une.reference === reference);
      expect(ligne?.personne).toContain(nettoyer(texte).slice(0, 20).split('\n')[0]);
      const suivi = await perform(suivreDemande, { input: { demande: reference }, now: LUNDI, jetons }, lieu);
      expect(JSON.stringify(suivi).isWellFormed()).toBe(true);
      ses.resetHistory();
      await perform(
        expedierEnvois,
        { input: await fluxDe(lieu, `DEMANDE#${reference}`), now: LUNDI, interne: true },
        lieu,
      );
      expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
      const { contenu } = await perform(
        imprimerAccuse,
        { input: { demande: reference }, now: LUNDI, jetons },
        lieu,
      );
      expect(Buffer.from(contenu, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    },
  );
});
