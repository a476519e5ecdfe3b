import { beforeEach, describe, expect, it } from 'vitest';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { deposerDemande } from '../../../functions/demandes/deposer-demande.ts';
import { ecrireMairie } from '../../../functions/demandes/ecrire-mairie.ts';
import { ouvrirSuivi } from '../../../functions/demandes/ouvrir-suivi.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { consulterCompte } from '../../../functions/usagers/consulter-compte.ts';
import { deconnecterUsager } from '../../../functions/usagers/deconnecter-usager.ts';
import { listerMesDemandes } from '../../../functions/usagers/lister-mes-demandes.ts';
import { rattacherDemande } from '../../../functions/usagers/rattacher-demande.ts';
import { deposer, LUNDI, uneSaisie, unLieu, unParticulier } from '../../atelier/monde.ts';
import { ajouterUnContact, jetonDe, seConnecter } from './atelier.ts';

const ZOE = unParticulier.courriel;
const AILLEURS = { ...unParticulier, courriel: 'autre@courriel.example' };

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
});
type Jetons = { usager: string };
const mesDemandes = async (jetons: Jetons) =>
  (await perform(listerMesDemandes, { input: {}, now: LUNDI, jetons }, lieu)).lignes;
const references = async (jetons: Jetons) => (await mesDemandes(jetons)).map(({ reference }) => reference);
const suivre = (demande: string, jetons: Jetons) =>
  perform(suivreDemande, { input: { demande }, now: LUNDI, jetons }, lieu);
const rattacher = (input: { reference: string; code?: string }, jetons: Jetons) =>
  perform(rattacherDemande, { input, now: LUNDI, jetons }, lieu);
const ouvrir = async (depot: { reference: string; code: string }, jetons?: Jetons): Promise<Jetons> => {
  const { reference, code } = depot;
  const appel = { input: { reference, code }, now: LUNDI, ...(jetons && { jetons }) };
  return { usager: jetonDe(await perform(ouvrirSuivi, appel, lieu)) };
};

describe('mes demandes', () => {
  it('sont celles de l’adresse confirmée, et s’ouvrent sans code', async () => {
    const { reference } = await deposer(lieu);
    const zoe = await seConnecter(lieu, 'ZOE.Fictif@courriel.example');
    expect(await references(zoe)).toEqual([reference]);
    expect(await suivre(reference, zoe)).toMatchObject({ reference, rattachable: false });
  });

  it('sont celles du portable confirmé, écrit autrement', async () => {
    const { reference } = await deposer(lieu, { usager: { ...unParticulier, telephone: '06.39.98.00.01' } });
    const jetons = await seConnecter(lieu, '+33 6 39 98 00 01');
    expect(await references(jetons)).toEqual([reference]);
    expect(await suivre(reference, jetons)).toMatchObject({ reference });
  });

  it('ne sont jamais celles d’une autre adresse', async () => {
    const { reference } = await deposer(lieu, { usager: AILLEURS });
    const zoe = await seConnecter(lieu, ZOE);
    expect(await references(zoe)).toEqual([]);
    await expect(suivre(reference, zoe)).rejects.toMatchObject({ code: 'introuvable' });
  });

  it('demandent un compte : un code de suivi n’ouvre qu’une demande', async () => {
    const jetons = await ouvrir(await deposer(lieu));
    await expect(mesDemandes(jetons)).rejects.toMatchObject({ code: 'non-connecte' });
  });

  it('reçoivent d’elles-mêmes celle qu’on dépose en étant identifié, même sous une autre adresse', async () => {
    const zoe = await seConnecter(lieu, ZOE);
    const input = { ...uneSaisie(lieu), usager: AILLEURS };
    const { reference } = await perform(deposerDemande, { input, now: LUNDI, jetons: zoe }, lieu);
    expect(await references(zoe)).toEqual([reference]);
    expect(await suivre(reference, zoe)).toMatchObject({ reference });
    expect(await references(await seConnecter(lieu, ZOE))).toEqual([reference]);
  });

  it('disent à qui c’est le tour', async () => {
    await deposer(lieu);
    expect(await mesDemandes(await seConnecter(lieu, ZOE))).toMatchObject([
      { aQui: 'mairie', statut: 'deposee', terme: { sens: 'acceptation' } },
    ]);
  });
});

describe('une demande déposée avant', () => {
  it('rejoint le compte par sa référence et son code', async () => {
    const depot = await deposer(lieu, { usager: AILLEURS });
    const zoe = await seConnecter(lieu, ZOE);
    await rattacher({ reference: depot.reference, code: depot.code }, zoe);
    expect(await references(zoe)).toEqual([depot.reference]);
    expect(await suivre(depot.reference, zoe)).toMatchObject({ rattachable: false });
  });

  it('ne le rejoint pas avec un autre code, ni sans code', async () => {
    const { reference } = await deposer(lieu, { usager: AILLEURS });
    const zoe = await seConnecter(lieu, ZOE);
    for (const code of ['4H7Q-K2M9-XT3B', undefined])
      await expect(rattacher({ reference, ...(code && { code }) }, zoe)).rejects.toMatchObject({
        code: 'suivi-inconnu',
      });
  });

  it('ouverte par son code, se propose, et rejoint le compte sans le redonner', async () => {
    const depot = await deposer(lieu, { usager: AILLEURS });
    const zoe = await ouvrir(depot, await seConnecter(lieu, ZOE));
    expect(await suivre(depot.reference, zoe)).toMatchObject({ rattachable: true });
    await rattacher({ reference: depot.reference }, zoe);
    expect(await references(zoe)).toEqual([depot.reference]);
  });

  it('garde dans la file des agents son dernier mot', async () => {
    const depot = await deposer(lieu, { usager: AILLEURS });
    const jetons = await ouvrir(depot);
    const input = { demande: depot.reference, texte: 'Bonjour' };
    await perform(ecrireMairie, { input, now: LUNDI, jetons }, lieu);
    await rattacher({ reference: depot.reference, code: depot.code }, await seConnecter(lieu, ZOE));
    const [resume] = await demandeStore(ouvrirTable(lieu.base)).listDuContact(AILLEURS.courriel);
    expect(resume?.dernierMot.phrase).toBe('La personne a écrit');
  });

  it('peut rejoindre deux comptes : celui de chaque parent', async () => {
    const depot = await deposer(lieu, { usager: AILLEURS });
    const parents = [await seConnecter(lieu, ZOE), await seConnecter(lieu, 'autre.parent@courriel.example')];
    for (const parent of parents) await rattacher({ reference: depot.reference, code: depot.code }, parent);
    for (const parent of parents) expect(await references(parent)).toEqual([depot.reference]);
  });
});

describe('un compte', () => {
  const consulter = (jetons: Jetons) => perform(consulterCompte, { input: {}, now: LUNDI, jetons }, lieu);

  it('remplit le formulaire de ce qui a été écrit la dernière fois', async () => {
    const zoe = await seConnecter(lieu, ZOE);
    await perform(deposerDemande, { input: uneSaisie(lieu), now: LUNDI, jetons: zoe }, lieu);
    expect(await consulter(await seConnecter(lieu, ZOE))).toMatchObject({
      moyen: 'courriel',
      contacts: [ZOE],
      saisie: { prenom: 'Zoé', nom: 'Fictif', adresse: { ville: 'Aubevive' }, courriel: ZOE },
    });
  });

  it('neuf, ne connaît que le nom dit et le contact confirmé', async () => {
    expect((await consulter(await seConnecter(lieu, '0639980001'))).saisie).toEqual({
      prenom: 'Zoé',
      nom: 'Fictif',
      telephone: '06 39 98 00 01',
    });
  });

  it('n’écrit jamais dans un formulaire ce qu’un inconnu a déposé avec le même contact', async () => {
    const adresse = { voie: '66 rue du Piège', codePostal: '99999', ville: 'Ailleurs' };
    const depot = await deposer(lieu, { usager: { ...unParticulier, adresse, telephone: '0639980066' } });
    const zoe = await seConnecter(lieu, ZOE);
    expect(await references(zoe)).toEqual([depot.reference]);
    expect((await consulter(zoe)).saisie).toEqual({ prenom: 'Zoé', nom: 'Fictif', courriel: ZOE });
    await rattacher(depot, zoe);
    expect((await consulter(zoe)).saisie).not.toHaveProperty('adresse');
  });

  it('apprend un second contact par un second code, et s’en souvient', async () => {
    const { contacts } = await consulter(
      await ajouterUnContact(lieu, ZOE, await seConnecter(lieu, '0639980001')),
    );
    expect(contacts).toEqual([ZOE, '06 39 98 00 01']);
    expect((await consulter(await seConnecter(lieu, '0639980001'))).contacts).toHaveLength(2);
  });

  it('reste ouvert quand on ouvre un suivi par son code', async () => {
    const depot = await deposer(lieu, { usager: AILLEURS });
    const jetons = await ouvrir(depot, await seConnecter(lieu, ZOE));
    expect(await references(jetons)).toEqual([]);
    expect(await suivre(depot.reference, jetons)).toMatchObject({ reference: depot.reference });
  });

  it('se ferme : le jeton ne sert plus', async () => {
    const zoe = await seConnecter(lieu, ZOE);
    const { vers, cookies } = await perform(deconnecterUsager, { input: {}, now: LUNDI, jetons: zoe }, lieu);
    expect(vers).toBe('/');
    expect(cookies.every((cookie) => cookie.includes('Max-Age=0'))).toBe(true);
    await expect(mesDemandes(zoe)).rejects.toMatchObject({ code: 'non-connecte' });
  });
});
