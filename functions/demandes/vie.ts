import { citer, type Explication } from '../echeances/explication.ts';
import { enBref, heureDe } from '../platform/lettres.ts';
import { conditionsDe } from './acte.ts';
import { delaiImpartiDe, originalAttendu } from './attendues.ts';
import { silenceEfface } from './decision.ts';
import { aQui, type Demande } from './demande.ts';
import type { Fait } from './fait.ts';
import type { Point } from './formes.ts';
import { retraitEnvisage } from './gestes.ts';
import { horlogeDe, jourDuFait } from './horloge.ts';
import { observationsDe } from './retrait.ts';
import { titreDe } from './titres.ts';

/** Where a demande stands, in one sentence for the person who asked. */
export const phraseDe = (demande: Demande): string =>
  originalDit(demande) ?? `${phraseDuStatut(demande)}${envisageEnBref(demande)}`;

const envisageEnBref = (demande: Demande): string => {
  const envisage = retraitEnvisage(demande.faits);
  if (!envisage) return '';
  return observationsDe(demande).length > 0
    ? ' Mais la mairie envisage de revenir sur sa décision. Elle lira d’abord vos observations.'
    : ` Mais la mairie envisage de revenir sur sa décision : vos observations sont attendues jusqu’au ${enBref(envisage.jusquau)}.`;
};

const originalDit = (demande: Demande): string | undefined => {
  const original = originalAttendu(demande);
  if (!original) return undefined;
  const { piece, jusquau } = original;
  const aussi = demande.statut === 'incomplete' ? ' Il manque aussi des éléments à votre dossier.' : '';
  return `À vous : apportez l’original de « ${piece} » à la mairie${jusquau ? `, au plus tard le ${enBref(jusquau)}` : ''}.${aussi}`;
};

const phraseDuStatut = (demande: Demande): string => {
  const { terme } = horlogeDe(demande);
  switch (demande.statut) {
    case 'a-qualifier':
      return 'Votre message est enregistré. Un agent va le lire et l’adresser au bon service.';
    case 'ecartee':
      return 'La mairie n’a pas traité ce message comme une demande.';
    case 'deposee':
      return 'Votre demande est arrivée. Un agent va l’ouvrir.';
    case 'en-instruction':
      return demande.agent ? `${demande.agent.nom} étudie votre demande.` : 'La mairie étudie votre demande.';
    case 'incomplete':
      return 'Il manque des éléments à votre dossier. Vous pouvez les envoyer ici, à toute heure.';
    case 'acceptee':
      return accepteeEnBref(demande);
    case 'refusee':
      return 'Votre demande est refusée. Les raisons et vos recours sont ci-dessous.';
    case 'traitee':
      return 'Votre demande est traitée.';
    case 'acceptee-par-silence':
      return `La mairie n’a pas répondu à temps : votre demande est acceptée${terme ? ` depuis le ${enBref(terme.le)}` : ''}.`;
    case 'retiree':
      return 'La mairie est revenue sur sa décision. Les raisons et vos recours sont ci-dessous.';
    case 'transmise':
      return transmiseEnBref(demande);
    case 'desistee':
      return 'Vous avez renoncé à cette demande.';
    case 'rejetee-par-silence':
      return `La mairie n’a pas répondu à temps : votre demande est rejetée${terme ? ` depuis le ${enBref(terme.le)}` : ''}. Vous pouvez contester ce rejet.`;
  }
};

const accepteeEnBref = (demande: Demande): string =>
  conditionsDe(demande)
    ? 'Votre demande est acceptée, avec des conditions. Elles sont ci-dessous, avec vos recours.'
    : 'Votre demande est acceptée.';

const transmiseEnBref = ({ faits }: Demande): string => {
  const fait = faits.findLast((candidat) => candidat.type === 'transmise');
  return `Cette demande relève d’une autre administration, qui vous répondra${fait ? ` : ${fait.administration}` : ''}.`;
};

/** The same, with the next date, in the words of an SMS. */
export const etatEnBref = (demande: Demande): string => {
  const { terme } = horlogeDe(demande);
  const jusquau = delaiImpartiDe(demande);
  const suite = jusquau ? ` Envoyez-les au plus tard le ${enBref(jusquau)}.` : termeEnBref(demande, terme);
  // A plain SMS does not know « À ».
  return `${demande.reference}. ${phraseDe(demande).replace('À vous : a', 'A')}${suite}`;
};

const termeEnBref = (demande: Demande, terme: ReturnType<typeof horlogeDe>['terme']): string =>
  !terme || aQui(demande) === 'personne' || demande.statut === 'a-qualifier'
    ? ''
    : ` Sans réponse le ${enBref(terme.le)}, elle sera ${terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'}.`;

/** The line of life: what happened, then the term if one is to come. */
export const vieDe = (demande: Demande): Point[] => {
  const { fuseau } = demande;
  const faits = demande.faits.toSorted((a, b) => jourDuFait(a, fuseau).localeCompare(jourDuFait(b, fuseau)));
  const passes = faits.flatMap((fait, rang): Point[] => {
    const dit = fait.type === 'silence' && silenceEfface(demande) ? silenceSansEffet(demande) : titreDe(fait);
    return dit
      ? [
          {
            ...quandDe(fait, fuseau),
            ...dit,
            moment: 'passe',
            pourquoi: pourquoiDe(demande, faits.slice(0, rang + 1)),
          },
        ]
      : [];
  });
  const { terme, explications } = horlogeDe(demande);
  if (!terme || aQui(demande) === 'personne' || demande.statut === 'a-qualifier') return passes;
  const titre =
    terme.sens === 'acceptation'
      ? 'Sans réponse de la mairie, votre demande sera acceptée'
      : 'Sans réponse de la mairie, votre demande sera rejetée';
  return [...passes, { le: terme.le, titre, moment: 'a-venir', pourquoi: explications.map(lisible) }];
};

const silenceSansEffet = ({ statut }: Demande) => ({
  titre: 'Constat du silence, sans effet',
  detail:
    statut === 'transmise'
      ? 'Une autre administration était compétente'
      : 'La décision avait été notifiée à temps',
});

/** A sentence and where to check it. */
export const lisible = (explication: Explication): Point['pourquoi'][number] => ({
  phrase: explication.phrase,
  article: citer(explication),
});

/** A silence speaks at its term, whenever someone came to state it. */
const quandDe = (fait: Fait, fuseau: string): Pick<Point, 'le' | 'heure'> => {
  if (fait.type === 'silence') return { le: fait.terme };
  const le = jourDuFait(fait, fuseau);
  const datee = 'jour' in fait || (fait.type === 'recue' && fait.saisieLe !== undefined);
  return datee ? { le } : { le, heure: heureDe(fait.le, fuseau) };
};

/** What moves the clock. */
const MEUVENT: readonly Fait['type'][] = [
  'pieces-demandees',
  'pieces-recues',
  'original-demande',
  'original-produit',
  'verification-ouverte',
  'verification-levee',
  'prolongation',
];

/** A silence has all the reasons of the clock; what moves it, those that it adds; other points speak for themselves. */
const pourquoiDe = (demande: Demande, jusquici: readonly Fait[]): Point['pourquoi'] => {
  const fait = jusquici.at(-1);
  if (fait?.type === 'silence')
    return horlogeDe({ ...demande, faits: [...jusquici] }).explications.map(lisible);
  if (!fait || !MEUVENT.includes(fait.type)) return [];
  const [avant, apres] = [jusquici.slice(0, -1), jusquici].map(
    (faits) => horlogeDe({ ...demande, faits: [...faits] }).explications,
  );
  return (apres ?? []).filter(({ phrase }) => !avant?.some((deja) => deja.phrase === phrase)).map(lisible);
};
