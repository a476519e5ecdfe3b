import http from 'node:http';
import net, { type AddressInfo } from 'node:net';

/** A port that nothing uses now. */
export const portLibre = (): Promise<number> =>
  new Promise((resoudre, refuser) => {
    const sonde = net.createServer().on('error', refuser);
    sonde.listen(0, '127.0.0.1', () => {
      const { port } = sonde.address() as AddressInfo;
      sonde.close(() => resoudre(port));
    });
  });

/** A port already in use, said in one sentence. */
export const portOccupe = (port: number, variable: string): Error =>
  new Error(
    `Le port ${port} est déjà utilisé par un autre programme. Arrêtez-le, ou choisissez un autre port, par exemple : ${variable}=${port + 10} npm start`,
    { cause: 'attendue' },
  );

export type Ecoute = { port: number; fermer(): Promise<void> };

/** Listens on this machine only. */
export const ecouter = (repondre: http.RequestListener, port = 0, hote = '127.0.0.1'): Promise<Ecoute> =>
  new Promise((resoudre, refuser) => {
    const serveur = http.createServer({ keepAliveTimeout: 65_000 }, repondre).on('error', refuser);
    serveur.listen(port, hote, () => {
      const fermer = () =>
        new Promise<void>((fini) => {
          serveur.close(() => fini());
          serveur.closeAllConnections();
        });
      resoudre({ port: (serveur.address() as AddressInfo).port, fermer });
    });
  });

/** `localhost` is either of the two loopback addresses, and some machines only have the first. */
export const ecouterPartout = async (repondre: http.RequestListener, port: number): Promise<Ecoute> => {
  const occupe = (erreur: NodeJS.ErrnoException) => {
    throw erreur.code === 'EADDRINUSE' || erreur.code === 'EACCES' ? portOccupe(port, 'PORT') : erreur;
  };
  const premiere = await ecouter(repondre, port).catch(occupe);
  const seconde = await ecouter(repondre, premiere.port, '::1').catch(
    async (erreur: NodeJS.ErrnoException) => {
      if (erreur.code !== 'EADDRINUSE') return undefined;
      await premiere.fermer();
      return occupe(erreur);
    },
  );
  return {
    port: premiere.port,
    async fermer() {
      await Promise.all([premiere.fermer(), seconde?.fermer()]);
    },
  };
};

/** Reads a body up to a limit; undefined when it is larger. */
export const lireCorps = async (
  requete: http.IncomingMessage,
  limite: number,
): Promise<Buffer | undefined> => {
  const morceaux: Buffer[] = [];
  let taille = 0;
  for await (const morceau of requete as AsyncIterable<Buffer>) {
    taille += morceau.length;
    if (taille <= limite) morceaux.push(morceau);
  }
  return taille > limite ? undefined : Buffer.concat(morceaux);
};
