import { create } from 'zustand';

/** Whether the first screen shows how to connect a new account. */
export const useAddingAccount = create<{ readonly isAdding: boolean }>()(() => ({ isAdding: false }));

export function setAddingAccount(isAdding: boolean): void {
  useAddingAccount.setState({ isAdding });
}
