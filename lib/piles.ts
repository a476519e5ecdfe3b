/** Names of a commune's stacks. */
export const pilesDe = (slug: string) => ({ commune: `parvis-${slug}`, pareFeu: `parvis-${slug}-pare-feu` });
