import { beforeEach, describe, expect, it } from 'vitest';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { imprimerAccuse } from '../../../functions/demandes/imprimer-accuse.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { saisirDemande } from '../../../functions/demandes/saisir-demande.ts';
import { suivreDemande } from '../../../functions/demandes/suivre-demande.ts';
import { corpsDe } from '../../../functions/envois/envoi.mots.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, unAgentLe, uneSaisie, unLieu, unUsager } from '../../atelier/monde.ts';

let lieu: Lieu;
beforeEach(async () => {
  lieu = await unLieu();
});

const INCONNU = { qualite: 'correspondant', parSms: false } as const;
const CALME: Record<string, object> = { 'signalement-voirie': { danger: 'Non' } };
const signaler = (usager: object = INCONNU, autres: object = {}, demarche = 'signalement-voirie') => {
  const saisie = uneSaisie(lieu, demarche);
  return deposer(lieu, {
    ...saisie,
    usager: usager as never,
    reponses: { ...saisie.reponses, ...CALME[demarche], ...autres },
  });
};
const envoisDe = async (reference: string) =>
  (await demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(reference))).envois;

describe('signaler sans dire qui l’on est', () => {
  it('se suit par son code ; aucun accusé n’est émis, et l’écran le dit (L112-8, L112-11)', async () => {
    const { reference, accuse, sections } = await signaler();
    expect(accuse.nature).toBe('sans-identite');
    expect(JSON.stringify(sections)).toContain('la mairie n’émet pas d’accusé de réception');
    expect(await envoisDe(reference)).toEqual([]);
    const jetons = await unUsager(lieu, [reference]);
    const suivi = await perform(suivreDemande, { input: { demande: reference }, now: LUNDI, jetons }, lieu);
    expect(suivi).toMatchObject({ sansAccuse: true, statut: 'deposee' });
    const pdf = perform(imprimerAccuse, { input: { demande: reference }, now: LUNDI, jetons }, lieu);
    await expect(pdf).rejects.toMatchObject({ code: 'introuvable' });
  });

  it('qui laisse une adresse reçoit de quoi suivre, qui ne se dit pas accusé', async () => {
    const { reference } = await signaler({ ...INCONNU, courriel: 'zoe@courriel.example' });
    const [envoi, ...reste] = await envoisDe(reference);
    expect([envoi?.a, reste.length]).toEqual(['zoe@courriel.example', 0]);
    const table = ouvrirTable(lieu.base);
    const { commune } = lieu.monde;
    const corps =
      envoi && (await corpsDe(envoi, { commune, origines: ['https://x.example'], source: undefined, table }));
    expect(corps?.objet).toBe(`Votre signalement ${reference} est reçu`);
    expect(corps?.lien).toContain(reference);
  });

  it('qui demande une décision dit son nom ; une autre démarche aussi', async () => {
    const sansNom = { code: 'reponses-incompletes', details: [{ champ: 'usager.qualite' }] };
    await expect(signaler(INCONNU, { decision: true })).rejects.toMatchObject(sansNom);
    await expect(signaler(INCONNU, {}, 'carte-stationnement-resident')).rejects.toMatchObject(sansNom);
  });

  it('au téléphone, l’agent l’écrit sans nom, et n’a pas d’accusé à imprimer', async () => {
    const jetons = await unAgentLe(lieu, LUNDI, { role: 'administrateur' });
    const { reponses } = uneSaisie(lieu, 'signalement-voirie');
    const input = {
      demarche: 'signalement-voirie',
      canal: 'telephone',
      recueLe: '2026-11-23',
      usager: INCONNU,
      reponses,
    } as const;
    const { reference, accuse } = await perform(saisirDemande, { input, now: LUNDI, jetons }, lieu);
    expect(accuse).toBe(false);
    const dossier = await perform(
      consulterDemande,
      { input: { demande: reference }, now: LUNDI, jetons },
      lieu,
    );
    expect(dossier).toMatchObject({ personne: 'Personne inconnue', voies: [] });
  });
});
