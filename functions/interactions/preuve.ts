/** What SES thinks of a mail. */
export type Verdicts = Partial<Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', string | undefined>>;

/** What must not be opened, or could not be looked at: a scan that failed has proved nothing. */
export const dangerDe = ({ virus, spam }: Verdicts): 'dangereux' | 'non-verifie' | undefined => {
  if (virus === 'FAIL' || spam === 'FAIL') return 'dangereux';
  return virus !== undefined && virus !== 'PASS' ? 'non-verifie' : undefined;
};

/** Its domain denies it: DMARC, or SPF with no signature to speak for it. */
export const emprunte = ({ dmarc, spf, dkim }: Verdicts): boolean =>
  dmarc === 'FAIL' || (dmarc !== 'PASS' && spf === 'FAIL' && dkim !== 'PASS');

type Adresses = { de: string; source: string | undefined };

/**
 * Does something prove the address that it shows? DMARC does; else a signature, or SPF when the envelope is of the same
 * domain, for SPF says nothing of the address shown. A scan that did not end proves nothing.
 */
export const estProuve = (verdicts: Verdicts, { de, source }: Adresses): boolean => {
  const { dmarc, spf, dkim, spam } = verdicts;
  if (Object.values(verdicts).every((verdict) => verdict === undefined)) return true;
  if (dmarc === 'FAIL' || (spam !== undefined && spam !== 'PASS')) return false;
  return dmarc === 'PASS' || dkim === 'PASS' || (spf === 'PASS' && memeDomaine(de, source));
};

const memeDomaine = (de: string, source: string | undefined): boolean => {
  const [montre, dit] = [domaineDe(de), domaineDe(source ?? '')];
  return montre !== '' && (montre === dit || montre.endsWith(`.${dit}`) || dit.endsWith(`.${montre}`));
};

export const domaineDe = (adresse: string): string =>
  adresse.includes('@') ? adresse.slice(adresse.lastIndexOf('@') + 1).toLowerCase() : '';
