import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import type { Commune } from '../../functions/commune/commune.ts';
import { ENTETE_PREUVE } from '../arrivees.ts';
import type { Automate, Preuve } from './histoire.ts';
import type { Papier } from './papiers.ts';
import type { Place } from './place.ts';

type Lettre = {
  de: { nom: string; adresse: string };
  objet: string;
  texte: string;
  papiers?: readonly Papier[];
  enReponseA?: string;
  automate?: Automate | undefined;
  preuve?: Preuve | undefined;
};

/** Writes to the commune as any mail program does. */
export const ecrireUnCourriel = async ({ commune, smtpPort }: Place, lettre: Lettre): Promise<void> => {
  const { de, objet, texte, papiers = [], enReponseA, automate, preuve } = lettre;
  const facteur = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  await facteur
    .sendMail({
      from: { name: de.nom, address: de.adresse },
      to: commune.courriel,
      subject: objet,
      text: texte,
      date: new Date(),
      headers: { ...(automate && PAR_UN_AUTOMATE[automate]), ...(preuve && { [ENTETE_PREUVE]: preuve }) },
      ...(enReponseA && { inReplyTo: enReponseA, references: enReponseA }),
      attachments: papiers.map(({ nom, type, contenu }) => ({
        filename: nom,
        contentType: type,
        content: contenu,
      })),
    })
    .finally(() => facteur.close());
};

const PAR_UN_AUTOMATE: Record<Automate, Record<string, string>> = {
  absence: { 'Auto-Submitted': 'auto-replied' },
  liste: { 'List-Id': 'Lettre <lettre.liste.example>', Precedence: 'bulk' },
};

/** What the commune has said to someone, by mail or by SMS, the newest first. */
export const recusPar = async (place: Place, { courriel, telephone }: Contact): Promise<string[]> => {
  const visiteur = place.visiteur();
  const courriels = await visiteur.lire<Recu[]>('/local/courriels');
  const sms = await visiteur.lire<{ a: string; texte: string }[]>('/local/sms');
  const numero = telephone && enInternational(telephone);
  return [...courriels.filter(({ a }) => a === courriel), ...sms.filter(({ a }) => a === numero)].map(
    ({ texte }) => texte,
  );
};

export type Contact = { courriel?: string | undefined; telephone?: string | undefined };

/** As the operators write it, for the numbers that Arcep keeps for fiction. */
export const enInternational = (numero: string): string => numero.replace(/\D/g, '').replace(/^0/, '+33');

type Recu = { id: number; a: string; objet: string; texte: string };

/** Answers the last mail that someone had from the commune about a demande. */
export const repondreAuDernier = async (
  place: Place,
  { de, texte, reference }: { de: Lettre['de']; texte: string; reference: string },
): Promise<void> => {
  const visiteur = place.visiteur();
  const recus = await visiteur.lire<Recu[]>('/local/courriels');
  const dernier = recus.find(
    (recu) => recu.a === de.adresse && `${recu.objet} ${recu.texte}`.includes(reference),
  );
  if (!dernier) throw new Error(`${de.adresse} n’a rien reçu au sujet de ${reference}`);
  const { texte: brut } = await visiteur.demander(`/local/courriels/${dernier.id}/brut`);
  const { messageId, date } = await PostalMime.parse(brut);
  await ecrireUnCourriel(place, {
    de,
    objet: `Re: ${dernier.objet}`,
    texte: `${texte}\n\n${rappelDe(dernier, { le: date ?? '', commune: place.commune })}`,
    ...(messageId && { enReponseA: messageId }),
  });
};

/** What a mail program recalls under an answer. */
const rappelDe = (
  { texte }: Recu,
  { le, commune }: { le: string; commune: Pick<Commune, 'nomComplet' | 'courriel' | 'fuseau'> },
): string => {
  const quand = new Intl.DateTimeFormat('fr', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: commune.fuseau,
  }).format(new Date(le));
  const cite = texte.split('\n').map((ligne) => `> ${ligne}`);
  return [`Le ${quand}, ${commune.nomComplet} <${commune.courriel}> a écrit :`, '', ...cite].join('\n');
};
