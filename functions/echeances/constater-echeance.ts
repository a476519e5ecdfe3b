import { relaisDe } from '../agents/relais.ts';
import { lettreDeDelaiPasse, lettreDeDelaiPasseAuxAgents, lettreDeRappelAnnexe } from '../demandes/avis.ts';
import { type DemandeLue, demandeStore } from '../demandes/demande.store.ts';
import type { Demande } from '../demandes/demande.ts';
import {
  aAgent,
  aUsager,
  type Lettre,
  lettreDeRappel,
  lettreDeSilence,
  lettreDeSilenceAuxAgents,
} from '../demandes/lettres.ts';
import type { Promesse } from '../envois/envoi.ts';
import { identifiant } from '../platform/aleas.ts';
import { jourDe } from '../platform/dates.ts';
import { lambda } from '../platform/lambda.ts';
import { type Contexte, implement } from '../platform/perform.ts';
import { cadreDe } from './cadre.ts';
import { constater, type Du, finirDelaiImparti, prochainReveil, rappeler, silencer } from './constat.ts';
import { echeanceActions } from './echeance.actions.ts';

/** More than may ever be due at one instant. */
const TOURS = 8;

/** A waking decides nothing by itself: the clock is recomputed from the faits, so a late or repeated one is harmless. */
export const constaterEcheance = implement(
  echeanceActions.constaterEcheance,
  async ({ demande: reference, reglage }, contexte) => {
    const { now, table } = contexte;
    const demandes = demandeStore(table);
    const lue = await demandes.get(reference);
    if (lue.valeur.reglage !== reglage) return {};
    const cadre = cadreDe(lue.valeur, contexte);
    let apres: Suite = { demande: lue.valeur, promis: [] };
    for (let tour = 0; tour < TOURS; tour += 1) {
      const du = constater(apres.demande, now, cadre);
      if (du.type === 'rien') break;
      apres = suivre(apres, du, contexte);
    }
    if (apres.demande !== lue.valeur)
      demandes.replace(lue, apres.demande, { now, promis: apres.promis, ...motDe(lue, apres.demande) });
    const prochain = prochainReveil(apres.demande, now, cadre);
    return prochain ? { prochain } : {};
  },
);

type Suite = { demande: Demande; promis: Promesse[] };

/** A reminder is between the house and its agents: the queue keeps the last word of the thread. */
const motDe = (lue: DemandeLue, { faits }: Demande): Pick<DemandeLue, 'dernierMot'> | Record<never, never> =>
  faits.slice(lue.valeur.faits.length).every(({ type }) => type === 'rappel')
    ? { dernierMot: lue.dernierMot }
    : {};

/** Does one thing that is due, and says who must be told. */
const suivre = (avant: Suite, du: Exclude<Du, { type: 'rien' }>, contexte: Contexte): Suite => {
  const { commune, now, origines } = contexte;
  const { demande } = avant;
  switch (du.type) {
    case 'silence': {
      const decidee = silencer(demande, du.terme, now);
      const promis = [
        ...aUsager(decidee, lettreDeSilence(decidee, commune), identifiant),
        ...auxAgents(decidee, lettreDeSilenceAuxAgents(decidee, origines[0]), { rang: 1, contexte }),
      ];
      return { demande: decidee, promis: [...avant.promis, ...promis] };
    }
    case 'delai-imparti': {
      const passee = finirDelaiImparti(demande, du.jusquau, now);
      const lettre = lettreDeDelaiPasseAuxAgents(passee, du.jusquau, origines[0]);
      const promis = [
        ...aUsager(passee, lettreDeDelaiPasse(passee, du.jusquau), identifiant),
        ...auxAgents(passee, lettre, { rang: 0, contexte }),
      ];
      return { demande: passee, promis: [...avant.promis, ...promis] };
    }
    case 'rappel': {
      const { rappel } = du;
      const { de } = rappel;
      const lettre =
        de === 'terme'
          ? lettreDeRappel(demande, now, origines[0])
          : lettreDeRappelAnnexe(demande, { ...rappel, de }, origines[0]);
      // Only a responsable may withdraw: they are told at once.
      const rang = de === 'retrait' ? 1 : rappel.rang;
      const promis = auxAgents(demande, lettre, { rang, contexte });
      return { demande: rappeler(demande, rappel, now), promis: [...avant.promis, ...promis] };
    }
  }
};

const auxAgents = (
  demande: Demande,
  lettre: Lettre,
  { rang, contexte: { commune, now } }: { rang: number; contexte: Contexte },
): Promesse[] =>
  relaisDe(demande, rang, { commune, le: jourDe(now.toISOString(), commune.fuseau) }).map((a) =>
    aAgent({ ...lettre, a }, identifiant()),
  );

export const handler = lambda(constaterEcheance);
