import { createTransport } from 'nodemailer';
import type { Commune } from '../functions/commune/commune.ts';
import type { Livraisons } from './livraisons.ts';

export type Messages = {
  courriel(message: { commune: Commune; de: string; objet: string; texte: string }): Promise<void>;
  sms(message: { commune: Commune; de: string; texte: string }): string;
};

/** A number that no one has (ARCEP keeps 06 39 98 for fiction). */
const NUMERO_DES_COMMUNES = '+33639980000';

/** Writing in as a citizen, from the console: by the SMTP door for a mail, by the operator's event for an SMS. */
export const ouvrirMessages = (livraisons: Livraisons, portSmtp: number): Messages => ({
  async courriel({ commune, de, objet, texte }) {
    const a = commune.courriel.endsWith(`@${commune.domaine}`)
      ? commune.courriel
      : `mairie@${commune.domaine}`;
    const facteur = createTransport({ host: '127.0.0.1', port: portSmtp, secure: false, ignoreTLS: true });
    await facteur
      .sendMail({ from: de, to: a, subject: objet, text: texte, date: new Date() })
      .finally(() => facteur.close());
  },
  sms({ commune, de, texte }) {
    const id = crypto.randomUUID();
    const Message = JSON.stringify({
      originationNumber: de,
      destinationNumber: NUMERO_DES_COMMUNES,
      messageKeyword: 'PARVIS',
      messageBody: texte,
      inboundMessageId: id,
    });
    const Sns = { Type: 'Notification', MessageId: id, Timestamp: new Date().toISOString(), Message };
    livraisons.deposer(commune.slug, 'sms', {
      Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns }],
    });
    void livraisons.eveiller();
    return id;
  },
});
