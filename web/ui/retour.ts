/** The identity provider brings back from a sign-out with a `state` which says nothing to anyone: the address forgets it. */
export const oublierRetour = (): void => {
  const ici = new URL(location.href);
  if (!ici.searchParams.has('state')) return;
  ici.searchParams.delete('state');
  history.replaceState(history.state, '', ici);
};
