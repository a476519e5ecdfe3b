import { useState } from 'react';
import { CadreGroupe, type Champs } from './champ-cadre.tsx';

const PARTIES = [
  { cle: 'jour', nom: 'Jour', chiffres: 2, autoComplete: 'bday-day' },
  { cle: 'mois', nom: 'Mois', chiffres: 2, autoComplete: 'bday-month' },
  { cle: 'annee', nom: 'Année', chiffres: 4, autoComplete: 'bday-year' },
] as const;
type Parties = Record<(typeof PARTIES)[number]['cle'], string>;

const exemple = (passee: boolean): string => `Par exemple 15\u00a003\u00a0${passee ? 1987 : 2027}.`;
const PARTIELLE = 'Si le jour ou le mois n’est pas connu, laissez-le vide.';

type Props = Champs<string> & {
  naissance?: boolean;
  /** A day that is over is shown an example of its own. */
  passee?: boolean;
  /** The day and the month may be unknown. */
  partielle?: boolean | undefined;
};

/**
 * A date typed in three figures, which every keyboard and screen reader can do. Its value is `AAAA-MM-JJ`, each part blank
 * as long as nothing is typed in it, or '' when all is.
 */
export const ChampDate = ({ naissance, passee = false, partielle, ...props }: Props) => {
  const [parties, poser] = useState(() => separer(props.valeur));
  const changer = (cle: keyof Parties, saisie: string) => {
    const suite = { ...parties, [cle]: saisie.replace(/\D/g, '') };
    poser(suite);
    props.onChange(joindre(suite));
  };
  return (
    <CadreGroupe
      id={props.id}
      libelle={props.libelle}
      aide={[props.aide, exemple(passee), partielle && PARTIELLE].filter(Boolean).join(' ')}
      facultatif={props.facultatif}
      erreur={props.erreur}
    >
      <div class="date">
        {PARTIES.map(({ cle, nom, chiffres, autoComplete }, i) => (
          <div key={cle} class={cle}>
            <label for={i === 0 ? props.id : `${props.id}-${cle}`}>{nom}</label>
            <input
              id={i === 0 ? props.id : `${props.id}-${cle}`}
              class="saisie"
              type="text"
              inputMode="numeric"
              maxLength={chiffres}
              autoComplete={naissance ? autoComplete : 'off'}
              value={parties[cle]}
              aria-invalid={props.erreur ? 'true' : undefined}
              onInput={(evenement) => changer(cle, evenement.currentTarget.value)}
            />
          </div>
        ))}
      </div>
    </CadreGroupe>
  );
};

const separer = (valeur: string): Parties => {
  const [annee = '', mois = '', jour = ''] = valeur.split('-');
  return { annee, mois, jour };
};

const joindre = ({ annee, mois, jour }: Parties): string =>
  annee || mois || jour ? `${annee}-${deuxChiffres(mois)}-${deuxChiffres(jour)}` : '';

const deuxChiffres = (saisie: string): string => (saisie === '' ? '' : saisie.padStart(2, '0'));
