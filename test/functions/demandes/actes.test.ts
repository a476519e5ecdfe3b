import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../../functions/demandes/accepter-demande.ts';
import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { consignerFait } from '../../../functions/demandes/consigner-fait.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { contesterDecision } from '../../../functions/demandes/contester-decision.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { envisagerRetrait } from '../../../functions/demandes/envisager-retrait.ts';
import { presenterObservations } from '../../../functions/demandes/presenter-observations.ts';
import { qualifierDemande } from '../../../functions/demandes/qualifier-demande.ts';
import { Reference, referenceDe } from '../../../functions/demandes/reference.ts';
import { refuserDemande } from '../../../functions/demandes/refuser-demande.ts';
import { retirerDecision } from '../../../functions/demandes/retirer-decision.ts';
import { saisirDemande } from '../../../functions/demandes/saisir-demande.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgentLe, uneSaisie, unLieu, unUsager } from '../../atelier/monde.ts';

let lieu: Lieu;
let demande: string;
beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu, uneSaisie(lieu, 'permission-de-voirie'))).reference;
});

const agent = (now: Date) => unAgentLe(lieu, now, { role: 'administrateur' });
const dossier = async (now = LUNDI) =>
  perform(consulterDemande, { input: { demande }, now, jetons: await agent(now) }, lieu);
const suivi = async (now = LUNDI) =>
  perform(suivreDemande, { input: { demande }, now, jetons: await unUsager(lieu, [demande], now) }, lieu);
const accepter = async (saisie: object, now = LUNDI) =>
  perform(
    accepterDemande,
    { input: { demande, version: (await dossier(now)).version, ...saisie }, now, jetons: await agent(now) },
    lieu,
  );

const RAISONS = { faits: 'Le trottoir sert au marché le samedi.', droit: 'Arrêté du 3 mai, article 4.' };
const CONDITIONS = { conditions: 'Libérer le trottoir chaque samedi.', ...RAISONS };

describe('une acceptation avec des conditions', () => {
  it('dit ses conditions, ses raisons et ses recours : la personne peut la contester', async () => {
    await accepter(CONDITIONS);
    const { decision, statut, phrase, suites, gestes, contestable, vie } = await suivi();
    expect([statut, decision?.titre]).toEqual([
      'acceptee',
      'Votre demande est acceptée, avec des conditions',
    ]);
    expect(decision?.lignes).toEqual([
      'Les conditions : Libérer le trottoir chaque samedi.',
      'Les faits : Le trottoir sert au marché le samedi.',
      'Le droit : Arrêté du 3 mai, article 4.',
      expect.stringMatching(/^.+, .+, .+, le 23 novembre 2026$/),
    ]);
    expect(phrase).toContain('avec des conditions');
    expect(suites).toMatchObject([{ titre: 'Vos recours' }]);
    expect(contestable).toEqual({ jusquau: '2027-01-25', passe: false });
    expect(gestes).toContain('contester');
    expect(vie.at(-1)).toMatchObject({
      titre: 'Demande acceptée, avec des conditions',
      detail: CONDITIONS.conditions,
    });
    await perform(
      contesterDecision,
      {
        input: { demande, texte: 'Le marché a déménagé.' },
        now: LUNDI,
        jetons: await unUsager(lieu, [demande]),
      },
      lieu,
    );
    expect((await suivi()).gestes).not.toContain('contester');
  });

  it.each([
    [{ conditions: CONDITIONS.conditions }, ['faits', 'droit']],
    [{ ...CONDITIONS, faits: '.' }, ['faits']],
    [{ ...CONDITIONS, droit: 'L2213-1' }, ['droit']],
    [{ ...CONDITIONS, conditions: '…' }, ['conditions']],
  ])('ne part pas sans ses raisons : %o', async (saisie, champs) => {
    const refus = await accepter(saisie).catch((erreur: { details: { champ: string }[] }) => erreur.details);
    expect((refus as { champ: string }[]).map(({ champ }) => champ)).toEqual(champs);
  });

  it('sans conditions, rien ne se conteste, et des raisons sans objet ne sont pas gardées', async () => {
    await accepter({ texte: 'Bonne installation.', ...RAISONS, conditions: ' ' });
    const { decision, suites, gestes, contestable } = await suivi();
    expect(decision).toMatchObject({ titre: 'Votre demande est acceptée' });
    expect(decision?.lignes.join()).not.toContain('Les faits');
    expect([suites, contestable]).toEqual([[], undefined]);
    expect(gestes).not.toContain('contester');
    const { gestes: deLAgent } = await dossier();
    expect(deLAgent).not.toContain('medier');
  });
});

describe('une demande libre', () => {
  const libre = { objet: 'Une place pour mon camion', texte: 'Je déménage samedi, rue du Lavoir.' };
  const qualifier = async (demarche: string, now = LUNDI) =>
    perform(
      qualifierDemande,
      { input: { demande, version: (await dossier(now)).version, demarche }, now, jetons: await agent(now) },
      lieu,
    );
  const accuse = async () =>
    (await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande))).accuse;

  it('déposée en ligne, attend d’être qualifiée comme un e-mail, et garde ses réponses', async () => {
    const recu = await deposer(lieu, { ...uneSaisie(lieu, 'demande-libre'), reponses: libre });
    demande = recu.reference;
    expect(recu.accuse.nature).toBe('enregistrement');
    expect(JSON.stringify(recu.sections)).not.toMatch(/rejet/);
    const { statut, objet, limites } = await dossier();
    expect([statut, objet, limites.accuse]).toEqual(['a-qualifier', libre.objet, '2026-12-07']);
    await qualifier('permission-de-voirie', new Date('2026-11-25T09:00:00Z'));
    expect(await accuse()).toMatchObject({ nature: 'demande-svr', rejet: { le: '2027-01-23' } });
    // The table keeps no order of them.
    expect(new Set((await dossier()).reponses)).toEqual(
      new Set([
        { libelle: 'De quoi il s’agit', valeur: libre.objet },
        { libelle: 'La demande', valeur: libre.texte },
      ]),
    );
  });

  it('saisie au guichet, a l’accusé du papier, et se qualifie encore : le nouvel accusé remplace le premier', async () => {
    const saisie = {
      ...uneSaisie(lieu, 'demande-libre'),
      reponses: libre,
      canal: 'guichet' as const,
      recueLe: '2026-11-23',
    };
    demande = (await perform(saisirDemande, { input: saisie, now: LUNDI, jetons: await agent(LUNDI) }, lieu))
      .reference;
    expect((await dossier()).gestes).toContain('qualifier');
    expect(await accuse()).toMatchObject({ nature: 'demande-svr', papier: true });
    await qualifier('carte-stationnement-resident');
    expect(await accuse()).toMatchObject({
      nature: 'demande-sva',
      papier: true,
      acceptation: { le: '2027-01-23' },
    });
    expect((await dossier()).reponses.map(({ valeur }) => valeur)).toContain(libre.texte);
    await expect(qualifier('permission-de-voirie')).rejects.toMatchObject({ code: 'geste-impossible' });
  });
});

describe('un dossier sans une pièce qu’un texte exige', () => {
  const dites = (sections: { titre: string; lignes: string[] }[]) =>
    sections.find(({ titre }) => titre.includes('il manque'))?.lignes.join(' ') ?? '';

  it('SVA : l’accusé la liste, donne un délai, et le délai du silence n’a pas commencé', async () => {
    const recu = await deposer(lieu, uneSaisie(lieu, 'inscription-scolaire'));
    demande = recu.reference;
    expect(dites(recu.sections)).toContain('au plus tard le 23 décembre 2026. (CRPA, R112-11-4)');
    expect(dites(recu.sections)).toContain('ne part qu’à la réception de ces pièces. (CRPA, L114-5)');
    expect(recu.accuse).toMatchObject({ nature: 'demande-sva', acceptation: { siCompleteLe: '2026-12-23' } });
    const avant = await suivi();
    expect([avant.statut, avant.aQui, avant.terme, avant.etatHorloge, avant.jusquau]).toEqual([
      'incomplete',
      'usager',
      null,
      'attend-pieces',
      '2026-12-23',
    ]);
    expect(recu.accuse.manquantes?.pieces.map(({ nom }) => nom)).toEqual(
      avant.manquantes.map(({ nom }) => nom),
    );
  });

  it('jointe, elle n’est pas demandée : le délai part de la réception', async () => {
    const saisie = uneSaisie(lieu, 'inscription-scolaire');
    const { manquantes } = (await deposer(lieu, saisie)).accuse;
    expect(manquantes?.pieces.length).toBe(2);
    demande = (await deposer(lieu, uneSaisie(lieu, 'carte-stationnement-resident'))).reference;
    expect((await suivi()).terme?.le).toBe('2027-01-23');
  });

  it('SVR : le délai est suspendu pendant le délai imparti, et l’accusé le dit', async () => {
    const usager = {
      qualite: 'association' as const,
      rna: 'W849900001',
      courriel: 'theatre@courriel.example',
    };
    const recu = await deposer(lieu, { ...uneSaisie(lieu, 'subvention-association'), usager });
    demande = recu.reference;
    expect(dites(recu.sections)).toContain('est suspendu jusqu’à la réception de ces pièces');
    // Two months from 23 November, and the thirty days of the délai imparti.
    expect(recu.accuse).toMatchObject({ nature: 'demande-svr', rejet: { le: '2027-02-22' } });
    expect((await suivi()).etatHorloge).toBe('suspendue');
  });

  it('au guichet, l’agent dit ce qu’il n’a pas trouvé : l’accusé du papier le liste', async () => {
    const saisie = {
      ...uneSaisie(lieu, 'inscription-scolaire'),
      canal: 'guichet' as const,
      recueLe: '2026-11-20',
    };
    const saisir = async (manquantes: string[]) =>
      perform(
        saisirDemande,
        { input: { ...saisie, manquantes }, now: LUNDI, jetons: await agent(LUNDI) },
        lieu,
      );
    expect(dites((await saisir([])).sections)).toBe('');
    const recu = await saisir(['identiteEnfant', 'inconnue']);
    demande = recu.reference;
    expect(dites(recu.sections)).toContain('au plus tard le 23 décembre 2026. (CRPA, R112-5)');
    const { statut, terme, manquantes } = await dossier();
    expect([statut, terme, manquantes.map(({ id }) => id)]).toEqual(['incomplete', null, ['identiteEnfant']]);
  });

  it('une déclaration n’est pas une demande : rien n’y manque', async () => {
    const recu = await deposer(lieu, uneSaisie(lieu, 'recensement-citoyen'));
    expect(dites(recu.sections)).toBe('');
  });
});

const jour = (le: string): Date => new Date(`${le}T09:30:00Z`);
const consigner = async (fait: Consigne, now: Date) =>
  perform(
    consignerFait,
    { input: { demande, version: (await dossier(now)).version, fait }, now, jetons: await agent(now) },
    lieu,
  );

describe('revenir sur ce qui fut accordé', () => {
  const raisons = { faits: 'Le plan joint était celui d’une autre rue.', droit: 'CRPA, L242-1' };
  const voulu = { nature: 'retrait' as const, motif: 'illegale' as const, ...raisons };
  const envisager = async (jusquau: string, now = LUNDI, autres: object = {}) =>
    perform(
      envisagerRetrait,
      {
        input: { demande, version: (await dossier(now)).version, ...voulu, jusquau, ...autres },
        now,
        jetons: await agent(now),
      },
      lieu,
    );
  const retirer = async (now: Date, autres: object = {}) =>
    perform(
      retirerDecision,
      {
        input: { demande, version: (await dossier(now)).version, ...voulu, ...autres },
        now,
        jetons: await agent(now),
      },
      lieu,
    );
  const observer = async (now: Date) =>
    perform(
      presenterObservations,
      { input: { demande, texte: 'C’est bien ma rue.' }, now, jetons: await unUsager(lieu, [demande], now) },
      lieu,
    );
  const REFUSE = {
    code: 'entree-invalide',
    details: [{ champ: 'motif', phrase: expect.stringContaining('L122-1') }],
  };
  beforeEach(async () => {
    await accepter({});
  });

  it('la personne le sait d’abord, et a quinze jours au moins pour répondre', async () => {
    await expect(retirer(LUNDI)).rejects.toMatchObject(REFUSE);
    await expect(envisager('2026-12-07')).rejects.toMatchObject({ details: [{ champ: 'jusquau' }] });
    await envisager('2026-12-08');
    const lettre = (
      await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande))
    ).lue.promis.at(-1);
    expect(JSON.stringify(lettre?.contenu)).toContain('présenter vos observations jusqu’au 8 décembre 2026');
    const { gestes, phrase, envisage } = await suivi();
    expect(gestes).toContain('observer');
    expect(phrase).toContain('vos observations sont attendues jusqu’au 8 décembre 2026');
    expect(envisage).toMatchObject({ jusquau: '2026-12-08', repondu: false });
    expect(envisage?.lignes).toContain(`Les faits : ${raisons.faits}`);
    await expect(retirer(jour('2026-12-08'))).rejects.toMatchObject(REFUSE);
    await retirer(jour('2026-12-09'));
    const { decision, statut } = await suivi(jour('2026-12-09'));
    expect(statut).toBe('retiree');
    expect(decision?.lignes.join(' ')).toContain('vous n’avez pas présenté d’observations');
  });

  it('ce qu’elle répond, en ligne ou à l’agent, permet de décider, et la décision le dit', async () => {
    await envisager('2026-12-20');
    await observer(jour('2026-11-30'));
    expect((await suivi()).vie.map(({ titre }) => titre)).toContain('Observations présentées');
    expect((await suivi()).envisage?.repondu).toBe(true);
    await retirer(jour('2026-12-01'));
    const { decision, envisage } = await suivi(jour('2026-12-01'));
    expect(decision?.lignes.join(' ')).toContain('a lu vos observations');
    expect(envisage).toBeUndefined();
    await expect(observer(jour('2026-12-02'))).rejects.toMatchObject({ code: 'geste-impossible' });
  });

  it('ce qu’elle n’a pas pu discuter n’est pas retenu ; une décision maintenue clôt la procédure', async () => {
    await envisager('2026-12-08');
    await consigner({ type: 'observations', texte: 'Par téléphone, elle le conteste.' }, jour('2026-11-30'));
    await expect(retirer(jour('2026-12-01'), { motif: 'fraude' })).rejects.toMatchObject(REFUSE);
    await consigner({ type: 'retrait-abandonne', motif: 'Le plan était le bon.' }, jour('2026-12-02'));
    await expect(retirer(jour('2026-12-20'))).rejects.toMatchObject(REFUSE);
    expect((await suivi(jour('2026-12-20'))).statut).toBe('acceptee');
  });

  it('l’urgence en dispense, avec ses raisons', async () => {
    await expect(retirer(LUNDI, { dispense: { cas: 'urgence', raisons: '.' } })).rejects.toMatchObject({
      code: 'entree-invalide',
    });
    await retirer(LUNDI, { dispense: { cas: 'urgence', raisons: 'Le chantier ouvre une conduite de gaz.' } });
    expect((await suivi()).decision?.lignes.join(' ')).toContain('conduite de gaz');
  });

  it('la fraude permet les deux, à tout moment ; la demande de la personne dispense de l’entendre', async () => {
    const tard = jour('2027-06-01');
    await expect(envisager('2027-06-20', tard)).rejects.toMatchObject({ details: [{ champ: 'motif' }] });
    await envisager('2027-06-20', tard, { motif: 'fraude', nature: 'abrogation' });
    await retirer(jour('2027-06-21'), { motif: 'fraude', nature: 'abrogation' });
    expect((await suivi(jour('2027-06-21'))).decision?.titre).toContain('abrogé');
  });

  it('à la demande du bénéficiaire, une décision illégale cesse dans les quatre mois, et plus après (L242-3)', async () => {
    await expect(retirer(jour('2027-03-24'), { motif: 'demande-du-beneficiaire' })).rejects.toMatchObject({
      details: [{ champ: 'motif', phrase: expect.stringContaining('L242-3') }],
    });
    await retirer(jour('2027-03-23'), { motif: 'demande-du-beneficiaire' });
  });
});

const refuser = async (saisie: object = {}, now = LUNDI) =>
  perform(
    refuserDemande,
    {
      input: { demande, version: (await dossier(now)).version, ...RAISONS, ...saisie },
      now,
      jetons: await agent(now),
    },
    lieu,
  );

describe('une décision remplacée', () => {
  it('par l’accord donné à un recours gracieux : la première page le dit, et n’a plus de recours', async () => {
    await refuser();
    const premiere = demande;
    const recours = await perform(
      contesterDecision,
      {
        input: { demande, texte: 'Le marché a déménagé.' },
        now: LUNDI,
        jetons: await unUsager(lieu, [demande]),
      },
      lieu,
    );
    demande = recours.reference;
    await accepter({ texte: 'Vous avez raison.' }, jour('2026-12-01'));
    demande = premiere;
    const { statut, decision, suites, contestable, gestes } = await suivi(jour('2026-12-01'));
    expect([statut, suites, contestable]).toEqual(['acceptee', [], undefined]);
    expect(decision?.lignes[0]).toBe(
      `Elle remplace la décision du 23 novembre 2026, qui ne vaut plus, à la suite de votre recours gracieux ${recours.reference}. (CRPA, L243-1 et L243-3)`,
    );
    expect(gestes).not.toContain('contester');
    expect((await dossier(jour('2026-12-01'))).gestes).toContain('retirer');
  });

  describe('par un recours arrivé sur papier', () => {
    const saisirRecours = async (): Promise<Reference> => {
      const input = {
        ...uneSaisie(lieu, 'recours-gracieux'),
        canal: 'courrier' as const,
        recueLe: '2026-11-23',
      };
      const saisi = await perform(saisirDemande, { input, now: LUNDI, jetons: await agent(LUNDI) }, lieu);
      return Reference.parse(saisi.reference);
    };

    it('l’accord remplace la première décision, et la page du recours y renvoie', async () => {
      await refuser();
      const premiere = demande;
      const reference = await saisirRecours();
      await consigner({ type: 'recours-gracieux', reference }, LUNDI);
      demande = reference;
      expect([(await suivi()).conteste, (await dossier()).conteste]).toEqual([premiere, premiere]);
      await accepter({ texte: 'Vous avez raison.' }, jour('2026-12-01'));
      demande = premiere;
      const { statut, decision } = await suivi(jour('2026-12-01'));
      expect(statut).toBe('acceptee');
      expect(decision?.lignes[0]).toContain(`à la suite de votre recours gracieux ${reference}`);
    });

    it('ce qui n’est pas un recours, ou en conteste une autre, ne se lie pas', async () => {
      await refuser();
      const ordinaire = Reference.parse((await deposer(lieu)).reference);
      const inconnue = referenceDe(new Uint8Array(7).fill(3));
      const pris = await saisirRecours();
      await consigner({ type: 'recours-gracieux', reference: pris }, LUNDI);
      demande = (await deposer(lieu, uneSaisie(lieu, 'permission-de-voirie'))).reference;
      await refuser();
      const avant = await dossier();
      for (const reference of [ordinaire, inconnue, pris])
        await expect(consigner({ type: 'recours-gracieux', reference }, LUNDI)).rejects.toMatchObject({
          code: 'entree-invalide',
          details: [{ champ: 'fait.reference' }],
        });
      expect((await dossier()).version).toBe(avant.version);
    });
  });

  describe('à la demande de qui a déjà un accord', () => {
    const beneficiaire = {
      le: '2027-06-10',
      par: 'courrier' as const,
      plusFavorable: true,
      sansTiers: true,
    };

    it('un accord plus favorable prend sa place, sans délai ni procédure', async () => {
      await accepter({ texte: 'Trois mois.' });
      await accepter({ texte: 'Six mois.', beneficiaire }, jour('2027-06-15'));
      const { statut, decision } = await suivi(jour('2027-06-15'));
      expect(statut).toBe('acceptee');
      expect(decision?.lignes.slice(0, 2)).toEqual([
        'À votre demande du 10 juin 2027, elle remplace la décision du 23 novembre 2026, qui ne vaut plus : elle vous est plus favorable, et ne porte pas atteinte aux droits d’autres personnes. (CRPA, L242-4)',
        'Six mois.',
      ]);
    });

    it.each([
      [{ plusFavorable: false }, 'beneficiaire.plusFavorable'],
      [{ sansTiers: false }, 'beneficiaire.sansTiers'],
      [{ le: '2027-06-16' }, 'beneficiaire.le'],
      [{ le: '2026-11-22' }, 'beneficiaire.le'],
      [{ le: '' }, 'beneficiaire.le'],
    ])('pas sans ce que la loi demande : %o', async (autre, champ) => {
      await accepter({ texte: 'Trois mois.' });
      const avant = await dossier();
      const essai = accepter({ beneficiaire: { ...beneficiaire, ...autre } }, jour('2027-06-15'));
      await expect(essai).rejects.toMatchObject({ code: 'entree-invalide', details: [{ champ }] });
      expect((await dossier()).version).toBe(avant.version);
    });

    it('un refus ne s’améliore pas ainsi, ni un accord sans qu’elle l’ait demandé', async () => {
      await accepter({});
      await expect(accepter({})).rejects.toMatchObject({ code: 'geste-impossible' });
      demande = (await deposer(lieu, uneSaisie(lieu, 'permission-de-voirie'))).reference;
      await refuser();
      const essai = accepter({ beneficiaire: { ...beneficiaire, le: '2026-11-23' } });
      await expect(essai).rejects.toMatchObject({ code: 'geste-impossible' });
    });
  });

  it('un refus peut l’être par un accord, même après les quatre mois', async () => {
    await refuser();
    await accepter({}, jour('2027-06-01'));
    expect((await suivi(jour('2027-06-01'))).statut).toBe('acceptee');
    await expect(accepter({}, jour('2027-06-02'))).rejects.toMatchObject({ code: 'geste-impossible' });
  });
});

describe('un e-mail de décision qui revient', () => {
  /** As the return of the mail leaves it (expedier-envois.test.ts). */
  const revenir = async (now: Date) => {
    const table = ouvrirTable(lieu.base);
    const demandes = demandeStore(table);
    const lue = await demandes.get(Reference.parse(demande));
    const fait = {
      type: 'notification-revenue' as const,
      motif: 'cette adresse n’existe pas',
      le: now.toISOString(),
      par: { qui: 'horloge' as const, nom: 'La messagerie' },
    };
    demandes.replace(lue, { ...lue.valeur, faits: [...lue.valeur.faits, fait] }, { now });
    await table.commit();
  };

  it('le délai pour contester ne court pas, puis court de la remise, et tout le dit', async () => {
    await refuser();
    expect((await suivi()).contestable?.jusquau).toBe('2027-01-25');
    await revenir(jour('2026-11-24'));
    const avant = await suivi(jour('2026-11-24'));
    expect(avant.contestable).toBeUndefined();
    expect(JSON.stringify(avant.suites)).toContain('ne court que du jour où elle vous est remise');
    expect(avant.gestes).toContain('contester');
    const remise: Consigne = {
      type: 'notification',
      moyen: 'recommande',
      numero: '1A 234',
      jour: '2026-12-10',
    };
    await expect(consigner({ ...remise, jour: '2026-11-20' }, jour('2026-12-14'))).rejects.toMatchObject({
      details: [{ champ: 'fait.jour' }],
    });
    await consigner(remise, jour('2026-12-14'));
    const apres = await suivi(jour('2026-12-14'));
    expect(apres.contestable?.jusquau).toBe('2027-02-11');
    expect(JSON.stringify(apres.suites)).not.toContain('n’est pas arrivé');
    expect(apres.vie.at(-1)).toMatchObject({ le: '2026-12-10', titre: 'Décision notifiée' });
  });
});
