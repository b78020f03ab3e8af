import { useCommands } from '../../commands/CommandsProvider.tsx';
import { useAppearanceCommands } from './useAppearanceCommands.ts';
import { useGoCommands } from './useGoCommands.ts';
import { useListCommands } from './useListCommands.ts';
import { useWindowCommands } from './useWindowCommands.ts';

/** Registers what can be asked for anywhere in an open workspace. */
export function useAppCommands(): void {
  useCommands([...useGoCommands(), ...useListCommands(), ...useWindowCommands(), ...useAppearanceCommands()]);
}
