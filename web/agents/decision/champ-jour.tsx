import { enLettres, espacer } from '../../../functions/platform/lettres.ts';
import { CadreSimple, type Champs, decritPar } from '../../ui/champ-cadre.tsx';

type Props = Champs<string> & { min?: string; max?: string };

/** A day, picked with the browser's own calendar, and said in letters: a browser in English shows the month first. */
export const ChampJour = ({ min, max, ...props }: Props) => (
  <CadreSimple
    id={props.id}
    libelle={props.libelle}
    aide={props.aide}
    facultatif={props.facultatif}
    erreur={props.erreur}
  >
    <input
      id={props.id}
      class="saisie saisie-jour"
      type="date"
      min={min}
      max={max}
      value={props.valeur}
      aria-invalid={props.erreur ? 'true' : undefined}
      aria-describedby={
        [decritPar(props), props.valeur && `${props.id}-lettres`].filter(Boolean).join(' ') || undefined
      }
      onInput={({ currentTarget }) => props.onChange(currentTarget.value)}
    />
    {props.valeur && (
      <p class="jour-lettres discret" id={`${props.id}-lettres`}>
        {espacer(enLettres(props.valeur))}
      </p>
    )}
  </CadreSimple>
);
