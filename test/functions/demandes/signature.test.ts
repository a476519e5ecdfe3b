import { beforeEach, describe, expect, it } from 'vitest';
import type { Delegation } from '../../../functions/commune/delegation.ts';
import { abandonnerProjet } from '../../../functions/demandes/abandonner-projet.ts';
import { accepterDemande } from '../../../functions/demandes/accepter-demande.ts';
import { consulterDemande } from '../../../functions/demandes/consulter-demande.ts';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { ecrireMairie } from '../../../functions/demandes/ecrire-mairie.ts';
import { listerASigner } from '../../../functions/demandes/lister-a-signer.ts';
import { listerDemandes } from '../../../functions/demandes/lister-demandes.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { refuserDemande } from '../../../functions/demandes/refuser-demande.ts';
import { renvoyerActe } from '../../../functions/demandes/renvoyer-acte.ts';
import { signerActe } from '../../../functions/demandes/signer-acte.ts';
import { constaterEcheance } from '../../../functions/echeances/constater-echeance.ts';
import type { Contract, Input } from '../../../functions/platform/action.ts';
import { type Jetons, type Lieu, perform, type Verbe } from '../../../functions/platform/perform.ts';
import { sessionStore } from '../../../functions/platform/session.store.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { deposer, LUNDI, uneSaisie, unLieu, unUsager } from '../../atelier/monde.ts';

const MARDI = new Date('2026-11-24T09:00:00Z');
const MERCREDI = new Date('2026-11-25T09:00:00Z');
const APRES_LE_TERME = new Date('2027-02-01T09:00:00Z');

/** Lucas prepares; the maire signs all; Étienne what one arrêté names, until the end of Tuesday. */
const DELEGATION: Delegation = {
  nature: 'fonction',
  delegataire: 'etienne.vaucroze@aubevive.example',
  qualite: 'l’adjoint délégué à la voirie',
  demarches: ['carte-stationnement-resident'],
  actes: ['acceptation', 'refus'],
  arrete: { numero: '2026-21', le: '2026-04-02' },
  publieeLe: '2026-04-07',
  transmiseLe: '2026-04-03',
  du: '2026-04-08',
  au: '2026-11-24',
};

let lieu: Lieu;
let reference: string;
let code: string;
beforeEach(async () => {
  const base = await unLieu();
  lieu = { ...base, monde: { ...base.monde, commune: { ...base.monde.commune, delegations: [DELEGATION] } } };
  ({ reference, code } = await deposer(lieu));
});

const entrer = async (avant: string, le: Date): Promise<Jetons> => {
  const jeton = crypto.randomUUID();
  const table = ouvrirTable(lieu.base);
  sessionStore(table, le).add(jeton, {
    qui: 'agent',
    courriel: `${avant}@aubevive.example`,
    siret: lieu.monde.commune.siretsAgents[0] ?? '',
    idToken: '',
    ouverteLe: le.toISOString(),
    vueLe: le.toISOString(),
    appareil: 'Firefox sur Linux',
  });
  await table.commit();
  return { agent: jeton };
};
const lue = () => demandeStore(ouvrirTable(lieu.base)).get(Reference.parse(reference));
const faire = async <C extends Contract>(
  verbe: Verbe<C>,
  { qui, le, ...saisie }: { qui: string; le: Date } & Record<string, unknown>,
) => {
  const { version } = await lue();
  const input = { demande: reference, version, ...saisie } as Input<C>;
  return perform(verbe, { input, now: le, jetons: await entrer(qui, le) }, lieu);
};
const REFUS = { faits: 'La rue ne compte aucune place réservée.', droit: 'Code de la route, article R417-3' };
const preparer = (le = LUNDI) => faire(refuserDemande, { qui: 'lucas.tourrel', le, ...REFUS });
const aSigner = async (qui: string, le: Date) =>
  (await perform(listerASigner, { input: {}, now: le, jetons: await entrer(qui, le) }, lieu)).actes;

describe('qui n’a pas de délégation prépare', () => {
  it('l’acte attend : rien n’est décidé, et la date légale ne bouge pas', async () => {
    const avant = await lue();
    expect(await preparer()).toMatchObject({ aSigner: true });
    const { valeur } = await lue();
    expect(valeur.statut).toBe(avant.valeur.statut);
    expect(valeur.faits).toEqual(avant.valeur.faits);
    expect(valeur.reglage).toBe(avant.valeur.reglage);
    expect(valeur.aSigner).toMatchObject({ nature: 'refus', par: { nom: 'Lucas Tourrel' } });
  });

  it('ce que le verbe refuse n’est pas mis à la signature', async () => {
    const refus = faire(refuserDemande, { qui: 'lucas.tourrel', le: APRES_LE_TERME, ...REFUS });
    await expect(refus).rejects.toMatchObject({ code: 'geste-impossible' });
    expect((await lue()).valeur.aSigner).toBeUndefined();
  });

  it('il l’abandonne, et la demande est comme avant', async () => {
    await preparer();
    await faire(abandonnerProjet, { qui: 'lucas.tourrel', le: LUNDI });
    expect((await lue()).valeur.aSigner).toBeUndefined();
    expect(await aSigner('solange.mirabeau', LUNDI)).toEqual([]);
  });

  it('une lettre signée à la main s’enregistre avec le nom de qui l’a signée, au jour de la signature', async () => {
    const dates = { priseLe: '2026-11-24', notifieeLe: '2026-11-25' };
    const sans = faire(refuserDemande, { qui: 'lucas.tourrel', le: MERCREDI, ...REFUS, ...dates });
    await expect(sans).rejects.toMatchObject({ details: [{ champ: 'signataire' }] });
    const signataire = DELEGATION.delegataire;
    const tard = { priseLe: '2026-11-25', notifieeLe: '2026-11-25', signataire };
    await expect(
      faire(refuserDemande, { qui: 'lucas.tourrel', le: MERCREDI, ...REFUS, ...tard }),
    ).rejects.toMatchObject({
      details: [{ champ: 'signataire', phrase: expect.stringContaining('a pris fin') }],
    });
    await faire(refuserDemande, { qui: 'lucas.tourrel', le: MERCREDI, ...REFUS, ...dates, signataire });
    expect((await lue()).valeur.faits.at(-1)).toMatchObject({
      sens: 'refus',
      par: { id: signataire, signe: { aLaMain: true, preparePar: 'Lucas Tourrel' } },
    });
  });
});

describe('qui signe', () => {
  it('lit la lettre telle qu’elle partira, sous son nom, et elle part telle quelle', async () => {
    await preparer();
    const [acte] = await aSigner('etienne.vaucroze', MARDI);
    expect(acte).toMatchObject({ reference, acte: 'un refus', prepare: { par: 'Lucas Tourrel' } });
    expect(acte?.terme?.dernierJourUtile).toBeDefined();
    const formule =
      'Pour le maire et par délégation, l’adjoint délégué à la voirie, Étienne Vaucroze, Commune d’Aubevive';
    expect(acte?.lettre?.paragraphes.join('\n')).toContain(formule);
    expect(await faire(signerActe, { qui: 'etienne.vaucroze', le: MARDI })).toEqual({
      issue: 'signe',
      raisons: [],
    });
    const { valeur } = await lue();
    expect(valeur).toMatchObject({ statut: 'refusee' });
    expect(valeur.aSigner).toBeUndefined();
    expect(valeur.faits.at(-1)).toMatchObject({
      ...REFUS,
      par: {
        id: DELEGATION.delegataire,
        signe: { formule, preparePar: 'Lucas Tourrel', delegation: { arrete: DELEGATION.arrete } },
      },
    });
    expect(await aSigner('etienne.vaucroze', MARDI)).toEqual([]);
  });

  it('le maire signe en son nom', async () => {
    await preparer();
    await faire(signerActe, { qui: 'solange.mirabeau', le: MERCREDI });
    expect((await lue()).valeur.faits.at(-1)?.par.signe).toEqual({
      formule: 'Le maire, Solange Mirabeau, Commune d’Aubevive',
      preparePar: 'Lucas Tourrel',
    });
  });

  it('une délégation finie hier ne signe pas aujourd’hui, et l’acte attend toujours', async () => {
    await preparer();
    expect(await aSigner('etienne.vaucroze', MERCREDI)).toEqual([]);
    await expect(faire(signerActe, { qui: 'etienne.vaucroze', le: MERCREDI })).rejects.toMatchObject({
      code: 'interdit',
      details: [{ phrase: expect.stringContaining('24 novembre 2026') }],
    });
    expect(await aSigner('solange.mirabeau', MERCREDI)).toHaveLength(1);
  });

  it('un élu sans arrêté pour cet acte ne sait pas qu’il existe, et n’a ni file ni dossier', async () => {
    await preparer();
    expect(await aSigner('helene.serignac', MARDI)).toEqual([]);
    await expect(faire(signerActe, { qui: 'helene.serignac', le: MARDI })).rejects.toMatchObject({
      code: 'introuvable',
    });
    for (const qui of ['etienne.vaucroze', 'solange.mirabeau']) {
      const jetons = await entrer(qui, MARDI);
      for (const verbe of [consulterDemande, listerDemandes])
        await expect(
          perform(verbe as Verbe, { input: { demande: reference }, now: MARDI, jetons }, lieu),
        ).rejects.toMatchObject({ code: 'interdit' });
    }
  });

  it('un agent sans délégation ne signe pas ce qu’il a préparé', async () => {
    await preparer();
    await expect(faire(signerActe, { qui: 'lucas.tourrel', le: MARDI })).rejects.toMatchObject({
      code: 'interdit',
    });
  });

  it('renvoie avec un mot, que qui a préparé lit et corrige', async () => {
    await preparer();
    await faire(renvoyerActe, {
      qui: 'solange.mirabeau',
      le: MARDI,
      mot: 'Citez plutôt l’arrêté municipal.',
    });
    expect(await aSigner('solange.mirabeau', MARDI)).toEqual([]);
    const { valeur, promis } = await lue();
    expect(valeur.aSigner).toMatchObject({
      saisie: REFUS,
      renvoi: { mot: 'Citez plutôt l’arrêté municipal.', par: 'Solange Mirabeau, maire' },
    });
    expect(promis.map(({ a }) => a)).toContain('lucas.tourrel@aubevive.example');
    await preparer(MERCREDI);
    expect(await aSigner('solange.mirabeau', MERCREDI)).toHaveLength(1);
  });
});

describe('ce qui a changé depuis', () => {
  it('un message de la personne : l’acte est renvoyé, et rien n’est perdu', async () => {
    await preparer();
    const jetons = await unUsager(lieu, [reference], MARDI);
    const texte = 'Je joins le bail que j’avais oublié.';
    await perform(ecrireMairie, { input: { demande: reference, texte }, now: MARDI, jetons }, lieu);
    expect(await faire(signerActe, { qui: 'solange.mirabeau', le: MERCREDI })).toEqual({
      issue: 'renvoye',
      raisons: [expect.stringContaining('La personne a écrit')],
    });
    expect((await lue()).valeur).toMatchObject({ statut: 'deposee', aSigner: { saisie: REFUS } });
    expect(code).toBeDefined();
  });

  it('le silence a accepté : le refus ne se signe plus, et le retrait est proposé', async () => {
    await preparer();
    await perform(
      constaterEcheance,
      { input: { demande: reference, reglage: 1 }, now: APRES_LE_TERME, interne: true },
      lieu,
    );
    expect((await lue()).valeur.statut).toBe('acceptee-par-silence');
    const [acte] = await aSigner('solange.mirabeau', APRES_LE_TERME);
    expect(acte?.lettre).toBeUndefined();
    expect(acte?.empechement).toBeDefined();
    const { issue, raisons } = await faire(signerActe, { qui: 'solange.mirabeau', le: APRES_LE_TERME });
    expect(issue).toBe('renvoye');
    expect(raisons.join(' ')).toMatch(/retirée jusqu’au .*L242-1/);
    expect((await lue()).valeur.statut).toBe('acceptee-par-silence');
  });

  it('deux signatures au même instant : une seule décision', async () => {
    await preparer();
    const issues = await Promise.allSettled([
      faire(signerActe, { qui: 'solange.mirabeau', le: MARDI }),
      faire(signerActe, { qui: 'etienne.vaucroze', le: MARDI }),
    ]);
    expect(issues.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await lue()).valeur.faits.filter(({ type }) => type === 'decision')).toHaveLength(1);
  });
});

describe('la délibération', () => {
  it('une subvention ne s’accorde pas sans elle, et la lettre la vise', async () => {
    ({ reference } = await deposer(lieu, {
      ...uneSaisie(lieu, 'subvention-association'),
      usager: {
        qualite: 'association',
        nom: 'Les Amis du lavoir',
        rna: 'W849900004',
        courriel: 'amis@courriel.example',
      },
    }));
    const sans = faire(accepterDemande, { qui: 'agnes.lauzier', le: MARDI });
    await expect(sans).rejects.toMatchObject({
      details: [{ champ: 'deliberation.numero', phrase: expect.stringContaining('L2311-7') }],
    });
    await faire(accepterDemande, {
      qui: 'agnes.lauzier',
      le: MARDI,
      deliberation: { numero: '2026-11-03', le: '2026-11-20' },
    });
    const [acte] = await aSigner('solange.mirabeau', MARDI);
    expect(acte?.lettre?.paragraphes.join('\n')).toContain('délibération n° 2026-11-03');
  });
});
