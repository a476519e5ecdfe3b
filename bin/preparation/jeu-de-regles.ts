import {
  CreateReceiptRuleSetCommand,
  DescribeActiveReceiptRuleSetCommand,
  ListReceiptRuleSetsCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { JEU_DE_REGLES } from '../../lib/constructs/courrier.ts';

/** What was found, or done: the rule set was active already, or it is now. */
export type Preparation = 'deja' | 'active';

/**
 * Finds the set of receipt rules to which each commune's stack adds its own, makes it if need be, and has SES obey it. Only
 * the first version of SES's API knows receipt rules. Throws when the account obeys another set: it would be silenced.
 */
export const preparerJeu = async (ses: SESClient): Promise<Preparation> => {
  const { Metadata } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  if (Metadata?.Name === JEU_DE_REGLES) return 'deja';
  if (Metadata?.Name)
    throw new Error(
      `SES obéit déjà au jeu de règles « ${Metadata.Name} » : prendre sa place couperait le courrier qu’il reçoit. Prenez un compte ou une région à part.`,
    );
  if (!(await existe(ses))) await ses.send(new CreateReceiptRuleSetCommand({ RuleSetName: JEU_DE_REGLES }));
  await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: JEU_DE_REGLES }));
  return 'active';
};

const existe = async (ses: SESClient): Promise<boolean> => {
  let NextToken: string | undefined;
  do {
    const page = await ses.send(new ListReceiptRuleSetsCommand({ NextToken }));
    if (page.RuleSets?.some(({ Name }) => Name === JEU_DE_REGLES)) return true;
    NextToken = page.NextToken;
  } while (NextToken);
  return false;
};
