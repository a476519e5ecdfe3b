import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the stand-in for a provider remembers, kept so that a restart in the middle of a login goes unnoticed. */
export const adaptateur =
  (registre: DatabaseSync, fournisseur: string) =>
  (modele: string): Adapter => {
    const cle = (id: string) => `${fournisseur}:${modele}:${id}`;
    const lire = (colonne: 'cle' | 'uid', valeur: string): AdapterPayload | undefined => {
      const ligne = registre
        .prepare(`SELECT contenu FROM connexions WHERE ${colonne} = ? AND expire > ?`)
        .get(valeur, Date.now());
      return ligne && (JSON.parse(String(ligne.contenu)) as AdapterPayload);
    };
    return {
      async upsert(id, contenu, duree) {
        registre.prepare('DELETE FROM connexions WHERE expire <= ?').run(Date.now());
        registre
          .prepare('INSERT OR REPLACE INTO connexions VALUES (?, ?, ?, ?, ?)')
          .run(
            cle(id),
            contenu.uid === undefined ? null : cle(contenu.uid),
            contenu.grantId ?? null,
            JSON.stringify(contenu),
            Date.now() + (duree ?? 3600) * 1000,
          );
      },
      find: async (id) => lire('cle', cle(id)),
      findByUid: async (uid) => lire('uid', cle(uid)),
      findByUserCode: async () => undefined,
      async consume(id) {
        const contenu = lire('cle', cle(id));
        if (contenu)
          registre
            .prepare('UPDATE connexions SET contenu = ? WHERE cle = ?')
            .run(JSON.stringify({ ...contenu, consumed: Math.floor(Date.now() / 1000) }), cle(id));
      },
      async destroy(id) {
        registre.prepare('DELETE FROM connexions WHERE cle = ?').run(cle(id));
      },
      async revokeByGrantId(grant) {
        registre.prepare('DELETE FROM connexions WHERE grantId = ?').run(grant);
      },
    };
  };
