import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { demandeStore } from '../../../functions/demandes/demande.store.ts';
import { Reference } from '../../../functions/demandes/reference.ts';
import { ecarterInteractions } from '../../../functions/interactions/ecarter-interactions.ts';
import { interactionStore } from '../../../functions/interactions/interaction.store.ts';
import { listerInteractions } from '../../../functions/interactions/lister-interactions.ts';
import { ouvrirInteraction } from '../../../functions/interactions/ouvrir-interaction.ts';
import { rattacherInteraction } from '../../../functions/interactions/rattacher-interaction.ts';
import { recevoirCourriel } from '../../../functions/interactions/recevoir-courriel.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { desCoffres, unCourriel } from '../../atelier/courrier.ts';
import { deposer, LUNDI, unAgent, unLieu, unParticulier } from '../../atelier/monde.ts';

let lieu: Lieu;
const fichiers = desCoffres();
beforeEach(async () => {
  fichiers.clear();
  lieu = await unLieu();
});

type Verdicts = Record<string, { status: string }>;
type Autour = { receipt?: Verdicts; now?: Date; vers?: string; mail?: object };

const recevoir = async (options: object, { receipt, now = LUNDI, vers, mail = {} }: Autour = {}) => {
  const id = crypto.randomUUID();
  const octets = await unCourriel({ from: 'Lou Inventé <lou@sauge.example>', text: 'Un mot.', ...options });
  fichiers.set(`entrants/${id}`, octets);
  const destination = [vers ?? 'mairie@aubevive.example'];
  const annonce = {
    messageId: id,
    timestamp: now.toISOString(),
    source: 'lou@sauge.example',
    destination,
    ...mail,
  };
  const input = { Records: [{ ses: { mail: annonce, ...(receipt && { receipt }) } }] };
  await perform(recevoirCourriel, { input, now, interne: true }, lieu);
  return (await interactionStore(ouvrirTable(lieu.base)).get(id)).valeur;
};
const entiere = (reference: string | undefined) =>
  demandeStore(ouvrirTable(lieu.base)).getEntiere(Reference.parse(reference));
const dans = (minutes: number): Date => new Date(LUNDI.getTime() + minutes * 60_000);
const MIENNE = { from: unParticulier.courriel };
const UN_PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const dit = (status: string) => ({ status });

describe('un numéro', () => {
  it('se donne quoi que l’annonce contienne', async () => {
    const texte = fc.string({ unit: 'binary', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(texte, texte, texte, async (objet, nom, corps) => {
        const commonHeaders = { subject: `${'a'.repeat(199)}😀${objet}\ud83d` };
        const lue = await recevoir(
          { subject: objet, from: { name: nom, address: 'lou@sauge.example' }, text: corps },
          { mail: { commonHeaders, timestamp: objet, source: 3 } },
        );
        expect(['rattachee', 'a-trier', 'ecartee']).toContain(lue.etat);
        expect(JSON.stringify(lue).isWellFormed()).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

describe('la demande visée', () => {
  let reference: string;
  beforeEach(async () => {
    reference = (await deposer(lieu)).reference;
  });

  it('se trouve par nos identifiants, puis par la référence du texte', async () => {
    const parLeFil = await recevoir({
      ...MIENNE,
      subject: 'Re: rien',
      references: `<demande.${reference}@aubevive.example>`,
    });
    expect(parLeFil.demande).toBe(reference);
    const parLeTexte = await recevoir({
      ...MIENNE,
      subject: 'Question',
      text: `Où en est ma demande ${reference} ?`,
    });
    expect(parLeTexte.demande).toBe(reference);
  });

  it('d’une autre adresse se montre, et un agent la joint', async () => {
    const lue = await recevoir({ text: 'De mon travail.' }, { vers: `mairie+${reference}@aubevive.example` });
    expect(lue).toMatchObject({ raison: 'autre-expediteur', visee: reference });
    const jetons = await unAgent(lieu, 'administrateur');
    await perform(
      rattacherInteraction,
      { input: { interaction: lue.id, demande: reference }, now: LUNDI, jetons },
      lieu,
    );
    expect((await entiere(reference)).messages).toMatchObject([{ texte: 'De mon travail.', tiers: true }]);
  });

  it('garde ce que le programme rappelle, à part', async () => {
    const cite = 'Le 3 déc. 2026 à 09:41, Commune <mairie@aubevive.example> a écrit :\n> Bonjour';
    await recevoir(
      { ...MIENNE, text: `Oui.\n\n${cite}\n\nEt aussi ceci.` },
      { vers: `mairie+${reference}@aubevive.example` },
    );
    expect((await entiere(reference)).messages).toMatchObject([
      { texte: 'Oui.\n\nEt aussi ceci.', citation: cite },
    ]);
  });

  it('reçoit les mots de la personne, même par une liste', async () => {
    const lue = await recevoir(
      { ...MIENNE, headers: { 'List-Id': '<equipe.sauge.example>' } },
      { vers: `mairie+${reference}@aubevive.example` },
    );
    expect(lue.demande).toBe(reference);
  });
});

describe('qui écrit', () => {
  const PASSE = { spamVerdict: dit('PASS'), virusVerdict: dit('PASS') };
  it.each([
    [
      'SPF échoue sans signature',
      { ...PASSE, spfVerdict: dit('FAIL'), dkimVerdict: dit('GRAY') },
      'expediteur-douteux',
    ],
    ['DMARC échoue', { ...PASSE, dmarcVerdict: dit('FAIL') }, 'expediteur-douteux'],
    ['la recherche de virus échoue', { virusVerdict: dit('PROCESSING_FAILED') }, 'non-verifie'],
    ['la recherche de virus doute', { virusVerdict: dit('GRAY') }, 'non-verifie'],
  ])('attend quand %s', async (_, receipt, raison) => {
    expect(await recevoir({}, { receipt })).toMatchObject({ etat: 'a-trier', raison });
  });

  it('dont rien n’est prouvé se lit, marqué, et ne rouvre rien', async () => {
    const { reference } = await deposer(lieu);
    const gris = { ...PASSE, spfVerdict: dit('GRAY'), dkimVerdict: dit('GRAY'), dmarcVerdict: dit('GRAY') };
    await recevoir(MIENNE, { receipt: gris, vers: `mairie+${reference}@aubevive.example` });
    expect((await entiere(reference)).messages).toMatchObject([{ nonProuve: true }]);
    const signe = { ...gris, dkimVerdict: dit('PASS') };
    expect((await recevoir({ subject: 'Autre' }, { receipt: signe })).nonProuve).toBeUndefined();
    // SPF speaks for the envelope, not for the address shown.
    const enveloppe = { ...gris, spfVerdict: dit('PASS') };
    expect(
      await recevoir({ subject: 'Encore' }, { receipt: enveloppe, mail: { source: 'x@ailleurs.example' } }),
    ).toMatchObject({ nonProuve: true });
  });

  it('ne sort jamais un fichier que la recherche de virus n’a pas vu', async () => {
    const { id } = await recevoir(
      { attachments: [{ filename: 'a.pdf', content: UN_PDF }] },
      { receipt: { virusVerdict: dit('PROCESSING_FAILED') } },
    );
    const jetons = await unAgent(lieu, 'administrateur');
    const { demande } = await perform(
      ouvrirInteraction,
      { input: { interaction: id }, now: LUNDI, jetons },
      lieu,
    );
    const { pieces, messages } = await entiere(demande);
    expect(pieces).toEqual([]);
    expect(messages[0]?.refusees).toEqual([expect.stringContaining('a.pdf')]);
  });

  it('un agent ou un service transmet : la demande est de qui a d’abord écrit', async () => {
    const text =
      'Pour suite.\n\n-----Message d’origine-----\nDe : Nour Inventée <nour@sauge.example>\nEnvoyé : jeudi\n\nUne benne.';
    for (const from of [
      'voirie@aubevive.example',
      'nadia.roumanille@aubevive.example',
      'stagiaire@aubevive.example',
    ]) {
      const lue = await recevoir({ from, subject: 'TR: benne', text });
      expect(lue).toMatchObject({
        raison: 'interne',
        propose: { courriel: 'nour@sauge.example', nom: 'Nour Inventée' },
      });
    }
    const lue = await recevoir({ from: 'voirie@aubevive.example', subject: 'TR: benne', text });
    const jetons = await unAgent(lieu, 'administrateur');
    const pour = { courriel: 'nour@sauge.example', nom: 'Nour Inventée' };
    const { demande } = await perform(
      ouvrirInteraction,
      { input: { interaction: lue.id, pour }, now: LUNDI, jetons },
      lieu,
    );
    const { lue: ouverte, envois } = await entiere(demande);
    expect(ouverte.valeur.usager).toMatchObject({ nom: 'Nour Inventée', courriel: 'nour@sauge.example' });
    expect(envois).toMatchObject([{ a: 'nour@sauge.example' }]);
  });

  it('un agent qui ne dit pas pour qui n’est jamais la personne', async () => {
    const { id } = await recevoir({ from: 'voirie@aubevive.example', subject: 'TR: benne' });
    const jetons = await unAgent(lieu, 'administrateur');
    const { demande } = await perform(
      ouvrirInteraction,
      { input: { interaction: id }, now: LUNDI, jetons },
      lieu,
    );
    expect((await entiere(demande)).lue.valeur.usager.courriel).toBeUndefined();
  });
});

describe('le formulaire du site', () => {
  const FORMULAIRE = {
    from: 'wordpress@site-sauge.example',
    replyTo: 'Ida Inventée <ida@sauge.example>',
    subject: 'Contact',
  };

  it('inconnu : l’adresse de réponse est proposée à l’agent', async () => {
    expect(await recevoir(FORMULAIRE)).toMatchObject({
      raison: 'repondre-a',
      propose: { courriel: 'ida@sauge.example', nom: 'Ida Inventée', parce: 'repondre-a' },
    });
  });

  it('déclaré : la demande est de la personne, et l’accusé lui va', async () => {
    lieu.monde.commune.echanges.formulaires = ['wordpress@site-sauge.example'];
    const { demande } = await recevoir(FORMULAIRE);
    const { lue, envois } = await entiere(demande);
    expect(lue.valeur.usager).toMatchObject({ nom: 'Ida Inventée', courriel: 'ida@sauge.example' });
    expect(envois).toMatchObject([{ a: 'ida@sauge.example' }]);
    for (const replyTo of ['mairie@aubevive.example', 'noreply@sauge.example'])
      expect(await recevoir({ ...FORMULAIRE, replyTo })).toMatchObject({
        raison: 'automatique',
        machine: 'boucle',
      });
    lieu.monde.commune.echanges.formulaires = [];
  });
});

describe('deux fois', () => {
  it('le même contenu est un doublon, un même Message-ID ne l’est pas', async () => {
    const messageId = '<constant@sauge.example>';
    const un = { subject: 'Formulaire', text: 'Un.', messageId, date: LUNDI };
    expect((await recevoir(un)).etat).toBe('rattachee');
    expect((await recevoir({ ...un, text: 'Deux.' })).etat).toBe('rattachee');
    expect((await recevoir(un)).tri?.motif).toBe('doublon');
    expect((await recevoir({ ...un, date: dans(60 * 24) })).etat).toBe('rattachee');
  });

  it('une adresse a un accusé par heure, et tout est enregistré', async () => {
    const accuses = async (now: Date, n: number) => {
      const { demande } = await recevoir({ subject: `Demande ${n}`, text: `Numéro ${n}.` }, { now });
      return (await entiere(demande)).envois.length;
    };
    expect([await accuses(LUNDI, 1), await accuses(dans(20), 2), await accuses(dans(59), 3)]).toEqual([
      1, 0, 0,
    ]);
    expect(await accuses(dans(61), 4)).toBe(1);
  });
});

describe('à trier', () => {
  it('un objet et un fichier suffisent à enregistrer', async () => {
    const { demande } = await recevoir({
      subject: 'Attestation',
      text: '',
      attachments: [{ filename: 'a.pdf', content: UN_PDF }],
    });
    const { lue, pieces, envois } = await entiere(demande);
    expect([lue.valeur.objet, pieces.length, envois.length]).toEqual(['Attestation', 1, 1]);
  });

  it.each(['zoé@sauge.example', "o'neil&fils/2!@sauge.example", `${'a'.repeat(120)}@sauge.example`])(
    'n’y va pas qui écrit de %s',
    async (from) => {
      const { demande } = await recevoir({ from, subject: 'Banc' });
      expect((await entiere(demande)).lue.valeur.usager.courriel).toBe(from);
    },
  );

  it('met les personnes d’abord, et les machines à part, qu’on écarte ensemble', async () => {
    const lettres = [];
    for (let i = 0; i < 3; i++)
      lettres.push(
        await recevoir({ subject: `Lettre ${i}`, headers: { 'List-Unsubscribe': '<mailto:x@y.example>' } }),
      );
    const { id } = await recevoir({ text: '' });
    const jetons = await unAgent(lieu, 'administrateur');
    const lister = () => perform(listerInteractions, { input: {}, now: LUNDI, jetons }, lieu);
    const avant = (await lister()).interactions;
    expect(avant[0]?.id).toBe(id);
    expect(avant.slice(1).map(({ machine }) => machine)).toEqual(['liste', 'liste', 'liste']);
    const interactions = [...lettres.map((une) => une.id), lettres[0]?.id ?? '', 'inconnue'];
    const input = { interactions, motif: 'publicite' as const };
    const reponse = await perform(ecarterInteractions, { input, now: LUNDI, jetons }, lieu);
    expect(reponse.ecartees).toHaveLength(3);
    expect(reponse.restees).toEqual([
      { interaction: 'inconnue', phrase: 'Ce message n’est plus dans la liste.' },
    ]);
    const encore = await perform(ecarterInteractions, { input, now: LUNDI, jetons }, lieu);
    expect(encore.restees.map(({ phrase }) => phrase)).toContain('Quelqu’un a déjà trié ce message.');
    expect((await lister()).interactions.map((une) => une.id)).toEqual([id]);
  });
});
