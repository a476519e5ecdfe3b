import type { DatabaseSync } from 'node:sqlite';
import { type AppelAws, erreurXml, type ReponseAws, xml } from './guichet.ts';

export type Sms = { a: string; texte: string; le: string; commune: string };

/** SNS: a message to a phone is kept here; everything else goes on to the engine of the topics. */
export const servirSns = (registre: DatabaseSync, sujets: string) => {
  const garder = registre.prepare(
    'INSERT INTO sms (messageId, commune, le, a, texte) VALUES (?, ?, ?, ?, ?)',
  );
  return async (appel: AppelAws): Promise<ReponseAws> => {
    const formulaire = new URLSearchParams(appel.corps.toString());
    const a = formulaire.get('PhoneNumber');
    if (formulaire.get('Action') !== 'Publish' || a === null) return suivre(sujets, appel);
    if (!/^\+[1-9]\d{5,14}$/.test(a))
      return erreurXml(
        'InvalidParameter',
        `Invalid parameter: PhoneNumber Reason: ${a} is not valid to publish to`,
      );
    const texte = formulaire.get('Message') ?? '';
    if (texte === '') return erreurXml('InvalidParameter', 'Invalid parameter: Empty message');
    const messageId = crypto.randomUUID();
    garder.run(messageId, appel.commune, new Date().toISOString(), a, texte);
    return xml('Publish', `<MessageId>${messageId}</MessageId>`);
  };
};

const suivre = async (sujets: string, { chemin, entetes, corps }: AppelAws): Promise<ReponseAws> => {
  const { 'content-type': type = '', authorization = '' } = entetes;
  const reponse = await fetch(`${sujets}${chemin}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization },
    body: new Uint8Array(corps),
  });
  return {
    statut: reponse.status,
    type: reponse.headers.get('content-type') ?? 'text/xml',
    corps: await reponse.text(),
  };
};

/** The SMS sent, the newest first. */
export const lireSms = (registre: DatabaseSync): Sms[] =>
  registre.prepare('SELECT a, texte, le, commune FROM sms ORDER BY id DESC LIMIT 1000').all() as Sms[];
