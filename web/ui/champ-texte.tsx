import { CadreSimple, type Champs, decritPar } from './champ-cadre.tsx';

type Taille = 'court' | 'moyen' | 'long';
type Props = Champs<string> & {
  type?: 'text' | 'email' | 'tel' | 'search';
  taille?: Taille;
  clavier?: 'numeric' | 'decimal' | 'email' | 'tel';
  /** The HTML token by which the browser offers what it knows of the person. */
  autoComplete?: string;
  unite?: string | undefined;
  lignes?: number;
  orthographe?: boolean;
};

/** A line of text, or several (`lignes`), or a figure (`clavier` and `unite`). */
export const ChampTexte = (props: Props) => (
  <CadreSimple
    id={props.id}
    libelle={props.libelle}
    aide={props.aide}
    facultatif={props.facultatif}
    erreur={props.erreur}
  >
    {props.lignes ? <Zone {...props} /> : <AvecUnite {...props} />}
  </CadreSimple>
);

const AvecUnite = (props: Props) =>
  props.unite ? (
    <span class="avec-unite">
      <Ligne {...props} /> {props.unite}
    </span>
  ) : (
    <Ligne {...props} />
  );

const commun = (props: Props) => ({
  id: props.id,
  name: props.id,
  class: 'saisie',
  value: props.valeur,
  'aria-invalid': props.erreur ? ('true' as const) : undefined,
  'aria-describedby': decritPar(props),
  'data-taille': props.taille,
});

const Ligne = (props: Props) => (
  <input
    {...commun(props)}
    type={props.type ?? 'text'}
    list={undefined}
    inputMode={props.clavier}
    autoComplete={props.autoComplete ?? 'off'}
    spellcheck={props.orthographe ?? false}
    onInput={(evenement) => props.onChange(evenement.currentTarget.value)}
  />
);

const Zone = (props: Props) => (
  <textarea
    {...commun(props)}
    rows={props.lignes}
    spellcheck
    onInput={(evenement) => props.onChange(evenement.currentTarget.value)}
  />
);
