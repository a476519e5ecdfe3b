import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { journaliser } from '../platform/journal.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { implement } from '../platform/perform.ts';
import { confier, poserEnFile } from '../platform/remises.ts';
import { fluxActions } from './flux.actions.ts';
import { enLots, MESSAGES_MAX, OCTETS_MAX, type Vue, veut } from './tri.ts';

/** Who is to be told, as the stack says it: a function that Lambda will wake, or a queue. */
const Consommateur = z.object({
  voulus: z.array(z.object({ type: z.string(), avec: z.literal('promis').optional() })),
  fonction: z.string().optional(),
  file: z.string().optional(),
});
type Consommateur = z.infer<typeof Consommateur>;

let connus: Consommateur[] | undefined;
const consommateurs = (): Consommateur[] => {
  connus ??= Consommateur.array().parse(JSON.parse(variable('CONSOMMATEURS')));
  return connus;
};

/** Handed over, a record is its consumer's affair. One that could not be handed over to someone is read again, with what follows. */
export const trierFlux = implement(fluxActions.trierFlux, async ({ Records }) => {
  const records = Records as DynamoDBRecord[];
  const rates = await Promise.all(
    consommateurs().map((consommateur) =>
      remettre(
        consommateur,
        records
          .filter(({ dynamodb }) =>
            veut(consommateur.voulus, {
              ...(dynamodb?.OldImage && { avant: vueDe(dynamodb.OldImage) }),
              ...(dynamodb?.NewImage && { apres: vueDe(dynamodb.NewImage) }),
            }),
          )
          .map(enColis),
      ),
    ),
  );
  return { batchItemFailures: [...new Set(rates.flat())].map((itemIdentifier) => ({ itemIdentifier })) };
});

const vueDe = ({ type, promis }: Record<string, AttributeValue | undefined>): Vue => ({
  type: type?.S ?? null,
  promis: promis !== undefined,
});

/** A record on its way, with its number in the stream. */
type Colis = { numero: string; texte: string; octets: number };

/** Too heavy with what the item was, it goes as if it had just been written: no consumer does twice what it has done. */
const enColis = (record: DynamoDBRecord): Colis => {
  const entier = peser(record);
  if (entier.octets <= OCTETS_MAX) return entier;
  const { OldImage: _, ...dynamodb } = record.dynamodb ?? {};
  return peser({ ...record, dynamodb });
};

const peser = (record: DynamoDBRecord): Colis => {
  // SQS refuses the two signs that XML does not know.
  const texte = JSON.stringify(record).replaceAll('\ufffe', '\\ufffe').replaceAll('\uffff', '\\uffff');
  return { numero: record.dynamodb?.SequenceNumber ?? '', texte, octets: Buffer.byteLength(texte) };
};

/** Says the numbers of what could not be handed over. */
const remettre = async ({ fonction, file }: Consommateur, colis: readonly Colis[]): Promise<string[]> => {
  const lots = enLots(colis, file ? MESSAGES_MAX : colis.length);
  const rates = await Promise.all(
    lots.map(async (lot) => {
      try {
        if (file) return (await poserEnFile(file, textesDe(lot))).map((i) => lot[i]?.numero ?? '');
        await confier(fonction ?? '', `{"Records":[${textesDe(lot).join(',')}]}`);
        return [];
      } catch (erreur) {
        journaliser('panne', { action: 'flux', erreur });
        return lot.map(({ numero }) => numero);
      }
    }),
  );
  return rates.flat();
};

const textesDe = (lot: readonly Colis[]): string[] => lot.map(({ texte }) => texte);

export const handler = lambda(trierFlux);
