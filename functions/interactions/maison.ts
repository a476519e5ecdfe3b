import type { Commune } from '../commune/commune.ts';
import { estUnFormulaire, estUnRobot } from './automate.ts';
import type { Lecture } from './lecture.ts';
import { domaineDe } from './preuve.ts';

export type Maison = Pick<Commune, 'courriel' | 'domaine' | 'services' | 'agents' | 'echanges'>;

const sansSuffixe = (adresse: string): string => adresse.toLowerCase().replace(/\+[^@]*@/, '@');

/** An agent, a service, or anyone of the commune's own domain: they write for someone else. */
export const estDeLaMaison = (de: string, { courriel, domaine, services, agents }: Maison): boolean => {
  const adresse = sansSuffixe(de);
  const connues = [courriel, ...services.map((un) => un.courriel), ...agents.map((un) => un.courriel)];
  return (
    de !== '' &&
    (domaineDe(adresse) === domaine.toLowerCase() ||
      connues.some((une) => une.toLowerCase() === adresse || estDuParent(adresse, { une, domaine })))
  );
};

/** A commune whose mail comes in by `demarches.valbrume.example` has its boxes on `valbrume.example`. */
const estDuParent = (adresse: string, { une, domaine }: { une: string; domaine: string }): boolean =>
  domaineDe(une) === domaineDe(adresse) && domaine.toLowerCase().endsWith(`.${domaineDe(adresse)}`);

/**
 * A mail as it must be taken: what the town's own form sends is of the person whom it names, and what comes back from
 * our own address is an echo.
 */
export const commeIlFaut = (lecture: Lecture, maison: Maison): Lecture => {
  const { de, repondreA } = lecture;
  if (sansSuffixe(de) === maison.courriel.toLowerCase() && !lecture.joint && !estTransmis(lecture))
    return { ...lecture, machine: lecture.machine ?? 'boucle' };
  if (!estNotreFormulaire(de, maison)) return lecture;
  if (!repondreA) return { ...lecture, de: '', machine: undefined };
  // A form answered by a machine, or by ourselves, would go round for ever.
  if (estDeLaMaison(repondreA.de, maison) || estUnRobot(repondreA.de))
    return { ...lecture, machine: 'boucle' };
  const { machine: _, ...reste } = lecture;
  return { ...reste, de: repondreA.de, nom: repondreA.nom, repondreA: undefined, machine: undefined };
};

const estTransmis = ({ objet }: Lecture): boolean => /^\s*(?:tr|fwd?|transfert)\s*:/i.test(objet);

const estNotreFormulaire = (de: string, { echanges }: Maison): boolean => echanges.formulaires.includes(de);

/** Someone else is to be answered than whoever wrote: an agent says who asks. */
export const parleDUnAutre = ({ de, repondreA }: Lecture): boolean =>
  repondreA !== undefined && (estUnFormulaire(de) || domaineDe(repondreA.de) !== domaineDe(de));
