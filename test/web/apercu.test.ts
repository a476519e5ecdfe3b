import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../functions/demandes/accepter-demande.ts';
import { lettreDEvenement } from '../../functions/demandes/avis.ts';
import type { Consigne } from '../../functions/demandes/consigne.ts';
import { consignerFait } from '../../functions/demandes/consigner-fait.ts';
import { consulterDemande } from '../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../functions/demandes/demande.store.ts';
import { demanderPieces } from '../../functions/demandes/demander-pieces.ts';
import { examinerPieces } from '../../functions/demandes/examiner-pieces.ts';
import type { Dossier } from '../../functions/demandes/formes.ts';
import { horlogeDe } from '../../functions/demandes/horloge.ts';
import { type Lettre, lettreDeDecision, lettreDePieces } from '../../functions/demandes/lettres.ts';
import { Reference } from '../../functions/demandes/reference.ts';
import { refuserDemande } from '../../functions/demandes/refuser-demande.ts';
import { lisible } from '../../functions/demandes/vie.ts';
import { constaterEcheance } from '../../functions/echeances/constater-echeance.ts';
import { enBref } from '../../functions/platform/lettres.ts';
import { type Lieu, perform } from '../../functions/platform/perform.ts';
import { ouvrirTable } from '../../functions/platform/table.ts';
import { decider, demander, examiner } from '../../web/agents/decision/actes.ts';
import type { Contexte, Pas } from '../../web/agents/decision/brouillon.ts';
import { effetsDe } from '../../web/agents/decision/effets.ts';
import { noter } from '../../web/agents/evenements/noter.ts';
import { aExaminer, attenduesDe } from '../../web/agents/evenements/pieces-du-dossier.ts';
import { deposer, LUNDI, unAgentLe, uneSaisie, unLieu } from '../atelier/monde.ts';

let lieu: Lieu;
let demande: string;
beforeEach(async () => {
  const { base, monde } = await unLieu();
  const { agents } = monde.commune;
  const habilites = agents.map((agent) => ({ ...agent, habilitations: ['fraude' as const] }));
  lieu = { base, monde: { ...monde, commune: { ...monde.commune, agents: habilites } } };
});

const ouvrir = async (demarche: string, autres: object = {}): Promise<void> => {
  demande = (await deposer(lieu, { ...uneSaisie(lieu, demarche), ...autres })).reference;
};
const association = {
  qualite: 'association',
  nom: 'Les Jardins fictifs',
  rna: 'W849900004',
  courriel: 'jardins@partages.example',
};
const agentLe = (now: Date) => unAgentLe(lieu, now, { role: 'administrateur' });
const lire = async (now: Date): Promise<Dossier> =>
  perform(consulterDemande, { input: { demande }, now, jetons: await agentLe(now) }, lieu);
const gardee = async () => demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
const termeLu = async (): Promise<string> => enBref((await lire(LUNDI)).terme?.le ?? '');
const jour = (le: string): Date => new Date(`${le}T09:30:00Z`);

/** What the page would show, written by the agent who then sends. */
const contexteLe = async (now: Date): Promise<Contexte> => {
  const { commune } = lieu.monde;
  const moi = commune.agents.find(({ role }) => role === 'administrateur');
  if (!moi) throw new Error('pas d’administrateur');
  const { prenom, nom, qualite, courriel } = moi;
  return {
    dossier: await lire(now),
    moi: { nom: `${prenom} ${nom}`, qualite, courriel },
    maintenant: `${now.toISOString().slice(0, 10)}T11:00:00.000Z`,
    commune,
  };
};

const pasEcrit = (pas: Pas | undefined): Pas => {
  if (!pas) throw new Error('la page ne montre rien');
  return pas;
};

/** The same clock, the same reasons and the same letter as what the commune has kept. */
const comparer = async (pas: Pas, lettre: Lettre, now: Date): Promise<void> => {
  const { terme, etat, explications } = horlogeDe(pas.apres);
  const { statut, etatHorloge, pourquoi, ...apres } = await lire(now);
  expect({ statut: pas.apres.statut, terme, etat, pourquoi: explications.map(lisible) }).toEqual({
    statut,
    terme: apres.terme,
    etat: etatHorloge,
    pourquoi,
  });
  const partie = (await gardee()).lue.promis.at(-1)?.contenu;
  if (partie?.type === 'lettre')
    expect(lettre).toMatchObject({ objet: partie.objet, paragraphes: partie.paragraphes });
  else expect(partie?.type).toBe('decision');
};

const consigner = async (fait: Consigne, le: string): Promise<string[]> => {
  const now = jour(le);
  const contexte = await contexteLe(now);
  const pas = pasEcrit(noter(fait, contexte));
  const { version } = contexte.dossier;
  await perform(consignerFait, { input: { demande, version, fait }, now, jetons: await agentLe(now) }, lieu);
  await comparer(pas, lettreDEvenement(pas.avant, pas.apres, lieu.monde.commune), now);
  return effetsDe(pas);
};

type Demandees = Parameters<typeof demander>[0];

const reclamer = async (saisie: Demandees, le: string): Promise<string[]> => {
  const now = jour(le);
  const contexte = await contexteLe(now);
  const pas = pasEcrit(demander(saisie, contexte));
  const input = { demande, version: contexte.dossier.version, ...saisie, pieces: [...saisie.pieces] };
  await perform(demanderPieces, { input, now, jetons: await agentLe(now) }, lieu);
  await comparer(pas, lettreDePieces(pas.apres, saisie.message), now);
  return effetsDe(pas);
};

const fondee = async () => {
  const piece = (await lire(LUNDI)).attendues.find(
    ({ fondement, indispensable }) => fondement && indispensable,
  );
  if (!piece) throw new Error('aucune pièce fondée');
  return { id: piece.id, nom: piece.nom, motif: '' };
};

const AJOUTEE = { nom: 'Un plan', motif: 'Pour situer le chantier.' };
const ORIGINAL: Consigne = {
  type: 'original-demande',
  piece: 'Carte grise',
  motif: 'La copie est raturée.',
  recommande: { numero: '1A 234', le: '2026-11-27' },
};

describe('ce que la page montre avant l’envoi est ce que la commune garde', () => {
  it('d’une acceptation par silence qui attend des pièces, puis repart du jour où elles sont arrivées', async () => {
    await ouvrir('inscription-scolaire');
    const piece = await fondee();
    await reclamer({ pieces: [piece, AJOUTEE], jusquau: '2026-12-20', message: 'Merci.' }, '2026-11-24');
    const toutes = (await lire(LUNDI)).manquantes.map(({ id }) => id);
    const effets = await consigner(
      { type: 'pieces-recues', pieces: toutes, jour: '2026-11-30' },
      '2026-12-03',
    );
    expect(effets.at(-1)).toBe(`La date légale sera le ${await termeLu()}.`);
  });

  it('de suspensions qui se chevauchent : chaque jour ne compte qu’une fois', async () => {
    await ouvrir('subvention-association', { usager: association });
    const piece = await fondee();
    await reclamer({ pieces: [piece], jusquau: '2026-12-20', message: '' }, '2026-11-24');
    await consigner(ORIGINAL, '2026-11-27');
    await consigner({ type: 'verification-ouverte', motif: 'Deux factures identiques.' }, '2026-12-01');
    await consigner({ type: 'original-produit', jour: '2026-12-02' }, '2026-12-04');
    await consigner({ type: 'pieces-recues', pieces: [piece.id] }, '2026-12-07');
    const effets = await consigner(
      { type: 'verification-levee', motif: '', jour: '2026-12-09' },
      '2026-12-10',
    );
    expect(effets.at(-1)).toMatch(new RegExp(`^La date légale passe du .+ au ${await termeLu()}\\.$`));
  });

  it('d’une pièce qu’aucun texte n’exige : le délai ne s’arrête pas', async () => {
    await ouvrir('stationnement-demenagement');
    const effets = await reclamer({ pieces: [AJOUTEE], jusquau: '2026-12-20', message: '' }, '2026-11-24');
    expect(effets).toEqual([
      expect.stringContaining('L114-5-1'),
      `La date du ${await termeLu()} ne change pas.`,
    ]);
  });

  it.each<Consigne>([
    { type: 'regularisation-demandee', formalites: 'Signer.', droit: 'CGCT, L2213-1', jusquau: '2026-12-20' },
    {
      type: 'transmise',
      administration: 'le département',
      motif: 'C’est sa route.',
      depart: { par: 'recommande', le: '2026-11-25', preuve: '1A 234' },
    },
    { type: 'original-demande', piece: 'Carte grise', motif: 'La copie est raturée.' },
    { type: 'desistement', jour: '2026-11-24' },
  ])('d’un fait qui ne suspend rien : $type', async (fait) => {
    await ouvrir('stationnement-demenagement');
    await consigner(fait, '2026-11-25');
  });

  it('d’un examen qui refuse : les pièces sont demandées à nouveau, et la date avec elles', async () => {
    await ouvrir('inscription-scolaire');
    const piece = await fondee();
    await reclamer({ pieces: [piece], jusquau: '2026-12-20', message: '' }, '2026-11-24');
    await consigner({ type: 'pieces-recues', pieces: [piece.id] }, '2026-11-26');
    const now = jour('2026-11-27');
    const contexte = await contexteLe(now);
    expect(aExaminer(contexte.dossier)).toEqual([{ id: piece.id, nom: piece.nom }]);
    const verdicts = [
      { id: piece.id, nom: piece.nom, verdict: 'refusee' as const, motif: 'Elle est floue.' },
    ];
    const pas = pasEcrit(examiner({ verdicts, jusquau: '2026-12-20' }, contexte));
    const input = { demande, version: contexte.dossier.version, verdicts, jusquau: '2026-12-20' };
    await perform(examinerPieces, { input, now, jetons: await agentLe(now) }, lieu);
    await comparer(pas, lettreDePieces(pas.apres, ''), now);
  });

  it.each(['acceptation', 'refus'] as const)('d’une décision : %s', async (sens) => {
    await ouvrir('stationnement-demenagement');
    const now = jour('2026-11-25');
    const contexte = await contexteLe(now);
    const motifs = sens === 'refus' ? { faits: 'La rue est barrée.', droit: 'CGCT, L2213-1' } : {};
    const pas = pasEcrit(decider({ sens, texte: '', ...motifs, priseLe: '2026-11-24' }, contexte));
    const commun = { demande, version: contexte.dossier.version, priseLe: '2026-11-24' };
    const jetons = await agentLe(now);
    await (sens === 'refus'
      ? perform(refuserDemande, { input: { ...commun, faits: '', droit: '', ...motifs }, now, jetons }, lieu)
      : perform(accepterDemande, { input: commun, now, jetons }, lieu));
    const ecrite = lettreDeDecision(pas.apres, lieu.monde.commune);
    await comparer(pas, ecrite, now);
    expect(ecrite).toEqual(lettreDeDecision((await gardee()).lue.valeur, lieu.monde.commune));
  });

  it('rien, quand le dossier ne permet plus l’acte', async () => {
    await ouvrir('stationnement-demenagement');
    await consigner({ type: 'desistement' }, '2026-11-25');
    expect(noter(ORIGINAL, await contexteLe(jour('2026-11-26')))).toBeUndefined();
  });
});

describe('après le silence, la page et la commune s’accordent encore', () => {
  const laisserDecider = async (): Promise<void> => {
    await ouvrir('permission-de-voirie');
    const now = jour('2027-01-24');
    await perform(constaterEcheance, { input: { demande, reglage: 1 }, now, interne: true }, lieu);
  };

  it('sur les raisons demandées au guichet, le recours et la médiation', async () => {
    await laisserDecider();
    const effets = await consigner({ type: 'motifs-demandes', jour: '2027-02-08' }, '2027-02-10');
    expect(effets).toEqual([expect.stringContaining('au plus tard le 8 mars 2027')]);
    const reference = Reference.parse((await deposer(lieu, uneSaisie(lieu, 'recours-gracieux'))).reference);
    await consigner({ type: 'recours-gracieux', reference }, '2027-02-12');
    await consigner({ type: 'mediation', etape: 'engagee' }, '2027-02-15');
    await consigner({ type: 'mediation', etape: 'close' }, '2027-02-18');
  });

  it('sur un refus notifié avant le terme, et écrit après ; un refus tardif n’a pas de lettre', async () => {
    await laisserDecider();
    const now = jour('2027-01-28');
    const contexte = await contexteLe(now);
    const motifs = { faits: 'La rue est barrée.', droit: 'CGCT, L2213-1' };
    expect(decider({ sens: 'refus', texte: '', ...motifs }, contexte)).toBeUndefined();
    const notifieeLe = '2027-01-20';
    const pas = pasEcrit(decider({ sens: 'refus', texte: '', ...motifs, notifieeLe }, contexte));
    const input = { demande, version: contexte.dossier.version, notifieeLe, ...motifs };
    await perform(refuserDemande, { input, now, jetons: await agentLe(now) }, lieu);
    const ecrite = lettreDeDecision(pas.apres, lieu.monde.commune);
    await comparer(pas, ecrite, now);
    expect(ecrite).toEqual(lettreDeDecision((await gardee()).lue.valeur, lieu.monde.commune));
  });
});

describe('les pièces qui peuvent arriver', () => {
  it('sont celles qui furent demandées et celles que la personne a promises', async () => {
    await ouvrir('inscription-scolaire');
    const avant = await lire(LUNDI);
    expect(attenduesDe(avant).map(({ nom }) => nom)).toEqual(
      [...avant.manquantes, ...avant.promises].map(({ nom }) => nom),
    );
    await reclamer({ pieces: [AJOUTEE], jusquau: '2026-12-20', message: '' }, '2026-11-24');
    const apres = await lire(jour('2026-11-25'));
    expect(attenduesDe(apres).map(({ nom }) => nom)).toEqual([
      ...avant.manquantes.map(({ nom }) => nom),
      AJOUTEE.nom,
      ...apres.promises.map(({ nom }) => nom),
    ]);
  });
});
