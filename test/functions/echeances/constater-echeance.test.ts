import { beforeEach, describe, expect, it } from 'vitest';
import { accepterDemande } from '../../../functions/demandes/accepter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { constaterEcheance } from '../../../functions/echeances/constater-echeance.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgent, uneSaisie, unLieu } from '../../atelier/monde.ts';

let lieu: Lieu;
let demande: string;
beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu)).reference;
});

const reveiller = (quand: string, reglage = 1) =>
  perform(constaterEcheance, { input: { demande, reglage }, now: new Date(quand), interne: true }, lieu);
const entiere = () => demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
const rappels = async () =>
  (await entiere()).lue.valeur.faits.flatMap((fait) => (fait.type === 'rappel' ? [fait.palier] : []));

/** Filed on 23 November 2026: the term is 23 January 2027. */
describe('la veille d’une demande', () => {
  it('va de rappel en rappel, puis au constat', async () => {
    expect(await reveiller('2026-11-23T10:00:00Z')).toEqual({ prochain: '2027-01-08T07:00:00Z' });
    expect(await reveiller('2027-01-08T07:00:00Z')).toEqual({ prochain: '2027-01-16T07:00:00Z' });
    expect(await reveiller('2027-01-16T07:00:00Z')).toEqual({ prochain: '2027-01-21T07:00:00Z' });
    expect(await reveiller('2027-01-21T07:00:00Z')).toEqual({ prochain: '2027-01-23T23:00:00Z' });
    expect(await rappels()).toEqual([15, 7, 2]);
    // Four months to withdraw an unlawful acceptance: fifteen days before their end, a responsable is told.
    expect(await reveiller('2027-01-23T23:00:00Z')).toEqual({ prochain: '2027-05-08T06:00:00Z' });
    expect((await entiere()).lue.valeur.statut).toBe('acceptee-par-silence');
  });

  it('ne décide rien le jour même du terme', async () => {
    await reveiller('2027-01-23T22:59:59Z');
    expect((await entiere()).lue.valeur.statut).toBe('deposee');
  });

  it('réveillée deux fois, ne rappelle qu’une fois et ne décide qu’une fois', async () => {
    await Promise.all([reveiller('2027-01-08T07:00:00Z'), reveiller('2027-01-08T07:00:00Z')]);
    expect(await rappels()).toEqual([15]);
    await Promise.all([reveiller('2027-01-24T07:00:00Z'), reveiller('2027-01-24T07:00:00Z')]);
    const { lue, envois } = await entiere();
    expect(lue.valeur.faits.filter(({ type }) => type === 'silence')).toHaveLength(1);
    expect(
      envois.filter(
        ({ contenu }) => contenu.type === 'lettre' && contenu.objet.startsWith('Votre demande est acceptée'),
      ),
    ).toHaveLength(1);
  });

  it('réveillée très tard, décide au terme et prévient la personne et l’agent', async () => {
    await reveiller('2027-06-01T00:00:00Z');
    const { lue, envois } = await entiere();
    expect(lue.valeur.faits.at(-1)).toMatchObject({
      type: 'silence',
      sens: 'acceptation',
      terme: '2027-01-23',
    });
    // The person, whoever has the file, and their responsables.
    const responsables = lieu.monde.commune.agents.filter(
      ({ role, services }) => role === 'responsable' && services.includes(lue.valeur.service),
    );
    expect(responsables.length).toBeGreaterThan(0);
    expect(envois.filter(({ contenu }) => contenu.type === 'lettre')).toHaveLength(2 + responsables.length);
  });

  it('d’un ancien réglage, ne fait plus rien', async () => {
    expect(await reveiller('2027-06-01T00:00:00Z', 7)).toEqual({});
    expect((await entiere()).lue.valeur.statut).toBe('deposee');
  });

  it('ne dit plus rien après une décision notifiée à temps', async () => {
    const jetons = await unAgent(lieu, 'instructeur', 'voirie');
    await perform(accepterDemande, { input: { demande, version: 1 }, now: LUNDI, jetons }, lieu);
    expect(await reveiller('2027-06-01T00:00:00Z')).toEqual({});
    expect((await entiere()).lue.valeur.statut).toBe('acceptee');
  });

  it('rejette par silence sous l’autre régime, avec les recours', async () => {
    demande = (await deposer(lieu, uneSaisie(lieu, 'stationnement-demenagement'))).reference;
    await reveiller('2027-06-01T00:00:00Z');
    const { lue, envois } = await entiere();
    expect(lue.valeur.statut).toBe('rejetee-par-silence');
    expect(JSON.stringify(envois)).toContain('L232-4');
  });
});
