/** The stack of what the communes of an account share, in one region. */
export const pileDuCompte = (region: string): string => `parvis-compte-${region}`;

/** Names of a commune's stacks. */
export const pilesDe = (slug: string) => ({ commune: `parvis-${slug}`, pareFeu: `parvis-${slug}-pare-feu` });
