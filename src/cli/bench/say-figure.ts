/** "3,5" */
export const decimal = (value: number, digits = 1): string => value.toFixed(digits).replace('.', ',');

/** "100.000" */
export const thousands = (value: number): string => String(Math.round(value)).replace(/\B(?=(?:\d{3}){1,110}$)/g, '.');

/** "350 MB" */
export const megabytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
