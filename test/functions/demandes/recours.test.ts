import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dernierJourPourContester } from '../../../functions/demandes/contestation.ts';
import { deposer } from '../../../functions/demandes/demande.ts';
import { gestesPossibles } from '../../../functions/demandes/gestes.ts';
import { lettreDeDecision } from '../../../functions/demandes/lettres.ts';
import { recoursDe } from '../../../functions/demandes/recours.ts';
import { voiesDeRecours } from '../../../functions/demarches/recours.ts';
import { citer } from '../../../functions/echeances/explication.ts';
import { delaiEnLettres } from '../../../functions/platform/dates.ts';
import { lireCommunes } from '../../../lib/communes.ts';
import { uneDemande } from '../../atelier/demande.ts';

const [aubevive, voisine] = lireCommunes(path.resolve(import.meta.dirname, '../../..'));
if (!aubevive || !voisine) throw new Error('il faut deux communes');
const { commune, demarches } = aubevive;

/** A demande of a démarche of the catalogue, refused on Tuesday 1 December 2026. */
const refusee = (id: string) => {
  const demarche = demarches.find((une) => une.id === id);
  if (!demarche) throw new Error(`la démarche ${id} n’est pas ouverte`);
  const { reference, code, fuseau, service, usager, faits } = uneDemande();
  const [recue] = faits;
  if (recue?.type !== 'recue') throw new Error('une demande commence par sa réception');
  const deposee = deposer({ demarche, reference, code, fuseau, service, usager, recue });
  const par = { qui: 'agent' as const, nom: 'Julien Castan, chargé de l’état civil', service: 'État civil' };
  return {
    ...deposee,
    statut: 'refusee' as const,
    faits: [
      ...deposee.faits,
      {
        type: 'decision' as const,
        sens: 'refus' as const,
        texte: 'Votre demande est refusée.',
        faits: 'Vous n’habitez pas la commune.',
        droit: 'Code électoral, L11',
        le: '2026-12-01T10:00:00.000Z',
        par,
      },
    ],
  };
};
const lettre = (id: string): string => lettreDeDecision(refusee(id), commune).paragraphes.join('\n');

describe('les voies de recours d’un refus', () => {
  // C. élect. L18 III and IV, L19, L20.
  it('mènent, pour les listes électorales, à la commission de contrôle dans les cinq jours, puis au tribunal judiciaire', () => {
    const dite = lettre('listes-electorales');
    expect(dite).toContain('dans les cinq jours qui suivent la notification de cette décision');
    expect(dite).toContain('la commission de contrôle des listes électorales');
    expect(dite).toContain('Sans réponse de sa part pendant 30 jours, votre recours est rejeté.');
    expect(dite).toContain(
      'Cette étape est obligatoire avant de saisir le tribunal judiciaire d’Avignon, 2 boulevard Limbert',
    );
    expect(dite).toContain('dans les sept jours qui suivent la réponse qui y est donnée, ou ce silence');
    expect(dite).toContain('Dernier jour pour contester : le dimanche 6 décembre 2026.');
    expect(dite).not.toMatch(/tribunal administratif|telerecours|deux mois|médiatrice/);
  });

  it('mènent, pour l’état civil, au procureur et au juge judiciaire, sans délai', () => {
    const dite = lettre('acte-de-naissance');
    expect(dite).toContain('le procureur de la République près le tribunal judiciaire d’Avignon');
    expect(dite).toContain('ou en saisissant le tribunal judiciaire d’Avignon');
    expect(dite).not.toMatch(/tribunal administratif|Dernier jour pour contester|deux mois/);
  });

  it('mènent aussi, pour l’école, à l’État au nom de qui le maire inscrit', () => {
    const dite = lettre('inscription-scolaire');
    expect(dite).toContain('recours hiérarchique), le directeur académique');
    expect(dite).toContain('le préfet de Vaucluse');
    expect(dite).toContain('ou en saisissant le tribunal administratif de Nîmes');
    expect(dite).toContain(
      'Dernier jour pour contester : le mardi 2 février 2027 ; si vous habitez outre-mer, le mardi 2 mars 2027',
    );
    // The commune's médiateur does not hear what is decided for the State.
    expect(dite).not.toContain('médiatrice');
  });

  it('mènent devant la CADA avant le juge, pour un document', () => {
    const dite = lettre('acces-document-administratif');
    expect(dite).toContain('www.cada.fr');
    expect(dite).toContain('Cette étape est obligatoire avant de saisir le tribunal administratif de Nîmes');
  });

  it('nomment le médiateur de la commune, quand elle en a un et que c’est elle qui décide', () => {
    expect(lettre('subvention-association')).toContain(
      'la médiatrice de la commune d’Aubevive : mediation@aubevive.example',
    );
    const ailleurs = lettreDeDecision(refusee('subvention-association'), voisine.commune).paragraphes.join(
      '\n',
    );
    expect(ailleurs).not.toMatch(/médiat/);
  });

  it('n’offrent un recours gracieux que là où il existe', () => {
    const offert = demarches.filter(({ id }) => gestesPossibles(refusee(id)).includes('contester'));
    const sans = demarches.filter((une) => !offert.includes(une)).map(({ id }) => id);
    expect(sans.sort()).toEqual([
      'acces-document-administratif',
      'acte-de-naissance',
      'exercice-des-droits',
      'listes-electorales',
      'recensement-citoyen',
      'recours-gracieux',
    ]);
  });
});

describe.each(demarches.map((demarche) => ({ id: demarche.id, demarche })))('$id', ({ id, demarche }) => {
  const phrases = recoursDe({ ...demarche, depuis: 'ce rejet' }, commune).join('\n');

  it('dit chaque voie avec son texte, et chaque délai en toutes lettres', () => {
    const attendus = voiesDeRecours(demarche).flatMap(({ delai, fondement }) => [
      citer(fondement),
      ...(delai ? [`dans les ${delaiEnLettres(delai)} qui suivent`] : []),
    ]);
    expect(attendus.filter((attendu) => !phrases.includes(attendu))).toEqual([]);
  });

  it('a un dernier jour, sauf quand aucun délai ne court', () => {
    const sansDelai = voiesDeRecours(demarche).every(({ delai }) => !delai);
    expect(dernierJourPourContester(refusee(id), commune) === undefined).toBe(sansDelai);
  });
});
