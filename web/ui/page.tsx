import './page.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'react';
import { commune } from '../client.ts';
import { Icone } from './icones.tsx';
import { Lien } from './lien.tsx';

/** The first page shown leaves the focus where the browser puts it. */
let arrivee = true;

/** The one title of a page. On each change of page it takes the focus, so that a screen reader says where one is. */
export const Titre = ({ children, onglet }: { children: ComponentChildren; onglet: string }) => {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${onglet} – ${commune.nomComplet}`;
  }, [onglet]);
  useEffect(() => {
    if (!arrivee) {
      titre.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    arrivee = false;
  }, []);
  return <h1 tabIndex={-1} ref={titre}>{children}</h1>;
};

type Retour = { vers: string; mot: string };
type Props = { titre: string; onglet?: string; retour?: Retour | undefined; children: ComponentChildren; sur?: ComponentChildren };

/** A page of the portal: a way back, its title, its content. `sur` stands above the title. */
export const Page = ({ titre, onglet, retour, sur, children }: Props) => (
  <>
    {retour && <p class="retour sans-impression"><Lien vers={retour.vers} icone="retour">{retour.mot}</Lien></p>}
    {sur}
    <Titre onglet={onglet ?? titre}>{titre}</Titre>
    {children}
  </>
);

/** What stands around every page of the portal. */
export const Coquille = ({ children }: { children: ComponentChildren }) => (
  <div class="coquille">
    <a class="evitement" href="#contenu" onClick={allerAuContenu}>Aller au contenu</a>
    <header class="entete">
      <div class="cadre">
        <Lien vers="/">{commune.nomComplet}</Lien>
        <nav aria-label="Principale" class="sans-impression"><Lien vers="/suivi">Suivre une demande</Lien></nav>
      </div>
    </header>
    <main class="corps" id="contenu" tabIndex={-1}><div class="cadre">{children}</div></main>
    <Pied />
  </div>
);

const allerAuContenu = (evenement: MouseEvent): void => {
  evenement.preventDefault();
  document.getElementById('contenu')?.focus();
};

const Pied = () => {
  const { adresse, horaires, telephone, courriel, nomComplet } = commune;
  return (
    <footer class="pied sans-impression">
      <div class="cadre">
        <section>
          <h2>{nomComplet}</h2>
          <p>{adresse.voie}{adresse.complement && <><br />{adresse.complement}</>}<br />{adresse.codePostal} {adresse.ville}</p>
        </section>
        <section>
          <h2>Horaires d’ouverture</h2>
          <dl>{horaires.map(({ jours, heures }) => <div key={jours}><dt>{jours}</dt><dd>{heures}</dd></div>)}</dl>
        </section>
        <section>
          <h2>Nous joindre</h2>
          <ul>
            <li><a href={`tel:${telephone.replace(/ /g, '')}`}><Icone nom="telephone" />{'\u00a0'}{telephone.replace(/ /g, '\u00a0')}</a></li>
            <li><a href={`mailto:${courriel}`}><Icone nom="courriel" />{'\u00a0'}{courriel}</a></li>
          </ul>
        </section>
        <section>
          <h2>Ce site</h2>
          <ul>
            <li><Lien vers="/accessibilite">Accessibilité{'\u00a0'}: {commune.accessibilite}</Lien></li>
            <li><Lien vers="/mentions-legales">Mentions légales</Lien></li>
          </ul>
        </section>
      </div>
    </footer>
  );
};
