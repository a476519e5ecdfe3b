import './page-demarche.css';
import { DOMAINES } from 'virtual:regles';
import type { Demarche, PieceAttendue, Qualite } from '../../../functions/demarches/demarche.ts';
import { commune, type Sortie } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import { Mot } from '../../ui/encart.tsx';
import { Icone } from '../../ui/icones.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Page } from '../../ui/page.tsx';
import { useLecture } from '../../ui/use-lecture.ts';
import { DemarcheFermee } from './demarche-fermee.tsx';

type Ouverte = Sortie<'consulterDemarche'>;

/** All that one should know before starting, and one button. */
export const PageDemarche = ({ id }: { id: string }) => {
  const lecture = useLecture('consulterDemarche', { demarche: id });
  if (lecture.etat === 'attente') return <Chargement />;
  if (lecture.etat === 'echec')
    return <DemarcheFermee lecture={lecture} titre="Cette démarche ne s’ouvre pas" />;
  const { demarche } = lecture.valeur;
  return (
    <Page
      titre={demarche.nom}
      retour={{ vers: `/domaines/${demarche.domaine}`, mot: DOMAINES[demarche.domaine] }}
    >
      <p class="chapeau">{demarche.resume}</p>
      <div class="deux-colonnes">
        <div class="avant">
          {demarche.prevenir && <p class="prevenir">{demarche.prevenir}</p>}
          <h2>Pour qui</h2>
          <p>{pourQui(demarche.pourQui)}</p>
          <h2>Ce qu’il vous faut</h2>
          <Pieces demarche={demarche} />
          <Prix prix={lecture.valeur.prix} />
          <Suite ouverte={lecture.valeur} />
          <Decide ouverte={lecture.valeur} />
          <p class="discret duree">
            <Icone nom="horloge" />
            <span>
              Environ {demarche.minutes} minute{demarche.minutes > 1 && 's'} pour remplir. Vos réponses
              restent dans cet onglet jusqu’à l’envoi.
            </span>
          </p>
          <p>
            <Lien vers={`/demarches/${demarche.id}/formulaire/1`} rang="premier">
              Commencer
            </Lien>
          </p>
        </div>
        <Autrement service={lecture.valeur.service} />
      </div>
    </Page>
  );
};

const PERSONNES: Record<Qualite, string> = {
  particulier: 'les particuliers',
  entreprise: 'les entreprises',
  association: 'les associations',
};
const pourQui = (qualites: readonly Qualite[]): string =>
  `${new Intl.ListFormat('fr').format(qualites.map((qualite) => PERSONNES[qualite]))}.`.replace(/^l/, 'L');

const Pieces = ({ demarche: { pieces, recupere } }: { demarche: Demarche }) => (
  <>
    {pieces.length === 0 ? (
      <p>Aucun document à fournir.</p>
    ) : (
      <ul class="pieces-attendues">
        {pieces.map((piece) => (
          <Piece key={piece.id} piece={piece} />
        ))}
      </ul>
    )}
    {recupere.length > 0 && (
      <>
        <h3>Ce que la mairie récupère elle-même</h3>
        <ul>
          {recupere.map((quoi) => (
            <li key={quoi}>{quoi}</li>
          ))}
        </ul>
      </>
    )}
  </>
);

const Piece = ({ piece }: { piece: PieceAttendue }) => {
  const notes = [
    piece.si && 'selon votre situation',
    !piece.obligatoire && 'facultatif',
    piece.plusTard && 'peut venir plus tard',
  ].filter(Boolean);
  return (
    <li>
      <Icone nom="fichier" />
      <div>
        {piece.nom}
        {notes.length > 0 && <span class="discret"> ({notes.join(', ')})</span>}
        {piece.aide && <p class="discret">{piece.aide}</p>}
      </div>
    </li>
  );
};

const Prix = ({ prix }: Pick<Ouverte, 'prix'>) => (
  <>
    <h2>Le prix</h2>
    {prix.map((phrase) => (
      <p key={phrase}>{phrase}</p>
    ))}
  </>
);

/** Who decides, and who answers for the data: the CCAS is not the commune. */
const Decide = ({ ouverte: { demarche, autorite, responsable } }: { ouverte: Ouverte }) => (
  <>
    <h2>Qui décide</h2>
    <p>{autorite.charAt(0).toUpperCase() + autorite.slice(1)}.</p>
    <p>
      Vos réponses sont traitées par{'\u00a0'}: {responsable}.{' '}
      <Lien vers={`/demarches/${demarche.id}/donnees`}>Ce que deviennent vos réponses</Lien>
    </p>
  </>
);

/** What silence will mean, and when: said before one starts, with its text; each case, when it depends on an answer. */
const Suite = ({ ouverte: { silence, selon, demarche } }: { ouverte: Ouverte }) => (
  <>
    <h2>Ce qui se passe ensuite</h2>
    {selon.length > 0 && <p>Cela dépend de votre réponse.</p>}
    {selon.map(({ cas, fondement, ...autre }) => (
      <Silence key={cas} cas={cas} silence={autre} fondement={fondement} />
    ))}
    <Silence
      {...(selon.length > 0 && { cas: 'Dans les autres cas' })}
      silence={silence}
      fondement={demarche.regime.fondement}
    />
  </>
);

type Cas = {
  cas?: string;
  silence: Ouverte['silence'];
  fondement: Ouverte['demarche']['regime']['fondement'];
};

const Silence = ({ cas, silence, fondement: { texte, article, url } }: Cas) => {
  return (
    <section class="suite" data-sens={silence.sens === 'acceptation' ? 'fait' : 'information'}>
      {cas && <h3>{cas}</h3>}
      <p>{silence.phrase}</p>
      {silence.sens && (
        <p>
          <Mot sens={silence.sens === 'acceptation' ? 'fait' : 'information'}>
            {silence.sens === 'acceptation' ? 'Sans réponse, c’est oui' : 'Sans réponse, c’est non'}
          </Mot>
        </p>
      )}
      <p class="discret">
        <a href={url}>
          {texte}, {article}
        </a>
      </p>
    </section>
  );
};

const Autrement = ({ service }: { service: Ouverte['service'] }) => (
  <aside class="autrement" aria-labelledby="autrement">
    <h2 id="autrement">Autrement qu’en ligne</h2>
    <h3>Par téléphone</h3>
    <p>
      <a href={`tel:${service.telephone.replace(/ /g, '')}`}>{service.telephone.replace(/ /g, '\u00a0')}</a>
      <br />
      {service.nom}
    </p>
    <h3>Au guichet</h3>
    <dl>
      {commune.horaires.map(({ jours, heures }) => (
        <div key={jours}>
          <dt>{jours}</dt>
          <dd>{heures}</dd>
        </div>
      ))}
    </dl>
    <h3>Par courrier</h3>
    <p>
      {service.nom}
      <br />
      {service.adresse.voie}
      {service.adresse.complement && (
        <>
          <br />
          {service.adresse.complement}
        </>
      )}
      <br />
      {service.adresse.codePostal} {service.adresse.ville}
    </p>
  </aside>
);
