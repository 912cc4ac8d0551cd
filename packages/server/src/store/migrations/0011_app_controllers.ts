import { type Kysely, sql } from 'kysely'

/** The audited actions after which their actor can act as an app. */
const HANDED_OVER = ['apps.create', 'apps.createSecret', 'apps.update']

/** Adds the people who can act as an app, for existing apps from the audit log, and an index of previews by their expiry. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('app_controller')
    .addColumn('app_id', 'text', (c) => c.notNull())
    .addColumn('identity_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('app_controller_pk', ['app_id', 'identity_id'])
    .execute()
  await sql`insert into app_controller (app_id, identity_id, created_at)
    select app.app_id, account.identity_id, min(audit_log.created_at) from app
      join audit_log on audit_log.org_id = app.org_id and audit_log.target_id = app.app_id
      join account on account.account_id = audit_log.actor_id
    where audit_log.action in (${sql.join(HANDED_OVER.map((action) => sql.lit(action)))})
    group by app.app_id, account.identity_id`.execute(db)
  await db.schema.createIndex('offboarding_preview_expiry').on('offboarding_preview').columns(['expires_at']).execute()
  await db.schema.createIndex('verification_code_expiry').on('verification_code').columns(['expires_at']).execute()
  await db.schema
    .createIndex('webhook_secret_expiry')
    .on('webhook_secret')
    .columns(['expires_at'])
    .where(sql.ref('expires_at'), 'is not', null)
    .execute()
  await db.schema.createIndex('failed_attempt_end').on('failed_attempt').columns(['blocked_until']).execute()
}
