import * as z from 'zod';
import { Canal } from './fait.ts';
import { EnDroit, EnFait, motifFacultatif } from './raisons.ts';

/** An acceptance: a word is welcome; conditions call for reasons (CRPA L211-2, 3° and L211-5). */
export const acceptation = {
  texte: z.string().trim().max(4000).default(''),
  conditions: motifFacultatif(4000),
  faits: z.string().trim().max(4000).default(''),
  droit: z.string().trim().max(2000).default(''),
  /** The vote of the conseil municipal, where one is needed. */
  deliberation: z
    .object({
      numero: z.string().trim().min(1, 'Donnez le numéro de la délibération.').max(40),
      le: z.iso.date('Indiquez le jour de la délibération.'),
    })
    .optional(),
  /** Without delay, even when the first decision was lawful, if all three are true (CRPA L242-4). */
  beneficiaire: z
    .object({
      le: z.iso.date('Indiquez le jour où la personne l’a demandé. (CRPA, L242-4)'),
      par: Canal,
      plusFavorable: z
        .boolean()
        .refine(Boolean, 'La nouvelle décision doit être plus favorable à la personne. (CRPA, L242-4)'),
      sansTiers: z
        .boolean()
        .refine(
          Boolean,
          'Vérifiez que personne d’autre n’y perd un droit : sinon, la décision ne peut être remplacée. (CRPA, L242-4)',
        ),
    })
    .optional(),
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
