import {
  Aide,
  CadreGroupe,
  CadreSimple,
  type Champs,
  decritPar,
  Erreur,
  Facultatif,
} from './champ-cadre.tsx';

type Option = string | { valeur: string; libelle: string };
type Props<V> = Champs<V> & { options: readonly Option[] };

/** Above this, a list to unfold is quicker to read than buttons. */
const RADIOS_MAX = 7;

const lire = (option: Option) => (typeof option === 'string' ? { valeur: option, libelle: option } : option);
const rang = (id: string, i: number): string => (i === 0 ? id : `${id}-${i}`);

/** One answer among several. */
export const ChampChoix = (props: Props<string>) =>
  props.options.length > RADIOS_MAX ? <Liste {...props} /> : <Radios {...props} />;

const Radios = ({ options, valeur, onChange, ...cadre }: Props<string>) => (
  <CadreGroupe {...cadre}>
    <div class="options">
      {options.map(lire).map((option, i) => (
        <label class="option" key={option.valeur}>
          <input
            type="radio"
            id={rang(cadre.id, i)}
            name={cadre.id}
            value={option.valeur}
            checked={valeur === option.valeur}
            onChange={() => onChange(option.valeur)}
          />
          <span>{option.libelle}</span>
        </label>
      ))}
    </div>
  </CadreGroupe>
);

const Liste = ({ options, valeur, onChange, ...cadre }: Props<string>) => (
  <CadreSimple {...cadre}>
    <select
      id={cadre.id}
      class="saisie"
      value={valeur}
      aria-invalid={cadre.erreur ? 'true' : undefined}
      aria-describedby={decritPar(cadre)}
      onChange={(evenement) => onChange(evenement.currentTarget.value)}
    >
      <option value="">Choisissez</option>
      {options.map(lire).map((option) => (
        <option key={option.valeur} value={option.valeur}>
          {option.libelle}
        </option>
      ))}
    </select>
  </CadreSimple>
);

/** Any number of answers among several. */
export const ChampCases = ({ options, valeur, onChange, ...cadre }: Props<string[]>) => {
  const basculer = (une: string) =>
    onChange(valeur.includes(une) ? valeur.filter((autre) => autre !== une) : [...valeur, une]);
  return (
    <CadreGroupe {...cadre} aide={cadre.aide ?? 'Plusieurs réponses possibles.'}>
      <div class="options">
        {options.map(lire).map((option, i) => (
          <label class="option" key={option.valeur}>
            <input
              type="checkbox"
              id={rang(cadre.id, i)}
              checked={valeur.includes(option.valeur)}
              onChange={() => basculer(option.valeur)}
            />
            <span>{option.libelle}</span>
          </label>
        ))}
      </div>
    </CadreGroupe>
  );
};

/** A single box to tick. What is to mend stands above it, as everywhere: its help belongs to its label. */
export const ChampCase = ({ id, libelle, aide, facultatif, erreur, valeur, onChange }: Champs<boolean>) => (
  <div class="champ champ-case" data-erreur={erreur ? '' : undefined}>
    <Erreur id={id} erreur={erreur} />
    <label class="option">
      <input
        type="checkbox"
        id={id}
        checked={valeur}
        aria-invalid={erreur ? 'true' : undefined}
        aria-describedby={decritPar({ id, libelle, aide, erreur })}
        onChange={(evenement) => onChange(evenement.currentTarget.checked)}
      />
      <span>
        {libelle}
        <Facultatif facultatif={facultatif} />
      </span>
    </label>
    <Aide id={id} aide={aide} />
  </div>
);
