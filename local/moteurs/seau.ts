import { vraiMaintenant } from '../horloge.ts';

/** How AWS holds back those who call too often: so many at once, then so many a second. */
export type Quota = { aLaFois: number; parSeconde: number };

/** A token bucket: each call takes a token, or learns that there is none. */
export const ouvrirSeau = ({ aLaFois, parSeconde }: Quota): (() => boolean) => {
  let jetons = aLaFois;
  let vu = vraiMaintenant();
  return () => {
    const maintenant = vraiMaintenant();
    jetons = Math.min(aLaFois, jetons + ((maintenant - vu) * parSeconde) / 1000);
    vu = maintenant;
    if (jetons < 1) return false;
    jetons -= 1;
    return true;
  };
};
