import { adresseEnLignes, type Commune, type Service } from '../commune/commune.ts';
import { competenceDite } from '../demarches/autorite.ts';
import { citer, dire } from '../echeances/explication.ts';
import type { Promesse } from '../envois/envoi.ts';
import { jourDe, joursEntre } from '../platform/dates.ts';
import { enBref, enLettres, heureDe, jourLocal } from '../platform/lettres.ts';
import { nomDe } from '../usagers/usager.ts';
import { delaiImpartiDe } from './attendues.ts';
import type { Ville } from './contestation.ts';
import { decisionDe, reservesDe } from './decision.ts';
import { arreteLeDelai, type Demande, intituleDe, recueLe } from './demande.ts';
import { effetDuDernier } from './effet.ts';
import { horlogeDe } from './horloge.ts';
import { signatureDe } from './signature.ts';
import { lignesDeSuites } from './suites.ts';
import { voiesDe } from './voie.ts';

/** A letter of the commune to the person who asked, or to the agent in charge: its subject and its paragraphs. */
export type Lettre = {
  objet: string;
  paragraphes: string[];
  /** An act of the commune: on paper it is signed; online it is read in the space, and the mail only says that it is there. */
  acte?: boolean;
  /** What an SMS says of it, when it is all that the person will receive. */
  court?: string;
};

/** What tells the person, by the ways that lead to them. `id` makes identifiers. */
export const aUsager = (
  demande: Demande,
  { court, acte: _, ...lettre }: Lettre,
  id: () => string,
): Promesse[] =>
  promettre(demande, { entier: { type: 'lettre', ...lettre, suivi: true }, objet: lettre.objet, court }, id);

/** A decision is put in the space, and the same ways say so; the words are put together when they leave. */
export const decisionAUsager = (demande: Demande, { objet, court }: Lettre, id: () => string): Promesse[] =>
  promettre(demande, { entier: { type: 'decision' }, objet, court }, id);

/** The accusé too: the one of the reading to come, as long as no one has read. */
export const accuseAUsager = (demande: Demande, id: () => string): Promesse[] => {
  const { code, reference, statut, fuseau } = demande;
  const le = enBref(jourLocal(recueLe(demande), fuseau));
  const suite = `référence ${reference}, code ${code}`;
  return statut === 'a-qualifier'
    ? promettre(
        demande,
        {
          entier: { type: 'enregistrement' },
          objet: `Message arrivé le ${le} (${reference})`,
          court: `Arrivé le ${le}, ${suite}.`,
        },
        id,
      )
    : promettre(
        demande,
        {
          entier: { type: 'accuse' },
          objet: `Demande arrivée le ${le} (${reference})`,
          court: `Arrivée le ${le}, ${suite}.`,
        },
        id,
      );
};

type Dit = { entier: Promesse['contenu']; objet: string; court?: string | undefined };

/** A mail says everything. An SMS says the subject when a mail goes with it, and more when it goes alone. */
const promettre = (demande: Demande, dit: Dit, id: () => string): Promesse[] => {
  const { entier } = dit;
  const objet = objetEnSms(dit.objet, intituleDe(demande));
  const court = dit.court ?? objet;
  const voies = voiesDe(demande);
  const seul = !voies.some(({ par }) => par === 'courriel');
  return voies.map(({ par, a }) =>
    par === 'courriel'
      ? {
          id: id(),
          a,
          contenu: entier,
          ...(demande.dernierCourriel && { enReponseA: demande.dernierCourriel }),
          ...(demande.usager.nom && { pour: nomDe(demande.usager) }),
        }
      : { id: id(), a, contenu: { type: 'sms', texte: seul ? court : objet } },
  );
};

/** One SMS holds no long name: the reference, and the link, say which demande it is. */
export const objetEnSms = (objet: string, intitule: string): string =>
  objet.replace(` — ${intitule} (`, ' (');

export const aAgent = ({ a, objet, paragraphes }: Lettre & { a: string }, id: string): Promesse => ({
  id,
  a,
  contenu: { type: 'lettre', objet, paragraphes, suivi: false },
});

export const objetDe = (demande: Demande, quoi: string): string =>
  `${quoi} — ${intituleDe(demande)} (${demande.reference})`;

export const lettreDePieces = (demande: Demande, message: string): Lettre => {
  const demandees = demande.faits.findLast((fait) => fait.type === 'pieces-demandees');
  // The longest délai that still runs holds for all.
  const jusquau = enBref(delaiImpartiDe(demande) ?? demandees?.jusquau ?? '');
  const attendues = demande.manquantes.filter((piece) => !piece.recue);
  return {
    objet: objetDe(demande, 'Il manque des pièces'),
    court: `Il manque à votre demande ${demande.reference} : ${attendues.map(({ nom }) => nom).join(', ')}. Envoyez-les au plus tard le ${jusquau}.`,
    paragraphes: [
      'Pour étudier votre demande, il nous manque :',
      ...attendues.map(
        ({ nom, motif, fondement }) =>
          `• ${nom}${motif ? ` : ${motif}` : ''}${fondement ? ` (${citer(fondement)})` : ''}`,
      ),
      ...(message ? [message] : []),
      `Vous pouvez les envoyer en ligne, à toute heure, au plus tard le ${jusquau}.`,
      // A second request says the rule again, for all that is awaited (CRPA L114-5).
      ...effetSurLeDelai(demande, arreteLeDelai(attendues)),
      ...effetDuDernier(demande).slice(0, 1),
      ...(demandees ? [signatureDe(demandees.par)] : []),
    ],
  };
};

/** CRPA L114-5: the person must be told what the request does to the delay, or that it does nothing. */
const effetSurLeDelai = ({ faits, regime }: Demande, arrete: boolean): string[] => {
  if (regime.type === 'AUCUN' || rouverte(faits)) return [];
  if (!arrete) return ['Cette demande de pièces ne change pas le délai légal de votre demande.'];
  return regime.type === 'SVA'
    ? [
        'Le délai au bout duquel le silence vaut acceptation ne partira qu’à la réception de ces pièces. (CRPA, L114-5)',
      ]
    : [
        'Le délai au bout duquel le silence vaut rejet est suspendu jusqu’à la réception de ces pièces, et au plus tard jusqu’à cette date. (CRPA, L114-5)',
      ];
};

const rouverte = (faits: Demande['faits']): boolean => faits.some(({ type }) => type === 'rouverte');

/** The accusé of an envoi that is not a demande (CRPA L112-11, R112-11-1): when it came, and who has it. */
export const reception = ({ fuseau }: Demande, quoi: string, { le, service }: Arrivee): string[] => [
  `Nous avons reçu ${quoi} le ${enLettres(jourLocal(le, fuseau))} à ${heureDe(le, fuseau)}.`,
  `Service chargé de votre dossier : ${service.nom}, ${adresseEnLignes(service.adresse).join(', ')}, téléphone ${service.telephone}, ${service.courriel}.`,
];

export type Arrivee = { le: string; service: Service };

export const lettreDePiecesRecues = (demande: Demande, arrivee: Arrivee): Lettre => {
  const { terme } = horlogeDe(demande);
  const attendues = demande.manquantes.filter((piece) => !piece.recue);
  const effet = terme?.sens === 'acceptation' ? 'acceptée' : 'rejetée';
  const deplacee = effetDuDernier(demande);
  const inchangee = terme
    ? [
        `Sans réponse de la mairie, votre demande sera ${effet} le ${enBref(terme.le)}, sous réserve que la demande soit complète.`,
      ]
    : [];
  return {
    objet: objetDe(demande, 'Vos pièces sont arrivées'),
    paragraphes: [
      ...reception(demande, 'vos pièces', arrivee),
      ...(attendues.length > 0 ? [`Il manque encore : ${attendues.map(({ nom }) => nom).join(', ')}.`] : []),
      ...(deplacee.length > 0 ? deplacee : inchangee),
    ],
  };
};

export const lettreDeMessage = (
  demande: Demande,
  { nom, texte, jointes = [] }: { nom: string; texte: string; jointes?: readonly string[] },
): Lettre => ({
  objet: objetDe(demande, 'Un message de la mairie'),
  // A file stays in the person's space: a mail travels, and is read by others.
  paragraphes: [
    texte,
    nom,
    ...(jointes.length > 0
      ? [`Avec ce message : ${jointes.join(', ')}. Vous les ouvrez depuis le suivi de votre demande.`]
      : []),
  ],
  court: `${texte} (${nom}, demande ${demande.reference}${jointes.length > 0 ? ', fichiers à ouvrir depuis le suivi' : ''})`,
});

/** The act itself, as it is read in the space and printed on paper. */
export const lettreDeDecision = (demande: Demande, commune: Ville): Lettre => {
  const decision = decisionDe(demande);
  const suites = lignesDeSuites(demande, commune);
  return {
    objet: objetDe(demande, decision?.titre ?? ''),
    court: `${decision?.titre} (${demande.reference}). ${suites.length > 0 ? 'Les raisons et vos recours' : 'La décision'} :`,
    acte: true,
    paragraphes: [
      `${decision?.titre}.`,
      ...(decision?.lignes ?? []).filter(Boolean),
      ...competenceDite(demande.autorite),
      ...suites,
    ],
  };
};

export const lettreDeSilence = (demande: Demande, commune: Commune): Lettre => {
  const { terme, explications } = horlogeDe(demande);
  const raisons = explications.map(dire);
  if (terme?.sens === 'acceptation')
    return {
      objet: objetDe(demande, 'Votre demande est acceptée'),
      paragraphes: [
        `La mairie ne vous a pas répondu à temps : votre demande est acceptée depuis le ${enBref(terme.le)}.`,
        ...raisons,
        ...reservesDe(demande),
        ...lignesDeSuites(demande, commune),
      ],
    };
  return {
    objet: objetDe(demande, 'Votre demande est rejetée'),
    paragraphes: [
      `La mairie ne vous a pas répondu à temps : votre demande est rejetée depuis le ${enBref(terme?.le ?? '')}.`,
      ...raisons,
      ...lignesDeSuites(demande, commune),
    ],
  };
};

export const lettreDeRappel = (demande: Demande, now: Date, adresse: string): Lettre => {
  const { terme } = horlogeDe(demande);
  const jours = joursEntre(jourDe(now.toISOString(), demande.fuseau), terme?.le ?? '');
  const effet = terme?.sens === 'acceptation' ? 'acceptée' : 'rejetée';
  return {
    objet: `${resteEnLettres(jours)} — ${intituleDe(demande)} (${demande.reference})`,
    paragraphes: [
      ...(demande.statut === 'a-qualifier'
        ? ['Personne ne l’a encore qualifiée : son régime et son délai peuvent changer.']
        : []),
      `Cette demande attend une réponse. Sans décision notifiée, elle sera ${effet} par silence le ${enBref(terme?.le ?? '')}.`,
      `Dernier jour prudent pour notifier une décision : le ${enBref(terme?.dernierJourUtile ?? '')}.`,
      ...dossierAOuvrir(demande, adresse),
    ],
  };
};

const resteEnLettres = (jours: number): string => {
  if (jours <= 0) return 'Aujourd’hui';
  return jours === 1 ? 'Demain' : `Plus que ${jours} jours`;
};

/** A mail to an agent says of whom and of what it speaks, and where to go. */
export const dossierAOuvrir = (demande: Demande, adresse: string): string[] => [
  `${intituleDe(demande)}, pour ${nomDe(demande.usager)}, reçue le ${enBref(jourLocal(recueLe(demande), demande.fuseau))}.`,
  `Ouvrir le dossier : ${adresse}/agents/demandes/${demande.reference}`,
];

/** Someone may be hurt: the service is told as soon as it arrives, whoever reads its list. */
export const dangerAuService = (
  demande: Demande,
  { service, adresse }: { service: Service; adresse: string },
  id: () => string,
): Promesse[] =>
  demande.danger ? [aAgent({ ...lettreDeDanger(demande, adresse), a: service.courriel }, id())] : [];

const lettreDeDanger = (demande: Demande, adresse: string): Lettre => ({
  objet: objetDe(demande, 'Danger signalé'),
  paragraphes: [
    ...(demande.apercu ? [`${demande.apercu}.`] : []),
    'Voyez tout de suite ce qu’il faut faire, et vérifiez que les secours sont prévenus (18 ou 112) si une vie est menacée.',
    ...dossierAOuvrir(demande, adresse),
  ],
});

/** The person wrote or sent something: the agent in charge is told at once. */
export const lettreDeNouvelle = (demande: Demande, quoi: string, adresse: string): Lettre => ({
  objet: objetDe(demande, quoi),
  paragraphes: [`${quoi}.`, ...dossierAOuvrir(demande, adresse)],
});

/** A mail came back: what it announced is not notified, and whoever has the file must find another way. */
export const lettreDeRetour = (
  demande: Demande,
  { a, motif }: { a: string; motif: string },
  adresse: string,
): Lettre => ({
  objet: objetDe(demande, 'Un e-mail n’est pas arrivé'),
  paragraphes: [
    `L’e-mail envoyé à ${a} n’est pas arrivé : ${motif}. La personne ne l’a sans doute pas lu.`,
    'S’il annonçait une décision, le délai pour la contester ne court pas : appelez la personne, remettez ou postez la lettre signée, puis notez dans le dossier le jour où elle l’a reçue.',
    ...dossierAOuvrir(demande, adresse),
  ],
});

export const lettreDeSilenceAuxAgents = (demande: Demande, adresse: string): Lettre => {
  const acceptee = demande.statut === 'acceptee-par-silence';
  return {
    objet: `${acceptee ? 'Acceptée' : 'Rejetée'} par silence — ${intituleDe(demande)} (${demande.reference})`,
    paragraphes: [
      `Le délai est passé sans décision : cette demande est ${acceptee ? 'acceptée' : 'rejetée'} par silence. La personne est prévenue.`,
      ...(acceptee
        ? ['Une acceptation illégale peut être retirée dans les quatre mois. (CRPA, L242-1)']
        : []),
      ...dossierAOuvrir(demande, adresse),
    ],
  };
};
