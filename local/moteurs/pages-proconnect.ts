import type { Commune } from '../../functions/commune/commune.ts';
import { html, page } from '../console/html.ts';
import type { CompteMontre } from './comptes.ts';

/** Who do you want to be? One button each, no password. */
export const pageDeChoix = ({ nomComplet }: Commune, comptes: readonly CompteMontre[]): string =>
  page(
    'Choisir un compte d’agent',
    html`
<p class="grande">${nomComplet}</p>
<p>Cette page tient la place de ProConnect sur ce poste. Aucun mot de passe ici : choisissez qui vous voulez être.</p>
<form method="post">
<ul class="choix">${comptes.map(
      ({ email, given_name, usual_name, qualite }) => html`
<li><button name="compte" value="${email}"><strong>${given_name} ${usual_name}</strong> ${qualite}</button></li>`,
    )}
</ul>
</form>`,
  );

export const pageDeRefus = (raison: string): string =>
  page('La connexion n’a pas abouti', html`<p>${raison}</p><p>Revenez en arrière, puis recommencez.</p>`);

/** The protocol wants a form; it sends itself, and keeps a button where scripts are off. */
export const pageDeDepart = (formulaire: string): string =>
  page(
    'Déconnexion',
    html`
<p>Vous quittez votre session.</p>
${{ html: formulaire.replace('</form>', '<input type="hidden" name="logout" value="yes"><button>Se déconnecter</button></form>') }}
<script>document.getElementById('op.logoutForm').submit()</script>`,
  );
