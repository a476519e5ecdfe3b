import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { demanderDesistement } from '../../../functions/demandes/demander-desistement.ts';
import { ecrireMairie } from '../../../functions/demandes/ecrire-mairie.ts';
import { imprimerAccuse } from '../../../functions/demandes/imprimer-accuse.ts';
import { ouvrirSuivi } from '../../../functions/demandes/ouvrir-suivi.ts';
import { seDesister } from '../../../functions/demandes/se-desister.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { type Lieu, perform, type Verbe } from '../../../functions/platform/perform.ts';
import { consulterCompte } from '../../../functions/usagers/consulter-compte.ts';
import { listerMesDemandes } from '../../../functions/usagers/lister-mes-demandes.ts';
import { estDuNom, plier } from '../../../functions/usagers/nom.ts';
import { rattacherDemande } from '../../../functions/usagers/rattacher-demande.ts';
import { nomsDe } from '../../../functions/usagers/usager.franceconnect.ts';
import { deposer, LUNDI, unLieu, unParticulier } from '../../atelier/monde.ts';
import { ajouterUnContact, jetonDe, seConnecter } from './atelier.ts';

describe('un nom', () => {
  it.each([
    ['Jean-Luc Élan', 'JEAN LUC ELAN'],
    ['Zoé FICTIF', 'fictif zoe'],
    ['d’Œuvre Anne', "Anne D'OEUVRE"],
    ['Nguyễn Văn An', 'nguyen van an'],
    ['Łukasz Ștefănescu', 'lukasz stefanescu'],
    ['Zoé  Fictif ', 'Zoe\u0301 Fic\u00adtif'],
  ])('est le même, écrit autrement : %s, %s', (a, b) => {
    expect(plier(a)).toBe(plier(b));
  });

  it.each([
    ['राम', 'रीमा'],
    ['มานี', 'มานะ'],
    ['かき', 'がき'],
    ['Jean Fictif', 'Jean-Paul Fictif'],
    ['Zoé Fictif', 'Zoé Fictive'],
    ['Anne Fictif', 'Anne Fictif Fictif'],
    ['Fictif', 'Zoé Fictif'],
  ])('n’est pas un autre qui lui ressemble : %s, %s', (a, b) => {
    expect(plier(a)).not.toBe(plier(b));
  });

  it('plié deux fois, ne change plus', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (nom) => {
        expect(plier(plier(nom))).toBe(plier(nom));
      }),
    );
  });

  it('que personne n’a dit appartient au contact', () => {
    for (const personne of [
      'zoe@courriel.example',
      '06\u00a039\u00a098\u00a000\u00a001',
      'SIRET 12345678900012',
    ])
      expect(estDuNom([], personne)).toBe(true);
    for (const personne of ['Zoé Fictif', '3 Exemples', 'SIRETTE'])
      expect(estDuNom([], personne)).toBe(false);
    expect(estDuNom([plier('sarl exemple')], 'SARL Exemple')).toBe(true);
  });

  it('de FranceConnect vaut avec un ou tous les prénoms, à la naissance ou d’usage', () => {
    const noms = nomsDe({
      given_name: 'Soraya Inès',
      family_name: 'Imaginaire',
      preferred_username: 'Inventé-Imaginaire',
    });
    for (const nom of ['Soraya Imaginaire', 'SORAYA INES IMAGINAIRE', 'Soraya Inventé Imaginaire'])
      expect(estDuNom(noms, nom)).toBe(true);
    for (const nom of ['Inès Imaginaire', 'Imaginaire', 'Paul Imaginaire'])
      expect(estDuNom(noms, nom)).toBe(false);
  });
});

/** Zoé and Paul share a letter box. */
const BOITE = unParticulier.courriel;
const PAUL = { prenom: 'Paul', nom: 'Fictif' };

describe('deux personnes qui partagent une adresse e-mail', () => {
  let lieu: Lieu;
  let deZoe: { reference: string; code: string };
  let paul: { usager: string };
  beforeEach(async () => {
    lieu = await unLieu();
    deZoe = await deposer(lieu);
    paul = await seConnecter(lieu, BOITE, { qui: PAUL });
  });
  const mesDemandes = (jetons: { usager: string }) =>
    perform(listerMesDemandes, { input: {}, now: LUNDI, jetons }, lieu);

  it('l’une apprend seulement qu’il y a une autre demande', async () => {
    expect(await mesDemandes(paul)).toEqual({ lignes: [], autres: 1 });
    const tout = JSON.stringify([
      await mesDemandes(paul),
      await perform(consulterCompte, { input: {}, now: LUNDI, jetons: paul }, lieu),
    ]);
    expect(tout).not.toMatch(new RegExp(`${deZoe.reference}|Zoé|stationnement|Exemple`, 'i'));
  });

  it('aucune action ne lui ouvre la demande de l’autre', async () => {
    const demande = deZoe.reference;
    const actes: [Verbe, object][] = [
      [suivreDemande as Verbe, { demande }],
      [imprimerAccuse as Verbe, { demande }],
      [ecrireMairie as Verbe, { demande, texte: 'Bonjour' }],
      [demanderDesistement as Verbe, { demande }],
      [seDesister as Verbe, { demande, connexion: crypto.randomUUID(), code: '123456' }],
      [rattacherDemande as Verbe, { reference: demande }],
    ];
    for (const [verbe, input] of actes)
      await expect(perform(verbe, { input, now: LUNDI, jetons: paul }, lieu)).rejects.toMatchObject({
        code: expect.stringMatching(/^(introuvable|suivi-inconnu)$/),
      });
  });

  it('la référence et le code l’ouvrent', async () => {
    const { reference, code } = deZoe;
    const ouvert = await perform(ouvrirSuivi, { input: { reference, code }, now: LUNDI, jetons: paul }, lieu);
    const jetons = { usager: jetonDe(ouvert) };
    const suivi = await perform(suivreDemande, { input: { demande: reference }, now: LUNDI, jetons }, lieu);
    expect(suivi).toMatchObject({ reference, rattachable: true });
  });

  it('chacune retrouve les siennes, sans accents ni majuscules', async () => {
    const dePaul = await deposer(lieu, { usager: { ...unParticulier, prenom: 'Paul' } });
    expect((await mesDemandes(paul)).lignes.map(({ reference }) => reference)).toEqual([dePaul.reference]);
    const zoe = await seConnecter(lieu, BOITE, { qui: { prenom: 'ZOE', nom: 'fictif' } });
    expect(await mesDemandes(zoe)).toMatchObject({ lignes: [{ reference: deZoe.reference }], autres: 1 });
  });

  it('ce que l’une dépose n’écrit rien dans le formulaire de l’autre', async () => {
    const { saisie } = await perform(consulterCompte, { input: {}, now: LUNDI, jetons: paul }, lieu);
    expect(saisie).toEqual({ ...PAUL, courriel: BOITE });
  });

  it('qui ne dit pas son nom ne voit la demande de personne', async () => {
    const sansNom = await seConnecter(lieu, BOITE, { qui: {} });
    expect(await mesDemandes(sansNom)).toEqual({ lignes: [], autres: 1 });
  });

  it('un compte qui ajoute cette adresse ne voit que sous son nom', async () => {
    const ailleurs = await seConnecter(lieu, 'paul@courriel.example', { qui: PAUL });
    expect(await mesDemandes(await ajouterUnContact(lieu, BOITE, ailleurs))).toEqual({
      lignes: [],
      autres: 1,
    });
  });
});
