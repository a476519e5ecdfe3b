import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandeActions } from '../../../functions/demandes/demande.actions.ts';
import {
  EnBref,
  EnDroit,
  EnFait,
  estUnMotif,
  estUnTexte,
  sontDesRaisons,
} from '../../../functions/demandes/raisons.ts';
import { referenceDe } from '../../../functions/demandes/reference.ts';

describe('des raisons de fait', () => {
  it.each([
    'La rue est barrée.',
    'Le véhicule appartient à un tiers.',
    'Le trottoir est trop étroit.',
    'Le texte gravé trouble l’ordre public.',
    'Capacité d’accueil atteinte : 24 places, 24 inscrits.',
    'La concession appartient à une autre famille.',
    'Vous habitez hors de la commune.',
    'Enfant trop jeune.',
    'Assurance expirée',
    'Le document est périmé.',
    'Le plan joint était celui d’une autre rue.',
    'L’association n’a pas d’assurance.',
  ])('« %s » en sont', (texte) => expect(sontDesRaisons(texte)).toBe(true));

  it.each([
    '.',
    '…',
    '-',
    'x',
    'ok',
    'OK.',
    'néant',
    'Néant.',
    'R.A.S.',
    'sans objet',
    'voir ci-dessus',
    'Voir plus haut.',
    'cf. supra',
    'Voir la lettre jointe.',
    'idem',
    'Cf. dossier',
    'Voir motifs précédents',
    'aaaaaaaa',
    'aaaa bbbb cccc dddd',
    'xxx yyy zzz',
    'hahaha hahaha',
    'abababab cdcdcdcd',
    'azerty qsdfgh',
    'sdfsdf kjhkjh',
    'L2213-1',
    'article L2213-1 du code',
    'Refusé',
    'La demande est refusée.',
    'Votre demande est rejetée par la mairie.',
    'Motif de refus',
    'Décision motivée.',
    'test test',
    'bla bla bla',
    'à compléter',
    '[…]',
    '12345 67890',
    '\u200b\u200b\u2060',
    '\u00a0\u2009',
    'r\u00adefus',
    '👍👍',
    'barrée barrée barrée',
    'Ｘ',
    '_____',
    'nul',
  ])('« %s » n’en sont pas', (texte) => expect(sontDesRaisons(texte)).toBe(false));

  it('la ponctuation, les chiffres et l’invisible ne disent jamais rien', () => {
    const vide = fc.string({
      unit: fc.constantFrom(...' .,;:!?…-–—_*#/()[]«»"’\u00a0\u200b\u200d\u2060\ufeff\u00ad0123456789\n\t'),
    });
    fc.assert(
      fc.property(vide, (texte) => !sontDesRaisons(texte) && !estUnTexte(texte) && !estUnMotif(texte)),
    );
  });

  it('un même mot répété, avec ou sans accents, ne dit pas plus', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('barrée', 'BARRÉE', 'barree', 'voirie', 'né\u200bant'),
        fc.integer({ min: 1, max: 30 }),
        (mot, fois) => !sontDesRaisons(Array(fois).fill(mot).join(' ')),
      ),
    );
  });

  it('de l’invisible semé dans de vraies raisons ne les efface pas', () => {
    const invisible = fc.constantFrom('\u200b', '\u00ad', '\u2060', '');
    fc.assert(
      fc.property(fc.array(invisible, { minLength: 18, maxLength: 18 }), (semes) =>
        sontDesRaisons(
          [...'La rue est barrée.'].map((lettre, rang) => lettre + (semes[rang] ?? '')).join(''),
        ),
      ),
    );
  });
});

describe('un texte', () => {
  it.each([
    'CGCT, L2213-1',
    'Code général des collectivités territoriales, R2223-8',
    'Délibération du 3 mars, article 2.',
    'Délibération, article 2.',
    'Arrêté du 3 mai.',
    'Règlement du cimetière, article 9 : aucune mention commerciale.',
    'Règlement intérieur de la cantine',
    'loi n° 2000-321 du 12 avril 2000, article 10',
    'décret 2017-890',
    'C. éduc., art. L131-5',
    'article L. 2213-2 du code général des collectivités territoriales',
  ])('« %s » en est un', (texte) => expect(estUnTexte(texte)).toBe(true));

  it.each([
    '.',
    'x',
    'ok',
    'L2213-1',
    'L. 2213-1',
    'article L2213-1',
    'art. 5',
    'Article 1',
    'articles 3 et 4',
    'la loi',
    'le code',
    'règlement',
    'CGCT',
    'voir ci-dessus',
    'idem',
    'néant',
    '2213',
    'voir texte joint',
  ])('« %s » n’en est pas un', (texte) => expect(estUnTexte(texte)).toBe(false));
});

describe('un motif bref', () => {
  it.each([
    'Illisible.',
    'Périmée',
    'Elle est floue.',
    'C’est sa route.',
    'Un doute.',
    'Signer.',
    'La copie est raturée.',
    'Elle n’était pas jointe.',
    'Ils n’étaient pas joints.',
  ])('« %s » suffit', (texte) => expect(estUnMotif(texte)).toBe(true));
  it.each(['.', 'non', 'ok', 'voir ci-dessus', 'refusée', 'x', 'zzzz', 'RAS', 'pièce refusée'])(
    '« %s » ne suffit pas',
    (texte) => expect(estUnMotif(texte)).toBe(false),
  );
});

describe('le refus est une phrase', () => {
  const phrases = (schema: ReturnType<typeof EnFait>, texte: string) =>
    schema.safeParse(texte).error?.issues.map(({ message }) => message);
  it('qui dit quoi écrire, et une seule à la fois', () => {
    expect(phrases(EnFait('Dites les faits.'), ' ')).toEqual(['Dites les faits.']);
    expect(phrases(EnFait('Dites les faits.'), '.')).toEqual([
      expect.stringContaining('raisons elles-mêmes'),
    ]);
    expect(phrases(EnDroit('Citez.'), 'L2213-1')).toEqual([
      expect.stringContaining('le texte et son article'),
    ]);
    expect(phrases(EnBref('Dites.'), '…')).toEqual([expect.stringContaining('avec des mots')]);
  });
});

describe('partout où des raisons sont dues', () => {
  const vues = { demande: referenceDe(new Uint8Array(7)), version: 1 };
  const fait = 'La rue est barrée.';
  const droit = 'CGCT, L2213-1';
  const lire = (acte: keyof typeof demandeActions, saisie: object) =>
    demandeActions[acte].input.safeParse({ ...vues, ...saisie });
  const consigne = (type: string, saisie: object) => lire('consignerFait', { fait: { type, ...saisie } });
  const piece = (motif: string) => [{ nom: 'Un plan', motif }];

  /** What is typed there, and everything else as it must be. */
  const LIEUX: Record<string, (dit: string) => { success: boolean }> = {
    'les faits d’un refus': (dit) => lire('refuserDemande', { faits: dit, droit }),
    'le droit d’un refus': (dit) => lire('refuserDemande', { faits: fait, droit: dit }),
    'les faits donnés après un silence': (dit) => lire('communiquerMotifs', { faits: dit, droit }),
    'le droit donné après un silence': (dit) => lire('communiquerMotifs', { faits: fait, droit: dit }),
    'ce qui a été fait': (dit) => lire('cloturerDemande', { texte: dit }),
    'pourquoi une pièce est demandée': (dit) =>
      lire('demanderPieces', { pieces: piece(dit), jusquau: '2026-12-20' }),
    'pourquoi une pièce est refusée': (dit) =>
      lire('examinerPieces', {
        verdicts: [{ id: 'plan', verdict: 'refusee', motif: dit }],
        jusquau: '2026-12-20',
      }),
    'pourquoi un message est écarté': (dit) => lire('ecarterDemande', { motif: 'doublon', precision: dit }),
    'pourquoi l’original est demandé': (dit) =>
      consigne('original-demande', {
        piece: 'Carte grise',
        motif: dit,
        recommande: { numero: '1A 234 567 8901 2', le: '2026-11-23' },
      }),
    'pourquoi une vérification': (dit) => consigne('verification-ouverte', { motif: dit }),
    'ce qui met fin à une vérification': (dit) => consigne('verification-levee', { motif: dit }),
    'ce qu’il faut régulariser': (dit) =>
      consigne('regularisation-demandee', { formalites: dit, droit, jusquau: '2026-12-20' }),
    'le texte d’une régularisation': (dit) =>
      consigne('regularisation-demandee', { formalites: fait, droit: dit, jusquau: '2026-12-20' }),
    'pourquoi une transmission': (dit) =>
      consigne('transmise', {
        administration: 'le département',
        motif: dit,
        depart: { par: 'recommande', le: '2026-11-24', preuve: '1A 234' },
      }),
    'pourquoi une réouverture': (dit) => consigne('rouverte', { motif: dit }),
  };

  it.each(Object.entries(LIEUX))(
    '%s : un point, « néant » ou de l’invisible sont refusés, une raison passe',
    (_lieu, dire) => {
      for (const rien of [
        '.',
        '…',
        'x',
        'ok',
        'néant',
        'voir ci-dessus',
        'aaaaaa',
        '\u2060\u200b',
        'L2213-1',
      ])
        expect([rien, dire(rien).success]).toEqual([rien, false]);
      expect(dire('Règlement de voirie, article 4 : la rue est barrée').success).toBe(true);
    },
  );
});
