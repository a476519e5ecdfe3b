import * as z from 'zod';
import { demandeStore } from '../demandes/demande.store.ts';
import { estClose } from '../demandes/gestes.ts';
import { Reference } from '../demandes/reference.ts';
import { estPolitesse } from '../demandes/reouverture.ts';
import { etatEnBref } from '../demandes/vie.ts';
import { adresseDeReponse } from '../envois/courriel.ts';
import { envoiStore } from '../envois/envoi.store.ts';
import { numeroStore } from '../envois/numero.store.ts';
import { identifiant } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { couper } from '../platform/texte.ts';
import { choisie } from './attente.ts';
import { type Consigne, consigneDe } from './consigne.ts';
import { interactionActions } from './interaction.actions.ts';
import { numeroter, reprendre } from './interaction.numero.ts';
import {
  choisir,
  deviner,
  joindre,
  ouvrir,
  ouvrirCeQuiAttend,
  question,
  type Recu,
  recevoir,
  repondre,
  suivreMessage,
} from './interaction.sms.ts';
import { interactionStore } from './interaction.store.ts';
import type { Interaction } from './interaction.ts';
import {
  AIDE,
  autreNumero,
  CHOIX_INCONNU,
  CHOIX_MAX,
  EXEMPLE_SUIVI,
  laquelle,
  NOUVELLE_VIDE,
  photo,
  REPRISE_NOTEE,
  RIEN_A_REPONDRE,
  rendezVous,
  STOP_NOTE,
} from './repliques.ts';
import { estDe } from './tri.ts';

/** The two-way SMS message of Amazon, as its topic carries it. */
const Sms = z.object({
  originationNumber: z.string(),
  messageBody: z.string(),
  inboundMessageId: z.string(),
});

export const recevoirSms = implement(interactionActions.recevoirSms, async ({ Records }, contexte) => {
  for (const { Sns } of Records) {
    const numerotee = await numeroter(arrivanteDe(Sns, contexte.now), contexte);
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

/** As much as a text of a demande holds; twenty times what a telephone sends. */
const TEXTE_MAX = 4000;

/** What the operator sends may not be what it says: it is kept all the same, under the number of its notification. */
const arrivanteDe = ({ MessageId, Message, Timestamp }: Notification, now: Date) => {
  const { data: sms } = Sms.safeParse(enJson(Message));
  const dit = sms?.messageBody ?? Message;
  const texte = couper(dit, TEXTE_MAX);
  const quand = Date.parse(Timestamp);
  return {
    id: sms && ID.test(sms.inboundMessageId) ? sms.inboundMessageId : MessageId,
    canal: 'sms' as const,
    de: couper(sms?.originationNumber ?? '', NUMERO_MAX),
    objet: '',
    texte,
    recueLe: (Number.isNaN(quand) ? now : new Date(quand)).toISOString(),
    original: '',
    // Escaped, a broken sign can be kept as it came.
    ...(texte !== dit && { brut: JSON.stringify(dit) }),
  };
};

/** What the operator numbers with may be used as a key. */
const ID = /^[\w.:-]{1,100}$/;
const NUMERO_MAX = 40;

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
  const recu = await recevoir(interaction, contexte);
  const attendue = question(recu, 'question');
  const choix = attendue && choisie(attendue, interaction.texte, consigne);
  return choix ? choisir(recu, choix.reference, contexte) : obeir(recu, consigne, contexte);
};

/** What each word does: one answer at most. */
const obeir = async (recu: Recu, consigne: Consigne, contexte: Contexte): Promise<Interaction> => {
  const { interaction } = recu;
  const { commune } = contexte;
  switch (consigne.type) {
    case 'arret':
      return arreter(interaction, contexte);
    case 'reprise':
      numeroStore(contexte.table).poserRefus(interaction.de, { oui: false, le: interaction.recueLe });
      return repondre(interaction, { texte: REPRISE_NOTEE }, contexte);
    case 'aide':
      return repondre(interaction, { texte: AIDE(commune) }, contexte);
    case 'photo':
      return repondre(interaction, { texte: photo(adressePour(recu, contexte)) }, contexte);
    case 'rendez-vous':
      return repondre(interaction, { texte: rendezVous(commune) }, contexte);
    case 'suivi':
      return consigne.reference ? dire(interaction, consigne.reference, contexte) : direTout(recu, contexte);
    case 'choix':
    case 'courtoisie':
      return entendre(recu, consigne.type, contexte);
    case 'nouvelle':
      if (consigne.avecTexte) return ouvrir(recu, [interaction], contexte);
      return (
        (await ouvrirCeQuiAttend(recu, contexte)) ?? repondre(interaction, { texte: NOUVELLE_VIDE }, contexte)
      );
    case 'message':
      return suivreMessage(recu, contexte);
  }
};

/** Confirmed once; whoever says it again hears nothing more. */
const arreter = async (interaction: Interaction, contexte: Contexte): Promise<Interaction> => {
  const numeros = numeroStore(contexte.table);
  if (await numeros.refuse(interaction.de)) return { ...interaction, etat: 'repondue' };
  numeros.poserRefus(interaction.de, { oui: true, le: interaction.recueLe });
  return repondre(interaction, { texte: STOP_NOTE(contexte.commune), malgreStop: true }, contexte);
};

/** Where a photo reaches the demande by itself, when there is but one. */
const adressePour = ({ miennes }: Recu, { commune }: Contexte): string => {
  const [seule, ...autres] = miennes.filter((resume) => !estClose(resume));
  return seule && autres.length === 0 ? adresseDeReponse(commune, seule.reference) : commune.courriel;
};

/** « Oui », « merci », « 2 »: said to someone, it joins what they spoke of; else it opens nothing, and is answered. */
const entendre = async (
  recu: Recu,
  type: 'choix' | 'courtoisie',
  contexte: Contexte,
): Promise<Interaction> => {
  const { interaction } = recu;
  const [vers, ...autres] = await deviner(recu, contexte);
  if (vers && autres.length === 0)
    return joindre(recu, { vers, devinee: false, accuser: !estPolitesse(interaction.texte) }, contexte);
  const texte = type === 'choix' ? CHOIX_INCONNU : RIEN_A_REPONDRE;
  return repondre(interaction, { texte }, contexte);
};

/** Where a demande stands, for the phone of its person; any other phone needs the code. */
const dire = async (
  interaction: Interaction,
  reference: Reference,
  contexte: Contexte,
): Promise<Interaction> => {
  const lue = await demandeStore(contexte.table).get(reference).catch(siIntrouvable);
  const demande = lue && estDe(interaction.de, lue.valeur.usager) ? lue.valeur : undefined;
  if (!demande) return repondre(interaction, { texte: autreNumero(contexte.origines[0]) }, contexte);
  envoiStore(contexte.table).add({
    id: identifiant(),
    a: interaction.de,
    etat: 'a-expedier',
    demande: demande.reference,
    code: demande.code,
    contenu: { type: 'sms', texte: etatEnBref(demande) },
  });
  return { ...interaction, etat: 'repondue', demande: demande.reference };
};

/** Without a reference: the only demande that this phone has open, or the list of them; else those that are over. */
const direTout = async (recu: Recu, contexte: Contexte): Promise<Interaction> => {
  const { interaction, miennes } = recu;
  const ouvertes = miennes.filter((resume) => !estClose(resume));
  const dites = ouvertes.length > 0 ? ouvertes : miennes;
  const [seule, ...autres] = dites;
  if (!seule) return repondre(interaction, { texte: EXEMPLE_SUIVI }, contexte);
  if (autres.length > 0)
    return repondre(interaction, { texte: laquelle(dites.slice(0, CHOIX_MAX), 'suivi') }, contexte);
  return dire(interaction, Reference.parse(seule.reference), contexte);
};

const siIntrouvable = (erreur: unknown): undefined => {
  if (!(erreur instanceof Refus)) throw erreur;
};

export const handler = lambda(recevoirSms);
