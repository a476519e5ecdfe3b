import { generateKeyPairSync } from 'node:crypto';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { estScellee, sceller } from '../../../functions/demandes/attestation.sceau.ts';
import { attestationStore } from '../../../functions/demandes/attestation.store.ts';
import type { Attestation } from '../../../functions/demandes/attestation.ts';
import { communiquerMotifs } from '../../../functions/demandes/communiquer-motifs.ts';
import { consignerFait } from '../../../functions/demandes/consigner-fait.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { consulterRegistre } from '../../../functions/demandes/consulter-registre.ts';
import { dernierJourPourContester } from '../../../functions/demandes/contestation.ts';
import { contesterDecision } from '../../../functions/demandes/contester-decision.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { demanderDesistement } from '../../../functions/demandes/demander-desistement.ts';
import { demanderMotifs } from '../../../functions/demandes/demander-motifs.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import { listerDemandes } from '../../../functions/demandes/lister-demandes.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { refuserDemande } from '../../../functions/demandes/refuser-demande.ts';
import { retirerDecision } from '../../../functions/demandes/retirer-decision.ts';
import { seDesister } from '../../../functions/demandes/se-desister.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { verifierAttestation } from '../../../functions/demandes/verifier-attestation.ts';
import { constaterEcheance } from '../../../functions/echeances/constater-echeance.ts';
import { envoiStore } from '../../../functions/envois/envoi.store.ts';
import { consulterRisques } from '../../../functions/pilotage/consulter-risques.ts';
import { consulterSilences } from '../../../functions/pilotage/consulter-silences.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgentLe, uneSaisie, unLieu, unUsager } from '../../atelier/monde.ts';
import { codeDe } from '../usagers/atelier.ts';

process.env.ATTESTATIONS_SECRET = '/parvis/essai/attestations';
const { privateKey } = generateKeyPairSync('ed25519');
mockClient(SSMClient)
  .on(GetParameterCommand)
  .resolves({ Parameter: { Value: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() } });

let lieu: Lieu;
let demande: string;
beforeEach(async () => {
  lieu = await unLieu();
});

/** Filed on Monday 23 November 2026; silence decides on 23 January 2027. */
const LE_LENDEMAIN = new Date('2027-01-24T09:00:00Z');
const laisserDecider = async (id: string) => {
  demande = (await deposer(lieu, uneSaisie(lieu, id))).reference;
  await perform(
    constaterEcheance,
    { input: { demande, reglage: 1 }, now: LE_LENDEMAIN, interne: true },
    lieu,
  );
};

const auNomDe = (role: 'elu' | 'administrateur', quand: Date) => unAgentLe(lieu, quand, { role });
const dossier = async (quand = LE_LENDEMAIN) =>
  perform(
    consulterDemande,
    { input: { demande }, now: quand, jetons: await auNomDe('administrateur', quand) },
    lieu,
  );
const suivi = async (quand = LE_LENDEMAIN) =>
  perform(
    suivreDemande,
    { input: { demande }, now: quand, jetons: await unUsager(lieu, [demande], quand) },
    lieu,
  );
/** What the agents' list says must be done of it. */
const aFaire = async (quand: Date) => {
  const jetons = await auNomDe('administrateur', quand);
  const { lignes } = await perform(listerDemandes, { input: { vue: 'ouvertes' }, now: quand, jetons }, lieu);
  return lignes.filter(({ reference }) => reference === demande).map(({ agirAvant }) => agirAvant);
};
const usager = (quand: Date) => unUsager(lieu, [demande], quand);

describe('après un rejet par silence', () => {
  beforeEach(() => laisserDecider('permission-de-voirie'));

  it('la personne demande les raisons, la mairie a un mois, le délai pour contester repart ensuite', async () => {
    expect((await suivi()).suites.at(-1)?.lignes.at(-1)).toContain(
      'Dernier jour pour contester : le mercredi 24 mars 2027',
    );
    const le = new Date('2027-02-10T09:00:00Z');
    await perform(demanderMotifs, { input: { demande }, now: le, jetons: await usager(le) }, lieu);
    expect((await dossier(le)).limites.motifs).toBe('2027-03-10');
    expect((await suivi(le)).gestes).not.toContain('demanderMotifs');
    expect(await aFaire(le)).toEqual([{ quoi: 'motiver', le: '2027-03-10', jours: 28 }]);
    // As long as they are not given, one year from the asking (CE, 504677).
    expect((await suivi(le)).suites.at(-1)?.lignes.at(-1)).toContain(
      'Dernier jour pour contester : le jeudi 10 février 2028',
    );
    const encore = perform(demanderMotifs, { input: { demande }, now: le, jetons: await usager(le) }, lieu);
    await expect(encore).rejects.toMatchObject({ code: 'geste-impossible' });
    const rendu = new Date('2027-03-01T09:00:00Z');
    const { version } = await dossier(rendu);
    const motifs = { faits: 'Le trottoir est trop étroit.', droit: 'Arrêté du 3 mai, article 4.' };
    await perform(
      communiquerMotifs,
      { input: { demande, version, ...motifs }, now: rendu, jetons: await auNomDe('administrateur', rendu) },
      lieu,
    );
    expect(await aFaire(rendu)).toEqual([]);
    const { suites } = await suivi(rendu);
    expect(suites[0]?.lignes).toContain('Les faits : Le trottoir est trop étroit.');
    expect(suites.at(-1)?.lignes[0]).toContain('dans les deux mois qui suivent la réception de ces raisons');
    expect(suites.at(-1)?.lignes.at(-1)).toContain('Dernier jour pour contester : le lundi 3 mai 2027');
  });

  describe('le dernier jour pour contester', () => {
    const par = { qui: 'agent' as const, nom: 'Claire' };
    const le = (jour: string) => ({ le: `${jour}T09:00:00.000Z`, par });
    const dernierJour = async (...suite: Fait[]) => {
      const { valeur } = await demandeStore(ouvrirTable(lieu.base)).get(Reference.parse(demande));
      return dernierJourPourContester({ ...valeur, faits: [...valeur.faits, ...suite] }, lieu.monde.commune);
    };
    const demandees: Fait = { type: 'motifs-demandes', ...le('2027-02-01') };
    const donnees: Fait = { type: 'motifs-communiques', faits: 'f', droit: 'd', ...le('2027-02-22') };
    const mediation = (jour: string): Fait => ({ type: 'mediation', etape: 'close', ...le(jour) });

    it('part des raisons, même quand une médiation a fini avant elles', async () => {
      expect(await dernierJour(demandees, mediation('2027-02-10'), donnees)).toBe('2027-04-23');
      expect(await dernierJour(demandees, donnees, mediation('2027-03-10'))).toBe('2027-05-11');
    });

    it('part de l’accusé, quand personne n’en avait envoyé avant le terme', async () => {
      const lue: Fait = { type: 'qualifiee', demarche: 'x', service: 'y', ...le('2027-03-10') };
      expect(await dernierJour(lue)).toBe('2027-05-11');
    });

    it('sans raisons, est au bout d’un an, ou plus tard si une médiation finit après', async () => {
      expect(await dernierJour(demandees)).toBe('2028-02-01');
      expect(await dernierJour(demandees, mediation('2028-01-10'))).toBe('2028-03-13');
    });
  });

  it('est rappelée aux agents avant la fin du mois', async () => {
    const le = new Date('2027-02-10T09:00:00Z');
    await perform(demanderMotifs, { input: { demande }, now: le, jetons: await usager(le) }, lieu);
    const veiller = (quand: string) =>
      perform(
        constaterEcheance,
        { input: { demande, reglage: 2 }, now: new Date(quand), interne: true },
        lieu,
      );
    expect(await veiller('2027-02-11T09:00:00Z')).toEqual({ prochain: '2027-02-28T07:00:00Z' });
    expect(await veiller('2027-02-28T07:00:00Z')).toEqual({ prochain: '2027-03-07T07:00:00Z' });
  });

  describe('des raisons demandées tard', () => {
    const demanderLe = async (quand: Date) =>
      perform(demanderMotifs, { input: { demande }, now: quand, jetons: await usager(quand) }, lieu);
    /** The mail of the accusé left, and did not come back. */
    const accuser = async () => {
      const table = ouvrirTable(lieu.base);
      const contenu = { type: 'accuse' as const };
      const envoi = { id: 'accuse', demande, code: '', a: 'zoe@courriel.example', contenu };
      envoiStore(table).take({ ...envoi, etat: 'expedie' });
      await table.commit();
    };
    const noter = async (jour: string, quand: Date) =>
      perform(
        consignerFait,
        {
          input: {
            demande,
            version: (await dossier(quand)).version,
            fait: { type: 'motifs-demandes' as const, jour },
          },
          now: quand,
          jetons: await auNomDe('administrateur', quand),
        },
        lieu,
      );

    it('le sont encore à temps pour qui vit peut-être à l’étranger (CJA, R421-7)', async () => {
      await accuser();
      const dernier = new Date('2027-05-24T09:00:00Z');
      expect((await suivi(dernier)).gestes).toContain('demanderMotifs');
      await demanderLe(dernier);
    });

    it('ne le sont plus après, où que l’on vive', async () => {
      await accuser();
      const tard = new Date('2027-05-25T09:00:00Z');
      expect((await suivi(tard)).gestes).not.toContain('demanderMotifs');
      await expect(demanderLe(tard)).rejects.toMatchObject({
        code: 'geste-impossible',
        details: [{ phrase: expect.stringContaining('R421-7') }],
      });
    });

    it('ne sont pas refusées à qui n’a pas reçu d’accusé (CRPA, L112-12)', async () => {
      await demanderLe(new Date('2027-05-25T09:00:00Z'));
    });

    it('un agent les note toujours : elles sont gardées, marquées, et n’ouvrent aucun délai', async () => {
      await accuser();
      const tard = new Date('2027-06-02T09:00:00Z');
      await noter('2027-06-01', tard);
      const { faits, limites } = await dossier(tard);
      expect(faits.at(-1)).toMatchObject({ type: 'motifs-demandes', horsDelai: true });
      expect(limites.motifs).toBeUndefined();
      expect((await suivi(tard)).suites[0]?.lignes[0]).toContain('n’y est plus tenue');
    });

    it('un recours tardif le lit sur son propre accusé (L411-2)', async () => {
      await accuser();
      const tard = new Date('2027-04-02T09:00:00Z');
      const input = { demande, texte: 'Le trottoir fait deux mètres.' };
      const { sections } = await perform(
        contesterDecision,
        { input, now: tard, jetons: await usager(tard) },
        lieu,
      );
      expect(sections.map(({ titre }) => titre)).toContain('Ce recours vient après le délai');
    });

    it('sans accusé, rien n’est marqué tardif', async () => {
      const tard = new Date('2027-06-02T09:00:00Z');
      await noter('2027-06-01', tard);
      expect((await dossier(tard)).faits.at(-1)).not.toHaveProperty('horsDelai');
    });
  });

  it('peut demander les raisons pendant un recours gracieux', async () => {
    const jetons = await usager(LE_LENDEMAIN);
    const input = { demande, texte: 'Le trottoir fait deux mètres.' };
    await perform(contesterDecision, { input, now: LE_LENDEMAIN, jetons }, lieu);
    await perform(demanderMotifs, { input: { demande }, now: LE_LENDEMAIN, jetons }, lieu);
  });

  it('la personne conteste : c’est une demande de plus, que le silence rejette en deux mois', async () => {
    const { reference, sections } = await perform(
      contesterDecision,
      {
        input: { demande, texte: 'Le trottoir fait deux mètres.' },
        now: LE_LENDEMAIN,
        jetons: await usager(LE_LENDEMAIN),
      },
      lieu,
    );
    expect(JSON.stringify(sections)).toContain('rejetée le 24 mars 2027');
    const { vie, suites } = await suivi();
    expect(vie.map(({ titre }) => titre)).toContain('Recours gracieux déposé');
    // The delay to go before the judge waits for the answer to the recours (CRPA L411-2).
    expect(suites.at(-1)?.lignes.at(-1)).toContain('l’a interrompu');
    demande = reference;
    expect((await dossier()).reponses.map(({ valeur }) => valeur)).toContain('Le trottoir fait deux mètres.');
    const apres = new Date('2027-03-25T09:00:00Z');
    await perform(constaterEcheance, { input: { demande, reglage: 1 }, now: apres, interne: true }, lieu);
    const { gestes, suites: voies } = await suivi(apres);
    expect(gestes).not.toContain('contester');
    expect(JSON.stringify(voies)).toContain(
      'Un nouveau recours à la mairie ne ferait pas repartir ce délai.',
    );
  });
});

describe('une décision reçue à temps et écrite trop tard', () => {
  it('efface le silence constaté, et l’attestation n’en parle plus', async () => {
    await laisserDecider('permission-de-voirie');
    const refuser = async (notifieeLe?: string) =>
      perform(
        refuserDemande,
        {
          input: {
            demande,
            version: (await dossier()).version,
            faits: 'La rue est barrée.',
            droit: 'Arrêté du 3 mai.',
            notifieeLe,
          },
          now: LE_LENDEMAIN,
          jetons: await auNomDe('administrateur', LE_LENDEMAIN),
        },
        lieu,
      );
    await expect(refuser()).rejects.toMatchObject({ code: 'geste-impossible' });
    await expect(refuser('2027-01-24')).rejects.toMatchObject({ code: 'geste-impossible' });
    await refuser('2027-01-21');
    const { statut, vie, decision } = await suivi();
    expect(statut).toBe('refusee');
    expect(vie.map(({ titre }) => titre)).toContain('Constat du silence, sans effet');
    expect(decision?.lignes[0]).toContain('notifiée le 21 janvier 2027, avant la fin du délai');
    const { services } = await perform(
      consulterSilences,
      { input: {}, now: LE_LENDEMAIN, jetons: await auNomDe('elu', LE_LENDEMAIN) },
      lieu,
    );
    expect(services.every(({ rejetees }) => rejetees === 0)).toBe(true);
  });
});

describe('après une acceptation par silence', () => {
  beforeEach(() => laisserDecider('inscription-monument-funeraire'));

  /** What the paper says, sealed and kept; printing it is told elsewhere. */
  const attester = async () => {
    const attestation: Attestation = {
      code: 'K7M2-9QX3-4H7Q',
      commune: 'Commune d’Aubevive',
      siret: '00000000000000',
      reference: demande,
      objet: 'Une inscription',
      personne: 'Zoé Fictif',
      recueLe: '2026-11-23',
      accepteeLe: '2027-01-23',
      fondement: 'CRPA, L231-1',
      reserve: '',
      delivreeLe: '2027-01-24',
    };
    const signature = await sceller(attestation);
    const table = ouvrirTable(lieu.base);
    attestationStore(table).add({ attestation, signature });
    await table.commit();
    return { code: attestation.code, attestation, signature };
  };

  const retirer = async (quand: Date, motif = 'illegale', nature = 'retrait') => {
    const { version } = await dossier(quand);
    return perform(
      retirerDecision,
      {
        input: {
          demande,
          version,
          nature,
          motif,
          faits: 'Le texte gravé trouble l’ordre public.',
          droit: 'CGCT, R2223-8.',
          // Heard or not is told in actes.test.ts.
          dispense: { cas: 'urgence', raisons: 'La pose du monument commence demain.' },
        },
        now: quand,
        jetons: await auNomDe('administrateur', quand),
      },
      lieu,
    );
  };

  it('peut être retirée pendant quatre mois si elle est illégale, et plus après, sauf fraude', async () => {
    expect((await dossier()).limites.retrait).toBe('2027-05-23');
    const tard = new Date('2027-05-24T09:00:00Z');
    await expect(retirer(tard)).rejects.toMatchObject({ details: [{ champ: 'motif' }] });
    await retirer(tard, 'fraude');
    expect((await suivi(tard)).statut).toBe('retiree');
  });

  it('ne se retire pas pour une raison qui ne vaut que pour l’avenir, ni pour une aide qu’elle n’est pas', async () => {
    await expect(retirer(LE_LENDEMAIN, 'condition-non-remplie')).rejects.toMatchObject({
      details: [{ champ: 'nature' }],
    });
    await expect(retirer(LE_LENDEMAIN, 'aide-mal-employee')).rejects.toMatchObject({
      details: [{ champ: 'motif' }],
    });
    await retirer(LE_LENDEMAIN, 'condition-non-remplie', 'abrogation');
  });

  it('ne vaut rien si une autre administration était compétente : transmise, tout le dit (L114-3)', async () => {
    const { code } = await attester();
    const depart = { par: 'recommande', le: '2027-01-24', preuve: '1A 234 567' } as const;
    const fait = {
      type: 'transmise',
      administration: 'Le département',
      motif: 'Ce cimetière est le sien.',
      depart,
    } as const;
    const { version } = await dossier();
    const jetons = await auNomDe('administrateur', LE_LENDEMAIN);
    await perform(consignerFait, { input: { demande, version, fait }, now: LE_LENDEMAIN, jetons }, lieu);
    const { lue } = await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
    expect(JSON.stringify(lue.promis.at(-1))).toContain('le silence de la mairie n’a rien accordé');
    expect(JSON.stringify(lue.promis.at(-1))).toContain('Le délai partira du jour où cette administration');
    const { statut, terme, gestes, suites, vie } = await suivi();
    expect([statut, terme, suites]).toEqual(['transmise', null, []]);
    expect(gestes).not.toContain('attester');
    expect(vie.map(({ titre }) => titre)).toContain('Constat du silence, sans effet');
    const verdict = await perform(verifierAttestation, { input: { code }, now: LE_LENDEMAIN }, lieu);
    expect(verdict).toMatchObject({ authentique: true, tient: false });
    expect(verdict.phrase).toContain('une autre administration était compétente');
    const { services } = await perform(
      consulterSilences,
      { input: {}, now: LE_LENDEMAIN, jetons: await auNomDe('elu', LE_LENDEMAIN) },
      lieu,
    );
    expect(services.every(({ acceptees }) => acceptees === 0)).toBe(true);
  });

  it('se retire le dernier jour', async () => {
    const dernier = new Date('2027-05-23T09:00:00Z');
    await retirer(dernier);
    expect((await suivi(dernier)).suites[0]?.titre).toBe('Vos recours');
  });

  it('est comptée avec son compte à rebours, et reste comptée quand on la retire', async () => {
    const silences = async (role: 'administrateur' | 'elu', quand = LE_LENDEMAIN) =>
      perform(consulterSilences, { input: {}, now: quand, jetons: await auNomDe(role, quand) }, lieu);
    expect((await silences('administrateur')).lignes).toMatchObject([
      { reference: demande, le: '2027-01-23', retraitJusquau: '2027-05-23', joursPourRetirer: 119 },
    ]);
    const { lignes, services } = await silences('elu');
    expect(lignes).toEqual([]);
    expect(services.find(({ acceptees }) => acceptees === 1)).toMatchObject({ rejetees: 0, taux: 1 });
    await retirer(LE_LENDEMAIN);
    expect((await silences('elu')).services.find(({ acceptees }) => acceptees === 1)).toBeDefined();
  });

  it('est au registre public, sans nom ni référence', async () => {
    const { lignes } = await perform(consulterRegistre, { input: { annee: 2026 }, now: LE_LENDEMAIN }, lieu);
    expect(lignes).toMatchObject([
      { recueLe: '2026-11-23', accepteeLe: '2027-01-23', etat: 'acceptee-par-silence' },
    ]);
    expect(JSON.stringify(lignes)).not.toMatch(new RegExp(`Fictif|${demande}`));
  });

  it('a une attestation que chacun vérifie, et qui tombe quand on retire la décision', async () => {
    const { attestation, signature } = await attester();
    expect(await estScellee({ ...attestation, personne: 'Autre' }, signature)).toBe(false);
    const verifier = (autres: object = {}) =>
      perform(verifierAttestation, { input: { code: 'k7m2 9qx3 4h7q', ...autres }, now: LE_LENDEMAIN }, lieu);
    expect(await verifier()).toMatchObject({ authentique: true, tient: true, attestation });
    expect(await verifier({ signature: 'forgee' })).toMatchObject({ authentique: false, tient: false });
    await retirer(LE_LENDEMAIN);
    expect(await verifier()).toMatchObject({ authentique: true, tient: false });
    await expect(verifier({ code: 'AAAA-BBBB-CCCC' })).rejects.toMatchObject({
      code: 'attestation-inconnue',
    });
  });
});

describe('avant toute décision', () => {
  it('la personne renonce : le silence ne décidera plus', async () => {
    demande = (await deposer(lieu)).reference;
    const jetons = await usager(LUNDI);
    const { connexion } = await perform(
      demanderDesistement,
      { input: { demande }, now: LUNDI, jetons },
      lieu,
    );
    const input = { demande, connexion, code: await codeDe(lieu, connexion) };
    await perform(seDesister, { input, now: LUNDI, jetons }, lieu);
    await perform(
      constaterEcheance,
      { input: { demande, reglage: 2 }, now: LE_LENDEMAIN, interne: true },
      lieu,
    );
    expect((await suivi()).statut).toBe('desistee');
  });

  it('ce qui tombe dans la quinzaine est à risque, le plus urgent d’abord', async () => {
    demande = (await deposer(lieu)).reference;
    await deposer(lieu, { now: new Date('2026-11-20T09:00:00Z') });
    await deposer(lieu, { now: new Date('2027-01-02T09:00:00Z') });
    const le = new Date('2027-01-12T09:00:00Z');
    const { lignes, services } = await perform(
      consulterRisques,
      { input: {}, now: le, jetons: await auNomDe('administrateur', le) },
      lieu,
    );
    expect(lignes.map(({ joursRestants }) => joursRestants)).toEqual([8, 11]);
    expect(services.find(({ acceptations }) => acceptations === 2)).toBeDefined();
  });
});
