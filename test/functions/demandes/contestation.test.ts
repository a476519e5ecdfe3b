import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { accuser } from '../../../functions/demandes/accuse.ts';
import { lettreDEvenement } from '../../../functions/demandes/avis.ts';
import { consigner, reclamer } from '../../../functions/demandes/consigner.ts';
import { dernierJourPourContester } from '../../../functions/demandes/contestation.ts';
import { type Demande, deposer, faire } from '../../../functions/demandes/demande.ts';
import type { Fait } from '../../../functions/demandes/fait.ts';
import { gestesPossibles } from '../../../functions/demandes/gestes.ts';
import { horlogeDe } from '../../../functions/demandes/horloge.ts';
import { naitreIncomplete } from '../../../functions/demandes/incomplete.ts';
import { lettreDePieces } from '../../../functions/demandes/lettres.ts';
import { suitesDe } from '../../../functions/demandes/suites.ts';
import { Regime } from '../../../functions/demarches/demarche.ts';
import { DOCTRINE } from '../../../functions/echeances/doctrine.ts';
import { Usager } from '../../../functions/usagers/usager.ts';
import { lireCommunes } from '../../../lib/communes.ts';
import { uneDemande } from '../../atelier/demande.ts';
import { unParticulier } from '../../atelier/monde.ts';

const [aubevive, ...autres] = lireCommunes(path.resolve(import.meta.dirname, '../../..'));
const vanille = autres.find(({ commune }) => commune.calendrier === 'la-reunion');
if (!aubevive || !vanille) throw new Error('il faut une commune de métropole et une d’outre-mer');
const { commune, demarches } = aubevive;
const fondement = { texte: 'CRPA', article: 'L231-4', url: 'https://www.legifrance.gouv.fr' };
const par = { qui: 'agent' as const, nom: 'Paul Exemple' };
const le = (jour: string) => ({ le: `${jour}T10:00:00.000Z`, par });

const quiHabite = (adresse: Partial<(typeof unParticulier)['adresse']> & { pays?: string }): Usager =>
  Usager.parse({ ...unParticulier, adresse: { ...unParticulier.adresse, ...adresse } });

/** Rejected by silence on Saturday 23 January 2027. */
const rejetee = (autres: Partial<Demande> = {}): Demande => {
  const demande = uneDemande({ regime: { type: 'SVR', delai: 'P2M', fondement }, ...autres });
  const silence: Fait = { type: 'silence', sens: 'rejet', terme: '2027-01-23', ...le('2027-01-24') };
  return { ...demande, statut: 'rejetee-par-silence', faits: [...demande.faits, silence] };
};
const dernier = (demande: Demande, ou = commune): string => suitesDe(demande, ou).at(-1)?.lignes.at(-1) ?? '';

describe('le dernier jour écrit à la personne (CJA, R421-7)', () => {
  it('n’est jamais seul quand elle pourrait vivre ailleurs', () => {
    expect(dernier(rejetee())).toBe(
      'Dernier jour pour contester : le mercredi 24 mars 2027 ; si vous habitez outre-mer, le lundi 26 avril 2027 ; si vous habitez à l’étranger, le lundi 24 mai 2027. (CJA, R421-7)',
    );
  });

  it.each([
    [
      'à l’étranger',
      { codePostal: '1000', pays: 'Belgique' },
      'le lundi 24 mai 2027, car vous habitez à l’étranger',
    ],
    ['outre-mer', { codePostal: '97400' }, 'le lundi 26 avril 2027, car vous habitez outre-mer'],
    ['à Monaco', { codePostal: '98000' }, 'le lundi 24 mai 2027, car vous habitez à l’étranger'],
  ])('est le sien quand son adresse est %s', (_, adresse, attendu) => {
    expect(dernier(rejetee({ usager: quiHabite(adresse) }))).toContain(attendu);
  });

  it('compte un mois de plus de la métropole vers un tribunal d’outre-mer', () => {
    expect(dernier(rejetee(), vanille.commune)).toContain('car vous habitez en métropole. (CJA, R421-7)');
  });

  it('est annoncé avec son doute dès l’accusé et dans toute lettre qui dit les recours', () => {
    const { lignes = [] } = suitesDe(rejetee(), commune).at(-1) ?? {};
    expect(lignes.join('\n')).toContain('plus long d’un mois si vous habitez outre-mer');
    expect(lignes.join('\n')).toContain('un an en principe. (CRPA, L112-6 et L112-12');
    const autre = { ...commune, doctrine: { ...DOCTRINE, delaiRaisonnable: 15 } };
    expect(JSON.stringify(suitesDe(rejetee(), autre))).toContain('quinze mois en principe');
  });
});

describe('après la CADA (CRPA, R343-1 à R343-5)', () => {
  const recours = demarches.find(({ id }) => id === 'acces-document-administratif')?.recours;
  const regime: Regime = { type: 'SVR', delai: 'P1M', depuis: 'competente', fondement };
  const refus = (...suite: Fait[]): Demande => {
    const demande = uneDemande({ regime, recours });
    const silence: Fait = { type: 'silence', sens: 'rejet', terme: '2026-12-23', ...le('2026-12-24') };
    return { ...demande, statut: 'rejetee-par-silence', faits: [...demande.faits, silence, ...suite] };
  };
  const cada = (etape: 'enregistree' | 'refus-confirme', jour: string): Fait => ({
    type: 'cada',
    etape,
    jour,
    ...le(jour),
  });

  it('les deux mois pour la saisir ne sont pas francs, et la distance n’y change rien', () => {
    expect(dernierJourPourContester(refus(), commune)).toBe('2027-02-23');
    expect(dernierJourPourContester(refus(), commune, 'etranger')).toBe('2027-02-23');
    const franche = { ...commune, doctrine: { ...DOCTRINE, cada: 'franc' as const } };
    expect(dernierJourPourContester(refus(), franche)).toBe('2027-02-24');
    expect(dernier(refus())).toBe('Dernier jour pour contester : le mardi 23 février 2027.');
  });

  it('deux mois de silence depuis l’enregistrement confirment le refus, puis deux mois pour le juge', () => {
    const saisie = refus(cada('enregistree', '2027-01-15'));
    expect(dernierJourPourContester(saisie, commune)).toBe('2027-05-18');
    const lignes = suitesDe(saisie, commune).at(-1)?.lignes.join('\n');
    expect(lignes).toContain('son refus est confirmé le 15 mars 2027');
    expect(lignes).toContain('tribunal administratif de Nîmes');
    expect(lignes).not.toContain('www.cada.fr');
  });

  it('un refus confirmé plus tôt fait courir les deux mois du juge', () => {
    const confirmee = refus(cada('enregistree', '2027-01-15'), cada('refus-confirme', '2027-02-10'));
    expect(dernierJourPourContester(confirmee, commune)).toBe('2027-04-12');
  });

  it('un refus confirmé ne se dit plus né du silence, et n’a plus de raisons à demander', () => {
    const confirmee = refus(cada('enregistree', '2027-01-15'), cada('refus-confirme', '2027-02-10'));
    const dit = JSON.stringify(suitesDe(confirmee, commune));
    expect(dit).toContain('la mairie a confirmé son refus le 10 février 2027');
    for (const faux of ['sans autre réponse', 'L232-4', 'L112-6']) expect(dit).not.toContain(faux);
    expect(gestesPossibles(confirmee)).not.toContain('demanderMotifs');
    expect(gestesPossibles(confirmee)).not.toContain('noterCada');
  });

  it('se note dans l’ordre : enregistrée une fois, puis un avis, puis la réponse de la mairie', () => {
    const signature = { ...le('2027-02-20') };
    const noter = (
      demande: Demande,
      etape: 'enregistree' | 'avis-favorable' | 'refus-confirme',
      jour: string,
    ) => consigner(demande, { type: 'cada', etape, jour }, signature);
    const enOrdre = {
      code: 'geste-impossible',
      details: [expect.objectContaining({ champ: 'fait.etape' })],
    };
    expect(() => noter(refus(), 'avis-favorable', '2027-01-20')).toThrow(expect.objectContaining(enOrdre));
    const saisie = noter(refus(), 'enregistree', '2027-01-15');
    expect(() => noter(saisie, 'enregistree', '2027-01-16')).toThrow(expect.objectContaining(enOrdre));
    expect(() => noter(saisie, 'avis-favorable', '2027-01-10')).toThrow(
      expect.objectContaining({ code: 'entree-invalide' }),
    );
    const avisee = noter(saisie, 'avis-favorable', '2027-02-01');
    expect(() => noter(avisee, 'avis-favorable', '2027-02-02')).toThrow(expect.objectContaining(enOrdre));
    expect(noter(avisee, 'refus-confirme', '2027-02-10').statut).toBe('rejetee-par-silence');
  });

  it('se note là où la CADA est une étape, et nulle part ailleurs', () => {
    expect(gestesPossibles(refus())).toContain('noterCada');
    expect(gestesPossibles(rejetee())).not.toContain('noterCada');
  });
});

describe('un délai que l’on prolonge (RGPD, article 12-3)', () => {
  const regime = Regime.parse({ type: 'SVR', delai: 'P1M', prolongeableDe: 'P2M', fondement });
  const prolonger = (demande: Demande, jour: string): Demande =>
    faire('prolonger', demande, { type: 'prolongation', motif: 'Dix dossiers sont concernés.', ...le(jour) });

  it('mène à trois mois de la réception, une fois, et le dit à la personne', () => {
    const demande = uneDemande({ regime });
    const prolongee = prolonger(demande, '2026-12-20');
    expect([horlogeDe(demande).terme?.le, horlogeDe(prolongee).terme?.le]).toEqual([
      '2026-12-23',
      '2027-02-23',
    ]);
    expect(gestesPossibles(prolongee)).not.toContain('prolonger');
    const lettre = lettreDEvenement(demande, prolongee, commune).paragraphes.join('\n');
    expect(lettre).toContain('rejetée le 23 février 2027');
    expect(lettre).toContain('RGPD, article 12-3');
  });

  it('vaut aussi pour ce que la commune doit sans que le silence décide : un mois, puis trois', () => {
    const demarche = demarches.find(({ id }) => id === 'exercice-des-droits');
    const [recue] = uneDemande().faits;
    if (!demarche || recue?.type !== 'recue') throw new Error('l’exercice des droits n’est pas ouvert');
    const { reference, code, fuseau, service, usager } = uneDemande();
    const demande = deposer({ demarche, recue, reference, code, fuseau, service, usager });
    expect(demande.obligation?.le).toBe('2026-12-23');
    const prolongation = { type: 'prolongation' as const, motif: 'Dix dossiers sont concernés.' };
    const prolongee = consigner(demande, prolongation, le('2026-12-23'));
    expect(prolongee.obligation?.le).toBe('2027-02-23');
    expect(lettreDEvenement(demande, prolongee, commune).paragraphes).toContain(
      'Elle vous répondra au plus tard le 23 février 2027.',
    );
    expect(() => consigner(demande, prolongation, le('2026-12-24'))).toThrow('geste-impossible');
  });

  it('ne se prolonge pas après sa fin, ni quand aucun texte ne le permet', () => {
    expect(horlogeDe(prolonger(uneDemande({ regime }), '2026-12-24')).terme?.le).toBe('2026-12-23');
    expect(gestesPossibles(uneDemande())).not.toContain('prolonger');
  });
});

describe('une seconde demande de pièces', () => {
  const piece = (id: string, indispensable: boolean) => ({
    id,
    nom: `La pièce ${id}`,
    motif: '',
    indispensable,
    recue: false,
    ...(indispensable && { fondement }),
  });

  it('faite par un accusé trop tardif, ne prétend pas suspendre un délai qui est passé', () => {
    const regime: Regime = { type: 'SVR', delai: 'P2M', fondement };
    const tardive = naitreIncomplete(uneDemande({ regime }), [piece('a', true)], le('2027-02-01'));
    const { manquantes } = accuser(tardive, commune, new Date('2027-02-01T10:00:00Z'));
    expect(manquantes?.effet).toContain('Le silence avait décidé le 23 janvier 2027');
    const aTemps = naitreIncomplete(uneDemande({ regime }), [piece('a', true)], le('2026-11-24'));
    const emis = accuser(aTemps, commune, new Date('2026-11-24T10:00:00Z'));
    expect(emis.manquantes?.effet).toContain('est suspendu');
  });

  it('redit la règle tant qu’une pièce qui arrête le délai est attendue (CRPA, L114-5)', () => {
    const regime: Regime = { type: 'SVR', delai: 'P2M', fondement };
    const premiere = reclamer(uneDemande({ regime }), [piece('a', true)], {
      jusquau: '2026-12-23',
      signature: le('2026-11-24'),
    });
    const seconde = reclamer(premiere, [piece('b', false)], {
      jusquau: '2026-12-08',
      signature: le('2026-11-26'),
    });
    const lettre = lettreDePieces(seconde, '').paragraphes.join('\n');
    expect(lettre).toContain('est suspendu jusqu’à la réception de ces pièces');
    expect(lettre).toContain('au plus tard le 23 décembre 2026');
    expect(lettre).not.toContain('ne change pas le délai légal');
  });
});
