/** Version of the program; `npm version` and the build keep it equal to package.json. */
export const VERSION = '1.0.0';
