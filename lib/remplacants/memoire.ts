type Lecture = (this: object) => unknown;
type Sorte = { kind: string; name: string | symbol };

/** Stands for fontkit's `@cache`, written for decorators that the language did not keep: computes a value once. */
export const cache = (lire: Lecture, { kind, name }: Sorte): Lecture =>
  kind === 'getter' ? lireUneFois(lire, name) : calculerUneFois(lire as Calcul, name);

const lireUneFois = (lire: Lecture, nom: string | symbol): Lecture =>
  function (this: object) {
    const value = lire.call(this);
    Object.defineProperty(this, nom, { value });
    return value;
  };

type Calcul = (this: object, ...arguments_: unknown[]) => unknown;

const calculerUneFois = (calculer: Calcul, nom: string | symbol): Calcul =>
  function (this: object, ...premiers: unknown[]) {
    const connus = new Map<unknown, unknown>();
    const value = (...arguments_: unknown[]) => {
      const [cle = 'value'] = arguments_;
      if (!connus.has(cle)) connus.set(cle, calculer.apply(this, arguments_));
      return connus.get(cle);
    };
    Object.defineProperty(this, nom, { value });
    return value(...premiers);
  };
