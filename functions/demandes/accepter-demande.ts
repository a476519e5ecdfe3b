import { identifiant } from '../platform/aleas.ts';
import { type Jour, jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import { conditionsDites } from './conditions.ts';
import { datesDeDecision, decider, fautes, remplacer } from './decision.ts';
import { demandeActions } from './demande.actions.ts';
import { ouvrirDossier } from './demande.dossier.ts';
import { demandeStore } from './demande.store.ts';
import { type Demande, recueLe } from './demande.ts';
import type { Canal, FaitDe } from './fait.ts';
import { gestesPossibles } from './gestes.ts';
import { decisionAUsager, lettreDeDecision } from './lettres.ts';
import { Reference } from './reference.ts';

export const accepterDemande = implement(demandeActions.accepterDemande, async (saisie, contexte) => {
  const dossier = await ouvrirDossier(saisie, contexte, { malgreLeTerme: true });
  const acceptee = decider(dossier.demande, {
    type: 'decision',
    sens: 'acceptation',
    texte: saisie.texte,
    ...conditionsDites(saisie),
    ...aLaDemandeDe(saisie, dossier),
    ...datesDeDecision(saisie, { ...dossier, surPapier: await dossier.estSurPapier() }),
    ...dossier.signature,
  });
  await remplacerContestee(acceptee, contexte);
  return dossier.notifier(acceptee, lettreDeDecision(acceptee, contexte.commune));
});

/** Throws `entree-invalide`. */
const aLaDemandeDe = (
  { beneficiaire }: { beneficiaire?: { le: Jour; par: Canal } | undefined },
  { demande, aujourdhui }: { demande: Demande; aujourdhui: Jour },
): Pick<FaitDe<'decision'>, 'aLaDemande'> => {
  if (!beneficiaire) return {};
  const { le, par } = beneficiaire;
  const recue = jourDe(recueLe(demande), demande.fuseau);
  const details = fautes('beneficiaire.le', le, { recue, aujourdhui });
  if (details.length > 0) throw new Refus('entree-invalide', details);
  return { aLaDemande: { le, par } };
};

/** A recours gracieux that is granted puts its answer in the place of the decision that it contests (CRPA L411-2, L243-3). */
const remplacerContestee = async (
  { conteste, reference: recours, faits }: Demande,
  { commune, now, table }: Contexte,
): Promise<void> => {
  const demandes = demandeStore(table);
  const lue = conteste ? await demandes.find(Reference.parse(conteste)) : undefined;
  const decision = faits.at(-1);
  if (!lue || decision?.type !== 'decision' || !gestesPossibles(lue.valeur).includes('remplacer')) return;
  const remplacee = remplacer(lue.valeur, decision, { recours });
  demandes.replace(lue, remplacee, {
    now,
    promis: decisionAUsager(remplacee, lettreDeDecision(remplacee, commune), identifiant),
  });
};

export const handler = lambda(accepterDemande);
