import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { demanderDesistement } from '../../../functions/demandes/demander-desistement.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { saisirDemande } from '../../../functions/demandes/saisir-demande.ts';
import { seDesister } from '../../../functions/demandes/se-desister.ts';
import { corpsDe, smsDe } from '../../../functions/envois/envoi.mots.ts';
import { Envoi } from '../../../functions/envois/envoi.ts';
import { combienDeSms } from '../../../functions/envois/gsm.ts';
import { numeroStore } from '../../../functions/envois/numero.store.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import {
  deposer,
  LUNDI,
  unAgentLe,
  uneSaisie,
  unLieu,
  unParticulier,
  unUsager,
} from '../../atelier/monde.ts';
import { codeDe, faux, seConnecter, unCode } from '../usagers/atelier.ts';

let lieu: Lieu;
let demande: string;
let jetons: { usager: string };
beforeEach(async () => {
  lieu = await unLieu();
  demande = (await deposer(lieu)).reference;
  jetons = await unUsager(lieu, [demande]);
});

const demander = (de = demande, qui = jetons) =>
  perform(demanderDesistement, { input: { demande: de }, now: LUNDI, jetons: qui }, lieu);
const renoncer = (connexion: string, code: string, { now = LUNDI, de = demande } = {}) =>
  perform(seDesister, { input: { demande: de, connexion, code }, now, jetons }, lieu);
const { courriel: _, ...sansRien } = unParticulier;
const sansCourriel = { ...sansRien, telephone: '06 39 98 00 01', parSms: true };
const gardee = (de = demande) => demandeStore(ouvrirTable(lieu.base)).get(Reference.parse(de));
const envoiDe = async (connexion: string) => {
  const [item] = await lieu.base.list({ pk: `CODE#${connexion}`, debut: 'ENVOI#' });
  return Envoi.parse(item?.corps);
};
const sansRienChanger = async (essai: () => Promise<unknown>, refus: object) => {
  const avant = await gardee();
  await expect(essai()).rejects.toMatchObject(refus);
  expect(await gardee()).toEqual(avant);
};

describe('renoncer à sa demande', () => {
  it('demande le code que la mairie envoie à l’adresse de la demande, et qui dit ce qu’il fait', async () => {
    const { connexion, par } = await demander();
    const envoi = await envoiDe(connexion);
    expect([par, envoi.a]).toEqual(['courriel', unParticulier.courriel]);
    const table = ouvrirTable(lieu.base);
    const mots = await corpsDe(envoi, {
      commune: lieu.monde.commune,
      origines: ['https://x.example'],
      source: undefined,
      table,
    });
    expect(mots.objet).toBe(`Votre code pour renoncer à la demande ${demande}`);
    expect(JSON.stringify(mots)).toContain('sans ce code, votre demande continue');
    await renoncer(connexion, await codeDe(lieu, connexion));
    expect((await gardee()).valeur.statut).toBe('desistee');
  });

  it('part par SMS, en un seul message, quand la demande n’a qu’un mobile', async () => {
    const saisie = {
      ...uneSaisie(lieu, 'permission-de-voirie'),
      canal: 'guichet',
      recueLe: '2026-11-23',
      usager: sansCourriel,
    } as const;
    const agent = await unAgentLe(lieu, LUNDI, { role: 'administrateur' });
    demande = (await perform(saisirDemande, { input: saisie, now: LUNDI, jetons: agent }, lieu)).reference;
    jetons = await unUsager(lieu, [demande]);
    const { connexion, par } = await demander();
    const envoi = await envoiDe(connexion);
    const texte = smsDe(envoi, { commune: lieu.monde.commune, origines: ['https://x.example'] }) ?? '';
    expect(par).toBe('sms');
    expect(texte).toContain(`votre code pour renoncer à la demande ${demande} est `);
    expect(combienDeSms(texte)).toBe(1);
    const table = ouvrirTable(lieu.base);
    numeroStore(table).poserRefus(envoi.a, { oui: true, le: LUNDI.toISOString() });
    await table.commit();
    await sansRienChanger(demander, {
      code: 'geste-impossible',
      details: [{ phrase: expect.stringContaining('au téléphone ou au guichet') }],
    });
  });

  it('un code faux dit les essais qui restent, et ne change rien', async () => {
    const { connexion } = await demander();
    const code = faux(await codeDe(lieu, connexion));
    await sansRienChanger(() => renoncer(connexion, code), {
      code: 'code-faux',
      details: [{ champ: 'code', phrase: expect.stringContaining('4 essais') }],
    });
  });

  it('un code de onze minutes ne sert plus', async () => {
    const { connexion } = await demander();
    const now = new Date(LUNDI.getTime() + 11 * 60_000);
    await sansRienChanger(async () => renoncer(connexion, await codeDe(lieu, connexion), { now }), {
      code: 'code-perime',
    });
  });

  it('le code d’une autre demande, ou celui qui ouvre un compte, ne sert pas ici', async () => {
    const autre = (await deposer(lieu)).reference;
    const sien = await demander(autre, await unUsager(lieu, [autre]));
    const entree = await unCode(lieu, unParticulier.courriel);
    const essais = [
      [sien.connexion, await codeDe(lieu, sien.connexion)],
      [entree.connexion, entree.code],
    ] as const;
    for (const [connexion, code] of essais)
      await sansRienChanger(() => renoncer(connexion, code), {
        code: 'code-perime',
        details: [{ phrase: expect.stringContaining('pour autre chose') }],
      });
  });

  it('un code ne sert qu’une fois', async () => {
    const { connexion } = await demander();
    const code = await codeDe(lieu, connexion);
    await renoncer(connexion, code);
    await sansRienChanger(() => renoncer(connexion, code), { code: 'geste-impossible' });
    expect(await lieu.base.get({ pk: `CODE#${connexion}`, sk: 'CODE' })).toBeUndefined();
  });

  it('un compte confirme aussi : sa session ouverte ne suffit pas', async () => {
    const compte = await seConnecter(lieu, unParticulier.courriel);
    const input = { demande, connexion: crypto.randomUUID(), code: '123456' };
    await sansRienChanger(() => perform(seDesister, { input, now: LUNDI, jetons: compte }, lieu), {
      code: 'code-perime',
    });
    expect(await demander(demande, compte)).toMatchObject({ par: 'courriel' });
  });

  it('sans le bon code, rien ne change, quoi qu’on envoie', async () => {
    const { connexion } = await demander();
    const bon = await codeDe(lieu, connexion);
    const avant = await gardee();
    const autres = fc.oneof(
      fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0')),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(connexion), fc.uuid()),
        autres.filter((code) => code.replace(/[\s.-]/g, '') !== bon),
        async (id, code) => {
          await expect(renoncer(id, code)).rejects.toMatchObject({ code: expect.any(String) });
          expect(await gardee()).toEqual(avant);
        },
      ),
      { numRuns: 40 },
    );
  });
});
