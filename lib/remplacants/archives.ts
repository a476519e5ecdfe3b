/** Stands for the reading of archives in bundles: whatever they hold, we refuse them. */
export class ZipHandler {}

export class GzipHandler {}
