import { memo } from 'react';
import { Link } from 'wouter';
import type { Ligne } from '../../../functions/demandes/formes.ts';
import { Icone } from '../../ui/icones.tsx';
import { recemment } from '../mots.ts';
import { nomEnFile } from '../personnes.ts';
import { IconeCanal } from '../ui/canal.tsx';
import { type Delai, delaiDe } from './delai.ts';
import { issueDe } from './issue.ts';
import { motCourt } from './mot-court.ts';

type Props = { ligne: Ligne; recherche: string; aujourdhui: string; ouverte: boolean; issue: boolean };

/** One demande of the queue. Kept as long as its line has not changed: 400 of them are read again every 30 seconds. */
export const LigneFile = memo(({ ligne, recherche, aujourdhui, ouverte, issue }: Props) => {
  const { reference, objet, apercu, personne, canal, agent, dernierMot, aLire, aSigner } = ligne;
  // What waits for a reader is the person's own words.
  const mot = aLire ? `« ${aLire.extrait} »` : dernierMot.phrase;
  return (
    <tr
      role="row"
      class="ligne"
      data-reference={reference}
      data-ouverte={ouverte ? '' : undefined}
      onClick={ouvrir}
    >
      <CelluleDelai delai={issue ? issueDe(ligne, aujourdhui) : delaiDe(ligne)} />
      <th
        role="rowheader"
        scope="row"
        class="ligne-objet"
        title={[objet, apercu, reference].filter(Boolean).join(' — ')}
      >
        <Link href={`/demandes/${reference}${recherche}`} aria-current={ouverte ? 'true' : undefined}>
          {objet}
        </Link>
        <Signature aSigner={aSigner} />
        {apercu && <span class="ligne-apercu">{apercu}</span>}
      </th>
      <td role="cell" class="ligne-personne" title={nomEnFile(personne)}>
        {nomEnFile(personne)}
      </td>
      <td role="cell" class="ligne-canal">
        <IconeCanal canal={aLire?.canal ?? canal} />
      </td>
      <td role="cell" class="ligne-agent" title={agent}>
        {agent ?? <SansAgent />}
      </td>
      <td role="cell" class="ligne-mot" title={mot}>
        <span class="mot-phrase">{aLire ? mot : motCourt(mot)}</span>{' '}
        <span class="mot-quand">{recemment(dernierMot.le, aujourdhui)}</span>
      </td>
    </tr>
  );
});

const CelluleDelai = ({ delai }: { delai: Delai }) => (
  <td role="cell" class="ligne-delai" data-urgence={delai.urgence} title={delai.phrase}>
    <span class="delai-jours">
      {delai.urgence !== 'calme' && <Icone nom={delai.urgence === 'depasse' ? 'retard' : 'horloge'} />}
      {delai.jours}
    </span>{' '}
    <span class="delai-suite">{delai.suite}</span>
  </td>
);

const Signature = ({ aSigner }: Pick<Ligne, 'aSigner'>) =>
  aSigner ? (
    <span class="ligne-apercu">{aSigner.renvoye ? 'Acte renvoyé, à corriger' : 'Attend une signature'}</span>
  ) : null;

const SansAgent = () => (
  <>
    <span aria-hidden="true">—</span>
    <span class="lu-seulement">Sans responsable</span>
  </>
);

/** The whole row opens the file under a mouse; the link does it for everyone else. A selection of text is left alone. */
const ouvrir = ({ target, currentTarget }: MouseEvent): void => {
  const surLien = target instanceof Element && target.closest('a');
  if (surLien || getSelection()?.toString() || !(currentTarget instanceof Element)) return;
  currentTarget.querySelector('a')?.click();
};
