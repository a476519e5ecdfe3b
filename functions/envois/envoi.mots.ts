import { serviceDe } from '../commune/commune.ts';
import { type Accuse, type Section, sectionsDe } from '../demandes/accuse.ts';
import { accuseDe, demandeDe, demandeStore } from '../demandes/demande.store.ts';
import { avisDeNotification } from '../demandes/notification.ts';
import { Reference } from '../demandes/reference.ts';
import type { Changement } from '../platform/flux.ts';
import type { Contexte } from '../platform/perform.ts';
import { Refus } from '../platform/refus.ts';
import type { Envoi } from './envoi.ts';
import { composerSms } from './gsm.ts';

type Corps = { objet: string; sections: readonly Section[]; lien?: string };
type Autour = Pick<Contexte, 'commune' | 'origines' | 'table'> & { source: Changement['apres'] };

/** Three messages at most: the rest is behind the link. */
const SMS_MAX = 3;

/** The words of an SMS; undefined for a mail. */
export const smsDe = (
  { contenu, code, demande }: Envoi,
  { commune, origines }: Pick<Contexte, 'commune' | 'origines'>,
): string | undefined => {
  const de = commune.nom;
  const lien = code ? `${origines[0]}/suivi/${demande}#${code}` : undefined;
  if (contenu.type === 'sms') return composerSms({ de, texte: contenu.texte, lien }, SMS_MAX);
  if (contenu.type === 'code' && contenu.par === 'sms')
    return composerSms({ de, texte: texteDuCode(contenu) });
  return undefined;
};

type Code = Extract<Envoi['contenu'], { type: 'code' }>;

const texteDuCode = ({ code, ...quoi }: Code): string =>
  `votre code${POUR_SMS[quoi.pour ?? 'connexion'](quoi)} est ${code}. Il sert dix minutes. Ne le donnez à personne.`;

const POUR_SMS = {
  connexion: () => '',
  contact: () => ' pour ajouter ce numéro à un compte',
  desistement: ({ renonce = '' }: Pick<Code, 'renonce'>) => ` pour renoncer à la demande ${renonce}`,
} as const;

/** The words of a mail. What promised it, `source`, says nearly always all that they need; else the table does. */
export const corpsDe = async (envoi: Envoi, { commune, origines, source, table }: Autour): Promise<Corps> => {
  const { contenu, demande, code } = envoi;
  const lien = `${origines[0]}/suivi/${demande}#${code}`;
  const demandes = demandeStore(table);
  const reference = () => Reference.parse(demande);
  switch (contenu.type) {
    case 'accuse': {
      const accuse = accuseDe(source) ?? (await demandes.getAccuse(reference()));
      return { objet: objetDeLAccuse(accuse), sections: sectionsDe(accuse), lien };
    }
    case 'enregistrement':
      return {
        objet: `Votre message est enregistré (${demande})`,
        sections: sectionsDe(accuseDe(source) ?? (await demandes.getEnregistrement(reference()))),
        lien,
      };
    case 'decision': {
      const decidee = demandeDe(source) ?? (await demandes.get(reference())).valeur;
      const { objet, paragraphes } = avisDeNotification(decidee, serviceDe(commune, decidee.service));
      return { objet, sections: [{ titre: '', lignes: paragraphes }], lien };
    }
    case 'lettre':
      return {
        objet: contenu.objet,
        sections: [{ titre: '', lignes: contenu.paragraphes }],
        ...(contenu.suivi ? { lien } : {}),
      };
    case 'code':
      return {
        objet: OBJETS_DU_CODE[contenu.pour ?? 'connexion'](contenu),
        sections: [{ titre: '', lignes: lignesDuCode(contenu) }],
      };
    case 'sms':
      throw new Refus('geste-impossible');
  }
};

const objetDeLAccuse = ({ nature, reference }: Accuse): string =>
  nature === 'sans-identite'
    ? `Votre signalement ${reference} est reçu`
    : `Accusé de réception de votre demande ${reference}`;

const OBJETS_DU_CODE = {
  connexion: () => 'Votre code pour vous identifier',
  contact: () => 'Votre code pour ajouter cette adresse à un compte',
  desistement: ({ renonce = '' }: Pick<Code, 'renonce'>) =>
    `Votre code pour renoncer à la demande ${renonce}`,
} as const;

const lignesDuCode = ({ code, pour, renonce = '' }: Code): string[] => [
  `Votre code : ${code}`,
  'Il sert une fois, pendant dix minutes, sur la page où vous l’avez demandé. Ne le donnez à personne : la mairie ne vous le demandera jamais.',
  {
    connexion:
      'Vous n’avez rien demandé ? Vous n’avez rien à faire : sans ce code, personne n’ouvre votre compte.',
    contact:
      'Il ajoute cette adresse au compte d’où il a été demandé. Vous n’avez rien demandé ? Vous n’avez rien à faire : sans ce code, personne ne l’ajoute.',
    desistement: `Il sert à renoncer à la demande ${renonce} : la mairie cessera de l’étudier. Vous ne voulez pas y renoncer ? Vous n’avez rien à faire : sans ce code, votre demande continue.`,
  }[pour ?? 'connexion'],
];
