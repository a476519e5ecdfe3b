import { Link } from 'wouter';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import type { Sortie } from '../../client.ts';
import { Mot } from '../../ui/encart.tsx';
import { Icone } from '../../ui/icones.tsx';
import { urgenceDe } from '../file/delai.ts';
import { compter } from '../mots.ts';
import { nomEnFile } from '../personnes.ts';

type Ligne = Sortie<'consulterSilences'>['lignes'][number];

const SENS = { acceptation: 'fait', rejet: 'retard' } as const;

/** A demande that silence decided, and how long it may still be withdrawn. */
export const LigneSilence = ({ ligne }: { ligne: Ligne }) => {
  const { reference, objet, personne, sens, statut, le } = ligne;
  const retiree = statut === 'retiree';
  return (
    <li>
      <p class="silence-objet">
        <Link href={`/demandes/${reference}?vue=silence`}>{objet}</Link>{' '}
        <span class="discret">
          {nomEnFile(personne)}, <span class="chiffres">{reference}</span>
        </span>
      </p>
      <p class="silence-sens">
        <Mot sens={retiree ? 'information' : SENS[sens]}>
          {sens === 'acceptation' ? 'Acceptée' : 'Rejetée'}
        </Mot>{' '}
        <span class="discret">
          par silence le {espacer(enBref(le))}
          {retiree && ', retirée depuis'}
        </span>
      </p>
      <Retrait ligne={ligne} />
    </li>
  );
};

const Retrait = ({ ligne: { retraitJusquau, joursPourRetirer } }: { ligne: Ligne }) => {
  if (!retraitJusquau || joursPourRetirer === undefined) return null;
  const urgence = urgenceDe(joursPourRetirer);
  return (
    <p class="silence-retrait" data-urgence={urgence}>
      {urgence !== 'calme' && <Icone nom="horloge" />}
      <strong>
        {joursPourRetirer === 0 ? 'Dernier jour' : `Encore ${compter(joursPourRetirer, 'jour')}`}
      </strong>{' '}
      <span class="discret">Retirable jusqu’au {espacer(enBref(retraitJusquau))}</span>
    </p>
  );
};
