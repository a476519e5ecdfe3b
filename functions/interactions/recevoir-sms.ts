import * as z from 'zod';
import { enregistrerArrivee, rattacherArrivee } from '../demandes/demande.entree.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import { estClose } from '../demandes/gestes.ts';
import { Reference } from '../demandes/reference.ts';
import { etatEnBref } from '../demandes/vie.ts';
import { envoiStore } from '../envois/envoi.store.ts';
import { numeroStore } from '../envois/numero.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { consigneDe } from './consigne.ts';
import { correspondantDe } from './correspondant.ts';
import { interactionActions } from './interaction.actions.ts';
import { numeroter, reprendre } from './interaction.numero.ts';
import { interactionStore } from './interaction.store.ts';
import type { Interaction } from './interaction.ts';
import { referencesDuTexte } from './lecture.ts';
import { estDe, vientDEcrire } from './tri.ts';

/** The two-way SMS message of Amazon, as its topic carries it. */
const Sms = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});

export const recevoirSms = implement(interactionActions.recevoirSms, async ({ Records }, contexte) => {
  for (const { Sns } of Records) {
    const numerotee = await numeroter(arrivanteDe(Sns), contexte);
    if (!numerotee) continue;
    await reprendre(async (table) => {
      const interactions = interactionStore(table);
      const lue = await interactions.get(numerotee.valeur.id);
      if (lue.valeur.etat === 'recue')
        interactions.replace(lue, await suivre(lue.valeur, { ...contexte, table }));
    }, contexte);
  }
  return {};
});

type Notification = { MessageId: string; Message: string; Timestamp: string };

/** What the operator sends may not be what it says: it is kept all the same, under the number of its notification. */
const arrivanteDe = ({ MessageId, Message, Timestamp }: Notification) => {
  const { data: sms } = Sms.safeParse(enJson(Message));
  return {
    id: sms?.inboundMessageId ?? MessageId,
    canal: 'sms' as const,
    de: sms?.originationNumber ?? '',
    objet: '',
    texte: (sms?.messageBody ?? Message).slice(0, 4000),
    recueLe: new Date(Timestamp).toISOString(),
    original: '',
  };
};

const enJson = (texte: string): unknown => {
  try {
    return JSON.parse(texte) as unknown;
  } catch {
    return undefined;
  }
};

/** A service number, or a name in the place of a number, reads no answer. */
const estTelephone = (numero: string): boolean => /^\+?\d{8,15}$/.test(numero);

const suivre = async (interaction: Interaction, contexte: Contexte): Promise<Interaction> => {
  if (!estTelephone(interaction.de)) return { ...interaction, etat: 'a-trier', raison: 'sans-expediteur' };
  if (!interaction.texte.trim()) return { ...interaction, etat: 'a-trier', raison: 'sans-texte' };
  const consigne = consigneDe(interaction.texte);
  switch (consigne.type) {
    case 'arret':
    case 'reprise': {
      const refus = { oui: consigne.type === 'arret', le: interaction.recueLe };
      numeroStore(contexte.table).poserRefus(interaction.de, refus);
      return { ...interaction, etat: 'repondue' };
    }
    case 'suivi':
      return dire(interaction, consigne.reference, contexte);
    case 'message':
      return joindreOuOuvrir(interaction, contexte);
  }
};

/** Where a demande stands, for the phone of its person; any other phone needs the code. */
const dire = async (
  interaction: Interaction,
  reference: Reference | undefined,
  { origines, table }: Contexte,
): Promise<Interaction> => {
  const lue = reference && (await demandeStore(table).get(reference).catch(siIntrouvable));
  const demande = lue && estDe(interaction.de, lue.valeur.usager) ? lue.valeur : undefined;
  const commun = { id: identifiant(), a: interaction.de, etat: 'a-expedier' as const };
  if (demande) {
    const contenu = { type: 'sms' as const, texte: etatEnBref(demande) };
    envoiStore(table).add({ ...commun, demande: demande.reference, code: demande.code, contenu });
    return { ...interaction, etat: 'repondue', demande: demande.reference };
  }
  const texte = reference
    ? `Ce numéro n’est pas celui de cette demande. Suivez-la avec sa référence et son code : ${origines[0]}/suivi`
    : `Envoyez SUIVI puis votre référence, par exemple SUIVI K7M2-9QX3. Elle est dans votre accusé de réception.`;
  envoiStore(table).add({
    ...commun,
    demande: '',
    interaction: interaction.id,
    code: '',
    contenu: { type: 'sms', texte },
  });
  return { ...interaction, etat: 'repondue' };
};

const siIntrouvable = (erreur: unknown): undefined => {
  if (!(erreur instanceof Refus)) throw erreur;
};

/** A word for the last demande that this phone has open; else a new one. */
const joindreOuOuvrir = async (interaction: Interaction, contexte: Contexte): Promise<Interaction> => {
  const { id, de, texte, recueLe } = interaction;
  const arrivee = {
    interaction: id,
    canal: 'sms' as const,
    recueLe,
    objet: '',
    texte,
    pieces: [],
    refusees: [],
    accuser: true,
  };
  const demandes = demandeStore(contexte.table);
  const duContact = await demandes.listDuContact(de);
  const citees: string[] = referencesDuTexte(texte);
  const ouverte =
    duContact.find(({ reference }) => citees.includes(reference)) ??
    duContact.find((resume) => !estClose(resume));
  if (ouverte) {
    const { lue, messages } = await demandes.getEntiere(Reference.parse(ouverte.reference));
    const accuser = !vientDEcrire(messages, arrivee);
    rattacherArrivee({ ...arrivee, accuser }, lue, contexte);
    return { ...interaction, etat: 'rattachee', demande: ouverte.reference };
  }
  const demande = enregistrerArrivee(arrivee, correspondantDe({ canal: 'sms', de }), contexte);
  return demande
    ? { ...interaction, etat: 'rattachee', demande: demande.reference }
    : { ...interaction, etat: 'a-trier', raison: 'sans-demande-libre' };
};

export const handler = lambda(recevoirSms);
