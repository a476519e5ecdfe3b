/** Handlers of a command are made once, not at each call. */
export const LEGER = { cacheMiddleware: true } as const;

/** What the SDK adds to each call for readers that we do not have: the words of a log, and its own portrait. */
const INUTILES = ['loggerMiddleware', 'getUserAgentMiddleware'];

type Client = { middlewareStack: { remove(nom: string): boolean } };

/** A client of the SDK without what costs a quarter of each call, and serves nobody here. */
export const alleger = <C extends Client>(client: C): C => {
  for (const nom of INUTILES) client.middlewareStack.remove(nom);
  return client;
};
