import { Link } from 'wouter';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { estClose } from '../../../functions/demandes/gestes.ts';
import { enBref, espacer } from '../../../functions/platform/lettres.ts';
import { Encart } from '../../ui/encart.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';
import { CANAUX, jourDe, quandEnLettres, STATUTS } from '../mots.ts';
import { usePage } from '../page.ts';
import { IconeCanal } from '../ui/canal.tsx';
import { Limites } from './limites.tsx';
import { Personne } from './personne.tsx';
import { Responsable } from './responsable.tsx';
import { Terme } from './terme.tsx';

/** The head of a file: what, who, where it stands, and the legal date. */
export const Tete = ({ dossier }: { dossier: Dossier }) => {
  const { reference, objet, conteste, canal, recueLe, statut, phrase, service } = dossier;
  const titre = usePage<HTMLHeadingElement>(`${objet}, ${reference}`, reference);
  return (
    <header class="tete">
      <p class="discret tete-origine">
        <ReferenceAffichee reference={reference} taille="ligne" />
        <span>
          <IconeCanal canal={canal} /> <span aria-hidden="true">{CANAUX[canal]}</span>, reçue le{' '}
          {espacer(estSaisie(canal) ? enBref(jourDe(recueLe)) : quandEnLettres(recueLe))}
        </span>
        <span>{service.nom}</span>
      </p>
      <h1 ref={titre} tabIndex={-1}>
        {objet}
      </h1>
      <Danger dossier={dossier} />
      <Terme dossier={dossier} />
      <Limites limites={dossier.limites} />
      <Personne dossier={dossier} />
      <dl class="faits">
        <div>
          <dt>État</dt>
          <dd>
            {STATUTS[statut]}{' '}
            <span class="discret">· La personne lit&nbsp;: «&nbsp;{espacer(phrase)}&nbsp;»</span>
          </dd>
        </div>
        {conteste && (
          <div>
            <dt>Conteste</dt>
            <dd>
              <Link href={`/demandes/${conteste}`}>La décision de la demande {conteste}</Link>
            </dd>
          </div>
        )}
        <div>
          <dt>Responsable</dt>
          <dd>
            <Responsable dossier={dossier} />
          </dd>
        </div>
      </dl>
    </header>
  );
};

/** As long as it is not over, someone may be hurt. */
const Danger = ({ dossier }: { dossier: Dossier }) =>
  dossier.danger && !estClose(dossier) ? (
    <Encart sens="retard">
      <p>
        <strong>Danger signalé.</strong> Voyez tout de suite ce qu’il faut faire. Si une vie est
        menacée&nbsp;: 18 ou 112.
      </p>
    </Encart>
  ) : null;

/** What an agent wrote down came on a day: nobody knows at what hour. */
const estSaisie = (canal: Dossier['canal']): boolean =>
  canal === 'guichet' || canal === 'courrier' || canal === 'telephone';
