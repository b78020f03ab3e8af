import { Menu } from '@base-ui/react/menu';
import { IconCopy, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '#shared/domain/message.ts';
import { useOpenLink } from '../shell/useOpenLink.ts';
import { copyOrSay } from '../state/copyOrSay.ts';
import { Bidi } from '../ui/Bidi.tsx';
import shared from '../ui/shared.module.css';
import styles from './ClosedLink.module.css';
import { toLinkTarget } from './toSegments.ts';

/** A link that Perch does not open: a click says why, and offers to copy its address or to open it with https. */
export function ClosedLink({ link, words }: { readonly link: Link; readonly words: ReactNode }) {
  const { t } = useTranslation();
  const openLink = useOpenLink();
  const secure = toSecureAddress(link);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<button type="button" className={`${shared.textLink} ${styles.link}`} />}>
        <bdi>{words}</bdi>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="start" className={shared.menuPositioner}>
          <Menu.Popup className={shared.menuPopup}>
            <Menu.Group>
              <Menu.GroupLabel className={styles.why}>
                {t(secure ? 'message.linkNotSecure' : 'message.linkNotOpened')}
                <Bidi text={link.url} cap={200} className={styles.address} />
              </Menu.GroupLabel>
              {secure && (
                <Menu.Item className={shared.menuItem} onClick={() => openLink(secure)}>
                  <IconExternalLink aria-hidden="true" size={15} stroke={1.75} />
                  {t('message.openWithHttps')}
                </Menu.Item>
              )}
              <Menu.Item className={shared.menuItem} onClick={() => void copyOrSay(link.url)}>
                <IconCopy aria-hidden="true" size={15} stroke={1.75} />
                {t('message.copyLink')}
              </Menu.Item>
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The address with https in place of http; null if Perch would not open that either. */
function toSecureAddress({ shown, url }: Link): string | null {
  if (!/^http:/i.test(url)) return null;
  return toLinkTarget(shown, url.replace(/^http:/i, 'https:'))?.url ?? null;
}
