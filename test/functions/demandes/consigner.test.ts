import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../../functions/demandes/accepter-demande.ts';
import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { consignerFait } from '../../../functions/demandes/consigner-fait.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { aQui } from '../../../functions/demandes/demande.ts';
import { demanderPieces } from '../../../functions/demandes/demander-pieces.ts';
import { examinerPieces } from '../../../functions/demandes/examiner-pieces.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { saisirDemande } from '../../../functions/demandes/saisir-demande.ts';
import { resumeDe } from '../../../functions/demandes/vue.ts';
import { constaterEcheance } from '../../../functions/echeances/constater-echeance.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgentLe, uneSaisie, unLieu, unParticulier } from '../../atelier/monde.ts';

let lieu: Lieu;
let demande: string;
let jetons: { agent: string };
const now = LUNDI;

beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu)).reference;
  jetons = await unAgentLe(lieu, now, { role: 'administrateur' });
});

const dossier = (quand = now) => perform(consulterDemande, { input: { demande }, now: quand, jetons }, lieu);
const consigner = async (fait: Consigne, quand = now) =>
  perform(
    consignerFait,
    {
      input: { demande, version: (await dossier()).version, fait },
      now: quand,
      jetons: await unAgentLe(lieu, quand, { role: 'administrateur' }),
    },
    lieu,
  );
const entiere = () => demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
const derniereLettre = async () => {
  const { lue } = await entiere();
  const contenu = lue.promis.at(-1)?.contenu;
  return contenu?.type === 'lettre' ? contenu.paragraphes.join('\n') : '';
};

const ORIGINAL = { type: 'original-demande', piece: 'Carte grise', motif: 'La copie est raturée.' } as const;
const TRANSMISE = {
  type: 'transmise',
  administration: 'le département',
  motif: 'C’est une route départementale.',
  depart: { par: 'recommande', le: '2026-11-23', preuve: '1A 234 567' },
} as const;

/** Filed on Monday 23 November 2026: silence accepts on 23 January 2027. */
describe('ce qu’un agent consigne', () => {
  it('suspend le délai le temps qu’un original soit produit, et le dit à la personne', async () => {
    await consigner({ ...ORIGINAL, recommande: { numero: '1A 234', le: '2026-11-23' } });
    expect((await dossier()).terme).toBeNull();
    expect(await derniereLettre()).toContain(
      'La date annoncée était le 23 janvier 2027. Cette date ne tient plus.',
    );
    await consigner({ type: 'original-produit' }, new Date('2026-12-03T09:00:00Z'));
    expect((await dossier()).terme?.le).toBe('2027-02-02');
    expect(await derniereLettre()).toContain('acceptée le 2 février 2027.');
  });

  it('compte un original du jour où il a été présenté, non de celui où on l’écrit', async () => {
    await consigner({ ...ORIGINAL, recommande: { numero: '1A 234', le: '2026-11-23' } });
    await consigner({ type: 'original-produit', jour: '2026-11-25' }, new Date('2026-12-03T09:00:00Z'));
    expect((await dossier()).terme?.le).toBe('2027-01-25');
  });

  it.each([
    ['à venir', { ...ORIGINAL, recommande: { numero: '1A', le: '2026-12-01' } }],
    ['avant la réception', { ...ORIGINAL, recommande: { numero: '1A', le: '2026-11-01' } }],
    [
      'd’accord plus tardive que l’envoi',
      { ...ORIGINAL, recommande: { numero: '1A', le: '2026-11-23', accordLe: '2026-11-24' } },
    ],
    ['trop proche pour apporter un original', { ...ORIGINAL, jusquau: '2026-11-30' }],
    ['de départ à venir', { ...TRANSMISE, depart: { ...TRANSMISE.depart, le: '2026-11-24' } }],
    [
      'sans avenir',
      { type: 'regularisation-demandee', formalites: 'Signer.', droit: 'Article 1', jusquau: '2026-11-23' },
    ],
  ] as const)('refuse une date %s', async (_, fait) => {
    await expect(consigner(fait)).rejects.toMatchObject({ code: 'entree-invalide' });
  });

  it('refuse une vérification pour fraude hors d’une aide publique', async () => {
    await expect(
      consigner({ type: 'verification-ouverte', motif: 'Deux factures identiques.' }),
    ).rejects.toMatchObject({
      code: 'geste-impossible',
    });
  });

  it('transmet à l’administration compétente : le silence ne décide plus, la personne sait qui répondra', async () => {
    await consigner(TRANSMISE);
    const { statut, terme } = await dossier();
    expect([statut, terme]).toEqual(['transmise', null]);
    expect(await derniereLettre()).toContain(
      'Nous l’avons transmise à l’administration compétente : le département',
    );
    expect(await derniereLettre()).toContain(
      'Le dossier est parti le 23 novembre 2026 par lettre recommandée : 1A 234 567.',
    );
    expect(await derniereLettre()).toContain('Le délai partira du jour où cette administration recevra');
  });

  it('n’écrit pas qu’une demande est transmise avant que le dossier soit parti', async () => {
    const { depart: _, ...sansDepart } = TRANSMISE;
    await expect(consigner(sansDepart as Consigne)).rejects.toMatchObject({ code: 'entree-invalide' });
  });

  it('garde à un rejet transmis la date annoncée, et le dit', async () => {
    demande = (await deposer(lieu, uneSaisie(lieu, 'permission-de-voirie'))).reference;
    await consigner(TRANSMISE);
    expect(await derniereLettre()).toContain(
      'La date annoncée vaut toujours : sans réponse de cette administration, votre demande sera rejetée le 23 janvier 2027. (CRPA, L114-3)',
    );
    expect(await derniereLettre()).not.toContain('ne tient plus');
    // Said once.
    expect((await derniereLettre()).split('rejetée le 23 janvier 2027')).toHaveLength(2);
  });

  it('redemande par recommandé l’original qu’un simple message demandait : le délai s’arrête alors', async () => {
    await consigner(ORIGINAL);
    expect((await dossier()).gestes).toContain('demanderOriginal');
    const recommande = { numero: '1A 234', le: '2026-11-23' };
    await consigner({ ...ORIGINAL, recommande });
    const { gestes, terme } = await dossier();
    expect(terme).toBeNull();
    expect(gestes).not.toContain('demanderOriginal');
    await expect(consigner({ ...ORIGINAL, recommande })).rejects.toMatchObject({ code: 'geste-impossible' });
  });

  it('demande un original sans recommandé : rien n’est suspendu, et la personne sait quoi apporter et quand', async () => {
    await consigner(ORIGINAL);
    const { terme, phrase, aQui: tour } = await dossier();
    expect([terme?.le, tour]).toEqual(['2027-01-23', 'usager']);
    expect(phrase).toBe(
      'À vous : apportez l’original de « Carte grise » à la mairie, au plus tard le 8 décembre 2026.',
    );
    expect(await derniereLettre()).toContain('ne change pas le délai légal');
    // The list of one's demandes says it too.
    expect(aQui(resumeDe((await entiere()).lue.valeur))).toBe('usager');
  });

  it('note un désistement, et arrête l’horloge', async () => {
    await consigner({ type: 'desistement', jour: '2026-11-23' });
    expect((await dossier()).statut).toBe('desistee');
  });

  it('range une pièce arrivée par la poste : le délai part du jour où elle est arrivée', async () => {
    demande = (await deposer(lieu, uneSaisie(lieu, 'inscription-scolaire'))).reference;
    const { manquantes, terme } = await dossier();
    // The accusé had asked for them: the delay has not started.
    expect([manquantes.length > 0, terme]).toEqual([true, null]);
    await consigner(
      { type: 'pieces-recues', pieces: manquantes.map(({ id }) => id), jour: '2026-11-30' },
      new Date('2026-12-03T09:00:00Z'),
    );
    expect((await dossier()).terme?.le).toBe('2027-02-28');
  });
});

describe('ce que la personne demande sur papier', () => {
  it('fait courir le mois des raisons du jour où elle l’a demandé', async () => {
    demande = (await deposer(lieu, uneSaisie(lieu, 'permission-de-voirie'))).reference;
    const apres = new Date('2027-01-24T09:00:00Z');
    await perform(constaterEcheance, { input: { demande, reglage: 1 }, now: apres, interne: true }, lieu);
    jetons = await unAgentLe(lieu, apres, { role: 'administrateur' });
    await perform(
      consignerFait,
      {
        input: {
          demande,
          version: (await dossier(apres)).version,
          fait: { type: 'motifs-demandes', jour: '2027-01-23' },
        },
        now: apres,
        jetons,
      },
      lieu,
    );
    expect((await dossier(apres)).limites.motifs).toBe('2027-02-23');
  });
});

describe('deux demandes de pièces', () => {
  it('laissent courir le plus tardif de leurs délais, puis l’horloge reprend', async () => {
    const usager = {
      qualite: 'association' as const,
      rna: 'W849900001',
      courriel: 'theatre@courriel.example',
    };
    demande = (await deposer(lieu, { ...uneSaisie(lieu, 'subvention-association'), usager })).reference;
    const demander = async (jusquau: string) => {
      const { attendues, version } = await dossier();
      const piece = attendues.find(({ fondement }) => fondement);
      return perform(
        demanderPieces,
        {
          input: { demande, version, pieces: [{ id: piece?.id, nom: piece?.nom ?? '' }], jusquau },
          now,
          jetons,
        },
        lieu,
      );
    };
    await demander('2026-12-30');
    await demander('2026-12-05');
    const etat = async (le: string) => {
      const quand = new Date(`${le}T09:00:00Z`);
      jetons = await unAgentLe(lieu, quand, { role: 'administrateur' });
      const { jusquau, etatHorloge } = await dossier(quand);
      return [jusquau, etatHorloge];
    };
    expect(await etat('2026-12-06')).toEqual(['2026-12-30', 'suspendue']);
    expect(await etat('2026-12-31')).toEqual(['2026-12-30', 'court']);
  });
});

describe('l’examen des pièces', () => {
  it('accepte une pièce, et redemande celle qui ne convient pas', async () => {
    const { attendues, version } = await dossier();
    const [piece] = attendues;
    if (!piece) throw new Error('aucune pièce');
    const examiner = (verdicts: object[], jusquau?: string) =>
      perform(examinerPieces, { input: { demande, version, verdicts, jusquau }, now, jetons }, lieu);
    await expect(examiner([{ id: piece.id, verdict: 'refusee' }])).rejects.toMatchObject({
      details: [{ champ: 'verdicts.0.motif' }, { champ: 'jusquau' }],
    });
    await expect(examiner([{ id: 'inventee', verdict: 'acceptee' }])).rejects.toMatchObject({
      code: 'entree-invalide',
    });
    await examiner([{ id: piece.id, verdict: 'refusee', motif: 'La photo est floue.' }], '2026-12-20');
    const { statut, manquantes } = await dossier();
    expect(statut).toBe('incomplete');
    expect(manquantes).toMatchObject([{ id: piece.id, motif: 'La photo est floue.', recue: false }]);
  });
});

describe('la saisie au guichet', () => {
  const { courriel: _, ...sansCourriel } = unParticulier;
  const saisir = (autres: object = {}) =>
    perform(
      saisirDemande,
      {
        input: {
          ...uneSaisie(lieu),
          usager: sansCourriel,
          canal: 'courrier',
          recueLe: '2026-11-19',
          ...autres,
        },
        now,
        jetons,
      },
      lieu,
    );

  it('compte du jour de l’arrivée, non de celui de la saisie', async () => {
    demande = (await saisir()).reference;
    const { terme, canal, surPapier, vie } = await dossier();
    expect([terme?.le, canal, surPapier]).toEqual(['2027-01-19', 'courrier', true]);
    expect(vie[0]).toMatchObject({ le: '2026-11-19' });
  });

  it('son accusé est celui de R112-5, avec l’adresse postale, et jamais celui d’un envoi électronique', async () => {
    for (const canal of ['courrier', 'guichet', 'telephone']) {
      const { sections } = await saisir({ canal });
      const dit = JSON.stringify(sections);
      expect(dit).toContain('R112-5');
      expect(dit).not.toContain('R112-11');
      expect(dit).toContain(lieu.monde.commune.adresse.codePostal);
    }
  });

  it('une acceptation part de la commune, un rejet de l’administration qui l’a reçue la première', async () => {
    const transmisePar = { administration: 'La préfecture', recueLe: '2026-11-02' };
    demande = (await saisir({ transmisePar })).reference;
    expect((await dossier()).terme?.le).toBe('2027-01-19');
    const svr = uneSaisie(lieu, 'permission-de-voirie');
    const pro = { transmisePar, demarche: svr.demarche, reponses: svr.reponses };
    demande = (await saisir(pro)).reference;
    expect((await dossier()).terme?.le).toBe('2027-01-02');
  });

  it('l’accusé nomme l’administration qui l’avait reçue, et le jour d’où part un rejet (L114-2, L114-3)', async () => {
    const transmisePar = { administration: 'La préfecture', recueLe: '2026-11-02' };
    const svr = uneSaisie(lieu, 'permission-de-voirie');
    const rejet = await saisir({ transmisePar, demarche: svr.demarche, reponses: svr.reponses });
    const DITE = 'La préfecture l’avait reçue le 2 novembre 2026, et nous l’a transmise';
    expect(JSON.stringify(rejet.sections)).toContain(`${DITE} : le délai part de ce jour.`);
    expect(JSON.stringify((await saisir({ transmisePar })).sections)).toContain(`${DITE}. (CRPA, L114-2)`);
  });

  it('refuse une réception à venir, ou plus tardive que la transmission', async () => {
    await expect(saisir({ recueLe: '2026-11-24' })).rejects.toMatchObject({
      details: [{ champ: 'recueLe' }],
    });
    await expect(
      saisir({ transmisePar: { administration: 'La préfecture', recueLe: '2026-11-20' } }),
    ).rejects.toMatchObject({ details: [{ champ: 'transmisePar.recueLe' }] });
  });

  it('une décision sur papier attend le jour où la lettre a été reçue', async () => {
    demande = (await saisir()).reference;
    const accepter = (autres: object) =>
      perform(accepterDemande, { input: { demande, version: 1, ...autres }, now, jetons }, lieu);
    await expect(accepter({})).rejects.toMatchObject({ details: [{ champ: 'notifieeLe' }] });
    await expect(accepter({ notifieeLe: '2026-11-25' })).rejects.toMatchObject({ code: 'entree-invalide' });
    await accepter({ priseLe: '2026-11-20', notifieeLe: '2026-11-23' });
    expect((await dossier()).statut).toBe('acceptee');
  });
});
