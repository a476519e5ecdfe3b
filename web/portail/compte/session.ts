/** Is someone signed in on this browser? A witness says so, which holds no secret; the session itself is out of reach. */
export const estConnecte = (): boolean => /(?:^|;\s*)parvis_compte=1/.test(document.cookie);
