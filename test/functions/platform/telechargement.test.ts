import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { TYPES } from '../../../functions/pieces/piece.ts';
import { action, Document } from '../../../functions/platform/action.ts';
import { enReponse } from '../../../functions/platform/http.ts';
import { aTelecharger, disposition } from '../../../functions/platform/telechargement.ts';

describe('un fichier envoyé', () => {
  it.each([
    'message/rfc822',
    'text/html',
    'image/svg+xml',
    'application/xhtml+xml',
    'application/hta',
    'application/octet-stream',
    'image/heic',
    'text/plain',
  ])('de type %s se télécharge, ne s’affiche jamais', (type) => {
    expect(disposition({ nom: 'page.html', type })).toMatch(/^attachment;/);
  });

  it('ne s’affiche que s’il est un PDF ou une image', () => {
    const affiches = Object.keys(TYPES).filter((type) =>
      disposition({ nom: 'a', type }).startsWith('inline'),
    );
    for (const type of affiches) expect(type).toMatch(/^(application\/pdf|image\/(jpeg|png|webp))$/);
  });

  it('quel que soit son nom, ne sort pas de son en-tête', () => {
    const noms = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(noms, (nom) => {
        expect(disposition({ nom, type: 'application/pdf' })).toMatch(
          /^inline; filename\*=UTF-8''[\w%.~-]*$/,
        );
        expect(aTelecharger(`${nom}\ud800"\r\nx: y`)).toMatch(/^attachment; filename\*=UTF-8''[\w%.~-]*$/);
      }),
    );
  });
});

it('un document que fait l’API se télécharge, dans un bac à sable', () => {
  const contract = action({
    resume: 'Imprimer',
    route: 'GET /papier',
    par: ['public'],
    writes: false,
    reponse: 'document',
    input: z.object({}),
    output: Document,
    refuse: [],
  });
  const { headers } = enReponse(contract, { nom: 'a.pdf', type: 'application/pdf', contenu: 'AAAA' });
  expect(headers).toMatchObject({
    'content-disposition': expect.stringMatching(/^attachment;/),
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
});
