/* Errors of the file system, told apart by their codes. */

/** Whether an error has one of these codes (`ENOENT`, `EACCES` …). */
export const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException).code ?? '');

/** Whether an error says that there is no such file. */
export const isMissing = (error: unknown): boolean => hasCode(error, ['ENOENT', 'ENOTDIR']);
