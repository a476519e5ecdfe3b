import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../../functions/demandes/accepter-demande.ts';
import { completerDemande } from '../../../functions/demandes/completer-demande.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { demanderPieces } from '../../../functions/demandes/demander-pieces.ts';
import { ecrireMairie } from '../../../functions/demandes/ecrire-mairie.ts';
import { ecrireUsager } from '../../../functions/demandes/ecrire-usager.ts';
import { listerDemandes } from '../../../functions/demandes/lister-demandes.ts';
import { prendreEnCharge } from '../../../functions/demandes/prendre-en-charge.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { refuserDemande } from '../../../functions/demandes/refuser-demande.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { corpsDe } from '../../../functions/envois/envoi.mots.ts';
import { pieceStore } from '../../../functions/pieces/piece.store.ts';
import { PieceId } from '../../../functions/pieces/piece.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { sessionStore } from '../../../functions/platform/session.store.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgent, uneSaisie, unLieu, unUsager } from '../../atelier/monde.ts';

let lieu: Lieu;
let demande: string;
let jetons: { agent: string };
const now = LUNDI;

beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu)).reference;
  jetons = await unAgent(lieu, 'instructeur', 'voirie');
});

/** The same agent, whose session is opened later. */
const unAgentLe = async (quand: Date) => {
  const table = ouvrirTable(lieu.base);
  const lue = await sessionStore(table, LUNDI).get(jetons.agent);
  if (lue?.session.qui !== 'agent') throw new Error('pas une session d’agent');
  const agent = crypto.randomUUID();
  sessionStore(table, quand).add(agent, lue.session);
  await table.commit();
  return { agent };
};

const dossier = () => perform(consulterDemande, { input: { demande }, now, jetons }, lieu);
const suivi = async () =>
  perform(suivreDemande, { input: { demande }, now, jetons: await unUsager(lieu, [demande]) }, lieu);
const pieceArrivee = async () => {
  const id = PieceId.parse(crypto.randomUUID());
  const table = ouvrirTable(lieu.base);
  pieceStore(table, now).addDepot({
    id,
    nom: 'photo.jpg',
    type: 'image/jpeg',
    octets: 1000,
    jour: '2026-11-23',
    etat: 'recu',
  });
  await table.commit();
  return id;
};

describe('la file d’un agent', () => {
  it('montre la plus urgente en premier, avec ses jours restants', async () => {
    await deposer(lieu, { now: new Date('2026-11-02T09:00:00Z') });
    const { lignes } = await perform(listerDemandes, { input: {}, now, jetons }, lieu);
    expect(lignes.map(({ joursRestants }) => joursRestants)).toEqual([40, 61]);
  });

  it('ne montre que ses services', async () => {
    const { lignes } = await perform(
      listerDemandes,
      { input: {}, now, jetons: await unAgent(lieu, 'instructeur', 'etat-civil') },
      lieu,
    );
    expect(lignes).toEqual([]);
  });
});

describe('un dossier', () => {
  it('se refuse à l’agent d’un autre service', async () => {
    const autre = await unAgent(lieu, 'instructeur', 'etat-civil');
    await expect(
      perform(consulterDemande, { input: { demande }, now, jetons: autre }, lieu),
    ).rejects.toMatchObject({ code: 'introuvable' });
    await expect(
      perform(accepterDemande, { input: { demande, version: 1 }, now, jetons: autre }, lieu),
    ).rejects.toMatchObject({ code: 'introuvable' });
  });

  it('garde la trace de qui l’a lu, et l’usager la voit', async () => {
    await dossier();
    await dossier();
    expect((await suivi()).lecteurs).toHaveLength(1);
  });

  it('se refuse à l’usager d’une autre demande', async () => {
    const autre = await unUsager(lieu, ['AAAA-AAAA']);
    await expect(
      perform(suivreDemande, { input: { demande }, now, jetons: autre }, lieu),
    ).rejects.toMatchObject({ code: 'introuvable' });
  });
});

describe('décider', () => {
  it('deux agents ne décident jamais la même demande : le second apprend qu’elle a changé', async () => {
    const { version } = await dossier();
    const decider = () => perform(accepterDemande, { input: { demande, version }, now, jetons }, lieu);
    const refuser = () =>
      perform(
        refuserDemande,
        { input: { demande, version, faits: 'La rue est barrée.', droit: 'CGCT, L2213-1' }, now, jetons },
        lieu,
      );
    const issues = await Promise.allSettled([decider(), refuser()]);
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(issues.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'modifie-entre-temps' },
    });
  });

  it('un message arrivé entre-temps se lit avant de décider', async () => {
    const { version } = await dossier();
    await perform(
      ecrireMairie,
      { input: { demande, texte: 'Une précision' }, now, jetons: await unUsager(lieu, [demande]) },
      lieu,
    );
    await expect(
      perform(accepterDemande, { input: { demande, version }, now, jetons }, lieu),
    ).rejects.toMatchObject({ code: 'modifie-entre-temps' });
  });

  it('un refus sans motifs de fait et de droit n’existe pas (L211-5)', async () => {
    const { version } = await dossier();
    const refus = perform(
      refuserDemande,
      { input: { demande, version, faits: ' ', droit: '' }, now, jetons },
      lieu,
    );
    await expect(refus).rejects.toMatchObject({
      code: 'entree-invalide',
      details: [{ champ: 'faits' }, { champ: 'droit' }],
    });
  });

  it('le terme passé, l’agent ne peut plus ni accepter ni refuser : le silence a décidé', async () => {
    const apres = new Date('2027-02-10T09:00:00Z');
    const tard = await unAgentLe(apres);
    const refus = perform(
      refuserDemande,
      {
        input: { demande, version: 1, faits: 'La rue est barrée.', droit: 'CGCT, L2213-1' },
        now: apres,
        jetons: tard,
      },
      lieu,
    );
    await expect(refus).rejects.toMatchObject({ code: 'geste-impossible' });
  });

  it('la décision montre le nom, la qualité et le service de qui l’a prise (L212-2)', async () => {
    const { version } = await dossier();
    await perform(accepterDemande, { input: { demande, version }, now, jetons }, lieu);
    expect((await suivi()).decision?.lignes.join(' ')).toMatch(
      /Pour le maire et par délégation, le responsable du service de la voirie, Karim Bellaval, Commune d’Aubevive/,
    );
  });

  it('un refus est dans l’espace avec ses motifs et ses recours ; ce qui part dit qu’il y est', async () => {
    const { version } = await dossier();
    await perform(
      refuserDemande,
      {
        input: {
          demande,
          version,
          faits: 'Le véhicule est à un tiers.',
          droit: 'Délibération du 3 mars, article 2.',
        },
        now,
        jetons,
      },
      lieu,
    );
    const { decision, statut } = await suivi();
    expect(statut).toBe('refusee');
    expect(decision?.lignes.join(' ')).toContain('Le véhicule est à un tiers.');
    expect(decision?.lignes.join(' ')).toContain('Délibération du 3 mars');
    expect(JSON.stringify((await suivi()).suites)).toContain(lieu.monde.commune.tribunal.nom);
    const avis = await courriels();
    expect(avis).toMatch(/La décision est dans votre espace depuis le 23 novembre 2026 à 10.h.30/);
    expect(avis).not.toContain('Le véhicule est à un tiers.');
  });

  it('une demande prise en charge montre son agent à l’usager (L111-2)', async () => {
    const { version } = await dossier();
    await perform(prendreEnCharge, { input: { demande, version }, now, jetons }, lieu);
    expect((await suivi()).agent?.nom).toBeTruthy();
  });
});

/** The words of all that was promised, as they will leave. */
const courriels = async () => {
  const table = ouvrirTable(lieu.base);
  const { envois } = await demandeStore(table).getEntiere(Reference.parse(demande));
  const autour = { ...lieu.monde, table, source: undefined };
  return JSON.stringify(await Promise.all(envois.map((envoi) => corpsDe(envoi, autour))));
};

describe('compléter', () => {
  it('pièce par pièce : l’usager voit ce qui manque, l’envoie, et le délai repart', async () => {
    const avec = lieu.monde.demarches.find(({ pieces }) =>
      pieces.some(({ fondement, indispensable, si }) => fondement && indispensable && !si),
    );
    if (!avec) throw new Error('aucune démarche n’exige de pièce');
    const exigee = avec.pieces.find(({ fondement, indispensable, si }) => fondement && indispensable && !si);
    const usager = avec.pourQui.includes('particulier')
      ? uneSaisie(lieu).usager
      : { qualite: 'association' as const, rna: 'W123456789', courriel: 'asso@courriel.example' };
    const saisie = uneSaisie(lieu, avec.id);
    const immediates = await Promise.all(
      avec.pieces
        .filter(({ plusTard, si, obligatoire }) => obligatoire && !plusTard && !si)
        .map(async ({ id }) => ({ pour: id, depot: await pieceArrivee() })),
    );
    demande = (await deposer(lieu, { ...saisie, usager, pieces: immediates })).reference;
    jetons = await unAgent(lieu, 'instructeur', avec.service).catch(() => unAgent(lieu, 'administrateur'));
    const { version } = await dossier();
    await perform(
      demanderPieces,
      {
        input: {
          demande,
          version,
          pieces: [{ id: exigee?.id, nom: exigee?.nom, motif: 'illisible' }, { nom: 'Une photo de face' }],
          jusquau: '2026-12-20',
        },
        now,
        jetons,
      },
      lieu,
    );
    const avant = await suivi();
    expect(avant.aQui).toBe('usager');
    expect(avant.manquantes.map(({ recue }) => recue)).toEqual(avant.manquantes.map(() => false));

    const libre = avant.manquantes.find(({ nom }) => nom === 'Une photo de face');
    const lendemain = new Date('2026-11-24T09:00:00Z');
    const moi = await unUsager(lieu, [demande], lendemain);
    const envoyer = async (pour: string) =>
      perform(
        completerDemande,
        {
          input: { demande, pieces: [{ pour, depot: await pieceArrivee() }] },
          now: lendemain,
          jetons: moi,
        },
        lieu,
      );
    expect(await envoyer(exigee?.id ?? '')).toEqual({ complet: false });
    // What the accusé had asked for besides.
    const autres = avant.manquantes.filter((piece) => ![exigee?.id, libre?.id].includes(piece.id));
    await autres.reduce(
      (avant, { id }) => avant.then(() => envoyer(id)),
      Promise.resolve({ complet: false }),
    );
    expect(await envoyer(libre?.id ?? '')).toEqual({ complet: true });
    expect((await suivi()).aQui).toBe('mairie');
    await expect(envoyer(libre?.id ?? '')).rejects.toMatchObject({ code: 'geste-impossible' });
  });

  it('une date limite passée se refuse', async () => {
    const { version } = await dossier();
    await expect(
      perform(
        demanderPieces,
        { input: { demande, version, pieces: [{ nom: 'x' }], jusquau: '2026-11-23' }, now, jetons },
        lieu,
      ),
    ).rejects.toMatchObject({ details: [{ champ: 'jusquau' }] });
  });
});

describe('écrire', () => {
  it('le message de l’agent part par courriel et reste dans le fil', async () => {
    await perform(ecrireUsager, { input: { demande, texte: 'Bonjour Zoé' }, now, jetons }, lieu);
    expect((await suivi()).messages).toMatchObject([{ texte: 'Bonjour Zoé', par: { qui: 'agent' } }]);
    expect(await courriels()).toContain('Bonjour Zoé');
  });
});
