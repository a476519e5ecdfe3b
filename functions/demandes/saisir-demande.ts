import { voit } from '../agents/agent.ts';
import { serviceDe } from '../commune/commune.ts';
import { apercuDe } from '../demarches/lisible.ts';
import { demarcheOuverte, verifierIdentite } from '../demarches/ouverture.ts';
import { selonReponses } from '../demarches/regimes.ts';
import { garderUtiles, verifierReponses } from '../demarches/reponses.ts';
import { identifiant, octets } from '../platform/aleas.ts';
import { ajouter, instantDe, type Jour, jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { implement } from '../platform/perform.ts';
import { type Detail, Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { avisSansSms, rendreJoignable } from '../usagers/usager.joignable.ts';
import { nomDe } from '../usagers/usager.ts';
import { accuser, sectionsDe } from './accuse.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { deposer } from './demande.ts';
import { choisiesDe, naitreIncomplete, parLAgent } from './incomplete.ts';
import { accuseAUsager, dangerAuService } from './lettres.ts';
import { codeDe, referenceDe } from './reference.ts';

/** Older than this, a date of receipt is a slip of the keyboard. */
const ANCIENNETE_MAX = '-P1Y';
/** What came by post on a day came at some hour of it. */
const MIDI = '12:00';

/** What is received on paper or by voice counts from its arrival, whenever an agent writes it down (CRPA L112-3, R112-5). */
export const saisirDemande = implement(demandeActions.saisirDemande, async (saisie, contexte) => {
  const { commune, demandeur, demarches, now, origines, table } = contexte;
  const agent = agentDe(demandeur);
  const demarche = demarcheOuverte(demarches, saisie);
  verifierIdentite(demarche, saisie);
  const service = serviceDe(commune, demarche.service).id;
  if (!voit(agent, service)) throw new Refus('interdit');
  const aujourdhui = jourDe(now.toISOString(), commune.fuseau);
  const jours = joursFautifs(saisie, aujourdhui);
  if (jours.length > 0) throw new Refus('entree-invalide', jours);
  const reponses = verifierReponses(demarche, saisie.reponses, aujourdhui);
  if (reponses.length > 0) throw new Refus('reponses-incompletes', reponses);
  const { canal, recueLe, transmisePar } = saisie;
  const usager = rendreJoignable(saisie.usager, commune);
  const nee = deposer({
    reference: referenceDe(octets(7)),
    code: codeDe(octets(12)),
    demarche: selonReponses(demarche, saisie.reponses),
    fuseau: commune.fuseau,
    service,
    usager,
    ...apercuDe(demarche, saisie.reponses),
    ...(commune.doctrine && { doctrine: commune.doctrine }),
    recue: {
      type: 'recue',
      canal,
      le: recueLe === aujourdhui ? now.toISOString() : instantDe(recueLe, MIDI, commune.fuseau),
      saisieLe: now.toISOString(),
      ...(transmisePar && { transmisePar }),
      par: { qui: 'usager', nom: nomDe(usager) },
    },
  });
  const demande = naitreIncomplete(nee, choisiesDe(demarche, saisie), {
    le: now.toISOString(),
    par: parLAgent(agent, serviceDe(commune, service).nom),
  });
  const accuse = accuser(demande, commune, now);
  demandeStore(table).add(demande, {
    accuse,
    reponses: garderUtiles(demarche, saisie.reponses),
    promis: [
      ...accuseAUsager(demande, identifiant),
      ...dangerAuService(
        demande,
        { service: serviceDe(commune, demande.service), adresse: origines[0] },
        identifiant,
      ),
    ],
    now,
  });
  return {
    reference: demande.reference,
    accuse: accuse.nature !== 'sans-identite',
    sections: [...sectionsDe({ ...accuse, code: '' }), ...avisSansSms(usager)],
  };
});

type Recue = { recueLe: Jour; transmisePar?: { recueLe: Jour } | undefined };

const joursFautifs = ({ recueLe, transmisePar }: Recue, aujourdhui: Jour): Detail[] => [
  ...(recueLe > aujourdhui || recueLe < ajouter(aujourdhui, ANCIENNETE_MAX)
    ? [
        {
          champ: 'recueLe',
          phrase: 'Indiquez le jour de réception : au plus tard aujourd’hui, dans l’année.',
        },
      ]
    : []),
  ...(transmisePar && transmisePar.recueLe > recueLe
    ? [
        {
          champ: 'transmisePar.recueLe',
          phrase: 'L’administration qui a transmis la demande l’a reçue avant la commune.',
        },
      ]
    : []),
];

export const handler = lambda(saisirDemande);
