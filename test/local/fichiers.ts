/** Where the tests keep the function of an action: `recevoirSms` is `recevoir-sms.ts`. */
export const fichierDe = (action: string): string =>
  `${action.replace(/[A-Z]/g, (lettre) => `-${lettre.toLowerCase()}`)}.ts`;
