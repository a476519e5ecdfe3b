import type http from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import type { CommuneChargee } from '../../lib/communes.ts';
import { ecouter } from '../ecoute.ts';
import { type Horloge, vraiMaintenant } from '../horloge.ts';
import type { Temps } from '../temps.ts';
import { finirLaVille } from './dossier.ts';
import { ouvrirPlace } from './place.ts';

type Options = {
  chargees: readonly CommuneChargee[];
  registre: DatabaseSync;
  horloge: Horloge;
  temps: Temps;
  /** What answers at the address of each commune, while the public door is still shut. */
  servir: http.RequestListener;
  adresse(slug: string): string;
  smtpPort: number;
  dire(ligne: string): void;
  tracer(ligne: string): void;
};

/** Brings the communes to life: their past is played through their own doors, then time is the present. */
export const animer = async (options: Options): Promise<void> => {
  const { chargees, registre, horloge, temps, servir, adresse, smtpPort, dire, tracer } = options;
  // Only the first start pays for reading the stories.
  const { semer } = await import('./semer.ts');
  const { port, fermer } = await ecouter(servir);
  const aujourdhui = () => new Date().toISOString().slice(0, 10);
  const places = chargees.map((chargee) =>
    ouvrirPlace(chargee, { port, smtpPort, adresse: adresse(chargee.commune.slug), aujourdhui }),
  );
  await semer({ places, temps, dire, tracer });
  await temps.aller(vraiMaintenant());
  horloge.rattraper();
  finirLaVille(registre);
  await fermer();
};
