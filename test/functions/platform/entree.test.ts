import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { manifeste } from '../../../functions/actions.ts';
import { lireTextes } from '../../../functions/platform/entree.ts';
import { type EvenementHttp, enAppel } from '../../../functions/platform/http.ts';
import '../../../functions/platform/perform.ts';
import { Refus } from '../../../functions/platform/refus.ts';
import { estVide, nettoyer, seLit } from '../../../functions/platform/texte.ts';
import { Usager } from '../../../functions/usagers/usager.ts';

const refusDe = (faire: () => unknown): Refus | undefined => {
  try {
    faire();
  } catch (erreur) {
    if (erreur instanceof Refus) return erreur;
    throw erreur;
  }
  return undefined;
};

describe('un texte qui arrive', () => {
  it.each([
    ['une moitié de signe dans un champ', { texte: 'a\ud800b' }, 'texte'],
    ['dans une réponse', { reponses: { lieu: '\udc00' } }, 'reponses.lieu'],
    ['dans une liste', { pieces: [{ pour: 'ok' }, { pour: '\ud83d' }] }, 'pieces.1.pour'],
    ['dans le nom d’un champ', { 'a\ud800': 'ok' }, 'a\ufffd'],
  ])('est refusé, %s', (_, entree, champ) => {
    const refus = refusDe(() => lireTextes(entree));
    expect(refus).toMatchObject({ code: 'entree-invalide', details: [{ champ }] });
    expect(refus?.details[0]?.phrase).toMatch(/^Un signe de ce texte est abîmé/);
  });

  it('trop profond n’est pas un formulaire', () => {
    const profond = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(refusDe(() => lireTextes({ profond }))).toMatchObject({ code: 'json-illisible' });
  });

  it.each([
    ['une espace sans largeur', '\u200b'],
    ['un liant', '\u200d'],
    ['une marque d’ordre', '\ufeff'],
    ['un remplissage hangul', '\u3164\u115f\uffa0'],
    ['un braille blanc', '\u2800'],
    ['des sens d’écriture', '\u202e\u2066\u200f'],
    ['des lettres d’étiquette', '\u{e0041}\u{e0042}'],
    ['un trait d’union virtuel', '\u00ad'],
    ['des contrôles', '\0\u0007\u0085'],
    ['un sélecteur de forme', '\ufe0f'],
    ['des espaces de toute sorte', ' \u00a0\u3000\u2003\t\n'],
  ])('fait de rien qui se voie est vide : %s', (_, texte) => {
    expect(estVide(texte)).toBe(true);
    expect(nettoyer(texte)).toBe('');
    expect(
      Usager.safeParse({ qualite: 'correspondant', nom: lireTextes(texte), parSms: false }).success,
    ).toBe(false);
  });

  it.each([
    ['une famille', '👨‍👩‍👧‍👦 ❤️'],
    ['un drapeau de région', 'Vive 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} !'],
    ['du persan', 'می\u200cخواهم'],
    ['de l’hébreu et de l’arabe', 'שלום سلام'],
    ['des lignes', 'un\n\tdeux'],
    ['des apostrophes et des traits', "Jean-Noël d’Ÿs O'Neil"],
  ])('garde %s', (_, texte) => {
    expect(nettoyer(texte)).toBe(texte);
  });

  it.each([
    ['un ordre retourné', 'facture\u202efdp.exe', 'facturefdp.exe'],
    ['un zéro et une sonnerie', 'a\0b\u0007c', 'abc'],
    ['des fins de ligne d’ailleurs', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['un accent à part', 'Zoe\u0301', 'Zoé'],
    ['des bords invisibles', '\u200b Zoé \ufeff', 'Zoé'],
    ['une étiquette sans drapeau', 'a\u{e0041}b', 'ab'],
  ])('est mis au propre : %s', (_, texte, attendu) => {
    expect(nettoyer(texte)).toBe(attendu);
  });

  it('mis au propre une fois l’est pour toujours', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (texte) => {
        const net = nettoyer(texte.toWellFormed());
        expect(nettoyer(net)).toBe(net);
        expect(net.isWellFormed()).toBe(true);
        expect(net === '' || !estVide(net)).toBe(true);
      }),
    );
  });

  it.each(['-', '…', '😀', '’', '/'])('un nom fait de signes n’en est pas un : %s', (nom) => {
    expect(seLit(nom)).toBe(false);
    const lu = Usager.safeParse({ qualite: 'correspondant', nom, parSms: false });
    expect(lu.error?.issues[0]?.message).toBe('Écrivez ce nom avec des lettres.');
  });
});

const evenement = (headers: Record<string, string>, body = '{}') =>
  ({ headers, body, requestContext: { http: { method: 'POST', sourceIp: '192.0.2.1' } } }) as EvenementHttp;
const ici = { origines: [], now: new Date('2026-11-23T09:00:00Z') };

describe('la porte', () => {
  it.each(['clé\u00e9', 'a\0b', 'x'.repeat(201)])('refuse une clé d’envoi mal écrite', (cle) => {
    expect(refusDe(() => enAppel(evenement({ 'idempotency-key': cle }), ici))).toMatchObject({
      code: 'entree-invalide',
      details: [{ champ: 'Idempotency-Key' }],
    });
  });

  it.each([
    ['une lettre de Latin-1', [0xe9]],
    ['la moitié d’une lettre', [0xc3]],
    ['une moitié de signe', [0xed, 0xa0, 0x80]],
  ])('refuse des octets qui ne font pas un texte : %s', (_, octets) => {
    const corps = Buffer.concat([Buffer.from('{"nom":"Zo'), Buffer.from(octets), Buffer.from('"}')]);
    const recu = { ...evenement({}, corps.toString('base64')), isBase64Encoded: true };
    expect(refusDe(() => enAppel(recu, ici))).toMatchObject({
      code: 'entree-invalide',
      details: [{ phrase: expect.stringContaining('UTF-8') }],
    });
  });

  it('pèse le contenu en octets, comme la table', () => {
    const corps = JSON.stringify({ texte: '語'.repeat(101_000) });
    expect(refusDe(() => enAppel(evenement({}, corps), ici))).toMatchObject({ code: 'corps-trop-grand' });
  });
});

/** Values of every kind, and each field of a contract broken by each of them. */
const CASSES: readonly unknown[] = [
  ...[undefined, null, '', 'x'.repeat(30_000), -1e300, 1e300, 1.5, true, [], {}, [[]]],
  ...[Array(300).fill('a'), Array(300).fill({}), { a: {} }, '\ud800', 'nom@', '2026-02-31'],
];

/** A transformation, or a check of ours, is never met alone. */
const seLitSeul = (un: unknown): un is z.ZodType =>
  un instanceof z.ZodType && !(un instanceof z.ZodTransform) && !(un instanceof z.ZodCustom);

const sousSchemas = (schema: z.ZodType): z.ZodType[] => {
  const dessous = Object.values(schema._zod.def).flatMap((valeur: unknown) =>
    typeof valeur === 'object' && valeur !== null ? [valeur, ...Object.values(valeur)].filter(seLitSeul) : [],
  );
  return [schema, ...dessous.flatMap(sousSchemas)];
};

it.each(manifeste.filter(({ contract }) => contract.route))(
  '$nom ne répond jamais la phrase d’une machine',
  ({ contract }) => {
    for (const schema of sousSchemas(contract.input))
      for (const casse of CASSES)
        for (const { message } of schema.safeParse(casse).error?.issues ?? [])
          expect(message).not.toMatch(
            /Invalid|[Ee]xpected|Too (big|small)|Unrecognized|chaîne|invalide|doit avoir|trop (grand|petit)|Option/,
          );
  },
);
