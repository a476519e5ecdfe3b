import { ACTES } from '../commune/delegation.ts';
import { peutSigner } from '../commune/signataire.ts';
import type { Input } from '../platform/action.ts';
import { jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { agentDe } from '../platform/session.ts';
import { nomDe } from '../usagers/usager.ts';
import { demandeActions } from './demande.actions.ts';
import { acteDe, acteDuProjet } from './demande.signature.ts';
import { demandeStore } from './demande.store.ts';
import { type Demande, intituleDe } from './demande.ts';
import { fileStore } from './file.store.ts';
import type { ActeEnAttente } from './formes.ts';
import { horlogeDe } from './horloge.ts';
import { Reference } from './reference.ts';

/** As many as one reads at a sitting; the others come as these are signed. */
const ENSEMBLE = 50;

export const listerASigner = implement(
  demandeActions.listerASigner,
  async (_: Input<typeof demandeActions.listerASigner>, contexte) => {
    const { commune, demandeur, table } = contexte;
    const { role, services } = agentDe(demandeur);
    const lus = role === 'elu' ? commune.services.map(({ id }) => id) : services;
    const files = await Promise.all(lus.map((service) => fileStore(table).listASigner(service, ENSEMBLE)));
    const demandes = demandeStore(table);
    const lues = await Promise.all(
      files.flat().map(({ reference }) => demandes.find(Reference.parse(reference))),
    );
    const actes = lues.flatMap((lue) => (lue ? (enAttente(lue, contexte) ?? []) : []));
    return { actes: actes.toSorted(parDateLegale).slice(0, ENSEMBLE) };
  },
);

const SANS_TERME = '9999';
const parDateLegale = (a: ActeEnAttente, b: ActeEnAttente): number =>
  (a.terme?.le ?? SANS_TERME).localeCompare(b.terme?.le ?? SANS_TERME) ||
  a.prepare.le.localeCompare(b.prepare.le);

/** Nothing for who may not sign it today. */
const enAttente = (
  { valeur: demande, version }: { valeur: Demande; version: number },
  contexte: Contexte,
): ActeEnAttente | undefined => {
  const { commune, demandeur, now } = contexte;
  const { courriel, nom } = agentDe(demandeur);
  const { aSigner: projet } = demande;
  const aujourdhui = jourDe(now.toISOString(), demande.fuseau);
  if (!projet || projet.renvoi) return undefined;
  const verdict = peutSigner(acteDe(projet.nature, demande), courriel, { jour: aujourdhui, commune });
  if (!verdict.oui) return undefined;
  const { terme } = horlogeDe(demande);
  const par = { qui: 'agent' as const, nom, id: courriel, signe: { formule: verdict.formule } };
  return {
    reference: demande.reference,
    version,
    objet: intituleDe(demande),
    personne: nomDe(demande.usager),
    acte: ACTES[projet.nature],
    prepare: { par: projet.par.nom, le: projet.le },
    ...(terme && { terme: { le: terme.le, sens: terme.sens, dernierJourUtile: terme.dernierJourUtile } }),
    ...lettreOuEmpechement(() =>
      acteDuProjet(
        projet,
        { dossier: { demande, aujourdhui }, version, signature: { le: now.toISOString(), par } },
        contexte,
      ),
    ),
  };
};

const lettreOuEmpechement = (
  acte: () => { lettre: { objet: string; paragraphes: string[] } },
): Pick<ActeEnAttente, 'lettre' | 'empechement'> => {
  try {
    const { objet, paragraphes } = acte().lettre;
    return { lettre: { objet, paragraphes } };
  } catch (erreur) {
    if (!(erreur instanceof Refus)) throw erreur;
    return { empechement: erreur.details.map(({ phrase }) => phrase).join(' ') || erreur.message };
  }
};

export const handler = lambda(listerASigner);
