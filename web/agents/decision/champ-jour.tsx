import { CadreSimple, type Champs, decritPar } from '../../ui/champ-cadre.tsx';

/** A day, picked with the browser's own calendar. */
export const ChampJour = ({ min, ...props }: Champs<string> & { min: string }) => (
  <CadreSimple id={props.id} libelle={props.libelle} erreur={props.erreur}>
    <input
      id={props.id}
      class="saisie saisie-jour"
      type="date"
      min={min}
      value={props.valeur}
      aria-invalid={props.erreur ? 'true' : undefined}
      aria-describedby={decritPar(props)}
      onInput={({ currentTarget }) => props.onChange(currentTarget.value)}
    />
  </CadreSimple>
);
