import { observable } from '../observable.ts';

const perdue = observable(false);

/** Notes that the session ended while someone was at work: nothing on the screen is thrown away. */
export const perdreSession = (): void => perdue.ecrire(true);

export const retrouverSession = (): void => perdue.ecrire(false);

export const useSessionPerdue = perdue.use;
