import { useTranslation } from 'react-i18next';

/** The names of the buttons of a rule or a macro in its list, and what is asked before it is deleted. */
export function useLineWords(what: 'rules' | 'macros', name: string) {
  const { t } = useTranslation();
  return {
    edit: t(`${what}.edit`, { name }),
    moveUp: t(`${what}.moveUp`, { name }),
    moveDown: t(`${what}.moveDown`, { name }),
    delete: t(`${what}.delete`, { name }),
    deleteSure: t(`${what}.deleteSure`, { name }),
    deleteYes: t(`${what}.deleteYes`),
  };
}
