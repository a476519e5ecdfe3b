import { beforeEach, describe, expect, it } from 'vitest';
import { ouvrirSuivi } from '../../../functions/demandes/ouvrir-suivi.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ajouterContact } from '../../../functions/usagers/ajouter-contact.ts';
import { confirmerCode } from '../../../functions/usagers/confirmer-code.ts';
import { consulterCompte } from '../../../functions/usagers/consulter-compte.ts';
import { deconnecterUsager } from '../../../functions/usagers/deconnecter-usager.ts';
import { rattacherDemande } from '../../../functions/usagers/rattacher-demande.ts';
import { verifierContact } from '../../../functions/usagers/verifier-contact.ts';
import { deposer, LUNDI, unLieu, unParticulier } from '../../atelier/monde.ts';
import { ajouterUnContact, codeDe, jetonDe, seConnecter, unCode } from './atelier.ts';

const ZOE = unParticulier.courriel;
const PAUL = 'paul@courriel.example';
type Jetons = { usager: string };

let lieu: Lieu;
let depot: { reference: string; code: string };
beforeEach(async () => {
  lieu = await unLieu();
  depot = await deposer(lieu);
});
const ouvrir = async ({ reference, code } = depot, jetons?: Jetons) =>
  perform(ouvrirSuivi, { input: { reference, code }, now: LUNDI, ...(jetons && { jetons }) }, lieu);
const suivre = (jetons: Jetons, now = LUNDI) =>
  perform(suivreDemande, { input: { demande: depot.reference }, now, jetons }, lieu);
const consulter = (jetons: Jetons) => perform(consulterCompte, { input: {}, now: LUNDI, jetons }, lieu);
const apres = (heures: number) => new Date(LUNDI.getTime() + heures * 3600_000);
const FERMEE = { code: 'non-connecte' };

describe('la session qu’ouvre un code de suivi', () => {
  it('s’en va avec le navigateur, et le dit aux pages', async () => {
    const { cookies } = await ouvrir();
    expect(cookies).toEqual([
      expect.stringMatching(/^parvis_usager=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      'parvis_compte=suivi; Path=/; Secure; SameSite=Lax',
    ]);
  });

  it('dure deux heures', async () => {
    const jetons = { usager: jetonDe(await ouvrir()) };
    await suivre(jetons, apres(1.9));
    await expect(suivre(jetons, apres(2))).rejects.toMatchObject(FERMEE);
  });

  it('se ferme', async () => {
    const jetons = { usager: jetonDe(await ouvrir()) };
    const { vers, cookies } = await perform(deconnecterUsager, { input: {}, now: LUNDI, jetons }, lieu);
    expect(vers).toBe('/');
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/^parvis_\w+=; .*Max-Age=0/);
    await expect(suivre(jetons)).rejects.toMatchObject(FERMEE);
  });

  it('déjà finie, se ferme encore', async () => {
    const jetons = { usager: jetonDe(await ouvrir()) };
    const { cookies } = await perform(deconnecterUsager, { input: {}, now: apres(5), jetons }, lieu);
    expect(cookies).toHaveLength(2);
  });

  it('ne laisse rien à qui s’identifie ensuite dans ce navigateur', async () => {
    const { usager } = { usager: jetonDe(await ouvrir()) };
    const paul = await seConnecter(lieu, PAUL, { usager, qui: { prenom: 'Paul', nom: 'Autre' } });
    await expect(suivre(paul)).rejects.toMatchObject({ code: 'introuvable' });
    await expect(suivre({ usager })).rejects.toMatchObject(FERMEE);
    const input = { reference: depot.reference };
    await expect(perform(rattacherDemande, { input, now: LUNDI, jetons: paul }, lieu)).rejects.toMatchObject({
      code: 'suivi-inconnu',
    });
  });

  it('remplacée par une autre, ne sert plus', async () => {
    const autre = await deposer(lieu);
    const premiere = { usager: jetonDe(await ouvrir()) };
    const seconde = { usager: jetonDe(await ouvrir(autre, premiere)) };
    await suivre(seconde);
    await expect(suivre(premiere)).rejects.toMatchObject(FERMEE);
    await perform(deconnecterUsager, { input: {}, now: LUNDI, jetons: seconde }, lieu);
    for (const jetons of [premiere, seconde]) await expect(suivre(jetons)).rejects.toMatchObject(FERMEE);
  });

  it('ouverte deux fois à la fois, reste ouverte', async () => {
    const jetons = { usager: jetonDe(await ouvrir()) };
    const reponses = await Promise.all([ouvrir(depot, jetons), ouvrir(depot, jetons)]);
    for (const reponse of reponses) await suivre({ usager: jetonDe(reponse) });
    await expect(suivre(jetons)).rejects.toMatchObject(FERMEE);
  });
});

describe('s’identifier quand quelqu’un l’est déjà', () => {
  it('change de personne, sans rien ajouter au compte d’avant', async () => {
    const zoe = await seConnecter(lieu, ZOE);
    const paul = await seConnecter(lieu, PAUL, { ...zoe, qui: { prenom: 'Paul', nom: 'Autre' } });
    expect(await consulter(paul)).toMatchObject({ nom: 'Paul Autre', contacts: [PAUL] });
    await expect(consulter(zoe)).rejects.toMatchObject(FERMEE);
    expect((await consulter(await seConnecter(lieu, ZOE))).contacts).toEqual([ZOE]);
  });

  it('ajouter un contact est un autre acte, qui change aussi le jeton', async () => {
    const avant = await seConnecter(lieu, PAUL);
    const jetons = await ajouterUnContact(lieu, ZOE, avant);
    expect((await consulter(jetons)).contacts).toEqual([ZOE, PAUL]);
    await expect(consulter(avant)).rejects.toMatchObject(FERMEE);
  });

  it('un code demandé pour l’un ne sert pas à l’autre', async () => {
    const jetons = await seConnecter(lieu, PAUL);
    const pourOuvrir = await unCode(lieu, ZOE);
    const appel = { now: LUNDI, jetons };
    await expect(
      perform(
        ajouterContact,
        { ...appel, input: { connexion: pourOuvrir.connexion, code: pourOuvrir.code } },
        lieu,
      ),
    ).rejects.toMatchObject({ code: 'code-perime' });
    const { connexion } = await perform(verifierContact, { ...appel, input: { contact: ZOE } }, lieu);
    const input = { connexion, code: await codeDe(lieu, connexion) };
    await expect(perform(confirmerCode, { input, now: LUNDI }, lieu)).rejects.toMatchObject({
      code: 'code-perime',
    });
  });

  it('un code demandé par un compte n’ajoute rien à un autre', async () => {
    const [zoe, paul] = [await seConnecter(lieu, ZOE), await seConnecter(lieu, PAUL)];
    const contact = '0639980001';
    const { connexion } = await perform(
      verifierContact,
      { input: { contact }, now: LUNDI, jetons: zoe },
      lieu,
    );
    const input = { connexion, code: await codeDe(lieu, connexion) };
    await expect(perform(ajouterContact, { input, now: LUNDI, jetons: paul }, lieu)).rejects.toMatchObject({
      code: 'code-perime',
    });
  });
});
