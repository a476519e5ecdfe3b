import './champ.css';
import './option.css';
import type { ComponentChildren } from 'preact';
import { Icone } from './icones.tsx';

/** What every field shares: a label above, its help, and the sentence that says what to mend. */
export type Champs<V> = {
  id: string;
  libelle: string;
  aide?: string | undefined;
  facultatif?: boolean | undefined;
  erreur?: string | undefined;
  valeur: V;
  onChange: (valeur: V) => void;
};

type Etiquette = Pick<Champs<unknown>, 'id' | 'libelle' | 'aide' | 'facultatif' | 'erreur'>;

export const decritPar = ({ id, aide, erreur }: Etiquette): string | undefined =>
  [aide && `${id}-aide`, erreur && `${id}-erreur`].filter(Boolean).join(' ') || undefined;

export const Facultatif = ({ facultatif }: { facultatif: boolean | undefined }) =>
  facultatif ? <span class="facultatif">{'\u00a0'}(facultatif)</span> : null;

const Phrases = (etiquette: Etiquette) => (
  <>
    <Aide {...etiquette} />
    <Erreur {...etiquette} />
  </>
);

export const Aide = ({ id, aide }: Pick<Etiquette, 'id' | 'aide'>) =>
  aide ? (
    <p class="aide" id={`${id}-aide`}>
      {aide}
    </p>
  ) : null;

export const Erreur = ({ id, erreur }: Pick<Etiquette, 'id' | 'erreur'>) =>
  erreur ? (
    <p class="erreur" id={`${id}-erreur`}>
      <Icone nom="retard" />
      <span>{erreur}</span>
    </p>
  ) : null;

/** A field with one control. */
export const CadreSimple = ({ children, ...etiquette }: Etiquette & { children: ComponentChildren }) => (
  <div class="champ" data-erreur={etiquette.erreur ? '' : undefined}>
    <label for={etiquette.id}>
      {etiquette.libelle}
      <Facultatif facultatif={etiquette.facultatif} />
    </label>
    <Phrases {...etiquette} />
    {children}
  </div>
);

/** A field with several controls, named as a group. */
export const CadreGroupe = ({ children, ...etiquette }: Etiquette & { children: ComponentChildren }) => (
  <fieldset
    class="champ"
    data-erreur={etiquette.erreur ? '' : undefined}
    aria-describedby={decritPar(etiquette)}
  >
    <legend>
      {etiquette.libelle}
      <Facultatif facultatif={etiquette.facultatif} />
    </legend>
    <Phrases {...etiquette} />
    {children}
  </fieldset>
);
