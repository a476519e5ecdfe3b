import { MOTIFS_ECART } from '../interactions/interaction.ts';
import { enBref, heureDe, jourLocal } from '../platform/lettres.ts';
import { aQui, type Demande, type Fait, horlogeDe } from './demande.ts';
import type { Point } from './formes.ts';

/** Where a demande stands, in one sentence for the person who asked. */
export const phraseDe = (demande: Demande): string => {
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
      return 'Votre demande est acceptée.';
    case 'refusee':
      return 'Votre demande est refusée. Les raisons et vos recours sont ci-dessous.';
    case 'traitee':
      return 'Votre demande est traitée.';
    case 'acceptee-par-silence':
      return `La mairie n’a pas répondu à temps : votre demande est acceptée${terme ? ` depuis le ${enBref(terme.le)}` : ''}.`;
    case 'rejetee-par-silence':
      return `La mairie n’a pas répondu à temps : votre demande est rejetée${terme ? ` depuis le ${enBref(terme.le)}` : ''}. Vous pouvez contester ce rejet.`;
  }
};

/** The same, with the next date, in the words of an SMS. */
export const etatEnBref = (demande: Demande): string => {
  const { terme } = horlogeDe(demande);
  const demandees = demande.faits.findLast((fait) => fait.type === 'pieces-demandees');
  const suite =
    demande.statut === 'incomplete' && demandees
      ? ` À envoyer au plus tard le ${enBref(demandees.jusquau)}.`
      : termeEnBref(demande, terme);
  return `${demande.reference}. ${phraseDe(demande)}${suite}`;
};

const termeEnBref = (demande: Demande, terme: ReturnType<typeof horlogeDe>['terme']): string =>
  !terme || aQui(demande) === 'personne' || demande.statut === 'a-qualifier'
    ? ''
    : ` Sans réponse le ${enBref(terme.le)}, elle sera ${terme.sens === 'acceptation' ? 'acceptée' : 'rejetée'}.`;

/** The line of life: what happened, then the term if one is to come. */
export const vieDe = (demande: Demande): Point[] => {
  const { fuseau, faits } = demande;
  const passes = faits.flatMap((fait): Point[] => {
    const dit = titreDe(fait);
    return dit
      ? [
          {
            ...quandDe(fait, fuseau),
            ...dit,
            moment: 'passe',
            pourquoi: pourquoiDe(demande, fait),
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
  return [...passes, { le: terme.le, titre, moment: 'a-venir', pourquoi: explications }];
};

/** A silence speaks at its term, whenever someone came to state it. */
const quandDe = (fait: Fait, fuseau: string): Pick<Point, 'le' | 'heure'> =>
  fait.type === 'silence'
    ? { le: fait.terme }
    : { le: jourLocal(fait.le, fuseau), heure: heureDe(fait.le, fuseau) };

export const titreDe = (fait: Fait): { titre: string; detail?: string } | undefined => {
  switch (fait.type) {
    case 'recue':
      return { titre: 'Demande reçue par la mairie' };
    case 'qualifiee':
      return { titre: 'Demande adressée au bon service', detail: `${fait.demarche}, ${fait.service}` };
    case 'ecartee':
      return { titre: 'Classée sans suite', detail: MOTIFS_ECART[fait.motif] };
    case 'prise-en-charge':
      return { titre: `Prise en charge par ${fait.par.nom}` };
    case 'pieces-demandees':
      return {
        titre: 'Pièces demandées',
        detail: `${fait.pieces.join(', ')} — à envoyer au plus tard le ${enBref(fait.jusquau)}`,
      };
    case 'pieces-recues':
      return {
        titre: fait.reste === 0 ? 'Pièces reçues : le dossier est complet' : 'Pièces reçues',
        detail: fait.pieces.join(', '),
      };
    case 'decision':
      return {
        titre: { acceptation: 'Demande acceptée', refus: 'Demande refusée', cloture: 'Demande traitée' }[
          fait.sens
        ],
      };
    case 'silence':
      return {
        titre:
          fait.sens === 'acceptation'
            ? 'Demande acceptée : la mairie n’a pas répondu à temps'
            : 'Demande rejetée : la mairie n’a pas répondu à temps',
      };
    case 'rappel':
      return undefined;
  }
};

/** The reasons of a silence are those of the clock; other points speak for themselves. */
const pourquoiDe = (demande: Demande, fait: Fait): Point['pourquoi'] => {
  switch (fait.type) {
    case 'silence':
    case 'pieces-demandees':
      return horlogeDe({ ...demande, faits: demande.faits.slice(0, demande.faits.indexOf(fait) + 1) })
        .explications;
    case 'recue':
    case 'qualifiee':
    case 'ecartee':
    case 'prise-en-charge':
    case 'pieces-recues':
    case 'rappel':
    case 'decision':
      return [];
  }
};
