import { useState } from 'react';
import { CadreGroupe, type Champs } from './champ-cadre.tsx';

const PARTIES = [
  { cle: 'jour', nom: 'Jour', chiffres: 2, autoComplete: 'bday-day' },
  { cle: 'mois', nom: 'Mois', chiffres: 2, autoComplete: 'bday-month' },
  { cle: 'annee', nom: 'Année', chiffres: 4, autoComplete: 'bday-year' },
] as const;
type Parties = Record<(typeof PARTIES)[number]['cle'], string>;

const EXEMPLE = 'Par exemple 15\u00a003\u00a02027.';

type Props = Champs<string> & { naissance?: boolean };

/** A date typed in three figures, which every keyboard and screen reader can do. Its value is `AAAA-MM-JJ`, or '' when all is blank. */
export const ChampDate = ({ naissance, ...props }: Props) => {
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
      aide={[props.aide, EXEMPLE].filter(Boolean).join(' ')}
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
