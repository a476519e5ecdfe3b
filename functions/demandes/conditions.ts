import * as z from 'zod';
import { EnDroit, EnFait, motifFacultatif } from './raisons.ts';

/** An acceptance: a word is welcome; conditions call for reasons (CRPA L211-2, 3° and L211-5). */
export const acceptation = {
  texte: z.string().trim().max(4000).default(''),
  conditions: motifFacultatif(4000),
  faits: z.string().trim().max(4000).default(''),
  droit: z.string().trim().max(2000).default(''),
};

const Motivation = {
  faits: EnFait('Dites ce qui, dans la situation, conduit à ces conditions. (CRPA, L211-2, 3° et L211-5)'),
  droit: EnDroit('Citez le texte sur lequel ces conditions se fondent. (CRPA, L211-2, 3° et L211-5)'),
};

type Saisie = { conditions: string; faits: string; droit: string };

/** Imposed without reasons, conditions can be quashed on that alone. */
export const verifierConditions = (saisie: Saisie, contexte: z.RefinementCtx<Saisie>): void => {
  if (!saisie.conditions) return;
  for (const champ of ['faits', 'droit'] as const) {
    const faute = Motivation[champ].safeParse(saisie[champ]).error?.issues[0];
    if (faute) contexte.addIssue({ code: 'custom', path: [champ], message: faute.message });
  }
};

/** What is kept of them: reasons without conditions found nothing. */
export const conditionsDites = ({ conditions, faits, droit }: Saisie): Partial<Saisie> =>
  conditions ? { conditions, faits, droit } : {};
