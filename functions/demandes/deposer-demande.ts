import { serviceDe } from '../commune/commune.ts';
import type { Demarche } from '../demarches/demarche.ts';
import { apercuDe } from '../demarches/lisible.ts';
import { demarcheOuverte, verifierIdentite, verifierJointes } from '../demarches/ouverture.ts';
import { selonReponses } from '../demarches/regimes.ts';
import { garderUtiles, type Reponses, verifierReponses } from '../demarches/reponses.ts';
import { pieceStore, prendre } from '../pieces/piece.store.ts';
import { identifiant, octets } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { jourLocal } from '../platform/lettres.ts';
import { implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { sessionStore } from '../platform/session.store.ts';
import { couper } from '../platform/texte.ts';
import { compteStore } from '../usagers/compte.store.ts';
import { avisSansSms, rendreJoignable } from '../usagers/usager.joignable.ts';
import { nomDe } from '../usagers/usager.ts';
import { accuserDepot, sectionsDe } from './accuse.ts';
import { demandeActions } from './demande.actions.ts';
import { demandeStore } from './demande.store.ts';
import { type Demande, deposer, enregistrer, recueLe } from './demande.ts';
import { DEMANDE_LIBRE } from './gestes.ts';
import { absentesDe, naitreIncomplete, parLaCommune } from './incomplete.ts';
import { accuseAUsager, dangerAuService } from './lettres.ts';
import { codeDe, referenceDe } from './reference.ts';

export const deposerDemande = implement(
  demandeActions.deposerDemande,
  async (saisie, { commune, demarches, jetons, now, origines, table }) => {
    const demarche = demarcheOuverte(demarches, saisie);
    verifierIdentite(demarche, saisie);
    const details = [
      ...verifierReponses(demarche, saisie.reponses, jourLocal(now.toISOString(), commune.fuseau)),
      ...verifierJointes(demarche, saisie),
    ];
    if (details.length > 0) throw new Refus('reponses-incompletes', details);
    const usager = rendreJoignable(saisie.usager, commune);
    const par = { qui: 'usager' as const, nom: nomDe(usager) };
    const { compte } = await sessionStore(table, now).getUsager(jetons.usager);
    // Nobody has read what is asked without a form: an agent says which rules it has, as of a mail (R112-11-2).
    const nee: Demande = (demarche.id === DEMANDE_LIBRE ? enregistrer : deposer)({
      reference: referenceDe(octets(7)),
      code: codeDe(octets(12)),
      demarche: selonReponses(demarche, saisie.reponses),
      fuseau: commune.fuseau,
      service: serviceDe(commune, demarche.service).id,
      usager,
      ...apercuDe(demarche, saisie.reponses),
      ...objetLibre(demarche, saisie.reponses),
      ...(compte && { comptes: [compte] }),
      ...(commune.doctrine && { doctrine: commune.doctrine }),
      recue: { type: 'recue', canal: 'web', le: now.toISOString(), par },
    });
    const venues = saisie.pieces.map(({ pour }) => pour);
    const demande = naitreIncomplete(nee, absentesDe(demarche, { ...saisie, venues }), {
      le: now.toISOString(),
      par: parLaCommune(commune, nee.service),
    });
    const accuse = accuserDepot(demande, commune, now);
    const pieces = pieceStore(table, now);
    for (const piece of await prendre(pieces, saisie.pieces, { le: now.toISOString(), nom: par.nom }))
      pieces.add(demande.reference, piece);
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
    if (compte)
      compteStore(table, now).addDemande(compte, {
        reference: demande.reference,
        recueLe: recueLe(demande),
        deposee: true,
      });
    return {
      reference: demande.reference,
      code: demande.code,
      accuse,
      sections: [...sectionsDe(accuse), ...avisSansSms(usager)],
    };
  },
);

const OBJET_MAX = 90;

/** What the person called it, as the subject of a mail. */
const objetLibre = ({ id }: Demarche, { objet }: Reponses): { objet?: string } =>
  id === DEMANDE_LIBRE ? { objet: couper(String(objet ?? ''), OBJET_MAX, '…') } : {};

export const handler = lambda(deposerDemande);
