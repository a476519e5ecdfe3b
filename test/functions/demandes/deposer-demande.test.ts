import { beforeEach, describe, expect, it } from 'vitest';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import type { Lieu } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, uneSaisie, unLieu, unParticulier } from '../../atelier/monde.ts';

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
});
const entiere = (reference: string) =>
  demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(reference));

describe('déposer une demande', () => {
  it('rend un accusé avec la date de la décision implicite, sous réserve que la demande soit complète', async () => {
    const { accuse, sections } = await deposer(lieu);
    expect(accuse).toMatchObject({ nature: 'demande-sva', acceptation: { le: '2027-01-23' } });
    const lignes = sections.flatMap((section) => section.lignes).join('\n');
    expect(lignes).toContain('sous réserve que la demande soit complète');
    expect(lignes).toContain('lundi 23 novembre 2026 à 10\u00a0h\u00a030');
    expect(lignes).toContain('attestation');
  });

  it('écrit d’un coup la demande, son accusé, ses réponses et le courriel à envoyer', async () => {
    const { reference } = await deposer(lieu);
    const { lue, envois, reponses, accuse } = await entiere(reference);
    expect(lue.valeur.statut).toBe('deposee');
    expect(envois).toMatchObject([
      { a: unParticulier.courriel, contenu: { type: 'accuse' }, etat: 'a-expedier' },
    ]);
    expect(Object.keys(reponses).length).toBeGreaterThan(0);
    expect(accuse.reference).toBe(reference);
  });

  it('donne les voies et délais de recours quand le silence vaut rejet', async () => {
    const { accuse, sections } = await deposer(lieu, uneSaisie(lieu, 'stationnement-demenagement'));
    expect(accuse.nature).toBe('demande-svr');
    expect(sections.flatMap((section) => section.lignes).join('\n')).toContain(
      lieu.monde.commune.tribunal.nom,
    );
  });

  it('n’annonce aucune décision implicite pour un signalement', async () => {
    const { accuse } = await deposer(lieu, uneSaisie(lieu, 'signalement-voirie'));
    expect(accuse.nature).toBe('information');
  });

  it('la même requête deux fois n’a qu’un effet, et rend la même réponse', async () => {
    const [une, autre] = await Promise.all([
      deposer(lieu, { cle: 'cle-1' }),
      deposer(lieu, { cle: 'cle-1' }),
    ]);
    expect(autre).toEqual(une);
    expect(await deposer(lieu, { cle: 'cle-1', now: new Date(LUNDI.getTime() + 60_000) })).toEqual(une);
    expect(await demandeStore(ouvrirTable(lieu.base)).listDuContact(unParticulier.courriel)).toHaveLength(1);
  });

  it('la même clé pour un autre contenu est refusée', async () => {
    await deposer(lieu, { cle: 'cle-1' });
    await expect(
      deposer(lieu, { cle: 'cle-1', usager: { ...unParticulier, nom: 'Autre' } }),
    ).rejects.toMatchObject({ code: 'cle-deja-utilisee' });
  });

  it('dit quelle réponse manque, et n’écrit rien', async () => {
    await expect(deposer(lieu, { reponses: {} })).rejects.toMatchObject({
      code: 'reponses-incompletes',
      details: expect.arrayContaining([expect.objectContaining({ champ: 'immatriculation' })]),
    });
    expect(await demandeStore(ouvrirTable(lieu.base)).listDuContact(unParticulier.courriel)).toHaveLength(0);
  });

  it('refuse une démarche inconnue, une réponse en trop, un fichier jamais arrivé', async () => {
    await expect(deposer(lieu, { demarche: 'inconnue' })).rejects.toMatchObject({
      code: 'demarche-inconnue',
    });
    await expect(
      deposer(lieu, { reponses: { ...uneSaisie(lieu).reponses, intrus: 'x' } }),
    ).rejects.toMatchObject({ code: 'reponses-incompletes' });
    const [piece] =
      lieu.monde.demarches.find(({ id }) => id === 'carte-stationnement-resident')?.pieces ?? [];
    await expect(
      deposer(lieu, { pieces: [{ pour: piece?.id ?? '', depot: crypto.randomUUID() }] }),
    ).rejects.toMatchObject({ code: 'piece-inconnue' });
  });

  it('demande à chacun ce que la loi demande et rien de plus (R112-9-1)', async () => {
    const association = {
      qualite: 'association' as const,
      rna: 'W123456789',
      courriel: 'asso@courriel.example',
    };
    await expect(
      deposer(lieu, { ...uneSaisie(lieu, 'subvention-association'), usager: association }),
    ).resolves.toHaveProperty('reference');
    await expect(
      deposer(lieu, { ...uneSaisie(lieu, 'subvention-association'), usager: { ...association, rna: '12' } }),
    ).rejects.toMatchObject({ code: 'entree-invalide', details: [{ champ: 'usager.rna' }] });
    await expect(
      deposer(lieu, { usager: { ...unParticulier, courriel: 'pas une adresse' } }),
    ).rejects.toMatchObject({ code: 'entree-invalide', details: [{ champ: 'usager.courriel' }] });
  });
});
