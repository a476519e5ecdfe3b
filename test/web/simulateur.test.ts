import { describe, expect, it } from 'vitest';
import { CALENDRIERS } from '../../functions/commune/commune.ts';
import { simuler } from '../../functions/echeances/simulateur.ts';
import { SaisieEcheance } from '../../functions/echeances/simulation.ts';
import { type Cas, casVierge, enEntree, fautesDe } from '../../web/portail/simulateur/cas.ts';
import { nouvelEvenement } from '../../web/portail/simulateur/evenement.ts';
import { enFragment, lireCas } from '../../web/portail/simulateur/fragment.ts';
import { conclusion, ligneDeTemps } from '../../web/portail/simulateur/ligne-de-temps.ts';
import { sourceDe } from '../../web/portail/simulateur/sources.ts';
import { FUSEAUX, TERRITOIRES } from '../../web/portail/simulateur/territoires.ts';

const PARIS = 'Europe/Paris';
const unCas = (ecart: Partial<Cas> = {}): Cas => ({
  ...casVierge(PARIS),
  regime: 'SVR',
  jour: '2026-03-02',
  ...ecart,
});
const unEvenement = (type: Parameters<typeof nouvelEvenement>[0], le: string, ecart = {}) => ({
  ...nouvelEvenement(type, []),
  le,
  ...ecart,
});
const calculer = async (cas: Cas) => {
  const entree = SaisieEcheance.parse(await enEntree(cas));
  return { entree, simulee: simuler(entree) };
};

describe('le cas dans l’adresse', () => {
  it('revient tel qu’il était', () => {
    const cas = unCas({
      nombre: '15',
      unite: 'D',
      depuis: 'competente',
      residence: 'etranger',
      recours: 'cada',
      calendrier: 'alsace-moselle',
      vendrediSaint: false,
      heure: '23:30',
      horloge: 'UTC',
      evenements: [
        unEvenement('pieces-demandees', '2026-03-04', { cle: 1, jusquau: '2026-03-20' }),
        unEvenement('pieces-recues', '2026-03-10', { cle: 2, complet: false }),
        unEvenement('transmise', '2026-03-11', { cle: 3 }),
      ],
    });
    expect(lireCas(enFragment(cas), PARIS)).toEqual(cas);
  });

  it('ne retient que ce qu’il connaît', () => {
    const lu = lireCas(
      'recue=2026-03-02&regime=SVX&calendrier=corse&heure=25:00&horloge=Lune&evenement=miracle_2026-03-04',
      PARIS,
    );
    expect(lu).toEqual({ ...casVierge(PARIS), jour: '2026-03-02' });
  });

  it.each(['', 'contenu', 'recue=demain'])('« %s » n’est pas un cas', (fragment) => {
    expect(lireCas(fragment, PARIS)).toBeUndefined();
  });

  it('le territoire dit son heure quand l’adresse ne la dit pas', () => {
    expect(lireCas('recue=2026-03-02&calendrier=la-reunion', PARIS)?.fuseau).toBe('Indian/Reunion');
  });
});

describe('le cas pour l’API', () => {
  it('sans heure, le jour suffit', async () => {
    expect((await calculer(unCas())).simulee.recueLe).toBe('2026-03-02');
  });

  it('une heure notée ailleurs peut changer le jour', async () => {
    const cas = unCas({ heure: '23:30', horloge: 'UTC' });
    expect((await calculer(cas)).simulee.recueLe).toBe('2026-03-03');
    expect((await calculer({ ...cas, horloge: '' })).simulee.recueLe).toBe('2026-03-02');
  });

  it('dit d’où part un rejet, où vit la personne et qui saisir, pour un rejet seulement', async () => {
    const loin = { depuis: 'competente', residence: 'etranger' } as const;
    expect(await enEntree(unCas(loin))).toMatchObject(loin);
    expect((await calculer(unCas(loin))).simulee.recours).toEqual({ dernierJour: '2026-09-03' });
    expect((await calculer(unCas({ recours: 'cada' }))).simulee.recours).toEqual({
      dernierJour: '2026-07-02',
    });
    expect(await enEntree(unCas({ ...loin, regime: 'SVA' }))).not.toHaveProperty('residence');
  });

  it('croit la personne près de sa commune, tant que rien ne dit autre chose', () => {
    expect(lireCas('recue=2026-03-02&calendrier=la-reunion', PARIS)?.residence).toBe('outre-mer');
    expect(lireCas('recue=2026-03-02&residence=lune', PARIS)?.residence).toBe('metropole');
  });

  it('ne parle du Vendredi saint qu’en Alsace-Moselle', async () => {
    expect(await enEntree(unCas())).not.toHaveProperty('vendrediSaint');
    expect(await enEntree(unCas({ calendrier: 'alsace-moselle' }))).toHaveProperty('vendrediSaint', true);
  });

  it('connaît tous les calendriers, et des fuseaux que le serveur accepte', async () => {
    expect(Object.keys(TERRITOIRES)).toEqual([...CALENDRIERS]);
    for (const fuseau of Object.keys(FUSEAUX))
      expect(SaisieEcheance.safeParse(await enEntree(unCas({ fuseau }))).success).toBe(true);
    expect(Object.values(TERRITOIRES).filter(({ fuseau }) => !(fuseau in FUSEAUX))).toEqual([]);
  });
});

describe('ce qui manque', () => {
  it.each([
    ['regime', { regime: '' }],
    ['delai', { nombre: 'deux' }],
    ['delai', { nombre: '0' }],
    ['calendrier', { calendrier: '' }],
    ['fuseau', { fuseau: '' }],
    ['recue', { jour: '' }],
    ['recue', { jour: '2026-02-30' }],
    ['evenements.0.le', { evenements: [unEvenement('transmise', '')] }],
    [
      'evenements.0.jusquau',
      { evenements: [unEvenement('pieces-demandees', '2026-03-04', { jusquau: '2026-3-1' })] },
    ],
  ])('%s : une phrase, près de son champ', (champ, ecart) => {
    expect(fautesDe(unCas(ecart as Partial<Cas>))).toEqual([
      { champ, phrase: expect.stringMatching(/^[A-Z].*\.$/) },
    ]);
  });

  it('où le silence ne décide de rien, aucun délai n’est demandé', () => {
    expect(fautesDe(unCas({ regime: 'AUCUN', nombre: '' }))).toEqual([]);
  });
});

describe('la ligne de temps', () => {
  it('met chaque jour à sa place, avec ce qui est à venir', async () => {
    const cas = unCas({
      evenements: [unEvenement('pieces-demandees', '2026-03-10', { jusquau: '2026-03-20' })],
    });
    const { entree, simulee } = await calculer(cas);
    const points = ligneDeTemps(simulee, entree.evenements, '2026-03-12');
    expect(points.map(({ le, moment }) => [le, moment])).toEqual([
      ['2026-03-02', 'passe'],
      ['2026-03-03', 'passe'],
      ['2026-03-10', 'passe'],
      ['2026-03-16', 'a-venir'],
      ['2026-05-11', 'a-venir'],
      ['2026-05-12', 'a-venir'],
      ['2026-05-13', 'a-venir'],
      ['2026-07-13', 'a-venir'],
    ]);
  });

  it.each([
    [{}, 'Le silence vaut rejet le samedi 2 mai 2026'],
    [{ regime: 'SVA' }, 'Le silence vaut acceptation le samedi 2 mai 2026'],
    [{ regime: 'AUCUN' }, 'Le silence ne décide de rien'],
    [
      { evenements: [unEvenement('decision-notifiee', '2026-04-01')] },
      'La mairie a répondu à temps : le silence ne décidera plus',
    ],
    [
      { evenements: [unEvenement('decision-notifiee', '2026-05-03')] },
      'Le silence vaut rejet le samedi 2 mai 2026',
    ],
    [
      { evenements: [unEvenement('original-demande', '2026-04-01')] },
      'Le délai attend : aucune date ne peut encore être dite',
    ],
  ])('conclut en une phrase', async (ecart, phrase) => {
    const { entree, simulee } = await calculer(unCas(ecart as Partial<Cas>));
    expect(conclusion(simulee, entree)).toBe(phrase);
  });
});

describe('les sources', () => {
  it('un article de code se cherche sur Légifrance', () => {
    const { nom, vers } = sourceDe({ phrase: '', texte: 'CRPA', article: 'L231-4' });
    expect(nom).toBe('CRPA, article\u00a0L231-4');
    expect(new URL(vers ?? '').searchParams.get('query')).toBe('L231-4');
  });

  it('un arrêt se cite, sans lien', () => {
    const source = sourceDe({ phrase: '', texte: 'CE, 19 septembre 2014', article: 'n° 362568' });
    expect(source).toEqual({ nom: 'CE, 19 septembre 2014, n° 362568' });
  });
});
