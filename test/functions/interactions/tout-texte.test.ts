import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { interactionStore } from '../../../functions/interactions/interaction.store.ts';
import { recevoirCourriel } from '../../../functions/interactions/recevoir-courriel.ts';
import { recevoirSms } from '../../../functions/interactions/recevoir-sms.ts';
import { type Lieu, perform } from '../../../functions/platform/perform.ts';
import { ouvrirTable } from '../../../functions/platform/table.ts';
import { desCoffres, unCourriel } from '../../atelier/courrier.ts';
import { LUNDI, unLieu } from '../../atelier/monde.ts';
import { DURS } from '../../atelier/textes-durs.ts';

let lieu: Lieu;
const fichiers = desCoffres();
beforeAll(async () => {
  process.env.LIMITES = '1000000';
  lieu = await unLieu();
});

const lue = async (id: string) => (await interactionStore(ouvrirTable(lieu.base)).get(id)).valeur;

const parSms = async (texte: string): Promise<string> => {
  const id = crypto.randomUUID();
  const Message = JSON.stringify({
    originationNumber: `+336399810${String(fc.sample(fc.integer({ min: 10, max: 99 }), 1)[0])}`,
    messageBody: texte,
    inboundMessageId: id,
  });
  const input = { Records: [{ Sns: { MessageId: id, Message, Timestamp: LUNDI.toISOString() } }] };
  await perform(recevoirSms, { input, now: LUNDI, interne: true }, lieu);
  return id;
};

const parCourriel = async (options: Parameters<typeof unCourriel>[0]): Promise<string> => {
  const id = crypto.randomUUID();
  const de = `p${id.slice(0, 8)}@exemple.test`;
  fichiers.set(`entrants/${id}`, await unCourriel({ from: de, ...options }));
  const mail = {
    messageId: id,
    timestamp: LUNDI.toISOString(),
    source: de,
    destination: ['mairie@aubevive.example'],
    commonHeaders: { subject: String(options.subject ?? '') },
  };
  await perform(
    recevoirCourriel,
    { input: { Records: [{ ses: { mail } }] }, now: LUNDI, interne: true },
    lieu,
  );
  return id;
};

/** Numbered, with a state, and words that can be read whatever they were. */
const attendreNumerote = async (id: string): Promise<void> => {
  const { etat, objet, texte } = await lue(id);
  expect(etat).not.toBe('recue');
  expect([objet.isWellFormed(), texte.isWellFormed()]).toEqual([true, true]);
};

const hostile = fc.string({ unit: 'binary', maxLength: 400 });

describe('n’importe quel texte est numéroté, gardé et lu', () => {
  it.each(DURS.map((texte, rang) => ({ rang, texte })))('par SMS, texte $rang', async ({ texte }) => {
    await attendreNumerote(await parSms(texte));
  });

  it.each(DURS.map((texte, rang) => ({ rang, texte })))(
    'par courriel, dans l’objet, le corps, la page et le nom du fichier, texte $rang',
    async ({ texte }) => {
      const fichier = { filename: texte.slice(0, 300), content: Buffer.from('%PDF-1.4\n%%EOF') };
      await attendreNumerote(
        await parCourriel({ subject: texte.slice(0, 2000), text: texte, attachments: [fichier] }),
      );
      await attendreNumerote(await parCourriel({ subject: 'Une page', html: `<p>${texte}</p>` }));
    },
  );

  it('quel qu’il soit', () =>
    fc.assert(
      fc.asyncProperty(hostile, async (texte) => {
        await attendreNumerote(await parSms(texte));
        await attendreNumerote(await parCourriel({ subject: texte, text: texte }));
      }),
      { numRuns: 15 },
    ));
});
