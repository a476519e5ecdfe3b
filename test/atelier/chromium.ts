import chromiumDeNpm from '@sparticuz/chromium';

/** Unpacked once, before the files that open it: two at a time would run what the other is still writing (ETXTBSY). */
export const setup = async (): Promise<void> => {
  await chromiumDeNpm.executablePath();
};
