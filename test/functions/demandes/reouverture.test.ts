import { describe, expect, it } from 'vitest';
import { accuser } from '../../../functions/demandes/accuse.ts';
import { consignerFait } from '../../../functions/demandes/consigner-fait.ts';
import { rattacherArrivee } from '../../../functions/demandes/demande.entree.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import type { Demande } from '../../../functions/demandes/demande.ts';
import { ecrireMairie } from '../../../functions/demandes/ecrire-mairie.ts';
import { ecrireUsager } from '../../../functions/demandes/ecrire-usager.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import { fileStore } from '../../../functions/demandes/file.store.ts';
import { Statut } from '../../../functions/demandes/gestes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { listerDemandes } from '../../../functions/demandes/lister-demandes.ts';
import { marquerLue } from '../../../functions/demandes/marquer-lue.ts';
import type { Reference } from '../../../functions/demandes/reference.ts';
import { estPolitesse } from '../../../functions/demandes/reouverture.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { recevoirSms } from '../../../functions/interactions/recevoir-sms.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { Usager } from '../../../functions/usagers/usager.ts';
import { uneDemande } from '../../atelier/demande.ts';
import { LUNDI, unAgent, unAgentLe, unLieu, unParticulier, unUsager } from '../../atelier/monde.ts';

const agent = { qui: 'agent' as const, nom: 'Agent Fictif' };
const horloge = { qui: 'horloge' as const, nom: 'L’horloge légale' };
const le = LUNDI.toISOString();
const fondement = { texte: 'CRPA', article: 'L231-4', url: 'https://www.legifrance.gouv.fr' };
const SVR = { type: 'SVR' as const, delai: 'P2M', fondement };
const AUCUN = { type: 'AUCUN' as const, fondement };

/** What brought a demande where it stands; a new statut does not compile until it is said here. */
const VECUS: Record<Statut, { regime?: Demande['regime']; fait?: Fait; attendu: Attendu }> = {
  'a-qualifier': { attendu: 'en-cours' },
  deposee: { attendu: 'en-cours' },
  'en-instruction': { fait: { type: 'prise-en-charge', le, par: agent }, attendu: 'en-cours' },
  incomplete: { attendu: 'en-cours' },
  traitee: {
    regime: AUCUN,
    fait: { type: 'decision', sens: 'cloture', texte: 'Réparé.', le, par: agent },
    attendu: 'rouverte',
  },
  acceptee: {
    fait: { type: 'decision', sens: 'acceptation', texte: '', le, par: agent },
    attendu: 'a-lire',
  },
  refusee: {
    regime: SVR,
    fait: { type: 'decision', sens: 'refus', texte: '', faits: 'f', droit: 'd', le, par: agent },
    attendu: 'a-lire',
  },
  'acceptee-par-silence': {
    fait: { type: 'silence', sens: 'acceptation', terme: '2026-11-20', le, par: horloge },
    attendu: 'a-lire',
  },
  'rejetee-par-silence': {
    regime: SVR,
    fait: { type: 'silence', sens: 'rejet', terme: '2026-11-20', le, par: horloge },
    attendu: 'a-lire',
  },
  retiree: {
    fait: { type: 'retrait', nature: 'retrait', motif: 'illegale', faits: 'f', droit: 'd', le, par: agent },
    attendu: 'a-lire',
  },
  transmise: {
    fait: { type: 'transmise', administration: 'Département', motif: 'Compétent.', le, par: agent },
    attendu: 'a-lire',
  },
  desistee: { fait: { type: 'desistement', le, par: { qui: 'usager', nom: 'Zoé' } }, attendu: 'a-lire' },
  ecartee: {
    fait: { type: 'ecartee', motif: 'publicite', precision: '', le, par: agent },
    attendu: 'a-lire',
  },
};
type Attendu = 'en-cours' | 'rouverte' | 'a-lire';

const ZOE = Usager.parse({ ...unParticulier, telephone: '06 39 98 00 01' });

const poser = async (lieu: Lieu, statut: Statut, autres: Partial<Demande> = {}): Promise<Demande> => {
  const { regime, fait } = VECUS[statut];
  const nue = uneDemande({ statut, usager: ZOE, ...(regime && { regime }) });
  const demande = { ...nue, faits: [...nue.faits, ...(fait ? [fait] : [])], ...autres };
  const table = ouvrirTable(lieu.base);
  demandeStore(table).add(demande, { accuse: accuser(demande, lieu.monde.commune, LUNDI), now: LUNDI });
  await table.commit();
  return demande;
};

const TEXTE = 'Il y a encore un problème devant chez moi.';
type Mot = { reference: Reference; now: Date; texte?: string };
type Ecrire = (lieu: Lieu, mot: Mot) => Promise<unknown>;
const PAR: Record<'web' | 'courriel' | 'sms', Ecrire> = {
  web: async (lieu, { reference: demande, now, texte = TEXTE }) =>
    perform(
      ecrireMairie,
      { input: { demande, texte }, now, jetons: await unUsager(lieu, [demande], now) },
      lieu,
    ),
  courriel: async (lieu, { reference, now, texte = TEXTE }) => {
    const table = ouvrirTable(lieu.base);
    const lue = await demandeStore(table).get(reference);
    const arrivee = {
      interaction: crypto.randomUUID(),
      canal: 'courriel' as const,
      recueLe: now.toISOString(),
      objet: '',
      texte,
      pieces: [],
      refusees: [],
      accuser: true,
    };
    rattacherArrivee(arrivee, lue, { ...lieu.monde, now, table });
    await table.commit();
  },
  sms: async (lieu, { reference, now, texte = TEXTE }) => {
    const id = crypto.randomUUID();
    const Message = JSON.stringify({
      originationNumber: '+33639980001',
      messageBody: `${reference} ${texte}`,
      inboundMessageId: id,
    });
    const input = { Records: [{ Sns: { MessageId: id, Message, Timestamp: now.toISOString() } }] };
    await perform(recevoirSms, { input, now, interne: true }, lieu);
  },
};
const CANAUX = Object.keys(PAR) as (keyof typeof PAR)[];

const jours = (n: number): Date => new Date(LUNDI.getTime() + n * 86_400_000);
const entiere = (lieu: Lieu, reference: Reference) =>
  demandeStore(ouvrirTable(lieu.base)).getEntiere(reference);
const file = async (lieu: Lieu, quand = LUNDI) => {
  const jetons = await unAgentLe(lieu, quand, { role: 'administrateur' });
  const { lignes } = await perform(listerDemandes, { input: { vue: 'ouvertes' }, now: quand, jetons }, lieu);
  return lignes;
};
const lettres = (envois: Awaited<ReturnType<typeof entiere>>['envois'], suivi: boolean) =>
  envois.flatMap(({ a, contenu }) =>
    contenu.type === 'lettre' && contenu.suivi === suivi ? [{ a, ...contenu }] : [],
  );

describe('un mot de la personne', () => {
  describe.each(CANAUX)('par %s', (canal) => {
    it.each(Statut.options)(
      'sur une demande « %s » est gardé, et dans la file une fois, sans bouger de date',
      async (statut) => {
        const lieu = await unLieu();
        const { attendu } = VECUS[statut];
        const avant = await poser(lieu, statut);
        await PAR[canal](lieu, { reference: avant.reference, now: jours(2) });
        const { lue, messages, envois } = await entiere(lieu, avant.reference);
        const apres = lue.valeur;
        expect(messages.map(({ texte }) => texte).join()).toContain(TEXTE);
        expect(apres.reglage).toBe(avant.reglage);
        expect(horlogeDe(apres).terme).toEqual(horlogeDe(avant).terme);
        expect(apres.statut).toBe(attendu === 'rouverte' ? 'en-instruction' : statut);
        expect(
          (await file(lieu, jours(2))).filter(({ reference }) => reference === avant.reference),
        ).toHaveLength(1);
        expect(Boolean(apres.aLire)).toBe(attendu === 'a-lire');
        // Someone is told, at an address that exists, once; the open one that nobody took is in the queue alone.
        expect(lettres(envois, false)).toHaveLength(attendu === 'en-cours' ? 0 : 1);
        expect(lettres(envois, true)).toHaveLength(1);
      },
    );
  });
});

describe('une demande traitée', () => {
  it('se rouvre jusqu’au dernier jour du délai de la commune, et garde son responsable', async () => {
    const lieu = await unLieu();
    const [habilite] = lieu.monde.commune.agents;
    const responsable = { id: habilite?.courriel ?? '', nom: 'A', qualite: 'agente' };
    const { reference } = await poser(lieu, 'traitee', { agent: responsable });
    await PAR.web(lieu, { reference, now: jours(30) });
    const { lue, envois } = await entiere(lieu, reference);
    expect(lue.valeur).toMatchObject({ statut: 'en-instruction', agent: responsable });
    expect(lue.valeur.faits.at(-1)).toMatchObject({ type: 'rouverte', canal: 'web' });
    expect(lettres(envois, false).map(({ a }) => a)).toEqual([responsable.id]);
    expect(lettres(envois, true)[0]?.objet).toMatch(/rouverte/);
  });

  it('ne se rouvre plus ensuite : le mot attend un lecteur, et la personne sait où demander', async () => {
    const lieu = await unLieu();
    const { reference } = await poser(lieu, 'traitee');
    await PAR.courriel(lieu, { reference, now: jours(31) });
    const { lue, envois } = await entiere(lieu, reference);
    expect(lue.valeur).toMatchObject({ statut: 'traitee', aLire: { nombre: 1, canal: 'courriel' } });
    expect(lettres(envois, true)[0]?.paragraphes.join()).toContain(lieu.monde.origines[0]);
  });

  it('dit à la personne jusqu’à quand un mot la rouvre', async () => {
    const lieu = await unLieu();
    const { reference } = await poser(lieu, 'traitee');
    const suivre = async (quand: Date) =>
      perform(
        suivreDemande,
        { input: { demande: reference }, now: quand, jetons: await unUsager(lieu, [reference], quand) },
        lieu,
      );
    expect((await suivre(jours(30))).rouvrableJusquau).toBe('2026-12-23');
    expect((await suivre(jours(31))).rouvrableJusquau).toBeUndefined();
  });

  it('ne se rouvre jamais quand la commune a mis 0', async () => {
    const lieu = await unLieu();
    const commune = {
      ...lieu.monde.commune,
      echanges: { ...lieu.monde.commune.echanges, reouvertureJours: 0 },
    };
    const ici = { ...lieu, monde: { ...lieu.monde, commune } };
    const { reference } = await poser(ici, 'traitee');
    await PAR.web(ici, { reference, now: LUNDI });
    expect((await entiere(ici, reference)).lue.valeur).toMatchObject({
      statut: 'traitee',
      aLire: { nombre: 1 },
    });
  });

  it.each(['Merci !', 'ok merci beaucoup', 'Bien reçu, merci pour votre réponse. Bonne journée'])(
    'ne se rouvre pas pour « %s », qu’un agent lira',
    async (texte) => {
      const lieu = await unLieu();
      const { reference } = await poser(lieu, 'traitee');
      await PAR.web(lieu, { reference, now: jours(1), texte });
      expect((await entiere(lieu, reference)).lue.valeur).toMatchObject({
        statut: 'traitee',
        aLire: { nombre: 1 },
      });
    },
  );

  it('répondue hors délai puis rouverte, n’est pas rejetée par le silence', async () => {
    const lieu = await unLieu();
    const nue = await poser(lieu, 'traitee', { regime: SVR });
    const tard = {
      ...nue,
      faits: nue.faits.map((fait) =>
        fait.type === 'decision' ? { ...fait, le: jours(90).toISOString() } : fait,
      ),
    };
    expect(horlogeDe(tard).terme).not.toBeNull();
    const rouverte = {
      ...tard,
      faits: [...tard.faits, { type: 'rouverte' as const, canal: 'web' as const, motif: '', le, par: agent }],
    };
    expect(horlogeDe(rouverte).terme).toBeNull();
  });

  it('est rouverte par un agent, avec sa raison', async () => {
    const lieu = await unLieu();
    const { reference } = await poser(lieu, 'traitee');
    const input = {
      demande: reference,
      version: 1,
      fait: { type: 'rouverte', motif: 'La lampe est encore en panne.' },
    };
    await perform(
      consignerFait,
      { input, now: jours(200), jetons: await unAgentLe(lieu, jours(200), { role: 'administrateur' }) },
      lieu,
    );
    const { lue, envois } = await entiere(lieu, reference);
    expect(lue.valeur).toMatchObject({ statut: 'en-instruction', reglage: 1 });
    expect(lettres(envois, true)[0]?.paragraphes.join()).toContain('encore en panne');
  });
});

it('une demande refusée ou rejetée rappelle ses recours et leur dernier jour', async () => {
  const lieu = await unLieu();
  for (const statut of ['refusee', 'rejetee-par-silence', 'retiree'] as const) {
    const { reference } = await poser(lieu, statut);
    await PAR.web(lieu, { reference, now: jours(1) });
    const [lettre] = lettres((await entiere(lieu, reference)).envois, true);
    expect(lettre?.paragraphes.join('\n')).toMatch(/recours gracieux[\s\S]*Dernier jour pour contester/);
  }
});

it('un envoi écarté comme abusif ne reçoit aucune réponse, et reste sous les yeux du service', async () => {
  const lieu = await unLieu();
  const { reference } = await poser(lieu, 'ecartee', {});
  const table = ouvrirTable(lieu.base);
  const lue = await demandeStore(table).get(reference);
  const faits = lue.valeur.faits.map((fait) =>
    fait.type === 'ecartee' ? { ...fait, motif: 'abusif' as const } : fait,
  );
  demandeStore(table).replace(lue, { ...lue.valeur, faits }, { now: LUNDI });
  await table.commit();
  await PAR.courriel(lieu, { reference, now: jours(1) });
  expect((await entiere(lieu, reference)).envois).toEqual([]);
  expect((await file(lieu)).map(({ aLire }) => aLire?.nombre)).toEqual([1]);
});

describe('« à lire »', () => {
  const lire = async (lieu: Lieu, reference: Reference, version: number) =>
    perform(
      marquerLue,
      { input: { demande: reference, version }, now: LUNDI, jetons: await unAgent(lieu, 'administrateur') },
      lieu,
    );

  it('se vide quand un agent l’a lu, une fois pour toutes, et garde la demande dans son mois', async () => {
    const lieu = await unLieu();
    const { reference, service } = await poser(lieu, 'acceptee');
    await PAR.web(lieu, { reference, now: jours(1) });
    const { version } = (await entiere(lieu, reference)).lue;
    await lire(lieu, reference, version);
    expect(await lire(lieu, reference, version)).toEqual({ version: version + 1 });
    expect(await file(lieu)).toEqual([]);
    expect(await fileStore(ouvrirTable(lieu.base)).listCloses(service, '2026-11')).toHaveLength(1);
  });

  it('compte chaque mot, et ne se vide pas d’un mot arrivé entre-temps', async () => {
    const lieu = await unLieu();
    const { reference } = await poser(lieu, 'acceptee');
    await PAR.web(lieu, { reference, now: jours(1) });
    const { version } = (await entiere(lieu, reference)).lue;
    await PAR.courriel(lieu, {
      reference: reference,
      now: jours(2),
      texte: 'Autre chose encore, que personne n’a lue.',
    });
    await expect(lire(lieu, reference, version)).rejects.toThrow('modifie-entre-temps');
    const jetons = await unAgent(lieu, 'administrateur');
    await perform(
      ecrireUsager,
      { input: { demande: reference, texte: 'Bonjour.', vue: version }, now: LUNDI, jetons },
      lieu,
    );
    expect((await entiere(lieu, reference)).lue.valeur.aLire).toMatchObject({ nombre: 2 });
    const vue = (await entiere(lieu, reference)).lue.version;
    await perform(
      ecrireUsager,
      { input: { demande: reference, texte: 'Bonjour.', vue }, now: LUNDI, jetons },
      lieu,
    );
    expect((await entiere(lieu, reference)).lue.valeur.aLire).toBeUndefined();
    expect(await file(lieu)).toEqual([]);
  });

  it('prévient un agent une fois pour plusieurs mots à la suite', async () => {
    const lieu = await unLieu();
    const { reference } = await poser(lieu, 'refusee');
    for (const minute of [0, 1, 2])
      await PAR.web(lieu, { reference, now: new Date(LUNDI.getTime() + minute * 60_000) });
    expect(lettres((await entiere(lieu, reference)).envois, false)).toHaveLength(1);
  });

  it('d’un agent parti, prévient le service', async () => {
    const lieu = await unLieu();
    const parti = { id: 'parti@ailleurs.example', nom: 'Parti', qualite: 'agent' };
    const { reference } = await poser(lieu, 'refusee', { agent: parti });
    await PAR.web(lieu, { reference, now: jours(1) });
    const [lettre] = lettres((await entiere(lieu, reference)).envois, false);
    expect(lettre?.a).toBe(lieu.monde.commune.services.find(({ id }) => id === 'accueil')?.courriel);
  });
});

it.each([
  ['Merci', true],
  ['  MERCI beaucoup !!! 🙏', true],
  ['Merci de réparer le lampadaire', false],
  ['ok pour mardi', false],
  ['', false],
  ['merci '.repeat(2000), false],
])('« %s » : politesse %s', (texte, attendu) => expect(estPolitesse(texte)).toBe(attendu));
