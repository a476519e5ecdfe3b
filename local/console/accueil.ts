import type { Commune } from '../../functions/commune/commune.ts';
import { combienDeSms } from '../../functions/envois/gsm.ts';
import type { Sms } from '../moteurs/sms.ts';
import { dateEtHeure, type Html, html, tableau } from './html.ts';

/** A commune as people call it. */
export type NomDe = (slug: string) => string;
export type Lieu = { commune: Commune; adresse: string; rebuts: number };

export const navigation = (ici: string, maintenant: string): Html => html`<strong>Parvis, poste local</strong>
<nav aria-label="Console"><ul>${LIENS.map(([lien, nom]) => html`<li><a href="${lien}"${lien === ici && html` aria-current="page"`}>${nom}</a></li>`)}</ul></nav>
${maintenant !== '' && html`<p>Nous sommes le ${maintenant}</p>`}`;

const LIENS = [
  ['/local', 'Accueil'],
  ['/local/courriels', 'Courriels envoyés'],
  ['/local/sms', 'SMS envoyés'],
  ['/local/ecrire', 'Écrire à la mairie'],
  ['/local/horloge', 'Horloge'],
] as const;

export const accueil = (lieux: readonly Lieu[]): Html => html`
<p>Tout ce que Parvis fait sur ce poste reste ici\u00a0: aucun courriel ni SMS ne part vraiment.</p>
${lieux.map(
  ({ commune, adresse, rebuts }) => html`
<h2>${commune.nomComplet}</h2>
<ul>
<li><a href="${adresse}/">Portail des habitants</a></li>
<li><a href="${adresse}/agents/">Espace des agents</a></li>
<li><a href="${adresse}/api/openapi.json">Description de l’API</a></li>
</ul>
<p>${rebuts === 0 ? html`Aucun évènement en échec.` : html`<span class="alerte">${rebuts} évènement${rebuts > 1 && html`s`} en échec</span>\u00a0: voyez le journal.`}</p>
${comptes(commune)}`,
)}`;

const comptes = ({ agents, services: tous }: Commune): Html =>
  tableau(
    'Comptes d’agents, à choisir sur la page de connexion',
    ['Nom', 'Qualité', 'Rôle', 'Services'],
    agents.map(({ prenom, nom, qualite, role, services }) => [
      `${prenom} ${nom}`,
      qualite,
      ROLES[role],
      services.length === 0 || services.length === tous.length
        ? 'Tous'
        : services.map((id) => tous.find((service) => service.id === id)?.nom ?? id).join(', '),
    ]),
  );

const ROLES: Record<Commune['agents'][number]['role'], string> = {
  accueil: 'accueil',
  instructeur: 'instruction',
  responsable: 'responsable',
  administrateur: 'administration',
  elu: 'élu',
};

export const listeDesSms = (sms: readonly Sms[], fuseau: string, nomDe: NomDe): Html =>
  sms.length === 0
    ? html`<p>Aucun SMS n’est encore parti. Ceux de la mairie s’afficheront ici.</p>`
    : tableau(
        'Du plus récent au plus ancien',
        ['À', 'Texte', 'Comptés', 'Commune', 'Envoyé le'],
        sms.map(({ a, texte, commune, le }) => [
          a,
          texte,
          `${combienDeSms(texte)}`,
          nomDe(commune),
          dateEtHeure(le, fuseau),
        ]),
      );

const choixDeCommune = (lieux: readonly Lieu[], id: string): Html => html`<label for="${id}">Commune</label>
<select id="${id}" name="commune">${lieux.map(({ commune }) => html`<option value="${commune.slug}">${commune.nomComplet}</option>`)}</select>`;

export const ecrire = (lieux: readonly Lieu[]): Html => html`
<p>Écrivez comme le ferait une habitante ou un habitant. Le message suit le même chemin qu’un vrai.</p>
<h2>Un courriel</h2>
<form method="post" action="/local/courriels">
${choixDeCommune(lieux, 'commune-courriel')}
<label for="de-courriel">Votre adresse électronique</label><input id="de-courriel" name="de" type="email" required autocomplete="off" value="zoe.martin@exemple.test">
<label for="objet">Objet</label><input id="objet" name="objet" required>
<label for="texte-courriel">Texte</label><textarea id="texte-courriel" name="texte" rows="6" required></textarea>
<div><button>Envoyer ce courriel</button></div>
</form>
<h2>Un SMS</h2>
<form method="post" action="/local/sms">
${choixDeCommune(lieux, 'commune-sms')}
<label for="de-sms">Votre numéro</label><input id="de-sms" name="de" type="tel" required value="+33639980001">
<label for="texte-sms">Texte</label><textarea id="texte-sms" name="texte" rows="3" required></textarea>
<div><button>Envoyer ce SMS</button></div>
</form>`;

export const horloge = (maintenant: string): Html => html`
<p class="grande">${maintenant}</p>
<p>Avancez l’horloge pour voir venir les rappels et les échéances. Chaque réveil se fait à son heure, dans l’ordre. On ne revient pas en arrière.</p>
<div class="rangee">${(
  [
    ['P1D', 'Avancer d’un jour'],
    ['P7D', 'Avancer d’une semaine'],
    ['P2M', 'Avancer de deux mois'],
  ] as const
).map(
  ([duree, nom]) => html`
<form method="post" action="/local/horloge"><button name="avancer" value="${duree}">${nom}</button></form>`,
)}</div>
<form method="post" action="/local/horloge">
<label for="jour">Aller à une date, à 9 h</label><input id="jour" name="jour" type="date" required>
<div><button>Aller à cette date</button></div>
</form>`;
