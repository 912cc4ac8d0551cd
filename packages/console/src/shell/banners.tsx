import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { Icon } from '../parts/icon.tsx'
import { Distance, Time } from '../parts/time.tsx'
import { useOrganization } from '../session/queries.ts'
import { useTexts } from '../texts/texts.tsx'

/** Notices for everybody in the organisation, and for a network that is gone. */
export function Banners() {
  const { banner } = useTexts()
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  )
  const { data: organization } = useOrganization()
  const dissolution = organization?.dissolution
  return (
    <>
      {!isOnline && (
        <p className="banner" role="status">
          <Icon name="warning" /> {banner.offline}
        </p>
      )}
      {organization && dissolution && (
        <div className="banner bad" role="status">
          <Icon name="warning" />
          <div>
            <p>
              <strong>
                {banner.dissolving(organization.name)} <Distance to={dissolution.effective_at} />
              </strong>{' '}
              (<Time at={dissolution.effective_at} />)
            </p>
            <p>{banner.dissolvingDetail}</p>
          </div>
        </div>
      )}
    </>
  )
}
