import { beforeEach, describe, expect, it } from 'vitest';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { listerDemandes } from '../../../functions/demandes/lister-demandes.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { consulterRisques } from '../../../functions/pilotage/consulter-risques.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgentLe, uneSaisie, unLieu } from '../../atelier/monde.ts';

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
});

const signaler = async (danger: 'Oui' | 'Non', autres: object = {}) => {
  const saisie = uneSaisie(lieu, 'signalement-voirie');
  const reponses = { ...saisie.reponses, lieu: 'Rue du Four, devant le 12', danger, ...autres };
  return (await deposer(lieu, { ...saisie, reponses })).reference;
};
const agent = () => unAgentLe(lieu, LUNDI, { role: 'administrateur' });
const dossier = async (demande: string) =>
  perform(consulterDemande, { input: { demande }, now: LUNDI, jetons: await agent() }, lieu);
const ceQuiPart = async (reference: string) => {
  const { envois } = await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(reference));
  return envois;
};

describe('un danger signalé', () => {
  it('vient avant tout le reste, et le service reçoit un e-mail aussitôt', async () => {
    await deposer(lieu);
    const calme = await signaler('Non');
    const danger = await signaler('Oui');
    const { lignes } = await perform(
      listerDemandes,
      { input: { vue: 'ouvertes' }, now: LUNDI, jetons: await agent() },
      lieu,
    );
    expect(lignes[0]).toMatchObject({ reference: danger, agirAvant: { quoi: 'danger' } });
    expect((await dossier(danger)).danger).toBe(true);
    const voirie = lieu.monde.commune.services.find(({ id }) => id === 'voirie')?.courriel;
    const auService = (await ceQuiPart(danger)).filter(({ a }) => a === voirie);
    expect(auService.map(({ contenu }) => contenu)).toMatchObject([
      { type: 'lettre', objet: expect.stringContaining(danger), suivi: false },
    ]);
    expect(JSON.stringify(auService)).toContain('Danger immédiat · Rue du Four, devant le 12');
    expect((await dossier(calme)).danger).toBeUndefined();
    expect((await ceQuiPart(calme)).filter(({ a }) => a === voirie)).toEqual([]);
  });

  it('n’entre pas dans ce que le silence décidera sous quinze jours', async () => {
    await signaler('Oui', { decision: true });
    const { services } = await perform(
      consulterRisques,
      { input: {}, now: LUNDI, jetons: await agent() },
      lieu,
    );
    expect(services.every(({ acceptations, rejets }) => acceptations + rejets === 0)).toBe(true);
  });
});
