import type { Message } from '@aws-sdk/client-sqs';
import { journaliser } from '../platform/journal.ts';
import { lireFlux } from '../platform/lecture-du-flux.ts';
import { LECTURE, PATIENCE } from '../platform/patience.ts';
import {
  confier,
  depuisQuand,
  effacerMessage,
  executer,
  remettreEnFile,
  retirer,
} from '../platform/remises.ts';
import { type LotDuFlux, lireMisDeCote, parRapportALaFin } from './misdecote.ts';

/** A queue of what failed, and that from which sendings come to it. */
export type FilePerdue = { perdus: string; envois?: string | undefined };
export type Relance = {
  files: readonly FilePerdue[];
  /** Which function listens to a topic. */
  sujets?: Readonly<Record<string, string>>;
  now: Date;
  /** Whether there is time for ten more. */
  continuer: () => boolean;
};
export type Bilan = { refaits: number; restes: number };

/** While it is tried again nobody else tries it; what fails again stays, and waits for the next round. Seconds. */
const INVISIBLE = 300;

/** Tries again all that waits in these queues, once each, ten at a time. */
export const relancer = async ({ files, ...relance }: Relance): Promise<Bilan> => {
  const bilan = { refaits: 0, restes: 0 };
  for (const file of files)
    while (relance.continuer()) {
      const messages = await retirer(file.perdus, INVISIBLE);
      if (messages.length === 0) break;
      const faits = await Promise.all(messages.map((message) => reprendre(message, file, relance)));
      bilan.refaits += faits.filter(Boolean).length;
      bilan.restes += faits.filter((fait) => !fait).length;
    }
  return bilan;
};

type Autour = Pick<Relance, 'sujets' | 'now'>;

const reprendre = async (message: Message, file: FilePerdue, autour: Autour): Promise<boolean> => {
  try {
    const fait = await refaire(message, file, autour);
    if (fait) await effacerMessage(file.perdus, message.ReceiptHandle);
    return fait;
  } catch (erreur) {
    journaliser('panne', { action: 'relance', erreur });
    return false;
  }
};

const refaire = async (
  message: Message,
  { envois }: FilePerdue,
  { sujets = {}, now }: Autour,
): Promise<boolean> => {
  const cible = message.MessageAttributes?.TARGET_ARN?.StringValue;
  const aRefaire = lireMisDeCote(message.Body ?? '', { sujets, cible });
  switch (aRefaire.type) {
    case 'appel':
      return appeler(aRefaire.fonction, aRefaire.evenement);
    case 'lot':
      return refaireLot(aRefaire.fonction, aRefaire.lot);
    case 'envoi': {
      // It goes back to leave at the commune's rate. SQS would give it fourteen more days each time.
      if (!envois || now.getTime() - depuisQuand(message) > PATIENCE.jours * 86_400_000) return false;
      await remettreEnFile(envois, message);
      return true;
    }
    case 'inconnu':
      return false;
  }
};

/** What a schedule wakes may take longer than we have: it is entrusted to Lambda, and comes back here if it fails again. */
const appeler = async (fonction: string, evenement: unknown): Promise<boolean> => {
  if (typeof evenement === 'object' && evenement !== null && 'Records' in evenement)
    return executer(fonction, evenement);
  await confier(fonction, JSON.stringify(evenement));
  return true;
};

/** Reads again what a batch held, up to its last record, and has the reader sort it. */
const refaireLot = async (fonction: string, lot: LotDuFlux): Promise<boolean> => {
  const { streamArn, shardId, startSequenceNumber } = lot;
  const Records = await lireFlux(
    { StreamArn: streamArn, ShardId: shardId, SequenceNumber: startSequenceNumber },
    (numero) => parRapportALaFin(numero, lot),
  );
  for (let debut = 0; debut < Records.length; debut += LECTURE.lot)
    if (!(await executer(fonction, { Records: Records.slice(debut, debut + LECTURE.lot) }))) return false;
  return true;
};
