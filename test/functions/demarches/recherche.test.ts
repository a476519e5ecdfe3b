import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { orienter } from '../../../functions/demarches/orientation.ts';
import { indexer } from '../../../functions/demarches/recherche.ts';
import { lireCommunes } from '../../../lib/communes.ts';

const chargees = lireCommunes(path.resolve(import.meta.dirname, '../../..'));
const [premiere] = chargees;
if (!premiere) throw new Error('aucune commune');
const reponses = [...premiere.demarches, ...orienter(premiere.orientations, premiere)];
const chercher = indexer(reponses);
const trouvees = (saisie: string) => chercher(saisie).map(({ id }) => id);

/** One sentence a line, then the answers of which one must come first. */
const lire = (fichier: string): [phrase: string, attendues: string[]][] =>
  readFileSync(path.join(import.meta.dirname, 'recherches', fichier), 'utf8')
    .split('\n')
    .filter((ligne) => ligne !== '' && !ligne.startsWith('#'))
    .map((ligne) => {
      const [phrase = '', attendues = ''] = ligne.split(' | ');
      return [phrase, attendues.split(' ')];
    });

/** Right first answers among the sentences set apart: 156 of 162 were, two less is a regression. */
const PLANCHER = 154;

describe('chercher avec ses mots', () => {
  it.each(lire('connues.txt'))('« %s » trouve d’abord %j', (phrase, attendues) => {
    expect(attendues).toContain(trouvees(phrase)[0]);
  });

  it('des phrases tenues à part trouvent aussi leur réponse', () => {
    const tenues = lire('tenues-a-part.txt');
    const ratees = tenues.filter(([phrase, attendues]) => !attendues.includes(trouvees(phrase)[0] ?? ''));
    expect(
      tenues.length - ratees.length,
      JSON.stringify(ratees.map(([phrase]) => phrase)),
    ).toBeGreaterThanOrEqual(PLANCHER);
  });

  it('chaque réponse attendue existe', () => {
    const connues = new Set(reponses.map(({ id }) => id));
    const attendues = ['connues.txt', 'tenues-a-part.txt']
      .flatMap((fichier) => lire(fichier))
      .flatMap(([, ids]) => ids);
    expect(attendues.filter((id) => !connues.has(id))).toEqual([]);
  });

  it.each(['Écoles', 'ecole', 'ÉCOLE'])(
    '« %s » donne la même liste, accents et pluriel compris',
    (saisie) => {
      expect(trouvees(saisie)).toEqual(trouvees('école'));
    },
  );

  it('toute réponse se trouve par son nom', () => {
    expect(reponses.filter(({ id, nom }) => trouvees(nom)[0] !== id).map(({ nom }) => nom)).toEqual([]);
  });

  it('un mot commencé trouve déjà', () => {
    expect(trouvees('cantin')[0]).toBe('cantine');
    expect(trouvees('vide-gren')[0]).toBe('vide-greniers');
  });

  it('ce qui ne ressemble que de loin n’encombre pas la liste', () => {
    expect(trouvees('mariage salle')[0]).toBe('location-salle');
    expect(trouvees('crèche').length).toBeLessThan(4);
  });

  it.each(['xyzzyqwk', 'de la pour', '???', '12'])('« %s » ne trouve rien', (saisie) => {
    expect(trouvees(saisie)).toEqual([]);
  });
});

describe('dire où s’adresser', () => {
  const dite = (slug: string, id: string) => {
    const chargee = chargees.find(({ commune }) => commune.slug === slug);
    return chargee && orienter(chargee.orientations, chargee).find((une) => une.id === id);
  };

  it('une démarche ouverte remplace l’orientation du même nom', () => {
    const [une] = premiere.orientations;
    const ouverte = { commune: premiere.commune, demarches: [{ id: une?.id ?? '' }] };
    expect(orienter(premiere.orientations, ouverte).map(({ id }) => id)).not.toContain(une?.id);
  });

  it('ce que fait la mairie donne son service, son téléphone et ses heures', () => {
    const { telephones, horaires, qui } = dite('aubevive', 'acte-de-deces') ?? {};
    expect(qui).toBe('État civil, citoyenneté et cimetière');
    expect(telephones?.[0]?.numero).toBe('04 65 71 10 11');
    expect(horaires).toEqual(premiere.commune.horaires);
  });

  it('un service que la commune n’a pas est la mairie elle-même', () => {
    const lindenwiller = chargees.find(({ commune }) => commune.slug === 'lindenwiller');
    expect(dite('lindenwiller', 'aide-facultative')?.telephones[0]?.numero).toBe(
      lindenwiller?.commune.telephone,
    );
  });

  it('le relais que nomme la commune répond à la place de « l’intercommunalité »', () => {
    expect(dite('aubevive', 'encombrants')?.telephones[0]?.numero).toBe('04 65 71 20 10');
    expect(dite('lindenwiller', 'encombrants')?.qui).toBe('L’intercommunalité');
  });

  it('une commune qui fait les passeports le dit', () => {
    expect(dite('aubevive', 'titre-identite')?.type).toBe('ailleurs');
    expect(dite('lindenwiller', 'titre-identite')).toMatchObject({ type: 'guichet' });
  });
});
