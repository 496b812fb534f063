import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], setupFiles: ['test/unit/setup.ts'] } },
      { test: { name: 'images', include: ['test/{images,annotations}/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'language', include: ['test/language/**/*.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'cli', include: ['test/cli/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
