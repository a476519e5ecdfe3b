import { beforeEach, describe, expect, it } from 'vitest';
import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { consignerFait } from '../../../functions/demandes/consigner-fait.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { saisirDemande } from '../../../functions/demandes/saisir-demande.ts';
import type { Role } from '../../../functions/platform/action.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgentLe, uneSaisie, unLieu } from '../../atelier/monde.ts';

let lieu: Lieu;
let demande: string;
const association = {
  qualite: 'association' as const,
  nom: 'Les Jardins fictifs',
  rna: 'W849900004',
  courriel: 'jardins@partages.example',
};
beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu, { ...uneSaisie(lieu, 'subvention-association'), usager: association }))
    .reference;
});

/** In the demo commune, the responsable is named for this, and the administrator is not. */
const agent = (quand: Date, role: Role = 'responsable') => unAgentLe(lieu, quand, { role });
const dossier = async (quand = LUNDI, role?: Role) =>
  perform(consulterDemande, { input: { demande }, now: quand, jetons: await agent(quand, role) }, lieu);
const consigner = async (fait: Consigne, le = '2026-11-23', role?: Role) => {
  const quand = new Date(`${le}T09:30:00Z`);
  const { version } = await dossier(quand, role);
  const jetons = await agent(quand, role);
  return perform(consignerFait, { input: { demande, version, fait }, now: quand, jetons }, lieu);
};
const lettre = async () => {
  const { lue } = await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(demande));
  const contenu = lue.promis.at(-1)?.contenu;
  return contenu?.type === 'lettre' ? contenu.paragraphes.join('\n') : '';
};
const SUSPENDRE: Consigne = { type: 'verification-ouverte', motif: 'Deux factures portent le même numéro.' };

/** Filed on Monday 23 November 2026: silence rejects on 23 January 2027. */
describe('la suspension d’une aide pour vérification (CRPA, L115-3)', () => {
  it('n’est ouverte qu’aux agents que le fichier de la commune nomme', async () => {
    expect((await dossier()).gestes).toContain('ouvrirVerification');
    expect((await dossier(LUNDI, 'administrateur')).gestes).not.toContain('ouvrirVerification');
    await expect(consigner(SUSPENDRE, '2026-11-23', 'administrateur')).rejects.toMatchObject({
      code: 'interdit',
      details: [{ phrase: expect.stringContaining('L115-3') }],
    });
  });

  it('ne compte aucun jour avant que la personne en soit prévenue', async () => {
    await expect(consigner({ ...SUSPENDRE, jour: '2026-11-25' }, '2026-12-01')).rejects.toMatchObject({
      details: [{ champ: 'fait.jour' }],
    });
    await consigner(SUSPENDRE, '2026-12-01');
    // Suspended since 23 November for what is missing, then until 1 March for the vérification: 98 days.
    expect((await dossier()).terme?.le).toBe('2027-05-01');
  });

  it('sur papier, compte du jour où la lettre a été reçue', async () => {
    const { courriel: _, ...usager } = association;
    const saisie = { ...uneSaisie(lieu, 'subvention-association'), usager };
    const { reference } = await perform(
      saisirDemande,
      {
        input: { ...saisie, canal: 'courrier', recueLe: '2026-11-23' },
        now: LUNDI,
        jetons: await agent(LUNDI),
      },
      lieu,
    );
    demande = reference;
    await expect(consigner(SUSPENDRE, '2026-12-04')).rejects.toMatchObject({
      details: [{ champ: 'fait.jour' }],
    });
    await consigner({ ...SUSPENDRE, jour: '2026-12-01' }, '2026-12-04');
    expect((await dossier()).terme?.le).toBe('2027-04-23');
  });

  it('se renouvelle une fois tant qu’elle court, et dit comment la contester', async () => {
    await consigner(SUSPENDRE);
    expect(await lettre()).toContain('dans les deux mois qui suivent la notification de cette décision');
    expect(await lettre()).toContain('CJA, R421-7');
    await consigner(SUSPENDRE, '2027-02-23');
    expect((await dossier()).terme?.le).toBe('2027-07-23');
    await expect(consigner(SUSPENDRE, '2027-03-01')).rejects.toMatchObject({ code: 'geste-impossible' });
  });

  it('finie, elle ne se renouvelle plus', async () => {
    await consigner(SUSPENDRE);
    await expect(consigner(SUSPENDRE, '2027-02-24')).rejects.toMatchObject({
      code: 'geste-impossible',
      details: [{ phrase: expect.stringContaining('a pris fin le 23 février 2027') }],
    });
  });

  it('levée, elle ne se rouvre jamais', async () => {
    await consigner(SUSPENDRE);
    await consigner({ type: 'verification-levee', motif: '' }, '2026-12-03');
    expect((await dossier()).gestes).not.toContain('ouvrirVerification');
    await expect(consigner(SUSPENDRE, '2026-12-04')).rejects.toMatchObject({ code: 'geste-impossible' });
  });
});
