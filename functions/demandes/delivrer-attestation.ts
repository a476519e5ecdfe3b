import { serviceDe } from '../commune/commune.ts';
import { enTeteDe } from '../commune/entete.ts';
import { laCommune } from '../commune/nom.ts';
import { citer } from '../echeances/explication.ts';
import { octets } from '../platform/aleas.ts';
import { lambda } from '../platform/lambda.ts';
import { enBref, jourLocal } from '../platform/lettres.ts';
import { imprimer } from '../platform/papier.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { nomDe } from '../usagers/usager.ts';
import { sceller } from './attestation.sceau.ts';
import { attestationStore, type Delivree } from './attestation.store.ts';
import { type Attestation, sectionsAttestation } from './attestation.ts';
import { reservesDe } from './decision.ts';
import { verifierAcces } from './demande.acces.ts';
import { demandeActions } from './demande.actions.ts';
import { noterLecture } from './demande.lecture.ts';
import { type DemandeLue, demandeStore } from './demande.store.ts';
import { type Demande, faire, intituleDe, recueLe } from './demande.ts';
import { gestesPossibles } from './gestes.ts';
import { codeDe } from './reference.ts';

/** The same paper each time: the first asking makes it, the next ones print it again (CRPA L232-3). */
export const delivrerAttestation = implement(
  demandeActions.delivrerAttestation,
  async ({ demande: reference }, contexte) => {
    const { commune, demandeur, origines, table } = contexte;
    const lue = await demandeStore(table).get(reference);
    verifierAcces(demandeur, lue.valeur);
    noterLecture(reference, contexte);
    const { attestation, signature } = await trouverOuFaire(lue, contexte);
    const adresse = `${origines[0]}/verifier#${attestation.code}.${signature}`;
    const page = await imprimer({
      entete: enTeteDe(commune),
      titre: 'Attestation d’acceptation par silence',
      reperes: [
        { nom: 'Référence', valeur: reference },
        { nom: 'Délivrée le', valeur: enBref(attestation.delivreeLe) },
        { nom: 'Service', valeur: serviceDe(commune, lue.valeur.service).nom },
      ],
      sections: sectionsAttestation(attestation, laCommune(commune)),
      carre: {
        contenu: adresse,
        titre: 'Vérifier cette attestation',
        lignes: [
          'Lisez ce carré avec un téléphone, ou ouvrez cette page :',
          `${origines[0]}/verifier`,
          `Code de l’attestation : ${attestation.code}`,
        ],
      },
    });
    return {
      nom: `attestation-${reference}.pdf`,
      type: 'application/pdf',
      contenu: Buffer.from(page).toString('base64'),
    };
  },
);

const trouverOuFaire = async (lue: DemandeLue, { commune, now, table }: Contexte): Promise<Delivree> => {
  if (!gestesPossibles(lue.valeur).includes('attester')) throw new Refus('geste-impossible');
  const attestations = attestationStore(table);
  const deja = lue.valeur.faits.findLast((fait) => fait.type === 'attestation');
  const ancienne = deja && (await attestations.find(deja.code));
  if (ancienne) return ancienne;
  const le = now.toISOString();
  const code = codeDe(octets(12));
  const demandee = faire('attester', lue.valeur, {
    type: 'attestation',
    code,
    le,
    par: { qui: 'usager', nom: nomDe(lue.valeur.usager) },
  });
  const attestation: Attestation = {
    code,
    commune: commune.nomComplet,
    siret: commune.siret,
    delivreeLe: jourLocal(le, commune.fuseau),
    ...mentionsDe(lue.valeur),
  };
  const delivree = { attestation, signature: await sceller(attestation) };
  attestations.add(delivree);
  demandeStore(table).replace(lue, demandee, { now, dernierMot: lue.dernierMot });
  return delivree;
};

const mentionsDe = (demande: Demande) => {
  const silence = demande.faits.findLast((fait) => fait.type === 'silence');
  if (!silence || demande.regime.type === 'AUCUN') throw new Refus('geste-impossible');
  return {
    reference: demande.reference,
    objet: intituleDe(demande),
    personne: nomDe(demande.usager),
    recueLe: jourLocal(recueLe(demande), demande.fuseau),
    accepteeLe: silence.terme,
    fondement: citer(demande.regime.fondement),
    reserve: reservesDe(demande).join(' '),
  };
};

export const handler = lambda(delivrerAttestation);
