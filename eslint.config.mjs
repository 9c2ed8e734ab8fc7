/** Lint rules. The walls between the folders are in scripts/walls.mjs; __tests__/repo/walls.test.ts breaks each once. */
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { walls } from './scripts/walls.mjs';

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', '.tmp/', '.stryker/', '**/*.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-console': 'error',
      curly: 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'bench/**/*.ts'],
    rules: {
      'max-params': ['error', { max: 4 }],
      'max-lines': ['error', { max: 170, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
    },
  },
  ...walls,
  {
    files: ['__tests__/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='jest'][property.name=/^(mock|unstable_mockModule|doMock|spyOn)$/]",
          message: 'Modules are not mocked here: pass the thing as a parameter.',
        },
        {
          selector: 'MemberExpression[property.name=/^(skip|only|todo)$/][object.name=/^(it|test|describe)$/]',
          message: 'No test is skipped.',
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
