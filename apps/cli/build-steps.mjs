/** Each step of a build, by its program and what it is told. */
export const BUILD_STEPS = [
  ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'],
  ['apps/bundle.mjs'],
  ['node_modules/vite/bin/vite.js', 'build', 'apps/web'],
];
