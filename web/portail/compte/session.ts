/** What is open on this browser? A witness says so, which holds no secret; the session itself is out of reach. */
const temoin = (): string => /(?:^|;\s*)parvis_compte=(\w+)/.exec(document.cookie)?.[1] ?? '';

/** Someone is signed in. */
export const estConnecte = (): boolean => temoin() === '1';

/** Someone has only given the code of a demande. */
export const suitParCode = (): boolean => temoin() === 'suivi';
