import type * as z from 'zod';
import { enregistrerArrivee, rattacherArrivee } from '../demandes/demande.entree.ts';
import { demandeStore } from '../demandes/demande.store.ts';
import type { Reference } from '../demandes/reference.ts';
import { coffre } from '../platform/coffre.ts';
import { lambda } from '../platform/lambda.ts';
import { variable } from '../platform/monde.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { nomDe } from '../usagers/usager.ts';
import { correspondantDe } from './correspondant.ts';
import { type Annonce, interactionActions } from './interaction.actions.ts';
import { lireCourriel } from './interaction.courriel.ts';
import { garderJointes } from './interaction.jointes.ts';
import { numeroter, reprendre } from './interaction.numero.ts';
import { interactionStore } from './interaction.store.ts';
import type { Interaction, Raison } from './interaction.ts';
import { type Lecture, referenceDeLAdresse, referencesDuTexte, sansCitation } from './lecture.ts';
import { ecritTrop, estDe, raisonDe, type Verdicts, vientDEcrire } from './tri.ts';

type Annoncee = z.infer<typeof Annonce>;

/** Numbered first, read next: whatever the reading meets, the mail is kept and someone sees it. */
export const recevoirCourriel = implement(
  interactionActions.recevoirCourriel,
  async ({ Records }, contexte) => {
    for (const { ses } of Records) {
      const numerotee = await numeroter(arrivanteDe(ses), contexte);
      if (!numerotee) continue;
      const { id, original } = numerotee.valeur;
      const brut = await coffre(variable('COURRIELS')).lire(original);
      const { source, destination } = ses.mail;
      const lecture = await lireCourriel(brut, { source, destination }).catch(() => undefined);
      await reprendre(async (table) => {
        const interactions = interactionStore(table);
        const lue = await interactions.get(id);
        if (lue.valeur.etat !== 'recue') return;
        const suite = lecture
          ? await suivre(
              decrire(lue.valeur, lecture),
              { lecture, verdicts: verdictsDe(ses) },
              { ...contexte, table },
            )
          : aTrier(lue.valeur, 'illisible');
        interactions.replace(lue, suite);
      }, contexte);
    }
    return {};
  },
);

const arrivanteDe = ({ mail }: Annoncee) => ({
  id: mail.messageId,
  canal: 'courriel' as const,
  de: mail.source ?? '',
  objet: (mail.commonHeaders?.subject ?? '').slice(0, 200),
  texte: '',
  recueLe: new Date(mail.timestamp).toISOString(),
  original: `entrants/${mail.messageId}`,
});

const verdictsDe = ({ receipt }: Annoncee): Verdicts => ({
  spam: receipt?.spamVerdict?.status,
  virus: receipt?.virusVerdict?.status,
  spf: receipt?.spfVerdict?.status,
  dkim: receipt?.dkimVerdict?.status,
  dmarc: receipt?.dmarcVerdict?.status,
});

/** What the list shows of a long mail; the original keeps the rest. */
const EXTRAIT = 4000;

const decrire = (interaction: Interaction, { de, nom, objet, texte }: Lecture): Interaction => ({
  ...interaction,
  de: de || interaction.de,
  ...(nom && { nom: nom.slice(0, 80) }),
  objet,
  texte: texte.slice(0, EXTRAIT),
});

const aTrier = (interaction: Interaction, raison: Raison): Interaction => ({
  ...interaction,
  etat: 'a-trier',
  raison,
});

type Lu = { lecture: Lecture; verdicts: Verdicts };

/** What becomes of a mail that could be read: its words join a demande, open one, or wait. */
const suivre = async (interaction: Interaction, lu: Lu, contexte: Contexte): Promise<Interaction> => {
  const { lecture, verdicts } = lu;
  const interactions = interactionStore(contexte.table);
  const raison = raisonDe(lecture, verdicts, contexte.commune);
  if (raison) return aTrier(interaction, raison);
  const courriel = { messageId: lecture.messageId, de: lecture.de };
  const deja = lecture.messageId ? await interactions.getCourriel(courriel) : undefined;
  if (deja) return doublon(interaction, deja, contexte.now);
  const suite = await joindreOuOuvrir(interaction, lecture, contexte);
  if (suite.etat === 'rattachee' && lecture.messageId) interactions.addCourriel(courriel, interaction.id);
  return suite;
};

const doublon = (interaction: Interaction, deja: string, now: Date): Interaction => ({
  ...interaction,
  etat: 'ecartee',
  tri: { le: now.toISOString(), par: 'Parvis', motif: 'doublon', precision: deja },
});

const joindreOuOuvrir = async (
  interaction: Interaction,
  lecture: Lecture,
  contexte: Contexte,
): Promise<Interaction> => {
  const visee = await demandeVisee(lecture, contexte);
  if (visee === 'reference-inconnue') return aTrier(interaction, visee);
  if (!lecture.texte && (!visee || lecture.jointes.length === 0)) return aTrier(interaction, 'sans-texte');
  return visee ? joindre(interaction, { lecture, visee }, contexte) : ouvrir(interaction, lecture, contexte);
};

type Entiere = Awaited<ReturnType<ReturnType<typeof demandeStore>['getEntiere']>>;

/** The demande that a mail answers: the address says it surely, a subject only when it names one that exists. */
const demandeVisee = async (
  { destinataires, objet }: Lecture,
  { table }: Contexte,
): Promise<Entiere | 'reference-inconnue' | undefined> => {
  const chercher = (reference: Reference) => demandeStore(table).getEntiere(reference).catch(siIntrouvable);
  const adressee = referenceDeLAdresse(destinataires);
  if (adressee) return (await chercher(adressee)) ?? 'reference-inconnue';
  const trouvees = await Promise.all(referencesDuTexte(objet).slice(0, 3).map(chercher));
  return trouvees.find((trouvee) => trouvee !== undefined);
};

const siIntrouvable = (erreur: unknown): undefined => {
  if (!(erreur instanceof Refus)) throw erreur;
};

const joindre = async (
  interaction: Interaction,
  { lecture, visee }: { lecture: Lecture; visee: Entiere },
  contexte: Contexte,
): Promise<Interaction> => {
  const demande = visee.lue.valeur;
  if (!estDe(lecture.de, demande.usager)) return aTrier(interaction, 'autre-expediteur');
  const { id, recueLe } = interaction;
  const fichiers = await garderJointes(lecture.jointes, {
    interaction: id,
    recueLe,
    nom: nomDe(demande.usager),
  });
  const arrivee = {
    interaction: id,
    canal: 'courriel' as const,
    recueLe,
    objet: lecture.objet,
    texte: sansCitation(lecture.texte) || 'Message sans texte.',
    messageId: lecture.messageId,
    ...fichiers,
  };
  rattacherArrivee({ ...arrivee, accuser: !vientDEcrire(visee.messages, arrivee) }, visee.lue, contexte);
  return { ...interaction, etat: 'rattachee', demande: demande.reference };
};

const ouvrir = async (
  interaction: Interaction,
  { de, nom, objet, texte, messageId, jointes }: Lecture,
  contexte: Contexte,
): Promise<Interaction> => {
  const { now, table } = contexte;
  if (ecritTrop(await demandeStore(table).listDuContact(de), now))
    return aTrier(interaction, 'trop-de-messages');
  const usager = correspondantDe({ canal: 'courriel', de, nom });
  const { id, recueLe } = interaction;
  const fichiers = await garderJointes(jointes, { interaction: id, recueLe, nom: nomDe(usager) });
  const demande = enregistrerArrivee(
    { interaction: id, canal: 'courriel', recueLe, objet, texte, messageId, ...fichiers, accuser: true },
    usager,
    contexte,
  );
  return demande
    ? { ...interaction, etat: 'rattachee', demande: demande.reference }
    : aTrier(interaction, 'sans-demande-libre');
};

export const handler = lambda(recevoirCourriel);
