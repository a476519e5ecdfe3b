import type { DatabaseSync } from 'node:sqlite';

const VraiDate = globalThis.Date;

/** The machine's own time, for what concerns the machine (retries, pauses) and not the commune. */
export const vraiMaintenant = (): number => VraiDate.now();

/** The commune's time: the machine's, plus a shift that only grows. It is negative while a town's past is played. */
export type Horloge = {
  partage: SharedArrayBuffer;
  maintenant(): number;
  decalage(): number;
  poser(instant: number): void;
  /** Ends a past that was played: the commune's time is the machine's again. Leaves a clock that is ahead. */
  rattraper(): void;
  /** As the console tells it: the commune's time, and how many milliseconds ahead it is. */
  lire(): { maintenant: string; decalage: number };
  fermer(): void;
};

/** Makes the `Date` of this thread read the shared shift; timers keep the machine's time. Returns how to undo it. */
export const decaler = (partage: SharedArrayBuffer): (() => void) => {
  const decalage = new BigInt64Array(partage);
  const maintenant = () => VraiDate.now() + Number(Atomics.load(decalage, 0));
  globalThis.Date = new Proxy(VraiDate, {
    construct: (cible, args, appelee) =>
      Reflect.construct(cible, args.length > 0 ? args : [maintenant()], appelee) as Date,
    apply: () => new VraiDate(maintenant()).toString(),
    get: (cible, cle) => (cle === 'now' ? maintenant : (Reflect.get(cible, cle) as unknown)),
  });
  return () => {
    globalThis.Date = VraiDate;
  };
};

/** Opens the clock where it was left, and sets it in this thread. */
export const ouvrirHorloge = (registre: DatabaseSync): Horloge => {
  const partage = new SharedArrayBuffer(8);
  const valeur = new BigInt64Array(partage);
  const lu = registre.prepare("SELECT valeur FROM reglages WHERE nom = 'decalage'").get();
  Atomics.store(valeur, 0, BigInt(String(lu?.valeur ?? 0)));
  const ecrire = registre.prepare(
    "INSERT INTO reglages VALUES ('decalage', ?) ON CONFLICT (nom) DO UPDATE SET valeur = excluded.valeur",
  );
  const decalage = () => Number(Atomics.load(valeur, 0));
  const decalerDe = (millisecondes: number): void => {
    const nouveau = BigInt(Math.max(decalage(), Math.round(millisecondes)));
    ecrire.run(String(nouveau));
    Atomics.store(valeur, 0, nouveau);
  };
  return {
    partage,
    decalage,
    maintenant: () => VraiDate.now() + decalage(),
    poser: (instant) => decalerDe(instant - VraiDate.now()),
    rattraper: () => decalerDe(0),
    lire: () => ({
      maintenant: new VraiDate(VraiDate.now() + decalage()).toISOString(),
      decalage: decalage(),
    }),
    fermer: decaler(partage),
  };
};
