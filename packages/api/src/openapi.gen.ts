// Generated from openapi.yaml by `npm run generate`. Do not edit.
export interface paths {
    "/v1.0/organization/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlink an associated organisation
         * @description Immediately ends the association between the token's organisation and another one, on both sides. The request must name both the
         *     department to which the association is attached and the associated organisation, so that a wrong id ends nothing. Sharing between
         *     the two organisations ends too, and so does any authorization that either gave to an app of the other. Members stay. Both
         *     organisations receive `organization.association.unlinked`.
         *
         *     `result` is `true` on success and is never part of a failure.
         */
        post: operations["organization.unlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organization/unlink/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an unlink
         * @description Takes the body of `organization.unlink`, refuses what it would refuse, and lists what would end. Nothing changes.
         */
        post: operations["organization.previewUnlink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the organisation
         * @description The organisation in which the token acts.
         */
        get: operations["organization.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename the organisation
         * @description Changes the name of the organisation.
         */
        patch: operations["organization.update"];
        trace?: never;
    };
    "/v1.0/organization/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count members and open matters
         * @description The numbers as of now. Departed members are counted until they are purged.
         */
        get: operations["organization.getCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organization/admins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List founder and administrators
         * @description The people to ask for help. Any member may read the list.
         */
        get: operations["organization.listAdmins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organization/leave-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the leave policy
         * @description The rule for leaving: immediately, or after an approved application. The mode is `approval` if anybody needs one;
         *     `organization.getPolicies` says who.
         */
        get: operations["organization.getLeavePolicy"];
        /**
         * Set the leave policy
         * @description Decides whether members leave immediately or after an approved application, and who receives resources that have no other
         *     recipient. Without `fallback_recipient_id` there is no such recipient. The mode `approval` keeps departments that
         *     `organization.setPolicies` excepts; `instant` ends the exception.
         */
        put: operations["organization.setLeavePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organization/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the policies
         * @description The rules by which members leave and departures are kept. Any member may read them, and `organization.setPolicies` accepts the
         *     answer as it is. A recipient or a department that is gone is left out of it; a recipient who is restricted stays and is passed over
         *     until they are released.
         */
        get: operations["organization.getPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set policies
         * @description Sets the given policies and keeps the others. A policy counts for what is asked for from then on: departures keep the restore window
         *     in which they departed, leave applications their reviewers, and scheduled offboardings their suspension. The two policies of
         *     retention count for what is kept already.
         */
        patch: operations["organization.setPolicies"];
        trace?: never;
    };
    "/v1.0/organization/founder-transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make another member the founder
         * @description The former founder becomes an administrator and can leave from then on.
         */
        post: operations["organization.transferFounder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/scheduled-unlinks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the scheduled unlinks
         * @description The unlinks that the organisation has scheduled, oldest first. `unlink_scheduled_at` of an association shows also those of the other
         *     side.
         */
        get: operations["scheduledUnlinks.list"];
        put?: never;
        /**
         * Unlink an associated organisation at a set time
         * @description Schedules what `organization.unlink` does immediately. Both organisations receive
         *     `organization.association.unlink_scheduled`, and the administrators of both are notified. It acts for the caller, who must still be
         *     allowed to unlink when it falls due. It is canceled if the association ends before.
         */
        post: operations["scheduledUnlinks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/scheduled-unlinks/{scheduled_unlink_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a scheduled unlink
         * @description One that the organisation itself has scheduled.
         */
        get: operations["scheduledUnlinks.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/scheduled-unlinks/{scheduled_unlink_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a scheduled unlink
         * @description Only the side that scheduled it cancels it. Both organisations receive `organization.association.unlink_canceled`.
         */
        post: operations["scheduledUnlinks.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/associations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the associations
         * @description The organisation's associations, oldest first.
         */
        get: operations["associations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/associations/ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the associations that have ended
         * @description The last one first. Each side keeps its own record, also when the other organisation is dissolved.
         */
        get: operations["associations.listEnded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/associations/{association_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an association
         * @description An association, as seen from the organisation's side. Associations that have ended are not found.
         */
        get: operations["associations.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/association-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations
         * @description The invitations that the organisation has sent and received, newest last.
         */
        get: operations["associationInvitations.list"];
        put?: never;
        /**
         * Invite an organisation to associate
         * @description The other organisation accepts or declines within 14 days. An organisation may invite the same organisation 5 times in 24 hours,
         *     and send 100 invitations in all in that time. Organisations that have blocked it can't be invited (`associationBlocks`).
         */
        post: operations["associationInvitations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/association-invitations/{invitation_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Links the two organisations. The request names the department on this side.
         */
        post: operations["associationInvitations.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/association-invitations/{invitation_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline an invitation
         * @description Refuses the invitation, on behalf of the invited organisation.
         */
        post: operations["associationInvitations.decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/association-invitations/{invitation_id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an invitation
         * @description Takes an invitation back, on behalf of the inviting organisation, whoever sent it. An invitation stays open when its sender
         *     departs or is no longer an administrator, or when the app that sent it is deleted.
         */
        post: operations["associationInvitations.revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/association-blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List blocked organisations
         * @description The organisations that this organisation has blocked.
         */
        get: operations["associationBlocks.list"];
        put?: never;
        /**
         * Block an organisation
         * @description Stops the organisation from inviting this one. Associations and open invitations stay. Blocking it again changes nothing.
         */
        post: operations["associationBlocks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/association-blocks/{associated_org_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unblock an organisation
         * @description Allows the organisation to send invitations again.
         */
        delete: operations["associationBlocks.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave the organisation
         * @description Leaves immediately, where the policies allow it (`instant_leave`). The account can't be used from then on. Resources can be
         *     transferred and held; choosing to delete them is refused unless the policy `leaver_may_delete` allows it.
         */
        post: operations["leave.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview leaving
         * @description The ways to leave that are open to the caller and the rules that close the others, the approvals that it takes, what becomes of
         *     the caller's resources, and until when an administrator can undo it. Nothing changes. `handover` has the choices of `leave.create`;
         *     the other ways take none, so preview them without it.
         */
        post: operations["leave.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave/preview/{preview_id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the resources of a preview of leaving
         * @description The caller's resources, by kind, each with its outcome, its recipient and the reason. Every page belongs to the handover of the
         *     preview; once that would have another result, the answer is `preview_stale`.
         */
        get: operations["leave.listPreviewResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave-applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List leave applications
         * @description All applications for administrators and apps; for other members their own and those that they review as a manager. Oldest first.
         */
        get: operations["leaveApplications.list"];
        put?: never;
        /**
         * Apply to leave
         * @description Asks to leave, where the leave policy is `approval`. An administrator decides.
         */
        post: operations["leaveApplications.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave-applications/{application_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a leave application
         * @description Any application of the organisation for administrators and apps, their own for other members.
         */
        get: operations["leaveApplications.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave-applications/{application_id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a leave application
         * @description The applicant is notified and stays a member until they confirm, within 14 days. The approval remains valid even if the
         *     administrator or app that gave it is gone.
         *
         *     The policy `reviewers` at the time of the application decides whose approvals it takes. While one is missing (`awaiting`), the
         *     application stays pending, the event is `leave_application.partly_approved`, and the next reviewer is notified. The applicant's
         *     manager approves with their own token. A manager who is an administrator too gives the second approval only if nobody else can.
         *     A manager who can't act, or who reports to the applicant, is passed over.
         *
         *     Nobody decides on their own application, and neither does an app that the applicant created or gave a secret, keys, redirect URIs
         *     or scopes (`own_case`).
         */
        post: operations["leaveApplications.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave-applications/{application_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a leave application
         * @description The applicant is notified and stays a member. The rule of `own_case` applies as at `leaveApplications.approve`.
         */
        post: operations["leaveApplications.reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave-applications/{application_id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a leave application
         * @description Members may withdraw their own application until it is confirmed.
         */
        post: operations["leaveApplications.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/leave-applications/{application_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an approved application and leave
         * @description Requires the password. The account can't be used from then on.
         */
        post: operations["leaveApplications.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboardings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an offboarding
         * @description The member's resources and their recipients, the rules in the way, and the irreversible effects. Nothing changes.
         */
        post: operations["offboardings.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboardings/preview/{preview_id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the resources of a preview
         * @description The resources that the previewed offboarding would hand over, by kind, each with its outcome, its recipient and the reason. Every
         *     page belongs to the handover of the preview; once that would have another result, the answer is `preview_stale`.
         */
        get: operations["offboardings.listPreviewResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboardings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List offboardings
         * @description Oldest first.
         */
        get: operations["offboardings.list"];
        put?: never;
        /**
         * Offboard a member
         * @description Takes effect now or at a set time. With the id of a preview, it is refused if the member has changed since. An offboarding that
         *     takes effect now cancels a scheduled one.
         *
         *     A scheduled offboarding acts for the person or app that scheduled it or changed it last (`acts_for`), who must still be allowed to
         *     offboard when it falls due. Otherwise it fails: with `admin_required` or `account_restricted` for a person, with
         *     `org_not_authorized` or `scope_missing` for an app. The member then stays, but is suspended so that their access ends at the set
         *     time; `member.offboarding_failed` is recorded, and the administrators are notified. Before that, any administrator can take it over
         *     with `offboardings.update`.
         *
         *     Whoever is about to depart counts as no other administrator: of two administrators, only one is scheduled (`last_admin`).
         *
         *     Under the policy `suspend_then_depart` the member is suspended first (`suspend_at`), and an offboarding without a set time is
         *     scheduled; it replaces a scheduled one, and the time for which that has suspended the member counts.
         *
         *     Nobody refers to a member who departed: the successor (`successor_id`) becomes the manager of their reports, the head of their
         *     departments, the fallback recipient of the leave policy, and a recipient or successor in scheduled offboardings of others. Without
         *     a successor the leaver's manager becomes the manager of their reports, heads and the fallback are cleared, and scheduled
         *     offboardings hold the resources for which they name the leaver. A successor who can't take over by then is not replaced by anybody.
         *     `member.references_changed` tells what changed; a restore gives back what nobody has changed since.
         *
         *     Nobody offboards themselves, and an app does not offboard the person who created it or gave it a secret, keys, redirect URIs or
         *     scopes: `approval_required` where the policies require an approval to leave, otherwise `own_case`.
         */
        post: operations["offboardings.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboardings/{offboarding_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an offboarding
         * @description A record of the organisation.
         */
        get: operations["offboardings.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Reschedule or change an offboarding
         * @description Possible while the offboarding is scheduled. Omitted members keep their values. From then on it acts for the caller, even after an
         *     empty change. Nobody changes an offboarding that somebody else has scheduled for them, and neither does an app that they created
         *     or gave a secret, keys, redirect URIs or scopes (`own_case`).
         */
        patch: operations["offboardings.update"];
        trace?: never;
    };
    "/v1.0/offboardings/{offboarding_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an offboarding
         * @description Possible while the offboarding is scheduled. The rule of `own_case` applies as at `offboardings.update`.
         */
        post: operations["offboardings.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboarding-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the batches
         * @description The batches of the organisation with their progress, oldest first. `offboardingBatches.listItems` has the items of one.
         */
        get: operations["offboardingBatches.list"];
        put?: never;
        /**
         * Offboard many members
         * @description Up to 500 members, each of which succeeds or fails independently; the batch shows the result of each. With `dry_run` nobody is
         *     offboarded, and `offboardingBatches.listItems` has a report of what would happen. The caller must still be allowed to offboard when
         *     an item is processed. Otherwise the remaining items fail: with `admin_required` or `account_restricted` for a person, with
         *     `org_not_authorized` or `scope_missing` for an app.
         */
        post: operations["offboardingBatches.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboarding-batches/by-filter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offboard the members that a filter matches
         * @description Up to 20,000 members, in the order in which they joined. First make a dry run: its answer has the number of members, and a
         *     `revision` that stands for them. Then send the same filter with this `revision`; if others match by then, the answer is
         *     `preview_stale`, and nobody is offboarded. Later changes of the filter's result don't change the batch. Otherwise it is like
         *     `offboardingBatches.create`.
         */
        post: operations["offboardingBatches.createByFilter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboarding-batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a batch
         * @description The batch with its progress and the results so far.
         */
        get: operations["offboardingBatches.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboarding-batches/{batch_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the items of a batch
         * @description The items in the order of the request, with the results so far.
         */
        get: operations["offboardingBatches.listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/offboarding-batches/{batch_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a batch
         * @description Items that have not begun are canceled. Members who have departed stay departed (`departures.restore`), and offboardings that were
         *     scheduled stay so (`offboardings.cancel`). Recorded as `offboarding_batch.canceled`; the person who asked for the batch is notified.
         */
        post: operations["offboardingBatches.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List departures
         * @description The permanent record, oldest first.
         */
        get: operations["departures.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departures/{departure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a departure
         * @description A record of the organisation.
         */
        get: operations["departures.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departures/{departure_id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the handover report
         * @description Every resource of the departed member with its outcome, and the progress of the handover.
         */
        get: operations["departures.getHandover"];
        put?: never;
        /**
         * Hand over what is held
         * @description Gives resources that were held when the member departed to other members: single ones, those of a kind, or all that are held. The
         *     narrowest choice applies; a resource without a choice stays held. Possible until the purge, also for an account of the same person
         *     who was hired again. Up to 250 resources change their owner at once, the rest page by page; the report shows the progress, and
         *     `handover.completed` ends it. A resource whose recipient can no longer take over by then stays held, and the administrators are
         *     notified. Repeating the request changes nothing more.
         *
         *     A later restore does not take back anything that was handed over: it is listed as `transferred` in `not_restored`. Nobody hands
         *     over the resources of their own former account, and neither does an app that they created or gave a secret, keys, redirect URIs or
         *     scopes (`own_case`).
         */
        post: operations["departures.handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departures/{departure_id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the receipts of a departure
         * @description The systems that the departure concerns, in one table: those that have acted, those that have not, and since when. It also holds
         *     the receipts of a restore. A third-party app sees its own.
         */
        get: operations["departures.listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departures/{departure_id}/restore/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a restore
         * @description Lists all conflicts together. Nothing changes.
         */
        post: operations["departures.previewRestore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departures/{departure_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a departed member
         * @description Possible until `restorable_until`, which the policies decide (30 days by default). A member whom the offboarding had suspended can
         *     act again. Held resources are returned; the answer lists everything that is not. An app does not restore the person
         *     who created it or gave it a secret, keys, redirect URIs or scopes (`own_case`).
         *
         *     `restore_conflict` names everything in the way. Where a conflict is `address_in_use`, the person can no longer sign in: somebody
         *     registered their address in the meantime. If that was the same person, restore with `identity: current`; otherwise with another
         *     `email` or `phone`.
         */
        post: operations["departures.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List receipts
         * @description Everything that systems owe the organisation or have answered, oldest first: for departures and restores, for ended associations
         *     (`subject_id` of the association) and for ended authorizations. A third-party app sees its own. Receipts are kept for 400 days.
         */
        get: operations["receipts.list"];
        put?: never;
        /**
         * File a receipt
         * @description Tells what became of an event at a system of the app, by the event or by one of its deliveries. It is the later form of the
         *     receipt in the body of the answer to a delivery. The last answer counts: `done` replaces `failed`, and `failed` replaces `done`.
         *     The same answer again changes nothing. After the deadline it is accepted and marked `late`.
         */
        post: operations["receipts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/receipts/{receipt_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a receipt
         * @description A receipt that a system owes the organisation, or has answered.
         */
        get: operations["receipts.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/receipts/{receipt_id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask again for a receipt
         * @description Delivers the event to the endpoint once more, immediately, and counts it. The deadline stays. For a receipt that is not `done` or
         *     `not_applicable`, as long as its event is kept.
         */
        post: operations["receipts.remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/receipts/{receipt_id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle a receipt by hand
         * @description An administrator vouches for a system that can't answer or has failed: they removed the access there by hand, or it had none. The
         *     audit log has their name.
         */
        post: operations["receipts.settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/legal-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List legal holds
         * @description Oldest first, with the released ones.
         */
        get: operations["legalHolds.list"];
        put?: never;
        /**
         * Place a legal hold
         * @description While a legal hold stands, nothing of the departed account is purged, erased or deleted by a retention, a handover or a dissolution,
         *     and held resources stay held. A departure can have any number of them; the last release ends the protection. Administrators place
         *     and release them in person, and nobody for a departure of their own (`own_case`).
         */
        post: operations["legalHolds.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/legal-holds/{hold_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a legal hold
         * @description A legal hold of the organisation, standing or released.
         */
        get: operations["legalHolds.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/legal-holds/{hold_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a legal hold
         * @description If it was the last one of the account and the restore window is over, the purge follows immediately. The record of the hold stays.
         */
        post: operations["legalHolds.release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List erasures
         * @description Oldest first.
         */
        get: operations["erasures.list"];
        put?: never;
        /**
         * Erase a departed account
         * @description Replaces the name of the account by a pseudonym and removes its addresses, number, reasons and comments from every record of the
         *     organisation, in pages, and proves it. It can't be undone: what was held is purged, and the account can't be restored. The sign-in
         *     of the person goes too, unless another account needs it. Records stay, so that reports still add up. Administrators ask for it in
         *     person, for nobody but others (`own_case`), and not under a legal hold (`legal_hold_standing`).
         */
        post: operations["erasures.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/erasures/{erasure_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an erasure with its proof
         * @description The proof names, for each table, the rows that were looked at and changed, and the rows of the person in which a text of theirs was
         *     found afterwards, which is none.
         */
        get: operations["erasures.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/erasure-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the requests for erasure
         * @description The requests of people who departed, oldest first. Each must be decided by `decide_by`, 30 days after it was made (GDPR, article
         *     12).
         */
        get: operations["erasureRequests.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/erasure-requests/{erasure_request_id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a request for erasure
         * @description Begins the erasure, as `erasures.create` does, and notifies the person. Under a legal hold the answer is
         *     `legal_hold_standing`; refuse the request then, with the ground `kept_by_law`.
         */
        post: operations["erasureRequests.grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/erasure-requests/{erasure_request_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse a request for erasure
         * @description Notifies the person of the ground and the reason; they may ask again or complain to a supervisory authority. They don't learn of a
         *     legal hold; `kept_by_law` says all that they may know of one.
         */
        post: operations["erasureRequests.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organization/dissolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the dissolution
         * @description The current dissolution.
         */
        get: operations["dissolution.get"];
        put?: never;
        /**
         * Request the dissolution
         * @description Ends the organisation 72 hours from now. Until then its founder can cancel the dissolution. It belongs to the organisation, not to
         *     the person who requested it: it continues if somebody else becomes the founder, who can then cancel it.
         */
        post: operations["dissolution.request"];
        /**
         * Cancel the dissolution
         * @description Possible until it takes effect.
         */
        delete: operations["dissolution.cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organization/dissolution/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview the dissolution
         * @description Everything that a dissolution would end, revoke, cancel and keep, as numbers up to 100,000, and the time at which it would take
         *     effect if it were requested now. Nothing changes. During a dissolution, the numbers cover only what is still to come.
         */
        get: operations["dissolution.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/founder-replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the founder replacements
         * @description The transfers of the founder that the operator of the platform has begun because the founder can't be reached, oldest first. No
         *     operation begins one. The founder and every administrator are notified, by mail too, when it begins, once in the middle of the
         *     waiting time, a day before it takes effect, and when it ends.
         */
        get: operations["founderReplacements.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/founder-replacements/{replacement_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a founder replacement
         * @description A founder replacement of the organisation, waiting or ended.
         */
        get: operations["founderReplacements.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/founder-replacements/{replacement_id}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Object to a founder replacement
         * @description Ends it for good: the founder stays. The founder and any administrator, also the successor, may object in person until it takes
         *     effect. A founder who transfers in the meantime ends it as well.
         */
        post: operations["founderReplacements.object"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an organisation
         * @description Creates an organisation from a personal account. The same person gets an account in it, as its founder.
         */
        post: operations["organizations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the departments
         * @description The departments in the order of their numbers; 1 is the root.
         */
        get: operations["departments.list"];
        put?: never;
        /**
         * Create a department
         * @description The department gets the organisation's next number. It is at most 50 levels deep. Its head is an active member who is not
         *     restricted.
         */
        post: operations["departments.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departments/{dept_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a department
         * @description A department of the organisation. `status` is `deleting` while what was in it is being moved.
         */
        get: operations["departments.get"];
        put?: never;
        post?: never;
        /**
         * Delete a department
         * @description With `move_to`, everything in the department moves there: its members, the departments directly below it, the associations
         *     attached to it and the open invitations to associations. Each is told by its own event (`member.updated`, `department.updated`,
         *     `organization.association.updated`). Without `move_to`, only an empty department is deleted.
         *
         *     A policy of instant leave forgets the department if it is one of the only ones, and names `move_to` in its place if it is
         *     excepted: nobody gains an instant leave by a deletion.
         *
         *     A small department is gone with the answer (200). A larger one is emptied page by page (202): until it is done, it is shown as
         *     `deleting`, nothing can be added to it, and no other department is moved or deleted. Then `department.deleted` is recorded. Its
         *     number is never given again. The root can't be deleted.
         */
        delete: operations["departments.delete"];
        options?: never;
        head?: never;
        /**
         * Change or move a department
         * @description Changes the given fields and leaves the rest. `parent_dept_id` moves the department with everything below it; it can't be moved
         *     below itself, and no department is more than 50 levels deep. `head_id` replaces the head, and null clears it.
         *
         *     The root can't be moved, and while a deletion of a department is running, none can.
         */
        patch: operations["departments.update"];
        trace?: never;
    };
    "/v1.0/departments/{dept_id}/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the progress of a deletion
         * @description The deletion of a department, while it is running and afterwards.
         */
        get: operations["departments.getDeletion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/departments/{dept_id}/deletion/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview the deletion of a department
         * @description The number of things that the deletion would move, and what stands against it. Changes nothing.
         */
        get: operations["departments.previewDelete"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * @description The members in the order in which they joined. For ordinary members, `email`, `phone` and `external_id` of departed members are
         *     null, and `q` searches their names only; administrators and apps see them.
         */
        get: operations["members.list"];
        put?: never;
        /**
         * Add a member
         * @description Adds a person by email or phone. A person without a sign-in gets one and sets a password by recovery.
         *
         *     The organisation can use the membership immediately. The person accepts it by choosing the account at a sign-in or with
         *     `membershipInvitations.accept`; until then `accepted_at` is null. The answer is the same whether or not the address has a sign-in.
         *     An organisation may add the same address 5 times in 24 hours.
         *
         *     An address whose earlier owner has no account left belongs to a new person: the old password opens nothing of theirs, they read
         *     nothing of the earlier owner's, and the organisations from which that owner departed get `account.identifier_recycled`.
         *
         *     Somebody with the email, phone or number of a member who can still be restored is refused with `departure_restorable`, which names
         *     the departure. Restore it, or say which of the two is meant: `rehire_of` with its id for the same person, who keeps their sign-in,
         *     or `new_person: true` for somebody else. `rehire_of` takes any departure of the organisation that was not undone, however old. An
         *     app does not rehire the person who created it or gave it a secret, keys, redirect URIs or scopes (`own_case`).
         */
        post: operations["members.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/members/{account_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a member
         * @description A current or departed member. For departed ones, `email`, `phone` and `external_id` are shown as at `members.list`.
         */
        get: operations["members.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a member
         * @description Updates the given fields and leaves the rest.
         */
        patch: operations["members.update"];
        trace?: never;
    };
    "/v1.0/members/{account_id}/condition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Freeze, ban, suspend or release a member
         * @description A member whose condition is not `normal` can't do anything themselves. The last administrator who can act can't be restricted
         *     (`last_admin`), and an app does not change the condition of the person who created it or gave it a secret, keys, redirect URIs or
         *     scopes (`own_case`).
         */
        put: operations["members.setCondition"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/members/{account_id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Grant or revoke the role of administrator
         * @description The last administrator who can act keeps the role. A member who is frozen, banned, suspended or abnormal, or who has never set a
         *     password, can't act.
         */
        put: operations["members.setRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/members/{account_id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the address of a member
         * @description Changes the email or phone of a member who lost the old one, for example because their mailbox was closed. The member reads the code
         *     that was sent to the new address (`verificationCodes.create` with the purpose `change_address`) to the administrator.
         *
         *     Only a sign-in of which every account is in this organisation can be changed so; a person with others changes it with
         *     `me.changeAddress`, and gets `other_accounts` here. Addresses of administrators are changed by the founder, and the founder's by
         *     nobody else. The old address gets a notice, the member's tokens end, and `member.updated` and `account.address_changed` are
         *     recorded.
         *
         *     A member who has not accepted yet needs no code: the membership goes to the owner of the new address, and counts as an invitation.
         */
        put: operations["members.changeAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/members/{account_id}/creations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a member made
         * @description The things in the organisation that a member made, asked for or can act as, by type, and the effect of their departure on each:
         *     most stay until somebody ends them, and work that acts for the member fails when it falls due. It can be read after the
         *     departure, too. Administrators and apps see the things of any member, other members only their own.
         */
        get: operations["members.listCreations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/membership-invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List open memberships
         * @description Memberships that the person has not accepted yet, so not among their accounts. The names are unverified.
         */
        get: operations["membershipInvitations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/membership-invitations/{account_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a membership
         * @description From then on the account is one of the person's, and the organisation receives the events that concern it. It learns that the
         *     membership was accepted, but not from where or with which other account.
         */
        post: operations["membershipInvitations.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/membership-invitations/{account_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a membership
         * @description The member departs from the organisation, with the method `declined`. The organisation learns nothing else about the person.
         */
        post: operations["membershipInvitations.decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/membership-blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the person's blocks
         * @description The blocks of the person, whichever of their accounts the token is for.
         */
        get: operations["membershipBlocks.list"];
        put?: never;
        /**
         * Block an organisation as a person
         * @description Hides its invitations, without telling it. Accepted memberships are not affected. Blocking it again changes nothing.
         */
        post: operations["membershipBlocks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/membership-blocks/{org_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unblock an organisation as a person
         * @description Shows the organisation's invitations again.
         */
        delete: operations["membershipBlocks.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/members/{account_id}/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a member's resources
         * @description The resources of any member for administrators and apps, their own for other members.
         */
        get: operations["resources.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register resources
         * @description Creates resources, or updates those with the same `external_id`. Either all of them are registered or none.
         */
        post: operations["resources.upsert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/resources/{resource_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a resource
         * @description A resource of the organisation.
         */
        get: operations["resources.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the account of the token
         * @description The account of the token and its organisation.
         */
        get: operations["me.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change one's own name or language
         * @description `name` is that of the token's account alone; in an organisation it is told by `member.updated`. `locale` is the person's: the
         *     message about a changed password is in this language, or in both without one. Addresses are changed by operations that prove
         *     them.
         */
        patch: operations["me.update"];
        trace?: never;
    };
    "/v1.0/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Takes the current password; wrong ones are limited as for `me.deregister`. Every other token of all the person's accounts ends, and
         *     apps have to ask them again; the token of this request stays valid until it expires. The person gets a message by email.
         */
        put: operations["me.changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the apps that act for the person
         * @description The apps to which the person gave a consent at a sign-in, with any of their accounts, oldest first. Consents that no longer hold are
         *     left out, for example after a change of the password. The server keeps no session of a browser: each sign-in asks again.
         */
        get: operations["me.listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/consents/{consent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a consent
         * @description The app's tokens from this consent end with the answer, on every server. Tokens from other consents stay.
         */
        delete: operations["me.endConsent"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the person's accounts
         * @description All accounts of the person, whichever of them the token is for.
         */
        get: operations["me.listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the person's organisations
         * @description All organisations in which the person has an account.
         */
        get: operations["me.listOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/departures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the person's departures
         * @description The reasons for which the person's accounts ended, and the administrators to ask.
         */
        get: operations["me.listDepartures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/erasure-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the person's requests for erasure
         * @description The requests of all of the person's accounts, oldest first, each with its state and the reason for a refusal.
         */
        get: operations["me.listErasureRequests"];
        put?: never;
        /**
         * Ask for the erasure of a departed account
         * @description Asks the administrators of the organisation that holds a departure of the person to erase everything personal of its account
         *     (GDPR, article 17). They decide by `decide_by`, 30 days from now, and give a reason for a refusal. Where the organisation is
         *     dissolved and nobody can decide any more, the erasure begins immediately, unless the law requires the records.
         */
        post: operations["me.requestErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the person's notifications
         * @description Newest first, for all of the person's accounts. `unread_count` counts the unread ones of the whole list, up to 1,000.
         */
        get: operations["me.listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications as read
         * @description Marks some notifications, or all up to one and including it. Those that were read stay as they are.
         */
        post: operations["me.markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the address of the sign-in
         * @description Changes the email or phone with which the person behind the token signs in, for all of their accounts. Request a code for the new
         *     address first (`verificationCodes.create` with the purpose `change_address`), and give it with the password.
         *
         *     The old address gets a notice. Every earlier token of all the person's accounts ends, this one included; the password stays. Each
         *     organisation in which the person has accepted an account gets `account.address_changed`. Where the member's contact was the old
         *     address, it changes as well (`member.updated`), unless another member there has the new one.
         *
         *     `replaces` gives up the address of the other type, for example an email of the organisation for a phone of one's own. Without it,
         *     the address of the same type is replaced, or added where there is none.
         */
        post: operations["me.changeAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/me/deregister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deregister the account of the token
         * @description An account in an organisation leaves it. A personal account ends for good. No other account is affected.
         */
        post: operations["me.deregister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a personal account
         * @description Requires the code that was sent. With `verification_id`, only wrong codes for that request count, and the code works from any
         *     network; without it, only from the network that requested it. If the address already has a sign-in, its password is replaced, and
         *     the person is informed by email.
         */
        post: operations["accounts.register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/verification-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a verification code
         * @description Sends a code to an email address or a phone. The answer is the same whether or not the address is in use. The code belongs to this
         *     request: other requests, and wrong codes by others, leave it valid. It has six digits, or ten while many codes are requested and
         *     not used. A network may request five codes in fifteen minutes for one address, and twenty in all.
         */
        post: operations["verificationCodes.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password
         * @description Requires the code that was sent, as at `accounts.register`. Earlier tokens end, and the person is informed by email.
         */
        post: operations["recovery.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/apps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the apps
         * @description The organisation's apps, oldest first.
         */
        get: operations["apps.list"];
        put?: never;
        /**
         * Create an app
         * @description The answer contains the app's first secret, if it authenticates with one; it is shown only once. An internal app with redirect
         *     URIs may sign members in, and may then hold scopes that only persons can have; its own tokens never carry them.
         *
         *     An app gets no scope that the creating token lacks, or `app:write` would be worth every other: `scope_missing` names the scopes
         *     that the token must hold. The exceptions are `event:read`, `webhook:read` and `webhook:write`, which no person can have. An
         *     organisation owns at most 100 apps.
         */
        post: operations["apps.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/apps/{app_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an app
         * @description A record of the organisation.
         */
        get: operations["apps.get"];
        put?: never;
        post?: never;
        /**
         * Delete an app
         * @description Deletes the app with its secrets, tokens, endpoints and authorizations.
         */
        delete: operations["apps.delete"];
        options?: never;
        head?: never;
        /**
         * Change or suspend an app
         * @description Earlier tokens end when the app's scopes or status change. The authentication method is fixed; the keys can be replaced.
         *
         *     As at `apps.create`, the token must hold each scope that the app gets. It must hold all scopes of the app when the app gets keys
         *     or a redirect URI or is reactivated, because that allows someone to act as the app.
         */
        patch: operations["apps.update"];
        trace?: never;
    };
    "/v1.0/apps/{app_id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a secret
         * @description An app may have two secrets at a time, so that they can be exchanged without a gap. The secret is shown only once. As at
         *     `apps.create`, the token must hold the scopes of the app, because anyone who has the secret can act as the app.
         */
        post: operations["apps.createSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/apps/{app_id}/secrets/{secret_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a secret
         * @description The secret is refused from the next request on.
         */
        delete: operations["apps.deleteSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List authorized third-party apps
         * @description The apps with their scopes and the accounts that authorised them.
         */
        get: operations["authorizations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/authorizations/{authorization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End an authorization
         * @description The next call of the app is refused.
         */
        delete: operations["authorizations.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description The organisation's events in the order of `sequence`, of the types whose read scope the token carries. No event is ever inserted
         *     before one that was already listed, so continue after the last `sequence` seen. Events about an app's own endpoints (`ping`,
         *     `webhook_endpoint.*`) are shown to that app only.
         *
         *     With `wait`, an answer that would be empty waits for the next event that the token may read (long polling), and is empty if none
         *     arrives in that time. A client may disconnect at any time. An app may have 100 requests waiting at once, including
         *     `events.stream`; further ones are refused with `rate_limited`. The token is checked again before the answer.
         *
         *     `last_sequence` is the last sequence that was searched: continue from there even when `data` is empty, so that a filter for rare
         *     types does not leave the cursor behind.
         *
         *     Events are kept for 30 days. An `after` is refused with `cursor_expired` if it would skip events that are gone, or if it lies
         *     beyond the last event (for example after the platform was restored to an earlier moment), because later events would be skipped.
         *     Without `after`, or with 0, the list begins at the oldest event that is kept.
         *
         *     Events belong to an organisation: a third-party app needs a token for that organisation (`resource`, RFC 8707). An app-level
         *     token, which is for no organisation, is refused with `org_not_authorized`; the app's endpoints receive the events of all its
         *     organisations.
         *
         *     Administrators read them in person, too: with the events about the endpoints of the organisation's own apps.
         */
        get: operations["events.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow events
         * @description The events of `events.list` as server-sent events (HTML, section 9.2): first the existing ones, then each new one:
         *
         *     ```
         *     id: 42
         *     event: member.departed
         *     data: {"id":"evt_…","type":"member.departed","sequence":42,…}
         *     ```
         *
         *     `data` is the event on one line and `id` its `sequence`. A client that reconnects sends the last one in `Last-Event-ID`, as
         *     browsers do by themselves; it takes precedence over `after`. `retry` is the time to wait before reconnecting, in milliseconds.
         *     After every 15 seconds without an event the stream sends a comment as a heartbeat, with the last sequence that was searched as its
         *     `id`.
         *
         *     The stream ends when the token expires, when the app or its authorization ends (within a second), when the client reads nothing
         *     for 30 seconds, and when the server stops: reconnect then. It counts as one of the 100 requests that an app may have waiting.
         *     `stream` of `@sendoff/sdk/webhooks` does all of this.
         */
        get: operations["events.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an event
         * @description An event of the organisation, of a type whose read scope the token carries.
         */
        get: operations["events.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the event types
         * @description Every event type with the scope that reads it.
         */
        get: operations["events.listTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description The app's endpoints, oldest first, without their secrets. For an administrator, those of all internal apps of the organisation.
         */
        get: operations["webhookEndpoints.list"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description From now on the URL receives the events of every organisation for which the app may act, of the types whose read scope it holds
         *     there. The answer contains the signing secret; it is shown only once.
         *
         *     An endpoint is `unverified` until it has answered a challenge, so that nobody can direct events at a server that does not want
         *     them. The challenge is a POST to the URL, signed like a delivery (Standard Webhooks), with the endpoint's custom `headers` and
         *     `{"type": "webhook_endpoint.challenge", "timestamp": "…", "endpoint_id": "whe_…", "challenge": "…"}`. The answer must be a 2xx
         *     within 10 seconds whose body is `{"challenge": "…"}` with the same value, or that value alone. `createHandler` of
         *     `@sendoff/sdk/webhooks` answers by itself. The challenge is sent immediately and, until it is answered, again after 1, 2, 5, 10
         *     and 30 minutes, 1, 2, 4 and 8 hours; `webhookEndpoints.verify` requests another one. At most one a minute is sent. Events in the
         *     meantime are held, and delivered once the endpoint is verified.
         *
         *     In the sandbox, a loopback URL needs no challenge unless `challenge` requires it.
         *
         *     An administrator names the app by `app_id`: an internal app of the organisation. Its events are sent to the URL, so the token must
         *     carry their read scopes as well (`scope_missing`); `event_types` narrows them.
         */
        post: operations["webhookEndpoints.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook endpoint
         * @description One of the app's endpoints, without its secret.
         */
        get: operations["webhookEndpoints.get"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Deliveries to the URL stop. Undelivered events can still be read with `events.list`.
         */
        delete: operations["webhookEndpoints.delete"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint
         * @description Omitted members keep their values. An endpoint whose URL changes must answer a challenge again. Pending deliveries use the new URL
         *     and settings.
         *
         *     If the endpoint has `headers`, a URL of another origin (scheme, host or port) requires them again; otherwise the answer is
         *     `invalid_request` at `/headers`, because stored values are only sent to the origin for which they were given. `[]` removes them
         *     all.
         *
         *     For another URL or other types, an administrator's token must carry the read scopes of the events that the endpoint receives.
         */
        patch: operations["webhookEndpoints.update"];
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a ping to a webhook endpoint
         * @description Records a `ping` event for this endpoint alone and delivers it. The first attempt is made immediately, even if the endpoint has
         *     asked for a pause with `Retry-After` or other deliveries wait for it to recover; those keep waiting. The delivery shows the
         *     result.
         */
        post: operations["webhookEndpoints.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the challenge again
         * @description The challenge is sent as soon as a minute has passed since the previous one. Nothing is sent to a verified endpoint.
         */
        post: operations["webhookEndpoints.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a webhook endpoint
         * @description Deliveries that were held while it was disabled are made now. An unverified endpoint gets its challenge first.
         */
        post: operations["webhookEndpoints.enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a webhook endpoint
         * @description Deliveries to the endpoint stop and are held for it.
         */
        post: operations["webhookEndpoints.disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret
         * @description Creates a new signing secret. The previous one stays valid for `overlap_seconds`, and until then every request carries a signature
         *     by each, so that a consumer can verify it with either. With an overlap of 0 the other secrets are revoked immediately. There are
         *     never more than two.
         */
        post: operations["webhookEndpoints.rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/secrets/{secret_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a secret
         * @description No delivery is signed with it any more, including pending ones. If the newest secret is revoked while the previous one is still
         *     valid, that one no longer expires.
         */
        delete: operations["webhookEndpoints.deleteSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the health of a webhook endpoint
         * @description The success rate and latency of its newest attempts, its backlog, and the state of its circuit breaker.
         */
        get: operations["webhookEndpoints.getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries
         * @description The deliveries to an endpoint, newest first. They are kept for 30 days, like their events.
         */
        get: operations["webhookEndpoints.listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send missed events to a webhook endpoint
         * @description Finds every later event that matches the endpoint's types and the app's current scopes and was neither delivered nor is about to
         *     be: failed and held deliveries, and events that never had one, for example from before the endpoint was created. `dry_run` only
         *     counts them. Otherwise each of them is delivered once, in the background; `webhookEndpoints.getRecovery` shows the progress. A
         *     recovery continues after a restart.
         */
        post: operations["webhookEndpoints.recover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/webhook-endpoints/{endpoint_id}/recoveries/{recovery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the progress of a recovery
         * @description Recoveries are kept for 30 days.
         */
        get: operations["webhookEndpoints.getRecovery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a delivery
         * @description A delivery to one of the app's endpoints, with every attempt so far.
         */
        get: operations["deliveries.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/deliveries/{delivery_id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver again
         * @description Creates another delivery of the same event to the same endpoint, with the same `webhook-id`, whatever the result of the first. The
         *     first attempt is made immediately, as at `webhookEndpoints.test`.
         */
        post: operations["deliveries.redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the audit log
         * @description Every change with its actor, network address and the values before and after. Newest first.
         */
        get: operations["auditLogs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the sandbox's clock
         * @description The clock that decides when something falls due. Tokens and signatures use the real time.
         */
        get: operations["sandbox.getClock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/sandbox/clock/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the sandbox's clock ahead
         * @description Moves the clock to a time, or by a duration, and answers when everything that fell due on the way is done, in that order. The
         *     clock never goes back; `sandbox.reset` starts again.
         */
        post: operations["sandbox.advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset the sandbox
         * @description Removes everything, sets the clock to the real time and loads the demo data again, with new ids and credentials. The answer is the
         *     new content of the credentials file. Earlier tokens are refused.
         */
        post: operations["sandbox.reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/sandbox/user-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a user token without signing in
         * @description A token for any account with any scopes, so that checks of role and condition can be tried. The permissions of the account are
         *     still checked on every call.
         *
         *     It also stands for a first sign-in, and so accepts the membership of a person who has no other account, without an event. A person
         *     who has another account must first accept with that one (`membershipInvitations.accept`).
         */
        post: operations["sandbox.createUserToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/sandbox/verification-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the verification codes that were sent
         * @description The codes that the sandbox would have sent by email or text message, newest first.
         */
        get: operations["sandbox.listVerificationCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1.0/sandbox/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the sandbox's content
         * @description The accounts of the sandbox, oldest first, each with its organisation, and the clock: enough for a console to choose an account and
         *     to ask for its token with `sandbox.createUserToken`. Passwords and secrets are in `sandbox.json` alone.
         */
        get: operations["sandbox.getData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "organization.association.invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An association was proposed
         * @description Recorded for both organisations.
         */
        post: operations["onOrganizationAssociationInvited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.linked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Two organisations are associated
         * @description Recorded for both organisations, each from its own side.
         */
        post: operations["onOrganizationAssociationLinked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation was declined
         * @description Recorded for both organisations.
         */
        post: operations["onOrganizationAssociationDeclined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation was taken back
         * @description Recorded for both organisations.
         */
        post: operations["onOrganizationAssociationRevoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An invitation was not answered in time
         * @description Recorded for both organisations, 14 days after the invitation.
         */
        post: operations["onOrganizationAssociationExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.unlink_scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An association will end
         * @description Recorded for both organisations, each from its own side. Only the initiator’s side receives the reason’s text.
         */
        post: operations["onOrganizationAssociationUnlinkScheduled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.unlink_canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A scheduled unlink was canceled
         * @description Recorded for both organisations. The side that had scheduled it canceled it, or the association ended before.
         */
        post: operations["onOrganizationAssociationUnlinkCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.unlink_failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A scheduled unlink failed
         * @description When it fell due, the person or app that had scheduled it was no longer allowed to unlink. Recorded for both organisations; the
         *     association continues, and the administrators of both are notified.
         */
        post: operations["onOrganizationAssociationUnlinkFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An association is attached to another department
         * @description Recorded for both organisations, each with its own view; `changes` has the department of the side that moved.
         */
        post: operations["onOrganizationAssociationUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.unlinked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An association ended
         * @description Recorded for both organisations, each from its own side.
         */
        post: operations["onOrganizationAssociationUnlinked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member applied to leave
         * @description An administrator has to decide.
         */
        post: operations["onLeaveApplicationSubmitted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.partly_approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One of two approvals of a leave application was given
         * @description The application stays pending until the other reviewer decides, too.
         */
        post: operations["onLeaveApplicationPartlyApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.manager_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A pending leave application has another manager to review it
         * @description The applicant has another manager, or theirs departed or can't act. Without one, administrators decide alone.
         */
        post: operations["onLeaveApplicationManagerChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A leave application was approved
         * @description Contains the decider and the comment.
         */
        post: operations["onLeaveApplicationApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A leave application was rejected
         * @description Contains the decider and the comment.
         */
        post: operations["onLeaveApplicationRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A leave application was withdrawn
         * @description The applicant withdrew it, or departed in another way.
         */
        post: operations["onLeaveApplicationWithdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An approved application was confirmed
         * @description The member has left.
         */
        post: operations["onLeaveApplicationConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "leave_application.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An approved application expired
         * @description Nobody confirmed it within 14 days.
         */
        post: operations["onLeaveApplicationExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.offboarding_scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member will be offboarded
         * @description Takes effect at the given time.
         */
        post: operations["onMemberOffboardingScheduled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.offboarding_rescheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member will be offboarded at another time
         * @description Takes effect at the given time.
         */
        post: operations["onMemberOffboardingRescheduled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.offboarding_canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An offboarding was canceled
         * @description Somebody canceled it, or the member departed in another way.
         */
        post: operations["onMemberOffboardingCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.offboarding_failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An offboarding failed
         * @description When it fell due, a rule refused it, or the person or app for which it acted (`acts_for`) was no longer allowed to offboard;
         *     `code` gives the reason. The member stays; the founder and the administrators are notified.
         */
        post: operations["onMemberOffboardingFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "offboarding_batch.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A batch is over
         * @description Every item has succeeded or failed. A person who asked for the batch is notified, too.
         */
        post: operations["onOffboardingBatchCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "offboarding_batch.canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A batch was canceled
         * @description Somebody canceled it, or its organisation is being dissolved. Items that had succeeded stay; those that had not begun are counted as
         *     `canceled`. A person who asked for the batch is notified, too.
         */
        post: operations["onOffboardingBatchCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.departed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member departed
         * @description Contains everything that a consumer needs to act on it.
         */
        post: operations["onMemberDeparted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.restored": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A departed member is back
         * @description Lists everything that was restored and that was not.
         */
        post: operations["onMemberRestored"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.references_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Places that referred to a member have another holder
         * @description After a departure: the places that referred to the member were given to somebody else or cleared (`references`), or still name them
         *     and are held when they fall due (`left`). After a restore: they were given back, or left because somebody has changed them since.
         *     Recorded once, when all are done; each changed report also has a `member.updated`.
         */
        post: operations["onMemberReferencesChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.purged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The held data of a departed member was purged
         * @description The restore window is over.
         */
        post: operations["onMemberPurged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "legal_hold.placed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A legal hold was placed on a departure
         * @description Nothing of the departed account is purged or erased while it stands.
         */
        post: operations["onLegalHoldPlaced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "legal_hold.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A legal hold was released
         * @description Others may still stand on the same departure.
         */
        post: operations["onLegalHoldReleased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.erasure_requested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A person asked for the erasure of their departed account
         * @description An administrator grants or refuses it by `decide_by`, with `erasureRequests.grant` or `erasureRequests.refuse`.
         */
        post: operations["onAccountErasureRequested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.erased": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Everything personal of a departed account was erased
         * @description Consumers erase it, too. The event has no personal data; earlier events of the account are stored without it.
         */
        post: operations["onAccountErased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "resource.transferred": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A resource has a new owner
         * @description Its owner departed. With the reason `handed_over`, it was held in the meantime.
         */
        post: operations["onResourceTransferred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "resource.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A resource is to be deleted
         * @description Its owner departed, or the restore window is over.
         */
        post: operations["onResourceDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "handover.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A handover is complete
         * @description Every resource of the departed member has its outcome. Recorded again, with the new totals and a `handover_id`, each time that held
         *     resources were handed over.
         */
        post: operations["onHandoverCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "departure.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Every system has settled its receipt
         * @description Recorded when the last receipt of a departure is `done` or `not_applicable`; again after it was reopened.
         */
        post: operations["onDepartureClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "departure.reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A closed departure has an open receipt
         * @description A system that had settled its receipt has failed after all, or a restore is waiting for receipts.
         */
        post: operations["onDepartureReopened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "receipt.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A system has not answered in time
         * @description The deadline of a receipt has passed without an answer. Third-party apps do not receive it.
         */
        post: operations["onReceiptOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "receipt.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A system has failed
         * @description A system says that it could not act, or it went away before it had. Third-party apps do not receive it.
         */
        post: operations["onReceiptFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.dissolution_scheduled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The organisation will be dissolved
         * @description Takes effect at the given time, unless the founder cancels it.
         */
        post: operations["onOrganizationDissolutionScheduled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.dissolution_canceled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The dissolution was canceled
         * @description The organisation continues.
         */
        post: operations["onOrganizationDissolutionCanceled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.dissolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The organisation is dissolved
         * @description The last event of the organisation.
         */
        post: operations["onOrganizationDissolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.deregistered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member deregistered their personal account
         * @description Their account in the organisation is not affected.
         */
        post: operations["onAccountDeregistered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.address_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member signs in with another address
         * @description A person has changed the email or phone of their sign-in, or an administrator has for a member. Addresses are given only where the
         *     member's contact was the old one.
         */
        post: operations["onAccountAddressChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "account.identifier_recycled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An address belongs to somebody else now
         * @description An email or phone of a departed member was registered by a new account.
         */
        post: operations["onAccountIdentifierRecycled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.joined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member joined
         * @description A person was added to the organisation or founded it.
         */
        post: operations["onMemberJoined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member accepted the membership
         * @description The person whom the organisation added has accepted. Until then the membership is only a claim of the organisation.
         */
        post: operations["onMemberAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member's data changed
         * @description `changes` has the changed fields alone, each with its value before and after. Role, condition and acceptance have events of
         *     their own. A request that changes nothing makes no event.
         */
        post: operations["onMemberUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.condition_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member was frozen, banned, suspended or released
         * @description Contains the previous and the current condition.
         */
        post: operations["onMemberConditionChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "member.role_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A member's role changed
         * @description Contains the previous and the current role.
         */
        post: operations["onMemberRoleChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "department.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A department was created
         * @description Contains the department.
         */
        post: operations["onDepartmentCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "department.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A department was renamed or moved, or has another head
         * @description Contains the changed fields alone, each with its value before and after.
         */
        post: operations["onDepartmentUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "department.deleted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A department was deleted
         * @description Comes after the events of everything that was moved out of it.
         */
        post: operations["onDepartmentDeleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The organisation's data changed
         * @description `changes` has the changed fields alone, each with its value before and after. The leave policy has an event of its own.
         */
        post: operations["onOrganizationUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.founder_transferred": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The organisation has another founder
         * @description The former one is an administrator.
         */
        post: operations["onOrganizationFounderTransferred"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.founder_replacement_started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The operator has begun to replace the founder
         * @description The founder can't be reached. Unless the founder or an administrator objects, the successor becomes the founder at `effective_at`.
         */
        post: operations["onOrganizationFounderReplacementStarted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.founder_replacement_ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The replacement of the founder has ended
         * @description It was ended by an objection, by the operator, or at its time. If it was `completed`, `organization.founder_transferred` and
         *     `member.role_changed` come before.
         */
        post: operations["onOrganizationFounderReplacementEnded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.leave_policy_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The leave policy changed
         * @description Contains the new policy.
         */
        post: operations["onOrganizationLeavePolicyChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.policies_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The policies changed
         * @description Contains all policies as they are now. A change of the leave policy is also an `organization.leave_policy_changed`.
         */
        post: operations["onOrganizationPoliciesChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.due_work_stalled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Due work has stalled
         * @description Work that fell due keeps failing. It is retried at growing intervals and holds up nothing else. The server's log has the cause.
         */
        post: operations["onOrganizationDueWorkStalled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "app.deauthorized": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An app lost its authorization
         * @description The authorization that the organisation had given to a third-party app ended. The app receives the event too.
         */
        post: operations["onAppDeauthorized"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "app.authorized": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A third-party app was authorised
         * @description Contains the authorised scopes.
         */
        post: operations["onAppAuthorized"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook_endpoint.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook endpoint was disabled
         * @description Sent to the app's other endpoints. Deliveries to the disabled one are held.
         */
        post: operations["onWebhookEndpointDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhook_endpoint.enabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A webhook endpoint was enabled
         * @description Sent to the app's other endpoints. The held deliveries are made now.
         */
        post: operations["onWebhookEndpointEnabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    ping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A test
         * @description Sent by `webhookEndpoints.test`, to that endpoint only.
         */
        post: operations["onPing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Id: string;
        DeptId: number;
        /**
         * Format: date-time
         * @description RFC 3339, UTC, with milliseconds.
         */
        Timestamp: string;
        Text: string;
        /**
         * @description One line that shows something. White space at its ends is left out, and it is kept in the normal form NFC. It must not contain
         *     control characters, marks of the writing direction or other invisible characters; the joiners of emoji, Persian and Indic
         *     scripts may stay.
         */
        Name: string;
        ConfirmedName: string;
        /**
         * @description A name by which persons decide whom to trust. It must not be only white space, contain control, invisible or private characters,
         *     or read like the name of this platform.
         */
        PublicName: string;
        /**
         * @description An address as RFC 5321 has it, without a quoted local part: at most 64 characters before the `@`, 254 altogether. An international
         *     domain is taken in either form. Answers have it in small letters and in punycode (UTS 46), the form in which it is compared.
         */
        Email: string;
        /**
         * @description A number with its country code, as people write it: with spaces, hyphens, dots or parentheses, with `+` or `00`. Answers have it in
         *     E.164, the form in which it is compared.
         */
        Phone: string;
        Password: string;
        /** @description An existing password. A wrong one is refused with `password_incorrect`, whatever its length. */
        GivenPassword: string;
        /**
         * @description All members of the list from the cursor on, as CSV (RFC 4180) in UTF-8, one a line; with `limit` one page, whose next one the header
         *     `Link` names. New columns are added at the end. Departments are separated by spaces. A cell that a spreadsheet would read as a
         *     formula begins with an apostrophe.
         */
        MembersCsv: string;
        /** @description All departures of the list, in the form of `MembersCsv`, with the member as of the departure. */
        DeparturesCsv: string;
        /** @description All outcomes of the report, in the form of `MembersCsv`. */
        HandoverCsv: string;
        /** @description All entries of the list, in the form of `MembersCsv`. The values before and after are JSON. */
        AuditLogsCsv: string;
        SearchText: string;
        ExternalId: string;
        /** @description The organisation's own number for the member. Missing in what was recorded before version 0.2. */
        MemberNumber: string | null;
        Kind: string;
        /** @enum {string} */
        Role: "founder" | "admin" | "member";
        /** @enum {string} */
        Condition: "normal" | "frozen" | "banned" | "suspended" | "abnormal";
        Actor: {
            /** @enum {string} */
            type: "user" | "app" | "system";
            /** @description The account, the app, or `sendoff`. */
            id: string;
        };
        /** @enum {string} */
        Initiator: "self" | "admin" | "app" | "system";
        /** @enum {string} */
        Scope: "org:unlink" | "org:read" | "org:write" | "org:policy:write" | "org:dissolve" | "org:founder:transfer" | "org:association:read" | "org:association:write" | "member:read" | "member:write" | "member:condition:write" | "member:leave" | "member:offboard" | "member:restore" | "legal_hold:read" | "legal_hold:write" | "erasure:read" | "erasure:write" | "receipt:read" | "receipt:write" | "leave_application:read" | "leave_application:review" | "resource:read" | "resource:write" | "account:read" | "account:write" | "account:deregister" | "app:read" | "app:write" | "event:read" | "webhook:read" | "webhook:write" | "audit:read";
        UnlinkRequest: {
            dept_id: components["schemas"]["DeptId"];
            associated_org_id: components["schemas"]["Id"];
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
        };
        /** @enum {string} */
        ReasonCode: "position_change" | "resignation" | "joined_by_mistake" | "restructuring" | "other";
        UnlinkResult: {
            /** @enum {boolean} */
            result: true;
            association_id: components["schemas"]["Id"];
            unlinked_at: components["schemas"]["Timestamp"];
        };
        ScheduleUnlinkRequest: {
            dept_id: components["schemas"]["DeptId"];
            associated_org_id: components["schemas"]["Id"];
            /** Format: date-time */
            effective_at: string;
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
        };
        /** @enum {string} */
        ScheduledUnlinkStatus: "scheduled" | "completed" | "canceled" | "failed";
        ScheduledUnlink: {
            scheduled_unlink_id: components["schemas"]["Id"];
            association_id: components["schemas"]["Id"];
            dept_id: components["schemas"]["DeptId"];
            associated_org_id: components["schemas"]["Id"];
            status: components["schemas"]["ScheduledUnlinkStatus"];
            effective_at: components["schemas"]["Timestamp"];
            acts_for: components["schemas"]["Requester"];
            reason_code: components["schemas"]["ReasonCode"] | null;
            reason_text: string | null;
            /** @description The code of the refusal of one that failed. */
            failure: string | null;
            problem: components["schemas"]["FailureOrNone"];
            created_at: components["schemas"]["Timestamp"];
            /** @description The time at which it was completed or canceled, or failed. */
            ended_at: components["schemas"]["Timestamp"] | null;
        };
        ScheduledUnlinkList: {
            data: components["schemas"]["ScheduledUnlink"][];
            next_cursor: string | null;
        };
        UnlinkPreview: {
            association: components["schemas"]["Association"];
            /** @description The resources whose sharing between the two organisations would end. */
            shared_resources: {
                total: number;
                /** @description The first 100 resources. */
                items: components["schemas"]["SharedResource"][];
            };
            /** @description The organisation's authorizations of the other's apps, which would end. */
            authorizations: components["schemas"]["AffectedAuthorization"][];
        };
        Association: {
            association_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            dept_id: components["schemas"]["DeptId"];
            associated_org_id: components["schemas"]["Id"];
            associated_org_name: string;
            associated_dept_id: components["schemas"]["DeptId"];
            type: components["schemas"]["AssociationType"];
            linked_at: components["schemas"]["Timestamp"];
            /** @description The earliest time at which either side has scheduled its end. */
            unlink_scheduled_at?: components["schemas"]["Timestamp"] | null;
        };
        /**
         * @description The role of the associated organisation towards this one.
         * @enum {string}
         */
        AssociationType: "upstream" | "downstream" | "partner";
        SharedResource: {
            resource_id: components["schemas"]["Id"];
            kind: string;
            name: string;
            /**
             * @description The organisation that owns the resource.
             * @enum {string}
             */
            shared_by: "own" | "associated";
        };
        AffectedAuthorization: {
            authorization_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            app_name: string;
            scopes: string[];
        };
        Counts: {
            members: {
                active: components["schemas"]["Count"];
                departed: components["schemas"]["Count"];
            };
            /** @description The active members by role. */
            roles: {
                founder: components["schemas"]["Count"];
                admin: components["schemas"]["Count"];
                member: components["schemas"]["Count"];
            };
            /** @description The active members by condition. */
            conditions: {
                normal: components["schemas"]["Count"];
                frozen: components["schemas"]["Count"];
                banned: components["schemas"]["Count"];
                suspended: components["schemas"]["Count"];
                abnormal: components["schemas"]["Count"];
            };
            /** @description Active members who have not accepted the membership. */
            invited: components["schemas"]["Count"];
            departments: components["schemas"]["Count"];
            associations: components["schemas"]["Count"];
            offboardings_scheduled: components["schemas"]["Count"];
            leave_applications_pending: components["schemas"]["Count"];
        };
        Count: number;
        UpdateOrganizationRequest: {
            name: components["schemas"]["PublicName"];
        };
        Organization: {
            org_id: components["schemas"]["Id"];
            name: string;
            /** @enum {string} */
            status: "active" | "dissolving";
            created_at: components["schemas"]["Timestamp"];
            /** @description The coming dissolution, which every member reads; null where there is none. Its reason is for the founder alone. */
            dissolution?: components["schemas"]["ComingDissolution"] | null;
        };
        ComingDissolution: {
            /** @enum {string} */
            status: "scheduled" | "running";
            requested_at: components["schemas"]["Timestamp"];
            effective_at: components["schemas"]["Timestamp"];
        };
        AdminList: {
            data: components["schemas"]["Admin"][];
            next_cursor: string | null;
        };
        Admin: {
            account_id: components["schemas"]["Id"];
            name: string;
            /** @enum {string} */
            role: "founder" | "admin";
            email: string | null;
            phone: string | null;
        };
        LeavePolicy: {
            mode: components["schemas"]["LeaveMode"];
            fallback_recipient_id: components["schemas"]["Id"] | null;
        };
        /** @enum {string} */
        LeaveMode: "instant" | "approval";
        SetLeavePolicyRequest: {
            mode: components["schemas"]["LeaveMode"];
            fallback_recipient_id?: components["schemas"]["Id"] | null;
        };
        /** @description All policies of an organisation. */
        Policies: {
            instant_leave: components["schemas"]["InstantLeave"];
            instant_leave_dept_ids: components["schemas"]["PolicyDepartments"];
            fallback_recipient_id: components["schemas"]["FallbackRecipient"];
            leaver_may_delete: components["schemas"]["LeaverMayDelete"];
            reviewers: components["schemas"]["Reviewers"];
            suspend_then_depart: components["schemas"]["SuspendThenDepart"];
            suspension_hours: components["schemas"]["SuspensionHours"];
            restore_window_days: components["schemas"]["RestoreWindowDays"];
            receipt_deadline_hours: components["schemas"]["ReceiptDeadlineHours"];
            reason_retention_days: components["schemas"]["ReasonRetentionDays"];
            record_retention_days: components["schemas"]["RecordRetentionDays"];
        };
        /** @description The policies to set; omitted ones keep their values. */
        SetPoliciesRequest: {
            instant_leave?: components["schemas"]["InstantLeave"];
            instant_leave_dept_ids?: components["schemas"]["PolicyDepartments"];
            fallback_recipient_id?: components["schemas"]["FallbackRecipient"];
            leaver_may_delete?: components["schemas"]["LeaverMayDelete"];
            reviewers?: components["schemas"]["Reviewers"];
            suspend_then_depart?: components["schemas"]["SuspendThenDepart"];
            suspension_hours?: components["schemas"]["SuspensionHours"];
            restore_window_days?: components["schemas"]["RestoreWindowDays"];
            receipt_deadline_hours?: components["schemas"]["ReceiptDeadlineHours"];
            reason_retention_days?: components["schemas"]["ReasonRetentionDays"];
            record_retention_days?: components["schemas"]["RecordRetentionDays"];
        };
        /**
         * @description The members who leave by their own act without an approval: `everyone`, `nobody`, `only_departments` for those in
         *     `instant_leave_dept_ids`, or `except_departments` for all others. A department includes those beneath it. A member of several
         *     departments needs an approval if one of them does. Administrators need a password or an approval in any case.
         * @enum {string}
         */
        InstantLeave: "everyone" | "nobody" | "only_departments" | "except_departments";
        /** @description The departments that `instant_leave` means; empty for `everyone` and `nobody`. */
        PolicyDepartments: components["schemas"]["DeptId"][];
        /** @description The recipient of resources that have no other one, or null. */
        FallbackRecipient: components["schemas"]["Id"] | null;
        /** @description True if members who leave by their own act may have resources deleted. Otherwise they transfer them or have them held. */
        LeaverMayDelete: boolean;
        /**
         * @description The persons whose approval a leave application takes: one administrator (`administrators`), the applicant's manager or an
         *     administrator (`manager_or_administrator`), or both (`manager_and_administrator`). A rejection by any of them is final. Without a
         *     manager who can decide, administrators decide alone.
         * @enum {string}
         */
        Reviewers: "administrators" | "manager_or_administrator" | "manager_and_administrator";
        /**
         * @description The time from which a member who is to be offboarded is suspended: `never`, `before_departure` for the last `suspension_hours`
         *     before the set time, or `when_scheduled` from the request until the set time. An offboarding without a set time suspends
         *     immediately, and takes effect after `suspension_hours`, unless the policy is `never`.
         * @enum {string}
         */
        SuspendThenDepart: "never" | "before_departure" | "when_scheduled";
        /** @description The length of a suspension before a departure, in hours. */
        SuspensionHours: number;
        /** @description The time within which a departure can be undone, in days. */
        RestoreWindowDays: number;
        /** @description The time within which a connected system must report that it has acted on a departure, in hours. */
        ReceiptDeadlineHours: number;
        /**
         * @description The time after which reasons and comments are erased, in days; null keeps them. It counts from the end of a departure, which is its
         *     restore or the end of its restore window, and otherwise from the end of the application, offboarding, batch, association or
         *     scheduled unlink. `[erased]` stands in their place. Events, which carry reasons, are kept for 30 days.
         */
        ReasonRetentionDays: number | null;
        /**
         * @description The time after which the records of a departure are removed, in days; null keeps them. It counts as `reason_retention_days`, and a
         *     departure is kept longer while its person has an account in the organisation, a system has not settled its receipt, or a legal
         *     hold stands.
         */
        RecordRetentionDays: number | null;
        TransferFounderRequest: {
            account_id: components["schemas"]["Id"];
            password: components["schemas"]["GivenPassword"];
        };
        FounderTransfer: {
            founder_id: components["schemas"]["Id"];
            former_founder_id: components["schemas"]["Id"];
        };
        AssociationList: {
            data: components["schemas"]["Association"][];
            next_cursor: string | null;
        };
        /**
         * @description `api`: immediately, `scheduled`: at a set time, `dissolution`: one of the two organisations was dissolved.
         * @enum {string}
         */
        UnlinkCause: "api" | "scheduled" | "dissolution";
        EndedAssociation: {
            association_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            dept_id: components["schemas"]["DeptId"];
            associated_org_id: components["schemas"]["Id"];
            /** @description The name that the other organisation had when the association ended. It stays when that organisation is dissolved. */
            associated_org_name: string | null;
            associated_dept_id: components["schemas"]["DeptId"];
            type: components["schemas"]["AssociationType"];
            linked_at: components["schemas"]["Timestamp"];
            unlinked_at: components["schemas"]["Timestamp"];
            /**
             * @description The side of this organisation: it ended the association, or the associated one did. Null with the following fields for
             *     associations that ended before they were kept.
             */
            side: ("initiator" | "associated") | null;
            cause: components["schemas"]["UnlinkCause"] | null;
            reason_code: components["schemas"]["ReasonCode"] | null;
            /** @description Only the initiator's side has it. */
            reason_text: string | null;
            ended_by: components["schemas"]["AssociationEnder"] | null;
        };
        /** @description The person, app or platform that ended the association, or for whom it ended at the set time. */
        AssociationEnder: {
            /** @enum {string} */
            type: "user" | "app" | "system";
            id: string;
        };
        EndedAssociationList: {
            data: components["schemas"]["EndedAssociation"][];
            next_cursor: string | null;
        };
        CreateAssociationInvitationRequest: {
            associated_org_id: components["schemas"]["Id"];
            type: components["schemas"]["AssociationType"];
            dept_id: components["schemas"]["DeptId"];
            message?: components["schemas"]["Text"];
        };
        /** @description The invitation as the inviting organisation wrote it; `org_id` invites `associated_org_id`. */
        AssociationInvitation: {
            invitation_id: components["schemas"]["Id"];
            /** @enum {string} */
            direction: "sent" | "received";
            org_id: components["schemas"]["Id"];
            org_name: string;
            associated_org_id: components["schemas"]["Id"];
            associated_org_name: string;
            type: components["schemas"]["AssociationType"];
            dept_id: components["schemas"]["DeptId"];
            message: string | null;
            status: components["schemas"]["InvitationStatus"];
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @enum {string} */
        InvitationStatus: "pending" | "accepted" | "declined" | "revoked" | "expired";
        AssociationInvitationList: {
            data: components["schemas"]["AssociationInvitation"][];
            next_cursor: string | null;
        };
        AcceptAssociationInvitationRequest: {
            dept_id: components["schemas"]["DeptId"];
        };
        CreateAssociationBlockRequest: {
            associated_org_id: components["schemas"]["Id"];
        };
        AssociationBlock: {
            associated_org_id: components["schemas"]["Id"];
            associated_org_name: string;
            created_at: components["schemas"]["Timestamp"];
        };
        AssociationBlockList: {
            data: components["schemas"]["AssociationBlock"][];
            next_cursor: string | null;
        };
        LeaveRequest: {
            /** @enum {boolean} */
            confirm: true;
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
            entry_point?: components["schemas"]["EntryPoint"];
            handover?: components["schemas"]["Handover"];
        };
        PreviewLeaveRequest: {
            handover?: components["schemas"]["Handover"];
        };
        LeavePreview: {
            preview_id: components["schemas"]["Id"];
            expires_at: components["schemas"]["Timestamp"];
            /** @description Every way to leave by one's own act. */
            ways: components["schemas"]["LeaveWay"][];
            approval: {
                /** @description True if the policies don't let the member leave without an approval. */
                is_required: boolean;
                /** @description The people who can approve; `organization.listAdmins` names the administrators. */
                reviewers: components["schemas"]["Reviewer"][];
                /**
                 * @description The number of approvals that it takes, one of the reviewers' or all of them.
                 * @enum {string}
                 */
                takes: "one" | "all";
                /** @description The manager who is asked; null if only administrators are. */
                manager: components["schemas"]["NamedMember"] | null;
                /**
                 * @description The member's open application, which they confirm once it is approved (`leaveApplications.confirm`). With null, they apply
                 *     (`leaveApplications.create`).
                 */
                application: components["schemas"]["OpenApplication"] | null;
            };
            total: number;
            inventory: components["schemas"]["PlannedHandover"][];
            references: components["schemas"]["Reference"][];
            /** @description The things that the member made or asked for, by type; `members.listCreations` lists them. */
            creations: components["schemas"]["CreationCount"][];
            irreversible: ("access_ends_at_once" | "resources_transferred" | "resources_deleted" | "departments_lost" | "admin_role_lost")[];
            /** @description The time until which an administrator can undo the departure, if it took effect now. */
            restorable_until: components["schemas"]["Timestamp"];
            restore_window_days: number;
            /** @description Consequences outside of the organisation that should be settled before the departure. */
            warnings: components["schemas"]["OffboardingWarning"][];
        };
        LeaveWay: {
            /**
             * @description `instant` is `leave.create`; `approval` is `leaveApplications.create` and, once approved, `.confirm`; `deregistration` is
             *     `me.deregister`.
             * @enum {string}
             */
            way: "instant" | "approval" | "deregistration";
            /** @description True if no rule would refuse it now. */
            is_open: boolean;
            blockers: components["schemas"]["LeaveBlocker"][];
        };
        LeaveBlocker: {
            /** @enum {string} */
            code: "founder_must_transfer" | "sole_member_must_dissolve" | "admin_cannot_leave_instantly" | "approval_required" | "last_admin";
            detail: string;
        };
        NamedMember: {
            account_id: components["schemas"]["Id"];
            name: string;
        };
        OpenApplication: {
            application_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "pending" | "approved";
        };
        /** @enum {string} */
        EntryPoint: "mobile_contacts" | "mobile_profile" | "mobile_settings" | "desktop_contacts" | "desktop_settings";
        /**
         * @description The treatment of the member's resources. The narrowest choice applies, at most one for each kind and each resource, and only a
         *     `transfer` has a recipient. Without a choice, a resource goes to `recipient_id`, else to the manager, the head of the department
         *     or the fallback of the leave policy; without any of them it is held. A resource whose chosen recipient can no longer take over
         *     when the member departs is held, and whoever chose them and the administrators are notified.
         */
        Handover: {
            recipient_id?: components["schemas"]["Id"];
            by_kind?: components["schemas"]["HandoverByKind"][];
            by_resource?: components["schemas"]["HandoverByResource"][];
        };
        HandoverByKind: {
            kind: components["schemas"]["Kind"];
            action: components["schemas"]["HandoverAction"];
            recipient_id?: components["schemas"]["Id"];
        };
        /** @enum {string} */
        HandoverAction: "transfer" | "delete" | "hold";
        HandoverByResource: {
            resource_id: components["schemas"]["Id"];
            action: components["schemas"]["HandoverAction"];
            recipient_id?: components["schemas"]["Id"];
        };
        Departure: {
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            method: components["schemas"]["DepartureMethod"];
            initiator: components["schemas"]["Initiator"];
            actor: components["schemas"]["Actor"];
            reason_code: string | null;
            reason_text: string | null;
            entry_point: components["schemas"]["EntryPoint"] | null;
            snapshot: components["schemas"]["MemberSnapshot"];
            handover: components["schemas"]["HandoverProgress"];
            /** @enum {string} */
            status: "departed" | "restored" | "purged";
            departed_at: components["schemas"]["Timestamp"];
            restorable_until: components["schemas"]["Timestamp"] | null;
            restored_at: components["schemas"]["Timestamp"] | null;
            /** @description The number of standing legal holds. */
            legal_holds: number;
            /** @description The latest account with which this organisation added the person again, as a rehire of this departure. */
            rehired_as?: components["schemas"]["Id"] | null;
            receipts: components["schemas"]["ReceiptCounts"];
            /**
             * @description The time at which every system had settled its receipt (`done` or `not_applicable`). `null` while one has not, and where no
             *     system owes any.
             */
            closed_at: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {string} */
        DepartureMethod: "self_leave" | "approved_leave" | "admin_offboard" | "org_dissolved" | "declined";
        MemberSnapshot: {
            name: string;
            email: string | null;
            phone: string | null;
            external_id?: components["schemas"]["MemberNumber"];
            dept_ids: components["schemas"]["DeptId"][];
            role: components["schemas"]["Role"];
            manager_id: components["schemas"]["Id"] | null;
        };
        HandoverProgress: {
            /** @enum {string} */
            status: "running" | "completed";
            transferred: number;
            deleted: number;
            held: number;
        };
        CreateLeaveApplicationRequest: {
            reason_code: components["schemas"]["ReasonCode"];
            reason_text: components["schemas"]["Text"];
        };
        LeaveApplication: {
            application_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            applicant_name: string;
            reason_code: components["schemas"]["ReasonCode"];
            reason_text: string;
            status: components["schemas"]["LeaveApplicationStatus"];
            comment: string | null;
            decided_by: components["schemas"]["Id"] | null;
            decided_at: components["schemas"]["Timestamp"] | null;
            expires_at: components["schemas"]["Timestamp"] | null;
            departure_id: components["schemas"]["Id"] | null;
            created_at: components["schemas"]["Timestamp"];
            reviewers?: components["schemas"]["Reviewers"];
            /** @description The applicant's manager who is asked for an approval; null where administrators decide alone. */
            manager_id?: components["schemas"]["Id"] | null;
            /**
             * @description The approvals that a pending application lacks. Where `reviewers` is `manager_or_administrator`, one of them is enough. Empty
             *     for an application that is not pending.
             */
            awaiting?: components["schemas"]["Reviewer"][];
            /** @description The approvals so far, oldest first. */
            approvals?: components["schemas"]["LeaveApproval"][];
            /** @description The rules that would refuse the confirmation now. Present in answers about one application that is open. */
            blockers?: components["schemas"]["Blocker"][];
        };
        /** @enum {string} */
        Reviewer: "manager" | "administrator";
        LeaveApproval: {
            reviewer: components["schemas"]["Reviewer"];
            approved_by: components["schemas"]["Id"];
            approved_at: components["schemas"]["Timestamp"];
            comment: string | null;
        };
        /** @enum {string} */
        LeaveApplicationStatus: "pending" | "approved" | "rejected" | "withdrawn" | "confirmed" | "expired";
        LeaveApplicationList: {
            data: components["schemas"]["LeaveApplication"][];
            next_cursor: string | null;
        };
        ReviewRequest: {
            comment?: components["schemas"]["Text"];
        };
        ConfirmLeaveRequest: {
            /** @enum {boolean} */
            confirm: true;
            password: components["schemas"]["GivenPassword"];
        };
        PreviewOffboardingRequest: {
            account_id: components["schemas"]["Id"];
            handover?: components["schemas"]["Handover"];
            successor_id?: components["schemas"]["Id"];
        };
        /** @description Places that refer to a member in one role. */
        Reference: {
            /**
             * @description The member is the `manager` of the subjects, the `department_head` of them, the `fallback_recipient` of the leave policy of the
             *     organisation, or a recipient or successor in scheduled offboardings of others (`scheduled_recipient`).
             * @enum {string}
             */
            role: "manager" | "department_head" | "fallback_recipient" | "scheduled_recipient";
            count: number;
            /** @description The first members, departments, organisation or offboardings that refer to the member. */
            subject_ids: string[];
            /** @description The member who takes the place; null if it is cleared, or for scheduled offboardings held. */
            holder_id: components["schemas"]["Id"] | null;
        };
        /**
         * @description An `app` of the organisation as which the person can act, because they made it or gave it a secret, keys, redirect URIs or scopes;
         *     an `app_secret` or `webhook_endpoint` of such an app; an `authorization` that they gave to an app; a scheduled `offboarding`, a
         *     running `offboarding_batch` or a `scheduled_unlink` that acts for them; a `legal_hold` that they placed.
         * @enum {string}
         */
        CreationType: "app" | "app_secret" | "webhook_endpoint" | "authorization" | "offboarding" | "offboarding_batch" | "scheduled_unlink" | "legal_hold";
        /**
         * @description The effect of the departure: it `stays`, with all its access, until somebody ends it; or it `fails` when it falls due, unless
         *     another administrator takes it over or asks for it again.
         * @enum {string}
         */
        CreationEffect: "stays" | "fails";
        /** @description A thing that a member made, asked for or can act as. */
        Creation: {
            type: components["schemas"]["CreationType"];
            id: string;
            /** @description The name of the app, member or organisation that it is about; null for a batch. */
            name: string | null;
            /** @description The app, member, organisation or, for a legal hold, departure that it is about; null for a batch. */
            about_id: string | null;
            effect: components["schemas"]["CreationEffect"];
            created_at: components["schemas"]["Timestamp"];
        };
        CreationList: {
            data: components["schemas"]["Creation"][];
            next_cursor: string | null;
        };
        CreationCount: {
            type: components["schemas"]["CreationType"];
            effect: components["schemas"]["CreationEffect"];
            count: number;
        };
        OffboardingPreview: {
            preview_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            expires_at: components["schemas"]["Timestamp"];
            total: number;
            inventory: components["schemas"]["PlannedHandover"][];
            /** @description The things that the member made or asked for, by type; `members.listCreations` lists them. */
            creations: components["schemas"]["CreationCount"][];
            references: components["schemas"]["Reference"][];
            blockers: components["schemas"]["Blocker"][];
            /** @description The member's scheduled offboarding. One that takes effect now cancels it; another is refused with `offboarding_exists`. */
            scheduled_offboarding: components["schemas"]["ScheduledOffboarding"] | null;
            irreversible: ("access_ends_at_once" | "resources_transferred" | "resources_deleted" | "departments_lost" | "admin_role_lost")[];
            restorable_until: components["schemas"]["Timestamp"];
            /** @description The time at which an offboarding without a set time takes effect; later than now if the policies suspend first. */
            effective_at?: components["schemas"]["Timestamp"];
            /** @description Consequences outside of the organisation that should be settled before the departure. */
            warnings: components["schemas"]["OffboardingWarning"][];
        };
        OffboardingWarning: {
            /**
             * @description `sign_in_elsewhere`: the member signs in with the address that the organisation knows, and has accounts outside of it. Whoever
             *     gets the mailbox or the phone next gets them, unless the member changes the address before (`me.changeAddress`).
             * @enum {string}
             */
            code: "sign_in_elsewhere";
            detail: string;
        };
        PlannedHandover: {
            kind: string;
            /** @enum {string} */
            outcome: "transferred" | "deleted" | "held";
            recipient_id: components["schemas"]["Id"] | null;
            recipient_reason: components["schemas"]["RecipientReason"];
            intended_recipient_id: components["schemas"]["IntendedRecipientId"];
            count: number;
        };
        /** @description A resource that a handover would reach, and its outcome. */
        PlannedResource: {
            resource_id: components["schemas"]["Id"];
            kind: string;
            name: string;
            /** @enum {string} */
            outcome: "transferred" | "deleted" | "held";
            recipient_id: components["schemas"]["Id"] | null;
            recipient_reason: components["schemas"]["RecipientReason"];
            intended_recipient_id: components["schemas"]["IntendedRecipientId"];
        };
        PlannedResourceList: {
            data: components["schemas"]["PlannedResource"][];
            next_cursor: string | null;
        };
        /**
         * @description The reason for the recipient, or for the outcome without one: a choice for the resource (`by_resource`), for its kind (`by_kind`)
         *     or for everything (`by_default`); without a choice the member's `manager`, the `department_head` or the fallback of the
         *     `leave_policy`; `nobody` to take over; a recipient who can't take over (`recipient_unavailable`); the `dissolution` of the
         *     organisation; a `legal_hold`, under which nothing is deleted; or a later handover of what was held (`handed_over`).
         * @enum {string}
         */
        RecipientReason: "by_resource" | "by_kind" | "by_default" | "manager" | "department_head" | "leave_policy" | "nobody" | "recipient_unavailable" | "dissolution" | "legal_hold" | "handed_over";
        /** @description The recipient who was first in line and can't take over; null if there is none. */
        IntendedRecipientId: components["schemas"]["Id"] | null;
        /** @description A recipient who was first in line for resources and could not take over, and the outcome of these resources. */
        UnavailableRecipient: {
            recipient_id: components["schemas"]["Id"];
            /** @enum {string} */
            outcome: "transferred" | "deleted" | "held";
            resources: number;
        };
        Blocker: {
            /** @enum {string} */
            code: "founder_must_transfer" | "last_admin" | "approval_required" | "own_case";
            detail: string;
        };
        ScheduledOffboarding: {
            offboarding_id: components["schemas"]["Id"];
            effective_at: components["schemas"]["Timestamp"];
        };
        CreateOffboardingRequest: {
            account_id: components["schemas"]["Id"];
            /** Format: date-time */
            effective_at?: string;
            handover?: components["schemas"]["Handover"];
            reason_code: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
            preview_id?: components["schemas"]["Id"];
            successor_id?: components["schemas"]["Id"];
        };
        Offboarding: {
            offboarding_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            acts_for: components["schemas"]["ActsFor"];
            status: components["schemas"]["OffboardingStatus"];
            effective_at: components["schemas"]["Timestamp"];
            /** @description The time from which the member is suspended until they depart; null where the policies suspend nobody. */
            suspend_at?: components["schemas"]["Timestamp"] | null;
            reason_code: components["schemas"]["ReasonCode"];
            reason_text: string | null;
            batch_id: components["schemas"]["Id"] | null;
            departure_id: components["schemas"]["Id"] | null;
            /** @description The code of the refusal of one that failed. */
            failure: string | null;
            problem: components["schemas"]["FailureOrNone"];
            successor_id: components["schemas"]["Id"] | null;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description The person or app that scheduled it or changed it last, and must be allowed to offboard when it falls due. */
        ActsFor: {
            /** @enum {string} */
            type: "user" | "app";
            id: components["schemas"]["Id"];
        };
        /** @description The person or app that asked for it. */
        Requester: {
            /** @enum {string} */
            type: "user" | "app";
            id: components["schemas"]["Id"];
        };
        /** @enum {string} */
        OffboardingStatus: "scheduled" | "completed" | "canceled" | "failed";
        OffboardingList: {
            data: components["schemas"]["Offboarding"][];
            next_cursor: string | null;
        };
        UpdateOffboardingRequest: {
            /** Format: date-time */
            effective_at?: string;
            handover?: components["schemas"]["Handover"];
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
            successor_id?: components["schemas"]["Id"] | null;
        };
        CreateOffboardingBatchRequest: {
            items: components["schemas"]["CreateOffboardingRequest"][];
            dry_run?: components["schemas"]["DryRun"];
        };
        /**
         * @description True to offboard nobody: each item goes through the same rules, in the same order, and shows in its `report` what would happen.
         * @default false
         */
        DryRun: boolean;
        /** @description The active members of the organisation for whom every given condition holds. At least one is given. */
        OffboardingFilter: {
            dept_ids?: components["schemas"]["DeptId"][];
            roles?: components["schemas"]["Role"][];
            conditions?: components["schemas"]["Condition"][];
            manager_ids?: components["schemas"]["Id"][];
            external_ids?: components["schemas"]["ExternalId"][];
            account_ids?: components["schemas"]["Id"][];
        };
        CreateOffboardingBatchByFilterRequest: {
            filter: components["schemas"]["OffboardingFilter"];
            reason_code: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
            /** Format: date-time */
            effective_at?: string;
            /** @description The treatment of the resources of each member, as in `offboardings.create`. */
            handover?: {
                recipient_id?: components["schemas"]["Id"];
                by_kind?: components["schemas"]["HandoverByKind"][];
            };
            dry_run?: components["schemas"]["DryRun"];
            /**
             * @description The `revision` of a dry run with the same filter, which stands for the members that it matched. Required unless `dry_run` is
             *     true; if others match by now, nobody is offboarded (`preview_stale`).
             */
            revision?: string;
        };
        OffboardingBatchSummary: {
            batch_id: components["schemas"]["Id"];
            /** @description `canceled`: the items that had not begun were canceled. */
            status: components["schemas"]["OffboardingBatchStatus"];
            requested_by: components["schemas"]["Requester"];
            /** @description True if nobody is offboarded, and each item only shows what would happen. */
            dry_run: boolean;
            /** @description The filter of a batch by filter. */
            filter: components["schemas"]["RecordedOffboardingFilter"] | null;
            /** @description Stands for the members that the filter matched; `offboardingBatches.createByFilter` takes it. */
            revision: string | null;
            /** @description The account ids and external ids of the filter that no matched member has. */
            not_matched: string[];
            total: number;
            succeeded: number;
            failed: number;
            canceled: number;
            pending: number;
            created_at: components["schemas"]["Timestamp"];
            /** @description The time at which it was completed or canceled. */
            completed_at: components["schemas"]["Timestamp"] | null;
        };
        /** @description The filter for which a batch was asked. */
        RecordedOffboardingFilter: {
            dept_ids?: components["schemas"]["DeptId"][];
            roles?: components["schemas"]["Role"][];
            conditions?: components["schemas"]["Condition"][];
            manager_ids?: components["schemas"]["Id"][];
            external_ids?: string[];
            account_ids?: components["schemas"]["Id"][];
        };
        OffboardingBatch: components["schemas"]["OffboardingBatchSummary"] & {
            /** @description The first 500 items; `offboardingBatches.listItems` has all. */
            items: components["schemas"]["OffboardingBatchItem"][];
        };
        /** @enum {string} */
        OffboardingBatchStatus: "running" | "completed" | "canceled";
        /** @enum {string} */
        OffboardingBatchItemStatus: "pending" | "succeeded" | "failed" | "canceled";
        OffboardingBatchList: {
            data: components["schemas"]["OffboardingBatchSummary"][];
            next_cursor: string | null;
        };
        OffboardingBatchItemList: {
            data: components["schemas"]["OffboardingBatchItemResult"][];
            next_cursor: string | null;
        };
        OffboardingBatchItem: {
            position: number;
            account_id: components["schemas"]["Id"];
            status: components["schemas"]["OffboardingBatchItemStatus"];
            offboarding_id: components["schemas"]["Id"] | null;
            /** @description The code of the refusal. */
            failure: string | null;
            /** @description The refusal of an item that failed. */
            problem: components["schemas"]["OffboardingBatchProblem"] | null;
        };
        OffboardingBatchItemResult: components["schemas"]["OffboardingBatchItem"] & {
            /** @description The expected effects of an item of a dry run that would succeed. */
            report: components["schemas"]["OffboardingBatchReport"] | null;
        };
        OffboardingBatchReport: {
            effective_at: components["schemas"]["Timestamp"];
            /** @description The number of the member's resources. */
            total: number;
            /** @description The resources by kind, outcome and recipient, as they would be handed over now; the first 100 rows. */
            inventory: components["schemas"]["PlannedHandover"][];
        };
        /** @description The refusal of something that was to be done later. */
        Failure: {
            code: string;
            /** @description In the language of the request. */
            title: string;
            /** @description In the language of the request. */
            detail: string;
        };
        FailureOrNone: components["schemas"]["Failure"] | null;
        OffboardingBatchProblem: {
            code: string;
            /** @description In the language of the request. */
            title: string;
            /** @description A sentence in the language of the request, with the fault. */
            detail: string;
            /**
             * @description The refused place in the request that created the batch (RFC 6901), for example `/items/3/handover/recipient_id`; null where no
             *     place is wrong, for example because the caller may no longer offboard.
             */
            pointer: string | null;
            /** @description The recipient who can't take over, for `recipient_invalid`. */
            recipient_id: components["schemas"]["Id"] | null;
        };
        DepartureList: {
            data: components["schemas"]["Departure"][];
            next_cursor: string | null;
        };
        HandoverReport: {
            /** @enum {string} */
            status: "running" | "completed";
            total: number;
            transferred: number;
            deleted: number;
            held: number;
            data: components["schemas"]["HandoverItem"][];
            next_cursor: string | null;
        };
        HandoverItem: {
            resource_id: components["schemas"]["Id"];
            kind: string;
            name: string;
            /** @enum {string} */
            outcome: "transferred" | "deleted" | "held";
            recipient_id: components["schemas"]["Id"] | null;
            /** @description Null for departures that were recorded before there were reasons. */
            recipient_reason: components["schemas"]["RecipientReason"] | null;
            intended_recipient_id: components["schemas"]["IntendedRecipientId"];
            /** @description The time at which a held resource was handed over; null for any other. */
            handed_over_at: components["schemas"]["Timestamp"] | null;
        };
        /**
         * @description The recipients of held resources; at least one. `recipient_id` alone receives everything that is held. At most one choice for each
         *     kind and each resource.
         */
        HandOverRequest: {
            recipient_id?: components["schemas"]["Id"];
            by_kind?: components["schemas"]["HandOverOfKind"][];
            by_resource?: components["schemas"]["HandOverOfResource"][];
        };
        HandOverOfKind: {
            kind: components["schemas"]["Kind"];
            recipient_id: components["schemas"]["Id"];
        };
        HandOverOfResource: {
            resource_id: components["schemas"]["Id"];
            recipient_id: components["schemas"]["Id"];
        };
        HeldHandover: {
            handover_id: components["schemas"]["Id"];
            departure_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "running" | "completed";
            /** @description The number of resources that have been handed over so far. */
            transferred: number;
            unavailable_recipients: components["schemas"]["UnavailableRecipient"][];
            /** @description The number of resources of the departure that are still held. */
            held: number;
            created_at: components["schemas"]["Timestamp"];
            completed_at: components["schemas"]["Timestamp"] | null;
        };
        RestorePreview: {
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            conflicts: components["schemas"]["Conflict"][];
            resources: number;
            not_restored: components["schemas"]["NotRestored"][];
            /** @description The places that referred to the member, with the members who are there since. Those that nobody changed are given back. */
            references: components["schemas"]["Reference"][];
            restorable_until: components["schemas"]["Timestamp"];
        };
        /** @description Something that a restore does not bring back, or sets back. */
        NotRestored: {
            /**
             * @description `manager`, `department_head` and `fallback_recipient` are relations that the member had when they departed;
             *     `scheduled_offboarding` and `leave_application` were open then, and were closed by the departure.
             * @enum {string}
             */
            type: "resource" | "department" | "role" | "manager" | "department_head" | "fallback_recipient" | "scheduled_offboarding" | "leave_application";
            /**
             * @description The id of the resource, department, manager, member who was the fallback recipient, offboarding or application; for a role, its
             *     name.
             */
            id: string;
            /**
             * @description `manager_unavailable`: the manager has departed or is restricted. `head_replaced` and `recipient_replaced`: another member, or
             *     nobody, has taken the place since. `offboarding_canceled`: the set end date no longer holds; schedule the offboarding again.
             *     `application_withdrawn`: the member applies again.
             * @enum {string}
             */
            reason: "transferred" | "deleted" | "department_lost" | "role_lost" | "manager_unavailable" | "head_replaced" | "recipient_replaced" | "offboarding_canceled" | "application_withdrawn";
        };
        RestoreRequest: {
            dept_ids?: components["schemas"]["DeptId"][];
            /** @description An email in place of the member's own. A sign-in without an address gets it, if it is free. */
            email?: components["schemas"]["Email"];
            /** @description A phone in place of the member's own, instead of an email. */
            phone?: components["schemas"]["Phone"];
            /**
             * @description With a conflict `address_in_use`: the account goes to whoever signs in with the member's address now, once that person accepts
             *     it as a membership. It excludes `email` and `phone`.
             * @enum {string}
             */
            identity?: "current";
        };
        Restore: {
            /** @description Null if the owner of the address has to accept the membership before they can use it. */
            accepted_at: components["schemas"]["Timestamp"] | null;
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            dept_ids: components["schemas"]["DeptId"][];
            resources: number;
            not_restored: components["schemas"]["NotRestored"][];
            /**
             * @description The places that referred to the member before the departure: given back, or left because somebody has changed them since,
             *     because the member is not in the department any more, or because a scheduled offboarding names the successor.
             *     `member.references_changed` names them once all are done.
             */
            references: {
                /** @enum {string} */
                status: "running" | "completed";
                given_back: number;
                left: number;
            };
            restored_at: components["schemas"]["Timestamp"];
        };
        /** @enum {string} */
        ReceiptEventType: "member.departed" | "member.restored" | "organization.association.unlinked" | "app.deauthorized";
        /**
         * @description `awaited`: nothing was heard of the system yet. `acknowledged`: it took the event (2xx) and has not said more. `done`: it has
         *     acted. `failed`: it could not. `not_applicable`: there was nothing to do.
         * @enum {string}
         */
        ReceiptStatus: "awaited" | "acknowledged" | "done" | "failed" | "not_applicable";
        /** @enum {string} */
        ReceiptAnswer: "done" | "failed" | "not_applicable";
        /** @description More about it, for the people who read the receipt. No secret, and as little about persons as possible. */
        ReceiptDetails: string;
        /** @description For an event, or for one of its deliveries. `failed` requires a `reason`. */
        CreateReceiptRequest: {
            event_id: components["schemas"]["Id"];
            /** @description The endpoint that is meant, where several of the app owe a receipt for the event. */
            endpoint_id?: components["schemas"]["Id"];
            status: components["schemas"]["ReceiptAnswer"];
            reason?: components["schemas"]["Text"];
            details?: components["schemas"]["ReceiptDetails"];
        } | {
            delivery_id: components["schemas"]["Id"];
            status: components["schemas"]["ReceiptAnswer"];
            reason?: components["schemas"]["Text"];
            details?: components["schemas"]["ReceiptDetails"];
        };
        SettleReceiptRequest: {
            /** @enum {string} */
            status: "done" | "not_applicable";
            reason: components["schemas"]["Text"];
        };
        /**
         * @description The body of an answer to a delivery. The receipt counts if the body is JSON of at most 4 KiB and `status` is one of the three. A
         *     longer `reason` is cut after 500 characters, longer `details` after 2,000.
         */
        WebhookAnswer: {
            receipt?: {
                status: components["schemas"]["ReceiptAnswer"];
                reason?: string;
                details?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description The number of systems that owe a receipt, by its status; `overdue` of `awaited` and `acknowledged`. A third-party app sees its own. */
        ReceiptCounts: {
            /** @description All of them. */
            owed: number;
            awaited: number;
            acknowledged: number;
            done: number;
            failed: number;
            not_applicable: number;
            overdue: number;
        };
        /** @description The endpoint that owes the receipt, with the app that has it. */
        ReceiptSystem: {
            app_id: components["schemas"]["Id"];
            /** @description The name that the app had when the event was recorded. */
            app_name: string;
            endpoint_id: components["schemas"]["Id"];
            /** @description The description of the endpoint. */
            description: string | null;
            /** @enum {string} */
            status: "unverified" | "enabled" | "disabled" | "deleted";
        };
        Receipt: {
            receipt_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            system: components["schemas"]["ReceiptSystem"];
            event_id: components["schemas"]["Id"];
            event_type: components["schemas"]["ReceiptEventType"];
            /** @description The account, the association or the authorization that the event is about. */
            subject_id: string;
            /** @description The departure of a `member.departed` or `member.restored`. */
            departure_id: components["schemas"]["Id"] | null;
            status: components["schemas"]["ReceiptStatus"];
            /**
             * @description The reason that the system or the administrator gave. The platform gives `restored`, `departed_again` (the opposite event came
             *     first) or `no_longer_deprovisions` with `not_applicable`; and `endpoint_deleted`, `app_deleted`, `app_deauthorized` or
             *     `scope_lost` with `failed`, because nobody can say that the system has acted.
             */
            reason: string | null;
            details: string | null;
            /**
             * @description `endpoint`: by its answer to the delivery. `app`: by `receipts.create`. `administrator`: by `receipts.settle`. `platform`:
             *     nobody has answered; `reason` says why the receipt is settled.
             */
            answered_by: ("endpoint" | "app" | "administrator" | "platform") | null;
            since: components["schemas"]["Timestamp"];
            deadline_at: components["schemas"]["Timestamp"];
            acknowledged_at: components["schemas"]["Timestamp"] | null;
            /** @description The time of the last answer. */
            answered_at: components["schemas"]["Timestamp"] | null;
            /** @description True while it is past the deadline and not answered. */
            overdue: boolean;
            /** @description True if it was answered after the deadline. */
            late: boolean;
            /** @description The number of times that it was asked for again. */
            reminders: number;
            reminded_at: components["schemas"]["Timestamp"] | null;
        };
        ReceiptList: {
            data: components["schemas"]["Receipt"][];
            next_cursor: string | null;
        };
        ReceiptReminder: {
            receipt_id: components["schemas"]["Id"];
            delivery_id: components["schemas"]["Id"];
            reminders: number;
        };
        CreateErasureRequest: {
            account_id: components["schemas"]["Id"];
            /** @enum {boolean} */
            confirm: true;
        };
        Erasure: {
            erasure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "running" | "completed";
            /** @description Stands in place of the name from now on. */
            pseudonym: string;
            requested_by: components["schemas"]["Actor"];
            requested_at: components["schemas"]["Timestamp"];
            completed_at: components["schemas"]["Timestamp"] | null;
            /** @description Empty until it is completed. */
            proof: components["schemas"]["ErasureProof"][];
            /** @description The sign-in of the person; it is kept where another account needs it. Null until the erasure is completed. */
            sign_in: ("removed" | "kept") | null;
            /** @description The latest end of the encrypted answers to idempotency keys, which may hold texts of the person. */
            answers_expire_at: components["schemas"]["Timestamp"];
        };
        ErasureProof: {
            table: string;
            looked_at: number;
            changed: number;
            /** @description Rows of the account that hold a text of the person afterwards. */
            found: number;
            /** @description Other rows that hold one, for example a namesake, or words of somebody else. They are not changed. */
            mentions: number;
        };
        /**
         * @description A granted request is carried out by an erasure.
         * @enum {string}
         */
        ErasureRequestStatus: "open" | "granted" | "refused";
        /**
         * @description The ground of a refusal (GDPR, articles 17(3) and 12(5)): a law, or an order, has the records kept; they are needed for legal
         *     claims, or for an archive or research in the public interest; freedom of expression outweighs; the request is unfounded or
         *     excessive.
         * @enum {string}
         */
        ErasureRefusalGround: "kept_by_law" | "legal_claims" | "public_interest" | "freedom_of_expression" | "unfounded";
        RequestErasureRequest: {
            /** @description A departure of the person, as `me.listDepartures` lists it. */
            departure_id: components["schemas"]["Id"];
            /** @description The administrators read it. */
            message?: components["schemas"]["Text"];
        };
        GrantErasureRequest: {
            /** @enum {boolean} */
            confirm: true;
        };
        RefuseErasureRequest: {
            ground: components["schemas"]["ErasureRefusalGround"];
            /** @description The person reads it. */
            reason: components["schemas"]["Text"];
        };
        ErasureRequest: {
            erasure_request_id: components["schemas"]["Id"];
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            /** @description The words of the person. */
            message: string | null;
            status: components["schemas"]["ErasureRequestStatus"];
            requested_at: components["schemas"]["Timestamp"];
            /** @description The time by which it must be decided. */
            decide_by: components["schemas"]["Timestamp"];
            /** @description True if it is open beyond that time. */
            overdue: boolean;
            /** @description True while a legal hold stands on the account, under which nothing is erased. */
            on_legal_hold: boolean;
            ground: components["schemas"]["ErasureRefusalGround"] | null;
            /** @description The reason for a refusal. */
            reason: string | null;
            decided_by: components["schemas"]["Actor"] | null;
            decided_at: components["schemas"]["Timestamp"] | null;
            erasure_id: components["schemas"]["Id"] | null;
        };
        ErasureRequestList: {
            data: components["schemas"]["ErasureRequest"][];
            next_cursor: string | null;
        };
        MyErasureRequest: {
            erasure_request_id: components["schemas"]["Id"];
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            organization_name: string;
            /** @description The words of the person. */
            message: string | null;
            status: components["schemas"]["ErasureRequestStatus"];
            requested_at: components["schemas"]["Timestamp"];
            /** @description The time by which it must be decided. */
            decide_by: components["schemas"]["Timestamp"];
            /** @description True if it is open beyond that time. */
            overdue: boolean;
            ground: components["schemas"]["ErasureRefusalGround"] | null;
            /** @description The reason for a refusal. */
            reason: string | null;
            decided_at: components["schemas"]["Timestamp"] | null;
            /** @description The time at which the erasure was completed; null before that. */
            erased_at: components["schemas"]["Timestamp"] | null;
        };
        MyErasureRequestList: {
            data: components["schemas"]["MyErasureRequest"][];
            next_cursor: string | null;
        };
        ErasureList: {
            data: components["schemas"]["Erasure"][];
            next_cursor: string | null;
        };
        CreateLegalHoldRequest: {
            departure_id: components["schemas"]["Id"];
            reason: components["schemas"]["Text"];
        };
        /** @enum {string} */
        LegalHoldStatus: "standing" | "released";
        LegalHold: {
            hold_id: components["schemas"]["Id"];
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            status: components["schemas"]["LegalHoldStatus"];
            reason: string;
            placed_by: components["schemas"]["Actor"];
            placed_at: components["schemas"]["Timestamp"];
            /** @description The system where an operator released it, for an organisation that nobody can act for any more. */
            released_by: components["schemas"]["Actor"] | null;
            released_at: components["schemas"]["Timestamp"] | null;
            release_reason: string | null;
        };
        LegalHoldList: {
            data: components["schemas"]["LegalHold"][];
            next_cursor: string | null;
        };
        ReleaseLegalHoldRequest: {
            reason: components["schemas"]["Text"];
        };
        /** @description The effects of a dissolution. Rows are counted up to 100,000; `at_least` names the numbers that may be larger. */
        DissolutionPreview: {
            effective_at: components["schemas"]["Timestamp"];
            blockers: {
                /** @enum {string} */
                code: "dissolution_in_progress";
                detail: string;
            }[];
            ends: {
                /** @description The accounts that would depart. They can't be restored. */
                members: number;
                /** @description The members among them who have not accepted their membership. */
                invited: number;
                /** @description The departed accounts that could still be restored. */
                restorable_accounts: number;
                departments: number;
                /** @description The resources that would be deleted. */
                resources: number;
                /** @description The associations with other organisations; these are told of each. */
                associations: number;
                /** @description The organisation's own apps, which could no longer get tokens for it. */
                apps: number;
            };
            revokes: {
                /** @description The organisation's permissions for third-party apps. */
                authorizations: number;
                /** @description The permissions that other organisations have given to the organisation's apps. */
                authorizations_given: number;
                /** @description The open invitations that it has sent and received. */
                association_invitations: number;
            };
            cancels: {
                /** @description The scheduled offboardings. */
                offboardings: number;
                /** @description The running batches. */
                offboarding_batches: number;
                /** @description The open leave applications. */
                leave_applications: number;
                /** @description The unlinks that either side has scheduled. */
                scheduled_unlinks: number;
            };
            tells: {
                /** @description The endpoints that would receive `organization.dissolved`. */
                webhook_endpoints: number;
            };
            /** @description A legal hold does not delay the dissolution. An operator releases it afterwards. */
            keeps: {
                /** @description The departures on which a legal hold stands, which outlast the organisation. */
                legal_holds: number;
                /** @description The resources of their accounts. */
                resources: number;
            };
            /** @description Pointers (RFC 6901) to the numbers that reached 100,000 and may be larger, for example `/ends/resources`. */
            at_least: string[];
        };
        RequestDissolutionRequest: {
            reason_code: components["schemas"]["DissolutionReason"];
            confirm_name: components["schemas"]["ConfirmedName"];
        };
        /** @enum {string} */
        DissolutionReason: "no_longer_used" | "created_by_mistake";
        Dissolution: {
            /** @enum {string} */
            status: "scheduled" | "canceled" | "running" | "completed";
            reason_code: components["schemas"]["DissolutionReason"];
            requested_by: components["schemas"]["Id"];
            requested_at: components["schemas"]["Timestamp"];
            effective_at: components["schemas"]["Timestamp"];
            /**
             * @description The number of departures with a legal hold. Their records and held resources outlast the organisation until the holds are
             *     released, then by the operator; nothing else waits.
             */
            legal_holds: number;
        };
        /**
         * @description `waiting` until the founder or an administrator objects (`objected`), the operator takes it back (`canceled`), or it takes effect
         *     (`completed`). `failed` if the transfer had become impossible; `failure` has the reason.
         * @enum {string}
         */
        FounderReplacementStatus: "waiting" | "completed" | "objected" | "canceled" | "failed";
        FounderReplacement: {
            replacement_id: components["schemas"]["Id"];
            status: components["schemas"]["FounderReplacementStatus"];
            /** @description The founder when it began. */
            founder_id: string;
            /** @description The administrator who becomes the founder. */
            successor_id: string;
            /** @description The operator's reason. */
            reason: string;
            started_at: components["schemas"]["Timestamp"];
            effective_at: components["schemas"]["Timestamp"];
            ended_at: components["schemas"]["Timestamp"] | null;
            /** @description The person who objected; the system where the operator or the time ended it. */
            ended_by: components["schemas"]["Actor"] | null;
            /** @description The reason of the objection or of the operator. */
            end_reason: string | null;
            /**
             * @description The reason why it failed: `founder_changed` or `organization_dissolved`, or the code with which a transfer to the successor
             *     would be refused, for example `recipient_invalid` or `offboarding_exists`. More may be added.
             */
            failure: string | null;
        };
        FounderReplacementList: {
            data: components["schemas"]["FounderReplacement"][];
            next_cursor: string | null;
        };
        ObjectToFounderReplacementRequest: {
            reason?: components["schemas"]["Text"];
        };
        CreateOrganizationRequest: {
            name: components["schemas"]["PublicName"];
        };
        CreatedOrganization: {
            organization: components["schemas"]["Organization"];
            account_id: components["schemas"]["Id"];
        };
        DepartmentList: {
            data: components["schemas"]["Department"][];
            next_cursor: string | null;
        };
        Department: {
            dept_id: components["schemas"]["DeptId"];
            name: string;
            parent_dept_id: components["schemas"]["DeptId"] | null;
            head_id: components["schemas"]["Id"] | null;
            /**
             * @description `deleting` while what was in it is being moved.
             * @enum {string}
             */
            status: "active" | "deleting";
        };
        CreateDepartmentRequest: {
            name: components["schemas"]["Name"];
            parent_dept_id?: components["schemas"]["DeptId"];
            head_id?: components["schemas"]["Id"];
        };
        UpdateDepartmentRequest: {
            name?: components["schemas"]["Name"];
            parent_dept_id?: components["schemas"]["DeptId"];
            /** @description An active member who is not restricted; null for none. */
            head_id?: components["schemas"]["Id"] | null;
        };
        /** @description The number of things that are directly in a department. */
        DepartmentContents: {
            /** @description Active members. */
            members: number;
            /** @description Departments directly below it. */
            departments: number;
            /** @description Associations attached to it. */
            associations: number;
            /** @description Open invitations to associations that would be attached to it. */
            invitations: number;
        };
        /** @description The policies of the organisation that name the department, and change with its deletion. */
        DepartmentNamedBy: "instant_leave"[];
        DepartmentDeletion: {
            deletion_id: components["schemas"]["Id"];
            dept_id: components["schemas"]["DeptId"];
            name: string;
            move_to: components["schemas"]["DeptId"] | null;
            /** @enum {string} */
            status: "running" | "completed";
            contents: components["schemas"]["DepartmentContents"];
            named_by: components["schemas"]["DepartmentNamedBy"];
            /** @description The number of things that have been moved. */
            moved: number;
            requested_at: components["schemas"]["Timestamp"];
            completed_at: components["schemas"]["Timestamp"] | null;
        };
        DepartmentDeletionPreview: {
            dept_id: components["schemas"]["DeptId"];
            name: string;
            move_to: components["schemas"]["DeptId"] | null;
            contents: components["schemas"]["DepartmentContents"];
            named_by: components["schemas"]["DepartmentNamedBy"];
            blockers: components["schemas"]["DepartmentBlocker"][];
        };
        DepartmentBlocker: {
            /** @enum {string} */
            code: "root_department" | "department_not_empty" | "department_deletion_running";
            detail: string;
        };
        MemberList: {
            data: components["schemas"]["Member"][];
            next_cursor: string | null;
        };
        Member: {
            account_id: components["schemas"]["Id"];
            name: string;
            email: string | null;
            phone: string | null;
            external_id: string | null;
            role: components["schemas"]["Role"];
            condition: components["schemas"]["Condition"];
            dept_ids: components["schemas"]["DeptId"][];
            manager_id: components["schemas"]["Id"] | null;
            /** @enum {string} */
            status: "active" | "departed";
            joined_at: components["schemas"]["Timestamp"];
            /**
             * @description The time at which the person accepted the membership. Null while it is only a claim of the organisation: the person can't act
             *     with the account, and the organisation learns nothing about the person's other accounts.
             */
            accepted_at: components["schemas"]["Timestamp"] | null;
            /** @description The departure of this person's earlier account, if the organisation added them as the same person. */
            rehire_of: components["schemas"]["Id"] | null;
            /** @description The person's earlier accounts in this organisation, oldest first; the latest 100. */
            previous_account_ids: components["schemas"]["Id"][];
            seniority: components["schemas"]["Seniority"];
        };
        /**
         * @description The time of a person in the organisation, over this account and their earlier ones. It is the time since `counted_from`, until now
         *     or their last departure.
         */
        Seniority: {
            /** @description The time at which their first account was added. */
            first_joined_at: components["schemas"]["Timestamp"];
            /** @description The time at which they joined first, later by the times between a departure and the return. */
            counted_from: components["schemas"]["Timestamp"];
            /** @description The sum of their times with the earlier accounts, in seconds. */
            earlier_seconds: number;
        };
        /**
         * @description Requires an email or a phone. Without `dept_ids` the member is in the root department. `rehire_of` and `new_person: true` exclude
         *     each other.
         */
        CreateMemberRequest: {
            name: components["schemas"]["Name"];
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            external_id?: components["schemas"]["ExternalId"];
            dept_ids?: components["schemas"]["DeptId"][];
            manager_id?: components["schemas"]["Id"];
            /**
             * @description A departure of this organisation: the member is the same person and keeps their sign-in, with its password and their own
             *     departures. The given email and phone are then only the organisation's contacts, unless the sign-in has lost its address.
             */
            rehire_of?: components["schemas"]["Id"];
            /** @description True if the member is somebody else than the departed member with the same email, phone or number. */
            new_person?: boolean;
        };
        UpdateMemberRequest: {
            name?: components["schemas"]["Name"];
            external_id?: components["schemas"]["ExternalId"] | null;
            dept_ids?: components["schemas"]["DeptId"][];
            manager_id?: components["schemas"]["Id"] | null;
        };
        /** @description An email or a phone. The code can be left out for a member who has not accepted. */
        ChangeMemberAddressRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            verification_id?: components["schemas"]["Id"];
            code?: components["schemas"]["SentCode"];
        };
        SetConditionRequest: {
            condition: components["schemas"]["Condition"];
            reason_text?: components["schemas"]["Text"];
        };
        SetRoleRequest: {
            /** @enum {string} */
            role: "admin" | "member";
        };
        MembershipInvitationList: {
            data: components["schemas"]["MembershipInvitation"][];
            next_cursor: string | null;
        };
        MembershipInvitation: {
            account_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            /** @description Written by the organisation, without characters that are invisible or change the direction of text. */
            organization_name: string;
            /** @description The organisation's name for the person. */
            name: string;
            invited_at: components["schemas"]["Timestamp"];
        };
        MyOrganization: {
            org_id: components["schemas"]["Id"];
            name: string;
            account_id: components["schemas"]["Id"];
            role: components["schemas"]["Role"];
            joined_at: components["schemas"]["Timestamp"];
        };
        CreateMembershipBlockRequest: {
            org_id: components["schemas"]["Id"];
        };
        MembershipBlock: {
            org_id: components["schemas"]["Id"];
            organization_name: string;
            created_at: components["schemas"]["Timestamp"];
        };
        MembershipBlockList: {
            data: components["schemas"]["MembershipBlock"][];
            next_cursor: string | null;
        };
        ResourceList: {
            data: components["schemas"]["Resource"][];
            next_cursor: string | null;
        };
        Resource: {
            resource_id: components["schemas"]["Id"];
            external_id: string | null;
            kind: string;
            name: string;
            owner_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "owned" | "held";
            created_at: components["schemas"]["Timestamp"];
        };
        UpsertResourcesRequest: {
            resources: components["schemas"]["ResourceInput"][];
        };
        ResourceInput: {
            external_id: components["schemas"]["ExternalId"];
            kind: components["schemas"]["Kind"];
            name: components["schemas"]["Name"];
            owner_id: components["schemas"]["Id"];
        };
        UpsertedResources: {
            data: components["schemas"]["Resource"][];
        };
        Me: {
            account_id: components["schemas"]["Id"];
            identity_id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "personal" | "organization";
            org_id: components["schemas"]["Id"] | null;
            name: string;
            email: string | null;
            phone: string | null;
            role: components["schemas"]["Role"] | null;
            condition: components["schemas"]["Condition"];
            /** @description The language of messages about the account. */
            locale: components["schemas"]["Locale"] | null;
        };
        /** @enum {string} */
        Locale: "en" | "zh-CN";
        UpdateMeRequest: {
            name?: components["schemas"]["Name"];
            /** @description Null for messages in both languages. */
            locale?: components["schemas"]["Locale"] | null;
        };
        ChangePasswordRequest: {
            password: components["schemas"]["GivenPassword"];
            new_password: components["schemas"]["Password"];
        };
        ConsentList: {
            data: components["schemas"]["Consent"][];
            next_cursor: string | null;
        };
        Consent: {
            consent_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"] | null;
            app_id: components["schemas"]["Id"];
            app_name: string;
            scopes: string[];
            given_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        /** @description Exactly one of the members. */
        MarkNotificationsReadRequest: {
            notification_ids?: components["schemas"]["Id"][];
            up_to?: components["schemas"]["Id"];
        };
        MarkedNotifications: {
            marked: number;
            unread_count: number;
        };
        MyAccountList: {
            data: components["schemas"]["MyAccount"][];
            next_cursor: string | null;
        };
        MyAccount: {
            account_id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "personal" | "organization";
            org_id: components["schemas"]["Id"] | null;
            organization_name: string | null;
            name: string;
            role: components["schemas"]["Role"] | null;
            condition: components["schemas"]["Condition"];
            created_at: components["schemas"]["Timestamp"];
        };
        MyOrganizationList: {
            data: components["schemas"]["MyOrganization"][];
            next_cursor: string | null;
        };
        MyDepartureList: {
            data: components["schemas"]["MyDeparture"][];
            next_cursor: string | null;
        };
        MyDeparture: {
            departure_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            organization_name: string;
            account_id: components["schemas"]["Id"];
            method: components["schemas"]["DepartureMethod"];
            initiator: components["schemas"]["Initiator"];
            reason_code: string | null;
            reason_text: string | null;
            departed_at: components["schemas"]["Timestamp"];
            restorable_until: components["schemas"]["Timestamp"] | null;
            /** @enum {string} */
            status: "departed" | "restored" | "purged";
            admins: components["schemas"]["Admin"][];
        };
        NotificationList: {
            data: components["schemas"]["Notification"][];
            next_cursor: string | null;
            /** @description The unread notifications of the whole list, up to 1,000. */
            unread_count: number;
        };
        Notification: {
            notification_id: components["schemas"]["Id"];
            /** @enum {string} */
            type: "leave_application.approved" | "leave_application.rejected" | "leave_application.review_requested" | "account.departed" | "account.restored" | "offboarding.failed" | "offboarding.recipients_departed" | "handover.recipient_unavailable" | "resources.received" | "webhook_endpoint.failing" | "webhook_endpoint.disabled" | "webhook_endpoint.unverified" | "webhook_delivery.failed" | "receipts.unsettled" | "offboarding.scheduled" | "offboarding.changed" | "offboarding.canceled" | "member.departed" | "member.restored" | "leave_application.decided" | "leave_application.withdrawn" | "leave_application.expired" | "dissolution.scheduled" | "dissolution.canceled" | "membership.invited" | "offboarding_batch.completed" | "offboarding_batch.canceled" | "association.unlinked" | "association.unlink_scheduled" | "association.unlink_canceled" | "association.unlink_failed" | "legal_hold.placed" | "legal_hold.released" | "founder_replacement.started" | "founder_replacement.reminder" | "founder_replacement.ended" | "erasure.requested" | "erasure.granted" | "erasure.refused" | "erasure.overdue";
            account_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"] | null;
            data: {
                [key: string]: unknown;
            };
            /** @description The fact, in the language of the request. */
            title: string;
            /** @description What happened, and what the reader needs to do, in the language of the request. */
            detail: string;
            created_at: components["schemas"]["Timestamp"];
            read_at: components["schemas"]["Timestamp"] | null;
        };
        /** @description An email or a phone. */
        ChangeMyAddressRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            /**
             * @description The address that is given up; by default the one of the same type.
             * @enum {string}
             */
            replaces?: "email" | "phone";
            verification_id: components["schemas"]["Id"];
            code: components["schemas"]["SentCode"];
            password: components["schemas"]["GivenPassword"];
        };
        SignInAddresses: {
            email: string | null;
            phone: string | null;
        };
        DeregisterRequest: {
            /** @enum {boolean} */
            confirm: true;
            password: components["schemas"]["GivenPassword"];
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
        };
        Deregistration: {
            account_id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "personal" | "organization";
            departure_id: components["schemas"]["Id"] | null;
            deregistered_at: components["schemas"]["Timestamp"];
        };
        RegisterAccountRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            code: components["schemas"]["SentCode"];
            verification_id?: components["schemas"]["Id"];
            password: components["schemas"]["Password"];
            name: components["schemas"]["Name"];
        };
        /** @description Six digits; ten while many codes are requested and not used. */
        SentCode: string;
        RegisteredAccount: {
            account_id: components["schemas"]["Id"];
            identity_id: components["schemas"]["Id"];
            name: string;
            email: string | null;
            phone: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description An email or a phone. */
        CreateVerificationCodeRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            /** @enum {string} */
            purpose: "register" | "recover" | "change_address";
        };
        SentVerificationCode: {
            /** @description Identifies this request. Send it with the code. */
            verification_id: components["schemas"]["Id"];
            expires_at: components["schemas"]["Timestamp"];
        };
        RecoverRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            code: components["schemas"]["SentCode"];
            verification_id?: components["schemas"]["Id"];
            new_password: components["schemas"]["Password"];
        };
        CreateAppRequest: {
            name: components["schemas"]["PublicName"];
            /** @enum {string} */
            kind: "internal" | "third_party";
            scopes: components["schemas"]["Scope"][];
            redirect_uris?: components["schemas"]["RedirectUri"][];
            allowed_origins?: components["schemas"]["AllowedOrigins"];
            token_endpoint_auth_method?: components["schemas"]["AuthMethod"];
            jwks?: components["schemas"]["Jwks"];
        };
        /**
         * @description An `https:` URI, `http:` to the person's own machine, or, for a public client, a private-use scheme with a dot in its name, for
         *     example `com.example.app:/callback` (RFC 8252 section 7). It is compared as text.
         */
        RedirectUri: string;
        /**
         * @description The origins whose pages may call the API with this app's tokens, and, if it is a public client, ask for them and revoke them.
         *     Each is written as browsers send it, for example `https://app.example`. A page elsewhere gets `origin_not_allowed`.
         */
        AllowedOrigins: string[];
        /**
         * @description The method by which the app authenticates to the authorization server (RFC 7591 section 2). `client_secret_basic` also allows
         *     `client_secret_post`; `private_key_jwt` requires `jwks`; `none` is a public client, which keeps no secret and acts only with the
         *     consent of a person.
         * @enum {string}
         */
        AuthMethod: "client_secret_basic" | "private_key_jwt" | "none";
        /** @description The public keys (RFC 7517) with which the app's assertions are verified. */
        Jwks: {
            keys: components["schemas"]["Jwk"][];
        };
        /** @description A public key of a pair for `ES256`, `EdDSA`, `PS256` or `RS256`. */
        Jwk: {
            /** @enum {string} */
            kty: "EC" | "OKP" | "RSA";
            kid: string;
            /** @enum {string} */
            alg?: "ES256" | "EdDSA" | "Ed25519" | "PS256" | "RS256";
            /** @enum {string} */
            use?: "sig";
            /** @enum {string} */
            crv?: "P-256" | "Ed25519";
            x?: string;
            y?: string;
            n?: string;
            e?: string;
        };
        CreatedApp: components["schemas"]["App"] & {
            /** @description Shown only once; absent if the app authenticates in another way. */
            client_secret?: string;
        };
        App: {
            app_id: components["schemas"]["Id"];
            client_id: string;
            name: string;
            /** @enum {string} */
            kind: "internal" | "third_party";
            /** @enum {string} */
            status: "active" | "suspended";
            scopes: components["schemas"]["Scope"][];
            redirect_uris: string[];
            allowed_origins: string[];
            token_endpoint_auth_method: components["schemas"]["AuthMethod"];
            jwks?: components["schemas"]["PublicKeys"];
            secrets: components["schemas"]["AppSecret"][];
            created_at: components["schemas"]["Timestamp"];
        };
        /** @description The public keys (RFC 7517) with which the app's assertions are verified. */
        PublicKeys: {
            keys: {
                kty: string;
                kid: string;
            }[];
        };
        AppSecret: {
            secret_id: components["schemas"]["Id"];
            created_at: components["schemas"]["Timestamp"];
        };
        AppList: {
            data: components["schemas"]["App"][];
            next_cursor: string | null;
        };
        UpdateAppRequest: {
            name?: components["schemas"]["PublicName"];
            /** @enum {string} */
            status?: "active" | "suspended";
            scopes?: components["schemas"]["Scope"][];
            redirect_uris?: components["schemas"]["RedirectUri"][];
            allowed_origins?: components["schemas"]["AllowedOrigins"];
            jwks?: components["schemas"]["Jwks"];
        };
        CreatedSecret: {
            secret_id: components["schemas"]["Id"];
            client_secret: string;
            created_at: components["schemas"]["Timestamp"];
        };
        AuthorizationList: {
            data: components["schemas"]["Authorization"][];
            next_cursor: string | null;
        };
        Authorization: {
            authorization_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            app_name: string;
            scopes: components["schemas"]["Scope"][];
            authorized_by: components["schemas"]["Id"];
            created_at: components["schemas"]["Timestamp"];
        };
        EventList: {
            data: components["schemas"]["Event"][];
            next_cursor: string | null;
            /** @description The last sequence that was searched; `data` contains the events up to it that match the request and that the token may read. */
            last_sequence: number;
        };
        EventTypeList: {
            data: components["schemas"]["EventTypeDescription"][];
        };
        EventTypeDescription: {
            type: components["schemas"]["EventType"];
            scope: components["schemas"]["Scope"];
        };
        CreateWebhookEndpointRequest: {
            /**
             * @description The app that gets the endpoint, an internal one of the organisation. An administrator must name it; an app need not, and can
             *     only name itself.
             */
            app_id?: components["schemas"]["Id"];
            url: components["schemas"]["WebhookUrl"];
            /** @description Only events of these types; all types if omitted. */
            event_types?: components["schemas"]["EventTypeFilter"][];
            description?: components["schemas"]["Text"];
            format?: components["schemas"]["WebhookFormat"];
            /** @description Sent with every delivery and challenge. They are kept encrypted and never shown whole again. */
            headers?: components["schemas"]["WebhookHeader"][];
            /** @description True if a loopback URL in the sandbox must answer the challenge, as every URL must in live mode. */
            challenge?: boolean;
            /**
             * @description `none`: as fast as the endpoint accepts them. `subject`: the events of an organisation about one account or one association
             *     are sent in the order of their `sequence`, each after the previous one was received or given up.
             * @default none
             * @enum {string}
             */
            ordering?: "none" | "subject";
            /**
             * @description True for a system that acts on departures: for each event of `receipt_types` that it receives, it owes the organisation a
             *     receipt.
             * @default false
             */
            deprovisions?: boolean;
            /** @description The types for which it owes receipts, among those that it receives; all of them if omitted. Only with `deprovisions`. */
            receipt_types?: components["schemas"]["ReceiptEventType"][];
        };
        /** @description `https:`, to a global address; the sandbox allows `http:` to loopback. */
        WebhookUrl: string;
        /**
         * @description The format of deliveries. `standard`: the event as JSON. `cloudevents-binary` and `cloudevents-structured`: CloudEvents 1.0 over
         *     HTTP, whose `data` is the event. `id`, `type` and `time` are those of the event, `source` is the organisation at this server; the
         *     extension attributes are `orgid` and `sequence`, the latter padded with zeros to 16 digits. All formats are signed as in Standard
         *     Webhooks, over the bytes of the body; `data` is the whole event, because no signature covers headers such as `ce-type`.
         * @enum {string}
         */
        WebhookFormat: "standard" | "cloudevents-binary" | "cloudevents-structured";
        WebhookHeader: {
            /**
             * @description Any header, for example `Authorization`, except those that the platform sets, that control the connection or that stand for
             *     another sender, method or path: `Host`, `Date`, `Cookie`, `User-Agent`, `Connection`, `X-HTTP-Method-Override` and the like,
             *     and all that begin with `Accept`, `Content-`, `Webhook-`, `Ce-`, `Proxy-`, `Sec-` or `X-Forwarded-`. `_` counts as `-`,
             *     because many servers don't distinguish them; `X_Tenant` and `X-Tenant` are the same name.
             */
            name: string;
            value: string;
        };
        WebhookChallenge: {
            /** @enum {string} */
            type: "webhook_endpoint.challenge";
            timestamp: components["schemas"]["Timestamp"];
            endpoint_id: components["schemas"]["Id"];
            /** @description The value that the answer must contain. */
            challenge: string;
        };
        WebhookChallengeAnswer: {
            /** @description The `challenge` of the request. */
            challenge: string;
        };
        CreatedWebhookEndpoint: components["schemas"]["WebhookEndpoint"] & {
            /** @description Signs the deliveries. Shown only once. */
            secret: string;
        };
        WebhookEndpoint: {
            endpoint_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            url: string;
            /** @description `null`: all types. */
            event_types: string[] | null;
            description: string | null;
            /** @enum {string} */
            format: "standard" | "cloudevents-binary" | "cloudevents-structured";
            headers: {
                name: string;
                /** @description Dots, and the last four characters of a value that has at least 16. */
                masked_value: string;
            }[];
            /** @description The secrets that sign deliveries, newest first. */
            secrets: components["schemas"]["WebhookSecret"][];
            /** @enum {string} */
            status: "unverified" | "enabled" | "disabled";
            /**
             * @description `gone`: it answered 410. `consumer_request`: it answered with `webhook-delivery: disable`. `failing`: five days without a
             *     success, and at least ten failures. `app_request`: `webhookEndpoints.disable`.
             */
            disabled_reason: string | null;
            /** @enum {string} */
            ordering: "none" | "subject";
            /** @description True if it owes receipts. */
            deprovisions: boolean;
            /** @description The types for which it owes receipts. `null`: all for which there are receipts, as far as it receives them. */
            receipt_types: components["schemas"]["ReceiptEventType"][] | null;
            verification: {
                verified_at: components["schemas"]["Timestamp"] | null;
                next_challenge_at: components["schemas"]["Timestamp"] | null;
                /** @description The reason why the last challenge failed; for a redirect, its target. */
                failure: string | null;
            };
            created_at: components["schemas"]["Timestamp"];
        };
        WebhookSecret: {
            secret_id: components["schemas"]["Id"];
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"] | null;
        };
        WebhookEndpointList: {
            data: components["schemas"]["WebhookEndpoint"][];
            next_cursor: string | null;
        };
        UpdateWebhookEndpointRequest: {
            url?: components["schemas"]["WebhookUrl"];
            /** @description `null`: all types. */
            event_types?: components["schemas"]["EventTypeFilter"][] | null;
            description?: components["schemas"]["Text"] | null;
            format?: components["schemas"]["WebhookFormat"];
            /** @description Replaces all headers. Required if the endpoint has some and `url` has another origin. */
            headers?: components["schemas"]["WebhookHeader"][];
            /** @enum {string} */
            ordering?: "none" | "subject";
            /** @description With `false` it owes no more receipts, and those that it has not given become `not_applicable`. */
            deprovisions?: boolean;
            /** @description `null`: all for which there are receipts, as far as it receives them. */
            receipt_types?: components["schemas"]["ReceiptEventType"][] | null;
        };
        TestDelivery: {
            event_id: components["schemas"]["Id"];
            delivery_id: components["schemas"]["Id"];
        };
        RotateWebhookSecretRequest: {
            /**
             * @description Seconds for which the previous secret stays valid. 0 revokes it now.
             * @default 86400
             */
            overlap_seconds?: number;
        };
        RotatedWebhookSecret: {
            secret_id: components["schemas"]["Id"];
            /** @description Shown only once. */
            secret: string;
            created_at: components["schemas"]["Timestamp"];
            /** @description The end of the previous secret's validity; `null` if it was revoked. */
            previous_expires_at: components["schemas"]["Timestamp"] | null;
        };
        WebhookEndpointHealth: {
            endpoint_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "unverified" | "enabled" | "disabled";
            /**
             * @description `open` after consecutive failures: deliveries wait, and one at a time is tried until one succeeds.
             * @enum {string}
             */
            breaker: "closed" | "open" | "half_open";
            /** @description The attempts of the newest 500 deliveries of the last 24 hours. */
            sample: {
                attempts: number;
                succeeded: number;
            };
            /** @description The success rate of the sample; `null` if it is empty. */
            success_rate: number | null;
            /** @description The duration of the sample's answered attempts. */
            latency_ms: {
                p50: number;
                p95: number;
            } | null;
            /** @description The deliveries still to be made. */
            backlog: {
                pending: number;
                /** @description Deliveries that wait until the endpoint is enabled or verified. */
                held: number;
                oldest_at: components["schemas"]["Timestamp"] | null;
                age_seconds: number;
            };
            consecutive_failures: number;
            last_success_at: components["schemas"]["Timestamp"] | null;
            next_attempt_at: components["schemas"]["Timestamp"] | null;
        };
        /** @enum {string} */
        DeliveryStatus: "pending" | "succeeded" | "failed" | "held";
        DeliveryList: {
            data: components["schemas"]["DeliverySummary"][];
            next_cursor: string | null;
        };
        DeliverySummary: {
            delivery_id: components["schemas"]["Id"];
            endpoint_id: components["schemas"]["Id"];
            event_id: components["schemas"]["Id"];
            event_type: string;
            org_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed" | "held";
            attempt_count: number;
            next_attempt_at: components["schemas"]["Timestamp"] | null;
            created_at: components["schemas"]["Timestamp"];
            finished_at: components["schemas"]["Timestamp"] | null;
        };
        /** @description Starts at a time or after an event. */
        RecoverWebhookEndpointRequest: {
            /**
             * Format: date-time
             * @description Events recorded at this time or later.
             */
            since: string;
            /** @default false */
            dry_run?: boolean;
        } | {
            after_event_id: components["schemas"]["Id"];
            /** @default false */
            dry_run?: boolean;
        };
        WebhookRecoveryCount: {
            /** @enum {boolean} */
            dry_run: true;
            total: number;
            /** @description Events that never had a delivery. */
            missing: number;
            failed: number;
            held: number;
        };
        WebhookRecovery: {
            recovery_id: components["schemas"]["Id"];
            endpoint_id: components["schemas"]["Id"];
            /** @enum {boolean} */
            dry_run: false;
            /**
             * @description `canceled` when the endpoint was deleted.
             * @enum {string}
             */
            status: "running" | "completed" | "canceled";
            /** @description The number of events found when it began. */
            total: number;
            /** @description The number of deliveries created so far. */
            queued: number;
            created_at: components["schemas"]["Timestamp"];
            completed_at: components["schemas"]["Timestamp"] | null;
        };
        Delivery: {
            delivery_id: components["schemas"]["Id"];
            endpoint_id: components["schemas"]["Id"];
            event_id: components["schemas"]["Id"];
            event_type: string;
            org_id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed" | "held";
            attempts: components["schemas"]["Attempt"][];
            next_attempt_at: components["schemas"]["Timestamp"] | null;
            created_at: components["schemas"]["Timestamp"];
        };
        Attempt: {
            number: number;
            started_at: components["schemas"]["Timestamp"];
            duration_ms: number;
            /** @description Milliseconds of each phase; `null` if it was not reached, or not needed on an open connection. */
            timings: {
                dns_ms: number | null;
                connect_ms: number | null;
                tls_ms: number | null;
                /** @description Counted from the start of the attempt. */
                first_byte_ms: number | null;
            };
            response_status: number | null;
            /** @description The first 4 KiB of the answer. */
            response_body: string | null;
            /**
             * @description The target of a redirect (3xx), which is not followed: an absolute URL without user name, password, query and fragment. `null`
             *     if the answer was not a redirect or named no http or https URL.
             */
            location: string | null;
            /** @description The reason why there was no usable answer. */
            error: string | null;
            /**
             * @description True if it used up one of the scheduled attempts. Probes of a failing endpoint do not, and neither do attempts that failed
             *     because of the platform's own network; the last 50 of those are kept.
             */
            counted: boolean;
        };
        Redelivery: {
            event_id: components["schemas"]["Id"];
            delivery_id: components["schemas"]["Id"];
        };
        AuditLogList: {
            data: components["schemas"]["AuditLog"][];
            next_cursor: string | null;
        };
        AuditLog: {
            audit_id: components["schemas"]["Id"];
            actor: components["schemas"]["Actor"];
            action: string;
            target_id: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            address: string | null;
            request_id: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        SandboxClock: {
            now: components["schemas"]["Timestamp"];
            real_now: components["schemas"]["Timestamp"];
            offset_ms: number;
        };
        /** @description A time to move to, or a duration to move by. */
        AdvanceClockRequest: {
            /**
             * Format: date-time
             * @description Must not be before the clock's time.
             */
            to: string;
        } | {
            /** @description A duration of ISO 8601 in days, hours, minutes and seconds. */
            by: string;
        };
        /** @description The demo data with its credentials, as in `sandbox.json`. */
        SandboxData: {
            base_url: string;
            organizations: {
                org_id: components["schemas"]["Id"];
                name: string;
                departments: {
                    dept_id: components["schemas"]["DeptId"];
                    name: string;
                }[];
                apps: {
                    app_id: components["schemas"]["Id"];
                    name: string;
                    client_id: string;
                    client_secret: string;
                    scopes: components["schemas"]["Scope"][];
                }[];
                members: {
                    account_id: components["schemas"]["Id"];
                    name: string;
                    role: components["schemas"]["Role"];
                    email: string;
                    password: string;
                    dept_ids: components["schemas"]["DeptId"][];
                    condition: components["schemas"]["Condition"];
                }[];
            }[];
            associations: {
                association_id: components["schemas"]["Id"];
                org_id: components["schemas"]["Id"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
                type: components["schemas"]["AssociationType"];
            }[];
            third_party_apps: {
                app_id: components["schemas"]["Id"];
                name: string;
                client_id: string;
                client_secret: string;
                redirect_uris: string[];
                scopes: components["schemas"]["Scope"][];
                authorized_org_ids: components["schemas"]["Id"][];
            }[];
            personal_accounts: {
                account_id: components["schemas"]["Id"];
                name: string;
                email: string;
                password: string;
            }[];
        };
        CreateUserTokenRequest: {
            account_id: components["schemas"]["Id"];
            scopes: components["schemas"]["Scope"][];
        };
        UserToken: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            /** @description Lifetime in seconds. */
            expires_in: number;
            scope: string;
        };
        VerificationCodeList: {
            data: components["schemas"]["VerificationCode"][];
            next_cursor: string | null;
        };
        VerificationCode: {
            verification_id: components["schemas"]["Id"];
            email: string | null;
            phone: string | null;
            /** @enum {string} */
            purpose: "register" | "recover" | "change_address";
            code: string;
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        SandboxContent: {
            clock: components["schemas"]["SandboxClock"];
            /** @description The content of the whole sandbox. Dissolved organisations and departed accounts count. */
            counts: {
                organizations: number;
                accounts: number;
                apps: number;
                associations: number;
            };
            data: components["schemas"]["SandboxAccount"][];
            next_cursor: string | null;
        };
        SandboxAccount: {
            account_id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "personal" | "organization";
            name: string;
            email: string | null;
            phone: string | null;
            role: components["schemas"]["Role"] | null;
            condition: components["schemas"]["Condition"];
            /** @enum {string} */
            status: "active" | "departed" | "purged";
            /** @description False for a membership that the person has not accepted. */
            accepted: boolean;
            org_id: components["schemas"]["Id"] | null;
            organization_name: string | null;
        };
        Event: components["schemas"]["OrganizationAssociationInvitedEvent"] | components["schemas"]["OrganizationAssociationLinkedEvent"] | components["schemas"]["OrganizationAssociationDeclinedEvent"] | components["schemas"]["OrganizationAssociationRevokedEvent"] | components["schemas"]["OrganizationAssociationExpiredEvent"] | components["schemas"]["OrganizationAssociationUnlinkScheduledEvent"] | components["schemas"]["OrganizationAssociationUnlinkCanceledEvent"] | components["schemas"]["OrganizationAssociationUnlinkFailedEvent"] | components["schemas"]["OrganizationAssociationUpdatedEvent"] | components["schemas"]["OrganizationAssociationUnlinkedEvent"] | components["schemas"]["LeaveApplicationSubmittedEvent"] | components["schemas"]["LeaveApplicationPartlyApprovedEvent"] | components["schemas"]["LeaveApplicationManagerChangedEvent"] | components["schemas"]["LeaveApplicationApprovedEvent"] | components["schemas"]["LeaveApplicationRejectedEvent"] | components["schemas"]["LeaveApplicationWithdrawnEvent"] | components["schemas"]["LeaveApplicationConfirmedEvent"] | components["schemas"]["LeaveApplicationExpiredEvent"] | components["schemas"]["MemberOffboardingScheduledEvent"] | components["schemas"]["MemberOffboardingRescheduledEvent"] | components["schemas"]["MemberOffboardingCanceledEvent"] | components["schemas"]["MemberOffboardingFailedEvent"] | components["schemas"]["OffboardingBatchCompletedEvent"] | components["schemas"]["OffboardingBatchCanceledEvent"] | components["schemas"]["MemberDepartedEvent"] | components["schemas"]["MemberRestoredEvent"] | components["schemas"]["MemberReferencesChangedEvent"] | components["schemas"]["MemberPurgedEvent"] | components["schemas"]["LegalHoldPlacedEvent"] | components["schemas"]["LegalHoldReleasedEvent"] | components["schemas"]["AccountErasureRequestedEvent"] | components["schemas"]["AccountErasedEvent"] | components["schemas"]["ResourceTransferredEvent"] | components["schemas"]["ResourceDeletedEvent"] | components["schemas"]["HandoverCompletedEvent"] | components["schemas"]["DepartureClosedEvent"] | components["schemas"]["DepartureReopenedEvent"] | components["schemas"]["ReceiptOverdueEvent"] | components["schemas"]["ReceiptFailedEvent"] | components["schemas"]["OrganizationDissolutionScheduledEvent"] | components["schemas"]["OrganizationDissolutionCanceledEvent"] | components["schemas"]["OrganizationDissolvedEvent"] | components["schemas"]["AccountDeregisteredEvent"] | components["schemas"]["AccountAddressChangedEvent"] | components["schemas"]["AccountIdentifierRecycledEvent"] | components["schemas"]["MemberJoinedEvent"] | components["schemas"]["MemberAcceptedEvent"] | components["schemas"]["MemberUpdatedEvent"] | components["schemas"]["MemberConditionChangedEvent"] | components["schemas"]["MemberRoleChangedEvent"] | components["schemas"]["DepartmentCreatedEvent"] | components["schemas"]["DepartmentUpdatedEvent"] | components["schemas"]["DepartmentDeletedEvent"] | components["schemas"]["OrganizationUpdatedEvent"] | components["schemas"]["OrganizationFounderTransferredEvent"] | components["schemas"]["OrganizationFounderReplacementStartedEvent"] | components["schemas"]["OrganizationFounderReplacementEndedEvent"] | components["schemas"]["OrganizationLeavePolicyChangedEvent"] | components["schemas"]["OrganizationPoliciesChangedEvent"] | components["schemas"]["OrganizationDueWorkStalledEvent"] | components["schemas"]["AppDeauthorizedEvent"] | components["schemas"]["AppAuthorizedEvent"] | components["schemas"]["WebhookEndpointDisabledEvent"] | components["schemas"]["WebhookEndpointEnabledEvent"] | components["schemas"]["PingEvent"];
        /** @enum {string} */
        EventType: "organization.association.invited" | "organization.association.linked" | "organization.association.declined" | "organization.association.revoked" | "organization.association.expired" | "organization.association.unlink_scheduled" | "organization.association.unlink_canceled" | "organization.association.unlink_failed" | "organization.association.updated" | "organization.association.unlinked" | "leave_application.submitted" | "leave_application.partly_approved" | "leave_application.manager_changed" | "leave_application.approved" | "leave_application.rejected" | "leave_application.withdrawn" | "leave_application.confirmed" | "leave_application.expired" | "member.offboarding_scheduled" | "member.offboarding_rescheduled" | "member.offboarding_canceled" | "member.offboarding_failed" | "offboarding_batch.completed" | "offboarding_batch.canceled" | "member.departed" | "member.restored" | "member.references_changed" | "member.purged" | "legal_hold.placed" | "legal_hold.released" | "account.erasure_requested" | "account.erased" | "resource.transferred" | "resource.deleted" | "handover.completed" | "departure.closed" | "departure.reopened" | "receipt.overdue" | "receipt.failed" | "organization.dissolution_scheduled" | "organization.dissolution_canceled" | "organization.dissolved" | "account.deregistered" | "account.address_changed" | "account.identifier_recycled" | "member.joined" | "member.accepted" | "member.updated" | "member.condition_changed" | "member.role_changed" | "department.created" | "department.updated" | "department.deleted" | "organization.updated" | "organization.founder_transferred" | "organization.founder_replacement_started" | "organization.founder_replacement_ended" | "organization.leave_policy_changed" | "organization.policies_changed" | "organization.due_work_stalled" | "app.deauthorized" | "app.authorized" | "webhook_endpoint.disabled" | "webhook_endpoint.enabled" | "ping";
        /** @description A type, all types below a name, for example `member.*`, or `*` for all current and future types. */
        EventTypeFilter: components["schemas"]["EventType"] | ("*" | "account.*" | "app.*" | "department.*" | "departure.*" | "handover.*" | "leave_application.*" | "legal_hold.*" | "member.*" | "offboarding_batch.*" | "organization.*" | "organization.association.*" | "receipt.*" | "resource.*" | "webhook_endpoint.*");
        /** @enum {string} */
        ApiVersion: "1.0";
        /** @description Increases by one with each event of the organisation, in the order of commit, without gaps. */
        Sequence: number;
        AssociationInvitationEventData: {
            invitation_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            associated_org_id: components["schemas"]["Id"];
            type: components["schemas"]["AssociationType"];
            /** @enum {string} */
            direction: "sent" | "received";
        };
        OrganizationAssociationInvitedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.invited";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: components["schemas"]["AssociationInvitationEventData"];
        };
        OrganizationAssociationLinkedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.linked";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
            };
        };
        OrganizationAssociationDeclinedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.declined";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: components["schemas"]["AssociationInvitationEventData"];
        };
        OrganizationAssociationRevokedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.revoked";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: components["schemas"]["AssociationInvitationEventData"];
        };
        OrganizationAssociationExpiredEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.expired";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: components["schemas"]["AssociationInvitationEventData"];
        };
        OrganizationAssociationUnlinkScheduledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.unlink_scheduled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                scheduled_unlink_id: components["schemas"]["Id"];
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
                /**
                 * @description The side of this organisation: it scheduled the unlink, or the associated one did.
                 * @enum {string}
                 */
                side: "initiator" | "associated";
                effective_at: components["schemas"]["Timestamp"];
                reason_code: components["schemas"]["ReasonCode"] | null;
                /** @description Only the initiator's side receives it. */
                reason_text: string | null;
            };
        };
        OrganizationAssociationUnlinkCanceledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.unlink_canceled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                scheduled_unlink_id: components["schemas"]["Id"];
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
                /**
                 * @description The side of this organisation: it scheduled the unlink, or the associated one did.
                 * @enum {string}
                 */
                side: "initiator" | "associated";
                effective_at: components["schemas"]["Timestamp"];
                /** @enum {string} */
                cause: "canceled" | "already_unlinked";
            };
        };
        OrganizationAssociationUnlinkFailedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.unlink_failed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                scheduled_unlink_id: components["schemas"]["Id"];
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
                /**
                 * @description The side of this organisation: it scheduled the unlink, or the associated one did.
                 * @enum {string}
                 */
                side: "initiator" | "associated";
                effective_at: components["schemas"]["Timestamp"];
                /** @description The reason; only the initiator's side receives it. */
                failure_code: string | null;
            };
        };
        OrganizationAssociationUnlinkedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.unlinked";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
                /**
                 * @description The side of this organisation: it ended the association, or the associated one did.
                 * @enum {string}
                 */
                side: "initiator" | "associated";
                cause: components["schemas"]["UnlinkCause"];
                reason_code: components["schemas"]["ReasonCode"] | null;
                /** @description Only the initiator's side receives it. */
                reason_text: string | null;
                unlinked_at: components["schemas"]["Timestamp"];
            };
        };
        LeaveApplicationSubmittedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.submitted";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                reason_code: components["schemas"]["ReasonCode"];
                reason_text: string;
            };
        };
        LeaveApplicationPartlyApprovedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.partly_approved";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                reviewer: components["schemas"]["Reviewer"];
                approved_by: components["schemas"]["Id"];
                comment: string | null;
                awaiting: components["schemas"]["Reviewer"][];
            };
        };
        LeaveApplicationManagerChangedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.manager_changed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                former_manager_id: components["schemas"]["Id"] | null;
                manager_id: components["schemas"]["Id"] | null;
                awaiting: components["schemas"]["Reviewer"][];
            };
        };
        LeaveApplicationApprovedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.approved";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                decided_by: components["schemas"]["Id"];
                comment: string | null;
            };
        };
        LeaveApplicationRejectedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.rejected";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                decided_by: components["schemas"]["Id"];
                comment: string | null;
            };
        };
        LeaveApplicationWithdrawnEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.withdrawn";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                /** @enum {string} */
                cause: "withdrawn" | "already_departed";
            };
        };
        LeaveApplicationConfirmedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.confirmed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                departure_id: components["schemas"]["Id"];
            };
        };
        LeaveApplicationExpiredEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "leave_application.expired";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
            };
        };
        MemberOffboardingScheduledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.offboarding_scheduled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                effective_at: components["schemas"]["Timestamp"];
                /** @description The time from which the member is suspended, if the policies suspend them first. */
                suspend_at?: components["schemas"]["Timestamp"];
            };
        };
        MemberOffboardingRescheduledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.offboarding_rescheduled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                effective_at: components["schemas"]["Timestamp"];
                /** @description The time from which the member is suspended, if the policies suspend them first. */
                suspend_at?: components["schemas"]["Timestamp"];
            };
        };
        MemberOffboardingCanceledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.offboarding_canceled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                /** @enum {string} */
                cause: "canceled" | "already_departed";
            };
        };
        MemberOffboardingFailedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.offboarding_failed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                acts_for: components["schemas"]["ActsFor"];
                code: string;
            };
        };
        OffboardingBatchCompletedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "offboarding_batch.completed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                batch_id: components["schemas"]["Id"];
                requested_by: components["schemas"]["Requester"];
                dry_run: boolean;
                total: number;
                succeeded: number;
                failed: number;
                canceled: number;
            };
        };
        OffboardingBatchCanceledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "offboarding_batch.canceled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                batch_id: components["schemas"]["Id"];
                requested_by: components["schemas"]["Requester"];
                dry_run: boolean;
                total: number;
                succeeded: number;
                failed: number;
                canceled: number;
            };
        };
        MemberDepartedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.departed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                method: components["schemas"]["DepartureMethod"];
                initiator: components["schemas"]["Initiator"];
                reason_code: string | null;
                reason_text: string | null;
                snapshot: components["schemas"]["MemberSnapshot"];
                handover: components["schemas"]["HandoverCounts"];
                restorable_until: components["schemas"]["Timestamp"] | null;
            };
        };
        MemberRestoredEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.restored";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                restored: {
                    resources: number;
                    dept_ids: components["schemas"]["DeptId"][];
                };
                not_restored: components["schemas"]["NotRestored"][];
            };
        };
        MemberReferencesChangedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.references_changed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                /** @enum {string} */
                cause: "departed" | "restored";
                /** @description The chosen successor, who could not take over; the places were cleared. */
                unavailable_successor_id: components["schemas"]["Id"] | null;
                references: components["schemas"]["Reference"][];
                left: components["schemas"]["Reference"][];
            };
        };
        MemberPurgedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.purged";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                resources: number;
            };
        };
        LegalHoldPlacedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "legal_hold.placed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: components["schemas"]["LegalHoldEventData"];
        };
        LegalHoldReleasedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "legal_hold.released";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: components["schemas"]["LegalHoldEventData"];
        };
        AccountErasureRequestedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "account.erasure_requested";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                erasure_request_id: components["schemas"]["Id"];
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                decide_by: components["schemas"]["Timestamp"];
            };
        };
        AccountErasedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "account.erased";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                erasure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
            };
        };
        LegalHoldEventData: {
            hold_id: components["schemas"]["Id"];
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
        };
        ResourceTransferredEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "resource.transferred";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                resource_id: components["schemas"]["Id"];
                kind: string;
                name: string;
                departure_id: components["schemas"]["Id"];
                from_id: components["schemas"]["Id"];
                recipient_id: components["schemas"]["Id"];
                recipient_reason: components["schemas"]["RecipientReason"];
            };
        };
        ResourceDeletedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "resource.deleted";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                resource_id: components["schemas"]["Id"];
                kind: string;
                name: string;
                departure_id: components["schemas"]["Id"];
                from_id: components["schemas"]["Id"];
                /** @enum {string} */
                cause: "handover" | "purge";
            };
        };
        HandoverCompletedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "handover.completed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                transferred: number;
                deleted: number;
                held: number;
                /** @description The recipients who were first in line and could not take over; the report names the resources. */
                unavailable_recipients: components["schemas"]["UnavailableRecipient"][];
                /** @description The handover of held resources that is complete; absent for the handover of the departure itself. */
                handover_id?: components["schemas"]["Id"];
            };
        };
        DepartureClosedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "departure.closed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                receipts: components["schemas"]["ReceiptCounts"];
            };
        };
        DepartureReopenedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "departure.reopened";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                /** @enum {string} */
                cause: "receipt_failed" | "restored";
            };
        };
        ReceiptOverdueEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "receipt.overdue";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                receipt: components["schemas"]["OpenReceipt"];
            };
        };
        ReceiptFailedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "receipt.failed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                receipt: components["schemas"]["OpenReceipt"];
            };
        };
        OpenReceipt: {
            receipt_id: components["schemas"]["Id"];
            endpoint_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            app_name: string;
            event_id: components["schemas"]["Id"];
            event_type: components["schemas"]["ReceiptEventType"];
            /** @description The account, the association or the authorization that the event is about. */
            subject_id: string;
            departure_id: components["schemas"]["Id"] | null;
            status: components["schemas"]["ReceiptStatus"];
            reason: string | null;
            since: components["schemas"]["Timestamp"];
            deadline_at: components["schemas"]["Timestamp"];
        };
        OrganizationDissolutionScheduledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.dissolution_scheduled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                reason_code: components["schemas"]["DissolutionReason"];
                effective_at: components["schemas"]["Timestamp"];
            };
        };
        OrganizationDissolutionCanceledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.dissolution_canceled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                effective_at: components["schemas"]["Timestamp"];
            };
        };
        OrganizationDissolvedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.dissolved";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                reason_code: components["schemas"]["DissolutionReason"];
                members: number;
                associations: number;
            };
        };
        AccountDeregisteredEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "account.deregistered";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                account_id: components["schemas"]["Id"];
                member_id: components["schemas"]["Id"];
            };
        };
        AccountAddressChangedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "account.address_changed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                account_id: components["schemas"]["Id"];
                /** @description The organisation's number for the member. */
                external_id: string | null;
                /** @enum {string} */
                initiator: "self" | "admin" | "app";
                /**
                 * @description The type of the new address.
                 * @enum {string}
                 */
                identifier_type: "email" | "phone";
                /** @description The member's contact that was replaced; null if it was another one. */
                address_before: string | null;
                /** @description The member's contact in its place; null if the contact stays. */
                address_after: string | null;
            };
        };
        AccountIdentifierRecycledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "account.identifier_recycled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                /** @enum {string} */
                identifier_type: "email" | "phone";
                identifier: string;
            };
        };
        MemberJoinedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.joined";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                name: string;
                email: string | null;
                phone: string | null;
                dept_ids: components["schemas"]["DeptId"][];
                role: components["schemas"]["Role"];
                /** @description The departure of the person's earlier account, if they were rehired. */
                rehire_of: components["schemas"]["Id"] | null;
            };
        };
        MemberAcceptedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.accepted";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
            };
        };
        MemberUpdatedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.updated";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                account_id: components["schemas"]["Id"];
                /** @description The organisation's number for the member, as it is now. */
                external_id: string | null;
                changes: components["schemas"]["MemberChanges"];
            };
        };
        /** @description The changed fields of a member. */
        MemberChanges: {
            name?: components["schemas"]["TextChange"];
            email?: components["schemas"]["OptionalTextChange"];
            phone?: components["schemas"]["OptionalTextChange"];
            external_id?: components["schemas"]["OptionalTextChange"];
            dept_ids?: components["schemas"]["DepartmentsChange"];
            manager_id?: components["schemas"]["OptionalIdChange"];
        };
        TextChange: {
            before: string;
            after: string;
        };
        OptionalTextChange: {
            before: string | null;
            after: string | null;
        };
        OptionalIdChange: {
            before: components["schemas"]["Id"] | null;
            after: components["schemas"]["Id"] | null;
        };
        DepartmentsChange: {
            before: components["schemas"]["DeptId"][];
            after: components["schemas"]["DeptId"][];
        };
        MemberConditionChangedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.condition_changed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                before: components["schemas"]["Condition"];
                condition: components["schemas"]["Condition"];
                reason_text: string | null;
                /** @description The offboarding that suspends the member first, failed, or was changed or undone; absent for other changes. */
                for_offboarding_id?: components["schemas"]["Id"];
            };
        };
        MemberRoleChangedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.role_changed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                account_id: components["schemas"]["Id"];
                external_id?: components["schemas"]["MemberNumber"];
                before: components["schemas"]["Role"];
                role: components["schemas"]["Role"];
            };
        };
        DepartmentCreatedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "department.created";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                dept_id: components["schemas"]["DeptId"];
                name: string;
                parent_dept_id: components["schemas"]["DeptId"] | null;
                head_id: components["schemas"]["Id"] | null;
            };
        };
        DepartmentUpdatedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "department.updated";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                dept_id: components["schemas"]["DeptId"];
                /** @description The changed fields of the department. */
                changes: {
                    name?: components["schemas"]["TextChange"];
                    parent_dept_id?: components["schemas"]["DeptIdChange"];
                    head_id?: components["schemas"]["OptionalIdChange"];
                };
            };
        };
        DeptIdChange: {
            before: components["schemas"]["DeptId"];
            after: components["schemas"]["DeptId"];
        };
        DepartmentDeletedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "department.deleted";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                deletion_id: components["schemas"]["Id"];
                dept_id: components["schemas"]["DeptId"];
                name: string;
                parent_dept_id: components["schemas"]["DeptId"] | null;
                move_to: components["schemas"]["DeptId"] | null;
                /** @description The number of things that were moved out of it. */
                moved: number;
            };
        };
        OrganizationAssociationUpdatedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.updated";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                associated_org_id: components["schemas"]["Id"];
                /** @description The department of this organisation's side, or of the other's. */
                changes: {
                    dept_id?: components["schemas"]["DeptIdChange"];
                    associated_dept_id?: components["schemas"]["DeptIdChange"];
                };
            };
        };
        OrganizationUpdatedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.updated";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                changes: components["schemas"]["OrganizationChanges"];
            };
        };
        /** @description The changed fields of the organisation. */
        OrganizationChanges: {
            name?: components["schemas"]["TextChange"];
        };
        OrganizationFounderTransferredEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.founder_transferred";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                founder_id: components["schemas"]["Id"];
                former_founder_id: components["schemas"]["Id"];
            };
        };
        OrganizationFounderReplacementStartedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.founder_replacement_started";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                replacement_id: components["schemas"]["Id"];
                founder_id: components["schemas"]["Id"];
                successor_id: components["schemas"]["Id"];
                effective_at: components["schemas"]["Timestamp"];
            };
        };
        OrganizationFounderReplacementEndedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.founder_replacement_ended";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                replacement_id: components["schemas"]["Id"];
                founder_id: components["schemas"]["Id"];
                successor_id: components["schemas"]["Id"];
                /** @enum {string} */
                status: "completed" | "objected" | "canceled" | "failed";
                /** @description The reason why it failed. */
                failure: string | null;
            };
        };
        OrganizationLeavePolicyChangedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.leave_policy_changed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                mode: components["schemas"]["LeaveMode"];
                fallback_recipient_id: components["schemas"]["Id"] | null;
            };
        };
        OrganizationPoliciesChangedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.policies_changed";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: components["schemas"]["Policies"];
        };
        OrganizationDueWorkStalledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.due_work_stalled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                /**
                 * @description The kind of work, for example `offboarding`, `offboarding_batch`, `handover`, `purge`, `dissolution`,
                 *     `leave_application_expiry`, `invitation_expiry`, `held_handover`, `references`, `recovery` or `fan_out`. More may be
                 *     added.
                 */
                kind: string;
                /** @description The id of the object of the work. */
                subject_id: string;
                /** @description The number of consecutive failures. */
                failures: number;
                failing_since: components["schemas"]["Timestamp"];
                next_try_at: components["schemas"]["Timestamp"];
            };
        };
        AppDeauthorizedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "app.deauthorized";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                authorization_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                /** @enum {string} */
                cause: "association_unlinked" | "removed" | "app_deleted" | "organization_dissolved";
            };
        };
        AppAuthorizedEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "app.authorized";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                authorization_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                scopes: components["schemas"]["Scope"][];
            };
        };
        WebhookEndpointDisabledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "webhook_endpoint.disabled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                endpoint_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                url: string;
                /**
                 * @description The `disabled_reason` of the endpoint.
                 * @enum {string}
                 */
                reason: "gone" | "consumer_request" | "failing" | "app_request";
            };
        };
        WebhookEndpointEnabledEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "webhook_endpoint.enabled";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                endpoint_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                url: string;
            };
        };
        PingEvent: {
            id: components["schemas"]["Id"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ping";
            timestamp: components["schemas"]["Timestamp"];
            api_version: components["schemas"]["ApiVersion"];
            org_id: components["schemas"]["Id"];
            sequence: components["schemas"]["Sequence"];
            actor: components["schemas"]["Actor"];
            data: {
                endpoint_id: components["schemas"]["Id"];
            };
        };
        HandoverCounts: {
            transferred: number;
            deleted: number;
            held: number;
        };
        /** @description The members that every problem has (RFC 9457). */
        Problem: {
            /**
             * Format: uri
             * @description A page that explains the code.
             */
            type: string;
            title: string;
            status: number;
            detail: string;
            request_id: string;
            remediation?: components["schemas"]["Remediation"];
            /** @description Seconds to wait before trying again. */
            retry_after?: number;
        };
        /** @description The suggested remedy. */
        Remediation: {
            /** @enum {string} */
            action: "contact_admin" | "retry" | "transfer_founder" | "dissolve" | "set_another_admin" | "apply_to_leave" | "restore_or_rehire";
            /** @description The URL of the administrators' names and contacts. */
            admins_url?: string;
        };
        RestorableDeparture: {
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            /**
             * @description The first field in which both members agree.
             * @enum {string}
             */
            field: "email" | "phone" | "external_id";
            value: string;
            restorable_until: components["schemas"]["Timestamp"];
        };
        Conflict: {
            /** @enum {string} */
            field: "email" | "phone" | "external_id";
            value: string;
            /** @description The member who has it; for `address_in_use` the member who is to be restored. */
            account_id: components["schemas"]["Id"];
            /**
             * @description `taken`: another active member has it. `rehired`: the person has another account in the organisation. `address_in_use`: the
             *     member's sign-in has no address left, or this one belongs to somebody else's sign-in now.
             * @enum {string}
             */
            reason: "taken" | "rehired" | "address_in_use";
        };
        ConfirmNameMismatch: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "confirm_name_mismatch";
        };
        DepartureRestorable: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "departure_restorable";
            /** @description The latest of the departures. */
            departure_id: components["schemas"]["Id"];
            /** @description The departures of members with this email, phone or number that can still be undone, the latest first. */
            departures: components["schemas"]["RestorableDeparture"][];
        };
        EffectiveAtInPast: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "effective_at_in_past";
        };
        InvalidRequest: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "invalid_request";
            /** @description At most the first 20 faults. */
            errors: {
                /** @enum {string} */
                in: "body" | "query" | "path" | "header";
                /** @description A JSON Pointer (RFC 6901) to the place. Names of more than 100 characters are cut. */
                pointer: string;
                detail: string;
            }[];
            /** @description The number of faults beyond those in `errors`. */
            errors_omitted?: number;
        };
        RecipientInvalid: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "recipient_invalid";
            recipient_id: string;
        };
        TokenExpired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "token_expired";
        };
        TokenInvalid: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "token_invalid";
        };
        TokenMissing: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "token_missing";
        };
        TokenRevoked: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "token_revoked";
        };
        AccountRestricted: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "account_restricted";
            condition: components["schemas"]["Condition"];
        };
        AdminRequired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "admin_required";
        };
        AppRequired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "app_required";
        };
        CodeInvalid: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "code_invalid";
        };
        FounderRequired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "founder_required";
        };
        InvitationRefused: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "invitation_refused";
        };
        OrdinaryUserNotAllowed: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "ordinary_user_not_allowed";
        };
        OrgNotAuthorized: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "org_not_authorized";
        };
        OwnCase: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "own_case";
        };
        PasswordIncorrect: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "password_incorrect";
        };
        PersonalAccountNotOffboardable: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "personal_account_not_offboardable";
        };
        PersonalAccountRequired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "personal_account_required";
        };
        ScopeMissing: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "scope_missing";
            required_scopes: components["schemas"]["Scope"][];
        };
        OriginNotAllowed: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "origin_not_allowed";
        };
        UserRequired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "user_required";
        };
        AccountNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "account_not_found";
        };
        AppNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "app_not_found";
        };
        DepartmentNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "department_not_found";
        };
        ConsentNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "consent_not_found";
        };
        AssociationNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "association_not_found";
        };
        AuthorizationNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "authorization_not_found";
        };
        BlockNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "block_not_found";
        };
        DeliveryNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "delivery_not_found";
        };
        DepartureNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "departure_not_found";
        };
        ErasureNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "erasure_not_found";
        };
        ErasureRequestNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "erasure_request_not_found";
        };
        LegalHoldNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "legal_hold_not_found";
        };
        FounderReplacementNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "founder_replacement_not_found";
        };
        DissolutionNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "dissolution_not_found";
        };
        EventNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "event_not_found";
        };
        InvitationNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "invitation_not_found";
        };
        LeaveApplicationNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "leave_application_not_found";
        };
        MemberNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "member_not_found";
        };
        NotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "not_found";
        };
        OffboardingBatchNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "offboarding_batch_not_found";
        };
        OffboardingBatchEnded: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "offboarding_batch_ended";
        };
        ScheduledUnlinkNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "scheduled_unlink_not_found";
        };
        ScheduledUnlinkExists: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "scheduled_unlink_exists";
        };
        ScheduledUnlinkNotPending: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "scheduled_unlink_not_pending";
        };
        OffboardingNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "offboarding_not_found";
        };
        OrganizationNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "organization_not_found";
        };
        ReceiptNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "receipt_not_found";
        };
        RecoveryNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "recovery_not_found";
        };
        ResourceNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "resource_not_found";
        };
        SecretNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "secret_not_found";
        };
        WebhookEndpointNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "webhook_endpoint_not_found";
        };
        MethodNotAllowed: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "method_not_allowed";
        };
        AccountExists: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "account_exists";
        };
        AdminCannotLeaveInstantly: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "admin_cannot_leave_instantly";
        };
        AlreadyDeparted: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "already_departed";
        };
        AlreadyRestored: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "already_restored";
        };
        ApplicationClosed: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "application_closed";
        };
        ApplicationNotApproved: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "application_not_approved";
        };
        ApplicationPending: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "application_pending";
        };
        ApprovalRequired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "approval_required";
        };
        AppUsesNoSecret: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "app_uses_no_secret";
        };
        AssociationExists: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "association_exists";
        };
        AccountNotDeparted: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "account_not_departed";
        };
        ErasureExists: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "erasure_exists";
        };
        ErasureRequestExists: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "erasure_request_exists";
        };
        ErasureRequestDecided: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "erasure_request_decided";
        };
        LegalHoldReleased: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "legal_hold_released";
        };
        LegalHoldStanding: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "legal_hold_standing";
        };
        FounderReplacementEnded: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "founder_replacement_ended";
        };
        DissolutionInProgress: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "dissolution_in_progress";
        };
        FounderMustTransfer: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "founder_must_transfer";
        };
        IdempotencyInProgress: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "idempotency_in_progress";
        };
        InvitationClosed: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "invitation_closed";
        };
        HandoverRunning: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "handover_running";
        };
        LastAdmin: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "last_admin";
        };
        LastSecret: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "last_secret";
        };
        RootDepartment: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "root_department";
        };
        DepartmentNotEmpty: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "department_not_empty";
            contents: components["schemas"]["DepartmentContents"];
        };
        DepartmentDeletionRunning: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "department_deletion_running";
        };
        MemberExists: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "member_exists";
            conflicts: components["schemas"]["Conflict"][];
        };
        AddressInUse: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "address_in_use";
        };
        OtherAccounts: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "other_accounts";
        };
        MembershipNotAccepted: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "membership_not_accepted";
        };
        OffboardingExists: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "offboarding_exists";
        };
        OffboardingNotPending: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "offboarding_not_pending";
        };
        PreviewNotFound: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "preview_not_found";
        };
        PreviewStale: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "preview_stale";
        };
        RestoreConflict: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "restore_conflict";
            conflicts: components["schemas"]["Conflict"][];
        };
        ReceiptAmbiguous: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "receipt_ambiguous";
        };
        ReceiptSettled: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "receipt_settled";
        };
        SoleMemberMustDissolve: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "sole_member_must_dissolve";
        };
        TooManyApps: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "too_many_apps";
        };
        TooManySecrets: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "too_many_secrets";
        };
        TooManyWebhookEndpoints: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "too_many_webhook_endpoints";
        };
        WebhookEndpointDisabled: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "webhook_endpoint_disabled";
        };
        WebhookEndpointUnverified: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "webhook_endpoint_unverified";
        };
        AccountNotRestorable: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "account_not_restorable";
        };
        CursorExpired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "cursor_expired";
            /** @description The sequence of the oldest event that is kept, or of the next event if there is none. */
            oldest_sequence: number;
        };
        InvitationExpired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "invitation_expired";
        };
        RestoreWindowExpired: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "restore_window_expired";
        };
        PayloadTooLarge: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "payload_too_large";
        };
        UnsupportedMediaType: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "unsupported_media_type";
        };
        AssociationDeptMismatch: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "association_dept_mismatch";
        };
        IdempotencyKeyReused: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "idempotency_key_reused";
        };
        RateLimited: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "rate_limited";
        };
        TooManyAttempts: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "too_many_attempts";
        };
        InternalError: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "internal_error";
        };
        Unavailable: components["schemas"]["Problem"] & {
            /** @enum {string} */
            code: "unavailable";
        };
    };
    responses: {
        /** @description A page of resources. */
        PlannedResources: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["PlannedResourceList"];
            };
        };
        /** @description The member. */
        WrittenMember: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Member"];
            };
        };
        /**
         * @description Any 2xx - the event was received and is not sent again. An endpoint that deprovisions may add its receipt; any other body is only a
         *     2xx.
         */
        WebhookReceived: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WebhookAnswer"];
            };
        };
        /** @description Any other answer - the event is sent again later. 410 disables the endpoint. */
        WebhookNotReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Unblocked. */
        Unblocked: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Deleted. */
        Deleted: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request does not fit the contract; `errors` names each place. */
        InvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidRequest"];
            };
        };
        /** @description The request does not fit the contract, or a recipient cannot receive resources. */
        InvalidRecipient: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"];
            };
        };
        /** @description The request does not fit the contract, its `effective_at` is in the past, or a recipient cannot receive resources. */
        InvalidOffboarding: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"] | components["schemas"]["EffectiveAtInPast"];
            };
        };
        /** @description The request has no valid token. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TokenMissing"] | components["schemas"]["TokenInvalid"] | components["schemas"]["TokenExpired"] | components["schemas"]["TokenRevoked"];
            };
        };
        /** @description The token or its account may not do this. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. Persons must be administrators. */
        ForbiddenToOrdinaryUsers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["OrdinaryUserNotAllowed"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token may not do this. It takes the token of an app. */
        ForbiddenToUsers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AppRequired"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. Persons must be administrators. */
        AdministratorRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. It takes the token of an app or of an administrator. */
        AppOrAdministratorRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AppRequired"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. It takes the token of a member. */
        MemberRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. Persons must be administrators, and nobody decides on their own case. */
        ForbiddenInOwnCase: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["OwnCase"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. Persons must be administrators, and nobody offboards a personal account. */
        ForbiddenToOffboard: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["PersonalAccountNotOffboardable"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /**
         * @description The token or its account may not do this. Persons must be administrators, nobody offboards themselves, and nobody offboards a
         *     personal account.
         */
        ForbiddenToOffboardOneself: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["PersonalAccountNotOffboardable"] | components["schemas"]["OwnCase"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. It takes the token of the founder. */
        ForbiddenToAllButFounder: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["FounderRequired"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. It takes the token of an administrator. */
        AdministratorInPersonRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. It takes the token of a person. */
        PersonRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this, or the password is wrong. */
        PersonWithPasswordRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"] | components["schemas"]["PasswordIncorrect"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The verification code is not valid. */
        CodeRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["CodeInvalid"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The token or its account may not do this. It takes the token of an administrator, and not of the departed person. */
        AdministratorInPerson: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"] | components["schemas"]["OwnCase"] | components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description The page that sent the request has an origin that the app doesn't allow. */
        OriginNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["OriginNotAllowed"];
            };
        };
        /** @description There is nothing here. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotFound"];
            };
        };
        /** @description The organisation has no such association. */
        AssociationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AssociationNotFound"];
            };
        };
        /** @description The app has no such endpoint. */
        WebhookEndpointNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["WebhookEndpointNotFound"];
            };
        };
        /** @description The organisation has no such member. */
        MemberNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["MemberNotFound"];
            };
        };
        /** @description There is no such organisation. */
        OrganizationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["OrganizationNotFound"];
            };
        };
        /** @description The organisation or person has no such invitation. */
        InvitationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvitationNotFound"];
            };
        };
        /** @description The organisation or person has no such block. */
        BlockNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["BlockNotFound"];
            };
        };
        /** @description The organisation has no such leave application. */
        LeaveApplicationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LeaveApplicationNotFound"];
            };
        };
        /** @description The organisation has no such offboarding. */
        OffboardingNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["OffboardingNotFound"];
            };
        };
        /** @description The organisation has no such departure. */
        DepartureNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["DepartureNotFound"];
            };
        };
        /** @description The organisation has no such receipt. */
        ReceiptNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ReceiptNotFound"];
            };
        };
        /** @description The organisation has no such department, or no such deletion. */
        DepartmentNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["DepartmentNotFound"];
            };
        };
        /** @description The organisation has no such request for erasure. */
        ErasureRequestNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ErasureRequestNotFound"];
            };
        };
        /** @description The person has no such departure from an organisation. */
        OwnDepartureNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["DepartureNotFound"];
            };
        };
        /** @description The organisation has no such erasure. */
        ErasureNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ErasureNotFound"];
            };
        };
        /** @description The organisation has no such legal hold. */
        LegalHoldNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["LegalHoldNotFound"];
            };
        };
        /** @description There is no such preview, or it has expired. */
        PreviewNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PreviewNotFound"];
            };
        };
        /** @description The organisation has no such founder replacement. */
        FounderReplacementNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["FounderReplacementNotFound"];
            };
        };
        /** @description The organisation is not being dissolved. */
        DissolutionNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["DissolutionNotFound"];
            };
        };
        /** @description The organisation has no such app. */
        AppNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AppNotFound"];
            };
        };
        /** @description The organisation has no such thing. */
        ScheduledUnlinkNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScheduledUnlinkNotFound"];
            };
        };
        /** @description The organisation has no such thing. */
        OffboardingBatchNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["OffboardingBatchNotFound"];
            };
        };
        /** @description The path has no such method. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["MethodNotAllowed"];
            };
        };
        /** @description The first request with the key is still running. */
        IdempotencyInProgress: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyInProgress"];
            };
        };
        /** @description The handover would have another result than in the preview. */
        PreviewStale: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PreviewStale"];
            };
        };
        /** @description The invitation is closed, or the first request with the key is still running. */
        InvitationNotOpen: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["InvitationClosed"];
            };
        };
        /** @description The application is closed, or the first request with the key is still running. */
        ApplicationNotOpen: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApplicationClosed"];
            };
        };
        /** @description The member has departed, is the founder or is the last administrator, or the first request with the key is still running. */
        MemberUnchangeable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["LastAdmin"];
            };
        };
        /** @description The endpoint is disabled or not verified, or the first request with the key is still running. */
        WebhookEndpointNotReady: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["WebhookEndpointDisabled"] | components["schemas"]["WebhookEndpointUnverified"] | components["schemas"]["IdempotencyInProgress"];
            };
        };
        /** @description Events after the cursor are older than 30 days and gone; `oldest_sequence` is the oldest that is kept. */
        CursorExpired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["CursorExpired"];
            };
        };
        /** @description The invitation was not answered in time. */
        InvitationExpired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvitationExpired"];
            };
        };
        /** @description The restore window is over, or the account cannot be restored. */
        NotRestorable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RestoreWindowExpired"] | components["schemas"]["AccountNotRestorable"];
            };
        };
        /** @description The body is larger than 1 MiB, or holds more than 40,000 values (objects, lists, texts, numbers and so on). */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PayloadTooLarge"];
            };
        };
        /** @description The body is not `application/json`. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnsupportedMediaType"];
            };
        };
        /** @description The key was used for another request. */
        IdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyKeyReused"];
            };
        };
        /** @description The department is not the one to which the association is attached, or the key was used for another request. */
        OtherDepartment: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AssociationDeptMismatch"] | components["schemas"]["IdempotencyKeyReused"];
            };
        };
        /** @description The app has the largest allowed number of requests waiting for events. */
        TooManyWaiting: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RateLimited"];
            };
        };
        /** @description Too many wrong attempts in a short time. */
        TooManyAttempts: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TooManyAttempts"];
            };
        };
        /** @description Too many requests in a short time. */
        RateLimited: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RateLimited"];
            };
        };
        /** @description The server made a mistake and changed nothing. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InternalError"];
            };
        };
        /** @description The server can't answer now. Nothing was changed; try again. */
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Unavailable"];
            };
        };
        /** @description The token or its account may not do this. It takes the token of the founder or an administrator. */
        AdministratorAlone: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"] | components["schemas"]["OriginNotAllowed"];
            };
        };
    };
    parameters: {
        /** @description The endpoint. */
        EndpointId: components["schemas"]["Id"];
        /** @description The leave application. */
        ApplicationId: components["schemas"]["Id"];
        /** @description The offboarding. */
        OffboardingId: components["schemas"]["Id"];
        /** @description The departure. */
        DepartureId: components["schemas"]["Id"];
        /** @description The request for erasure. */
        ErasureRequestId: components["schemas"]["Id"];
        /** @description The erasure. */
        ErasureId: components["schemas"]["Id"];
        /** @description The legal hold. */
        HoldId: components["schemas"]["Id"];
        /** @description The founder replacement. */
        ReplacementId: components["schemas"]["Id"];
        /** @description The receipt. */
        ReceiptId: components["schemas"]["Id"];
        /** @description The member. */
        AccountId: components["schemas"]["Id"];
        /** @description The account that the organisation made for the person. */
        InvitedAccountId: components["schemas"]["Id"];
        /** @description The app. */
        AppId: components["schemas"]["Id"];
        /** @description The delivery. */
        DeliveryId: components["schemas"]["Id"];
        /** @description The department. */
        DepartmentId: components["schemas"]["DeptId"];
        /** @description The department to which everything moves. It is neither the department itself nor below it. */
        MoveTo: components["schemas"]["DeptId"];
        /** @description The largest number of items to return. */
        Limit: number;
        /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
        Cursor: string;
        /** @description The preview, from `offboardings.preview`. */
        OffboardingPreviewId: components["schemas"]["Id"];
        /** @description The preview, from `leave.preview`. */
        LeavePreviewId: components["schemas"]["Id"];
        /** @description Only resources of this kind. */
        ResourceKind: components["schemas"]["Kind"];
        /** @description Only resources with this outcome. */
        PlannedOutcome: "transferred" | "deleted" | "held";
        /** @description Only resources that this member would receive. */
        PlannedRecipient: components["schemas"]["Id"];
        /** @description Only receipts with this status. */
        StatusOfReceipts: components["schemas"]["ReceiptStatus"];
        /** @description Only receipts that are, or are not, past their deadline without an answer. */
        OverdueReceipts: boolean;
        /** @description By creation, the oldest or the newest first. */
        Order: "asc" | "desc";
        /** @description By creation, the newest or the oldest first. */
        NewestFirst: "asc" | "desc";
        /** @description Only what was created at this time or later. */
        Since: string;
        /** @description Only what was created before this time. */
        Until: string;
        /** @description Only what is about this member. */
        OfMember: components["schemas"]["Id"];
        /** @description Only what came of this batch. */
        OfBatch: components["schemas"]["Id"];
        /**
         * @description Only members, or departures of members, whose name, email, phone or `external_id` contains this text, whatever its case, accents,
         *     normal form and width. A part of a phone number is found in any usual notation.
         */
        Search: components["schemas"]["SearchText"];
        /** @description Begin CSV with a byte order mark, by which Excel recognises UTF-8. */
        Bom: boolean;
        /** @description Only events whose `sequence` is greater. */
        AfterSequence: number;
        /** @description Only events of these types or below these names, separated by commas. */
        EventTypes: components["schemas"]["EventTypeFilter"][];
        /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
        IdempotencyKey: string;
        /** @description The scheduled unlink. */
        ScheduledUnlinkId: components["schemas"]["Id"];
        /** @description The batch. */
        BatchId: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        /** @description In CSV, the next page, with the relation `next` (RFC 8288). It is left out on the last one and where the whole list is sent. */
        NextPage: string;
        /** @description Identifies this request in the server's logs. A valid id that the caller sends is kept. */
        "X-Request-Id": string;
        /** @description `true` when this is the stored answer of an earlier request with the same key. */
        "Idempotency-Replayed": "true";
        /** @description Seconds to wait before trying again (RFC 9110). */
        "Retry-After": string;
        /** @description The limit, the remaining requests (`r`) and the seconds until it resets (`t`), as in draft-ietf-httpapi-ratelimit-headers. */
        RateLimit: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "organization.unlink": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlinkRequest"];
            };
        };
        responses: {
            /** @description The association has ended on both sides. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnlinkResult"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOrdinaryUsers"];
            404: components["responses"]["AssociationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OtherDepartment"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.previewUnlink": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnlinkRequest"];
            };
        };
        responses: {
            /** @description The association, shared resources and authorizations that would end. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnlinkPreview"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOrdinaryUsers"];
            404: components["responses"]["AssociationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OtherDepartment"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The organisation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOrganizationRequest"];
            };
        };
        responses: {
            /** @description The organisation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.getCounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Counts"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.listAdmins": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of administrators, the founder first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.getLeavePolicy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavePolicy"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.setLeavePolicy": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetLeavePolicyRequest"];
            };
        };
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavePolicy"];
                };
            };
            400: components["responses"]["InvalidRecipient"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.getPolicies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policies. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.setPolicies": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPoliciesRequest"];
            };
        };
        responses: {
            /** @description All policies. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            400: components["responses"]["InvalidRecipient"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organization.transferFounder": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferFounderRequest"];
            };
        };
        responses: {
            /** @description The new and the former founder. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FounderTransfer"];
                };
            };
            400: components["responses"]["InvalidRecipient"];
            401: components["responses"]["Unauthorized"];
            /** @description The token or its account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["FounderRequired"] | components["schemas"]["PasswordIncorrect"] | components["schemas"]["OriginNotAllowed"];
                };
            };
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["OffboardingExists"] | components["schemas"]["ApplicationPending"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyAttempts"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "scheduledUnlinks.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only unlinks with this status. */
                status?: components["schemas"]["ScheduledUnlinkStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of scheduled unlinks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledUnlinkList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOrdinaryUsers"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "scheduledUnlinks.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleUnlinkRequest"];
            };
        };
        responses: {
            /** @description The scheduled unlink. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledUnlink"];
                };
            };
            /** @description The request can't be carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["EffectiveAtInPast"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOrdinaryUsers"];
            404: components["responses"]["AssociationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ScheduledUnlinkExists"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["OtherDepartment"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "scheduledUnlinks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The scheduled unlink. */
                scheduled_unlink_id: components["parameters"]["ScheduledUnlinkId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scheduled unlink. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledUnlink"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOrdinaryUsers"];
            404: components["responses"]["ScheduledUnlinkNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "scheduledUnlinks.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The scheduled unlink. */
                scheduled_unlink_id: components["parameters"]["ScheduledUnlinkId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The unlink, canceled. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledUnlink"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOrdinaryUsers"];
            404: components["responses"]["ScheduledUnlinkNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ScheduledUnlinkNotPending"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associations.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the oldest or the newest first. */
                order?: components["parameters"]["Order"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Only the associations with this organisation. */
                associated_org_id?: components["schemas"]["Id"];
                /** @description Only associations of this type. */
                type?: components["schemas"]["AssociationType"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of associations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associations.listEnded": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ended associations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndedAssociationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associations.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The association. */
                association_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The association. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Association"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AssociationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationInvitations.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the oldest or the newest first. */
                order?: components["parameters"]["Order"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Only invitations with this status. */
                status?: components["schemas"]["InvitationStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociationInvitationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationInvitations.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAssociationInvitationRequest"];
            };
        };
        responses: {
            /** @description The invitation. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociationInvitation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The token or its account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["InvitationRefused"] | components["schemas"]["OriginNotAllowed"];
                };
            };
            404: components["responses"]["OrganizationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AssociationExists"] | components["schemas"]["DissolutionInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationInvitations.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The invitation. */
                invitation_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptAssociationInvitationRequest"];
            };
        };
        responses: {
            /** @description The association, from this side. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Association"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["InvitationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["InvitationClosed"] | components["schemas"]["AssociationExists"] | components["schemas"]["DissolutionInProgress"];
                };
            };
            410: components["responses"]["InvitationExpired"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationInvitations.decline": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The invitation. */
                invitation_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation, declined. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociationInvitation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["InvitationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["InvitationNotOpen"];
            410: components["responses"]["InvitationExpired"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationInvitations.revoke": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The invitation. */
                invitation_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitation, revoked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociationInvitation"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["InvitationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["InvitationNotOpen"];
            410: components["responses"]["InvitationExpired"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationBlocks.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blocks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociationBlockList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationBlocks.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAssociationBlockRequest"];
            };
        };
        responses: {
            /** @description The block. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociationBlock"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["OrganizationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "associationBlocks.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The blocked organisation. */
                associated_org_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Unblocked"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["BlockNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leave.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveRequest"];
            };
        };
        responses: {
            /** @description The departure. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Departure"];
                };
            };
            400: components["responses"]["InvalidRecipient"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["MemberRequired"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApprovalRequired"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["SoleMemberMustDissolve"] | components["schemas"]["AdminCannotLeaveInstantly"] | components["schemas"]["AlreadyDeparted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leave.preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewLeaveRequest"];
            };
        };
        responses: {
            /** @description The expected effects. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeavePreview"];
                };
            };
            400: components["responses"]["InvalidRecipient"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["MemberRequired"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The caller has departed, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leave.listPreviewResources": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only resources of this kind. */
                kind?: components["parameters"]["ResourceKind"];
                /** @description Only resources with this outcome. */
                outcome?: components["parameters"]["PlannedOutcome"];
                /** @description Only resources that this member would receive. */
                recipient_id?: components["parameters"]["PlannedRecipient"];
            };
            header?: never;
            path: {
                /** @description The preview, from `leave.preview`. */
                preview_id: components["parameters"]["LeavePreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PlannedResources"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["MemberRequired"];
            404: components["responses"]["PreviewNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["PreviewStale"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leaveApplications.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the oldest or the newest first. */
                order?: components["parameters"]["Order"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Only what is about this member. */
                account_id?: components["parameters"]["OfMember"];
                /** @description Only applications with this status. */
                status?: components["schemas"]["LeaveApplicationStatus"];
                /** @description True for pending applications whose next approval the caller can give, and no others. */
                awaiting_me?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of applications. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaveApplicationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leaveApplications.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLeaveApplicationRequest"];
            };
        };
        responses: {
            /** @description The application. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaveApplication"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["MemberRequired"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApplicationPending"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["SoleMemberMustDissolve"] | components["schemas"]["AlreadyDeparted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leaveApplications.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The leave application. */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaveApplication"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["LeaveApplicationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leaveApplications.approve": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The leave application. */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewRequest"];
            };
        };
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaveApplication"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["LeaveApplicationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["ApplicationNotOpen"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leaveApplications.reject": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The leave application. */
                application_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewRequest"];
            };
        };
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaveApplication"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["LeaveApplicationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["ApplicationNotOpen"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leaveApplications.withdraw": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The leave application. */
                application_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaveApplication"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["MemberRequired"];
            404: components["responses"]["LeaveApplicationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["ApplicationNotOpen"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "leaveApplications.confirm": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The leave application. */
                application_id: components["parameters"]["ApplicationId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmLeaveRequest"];
            };
        };
        responses: {
            /** @description The departure. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Departure"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The token or its account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["PasswordIncorrect"] | components["schemas"]["OriginNotAllowed"];
                };
            };
            404: components["responses"]["LeaveApplicationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApplicationNotApproved"] | components["schemas"]["ApplicationClosed"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["LastAdmin"] | components["schemas"]["AlreadyDeparted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyAttempts"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardings.preview": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewOffboardingRequest"];
            };
        };
        responses: {
            /** @description The expected effects. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingPreview"];
                };
            };
            400: components["responses"]["InvalidRecipient"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOffboard"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardings.listPreviewResources": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only resources of this kind. */
                kind?: components["parameters"]["ResourceKind"];
                /** @description Only resources with this outcome. */
                outcome?: components["parameters"]["PlannedOutcome"];
                /** @description Only resources that this member would receive. */
                recipient_id?: components["parameters"]["PlannedRecipient"];
            };
            header?: never;
            path: {
                /** @description The preview, from `offboardings.preview`. */
                preview_id: components["parameters"]["OffboardingPreviewId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PlannedResources"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["PreviewNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["PreviewStale"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardings.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the oldest or the newest first. */
                order?: components["parameters"]["Order"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Only what is about this member. */
                account_id?: components["parameters"]["OfMember"];
                /** @description Only what came of this batch. */
                batch_id?: components["parameters"]["OfBatch"];
                /** @description Only offboardings with this status. */
                status?: components["schemas"]["OffboardingStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of offboardings. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardings.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOffboardingRequest"];
            };
        };
        responses: {
            /** @description The offboarding. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offboarding"];
                };
            };
            400: components["responses"]["InvalidOffboarding"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToOffboardOneself"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["LastAdmin"] | components["schemas"]["OffboardingExists"] | components["schemas"]["PreviewStale"] | components["schemas"]["ApprovalRequired"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardings.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The offboarding. */
                offboarding_id: components["parameters"]["OffboardingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offboarding. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offboarding"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["OffboardingNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardings.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The offboarding. */
                offboarding_id: components["parameters"]["OffboardingId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOffboardingRequest"];
            };
        };
        responses: {
            /** @description The offboarding. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offboarding"];
                };
            };
            400: components["responses"]["InvalidOffboarding"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["OffboardingNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["OffboardingNotPending"] | components["schemas"]["ApprovalRequired"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardings.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The offboarding. */
                offboarding_id: components["parameters"]["OffboardingId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offboarding, canceled. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offboarding"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["OffboardingNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["OffboardingNotPending"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardingBatches.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only batches with this status. */
                status?: components["schemas"]["OffboardingBatchStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of batches. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingBatchList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardingBatches.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOffboardingBatchRequest"];
            };
        };
        responses: {
            /** @description The batch has begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingBatch"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardingBatches.createByFilter": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOffboardingBatchByFilterRequest"];
            };
        };
        responses: {
            /** @description The batch has begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingBatchSummary"];
                };
            };
            /** @description The request can't be carried out. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["PreviewStale"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardingBatches.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The batch. */
                batch_id: components["parameters"]["BatchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingBatch"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["OffboardingBatchNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardingBatches.listItems": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only items with this status. */
                status?: components["schemas"]["OffboardingBatchItemStatus"];
            };
            header?: never;
            path: {
                /** @description The batch. */
                batch_id: components["parameters"]["BatchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of items. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingBatchItemList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["OffboardingBatchNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "offboardingBatches.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The batch. */
                batch_id: components["parameters"]["BatchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batch, canceled. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffboardingBatchSummary"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["OffboardingBatchNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["OffboardingBatchEnded"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departures.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the oldest or the newest first. */
                order?: components["parameters"]["Order"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Only what is about this member. */
                account_id?: components["parameters"]["OfMember"];
                /** @description Only what came of this batch. */
                batch_id?: components["parameters"]["OfBatch"];
                /**
                 * @description Only members, or departures of members, whose name, email, phone or `external_id` contains this text, whatever its case, accents,
                 *     normal form and width. A part of a phone number is found in any usual notation.
                 */
                q?: components["parameters"]["Search"];
                /** @description Begin CSV with a byte order mark, by which Excel recognises UTF-8. */
                bom?: components["parameters"]["Bom"];
                /** @description Only departures that can, or can't, be restored now. */
                restorable?: boolean;
                /** @description Only departures by this method. */
                method?: components["schemas"]["DepartureMethod"];
                /** @description Only departures of which every system has settled its receipt, or only those with a receipt that is not settled. */
                closed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of departures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["NextPage"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartureList"];
                    "text/csv": components["schemas"]["DeparturesCsv"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departures.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The departure. */
                departure_id: components["parameters"]["DepartureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The departure. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Departure"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departures.getHandover": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Begin CSV with a byte order mark, by which Excel recognises UTF-8. */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path: {
                /** @description The departure. */
                departure_id: components["parameters"]["DepartureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of outcomes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["NextPage"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverReport"];
                    "text/csv": components["schemas"]["HandoverCsv"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departures.handOver": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The departure. */
                departure_id: components["parameters"]["DepartureId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverRequest"];
            };
        };
        responses: {
            /** @description The handover and its progress. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldHandover"];
                };
            };
            400: components["responses"]["InvalidRecipient"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyRestored"] | components["schemas"]["HandoverRunning"] | components["schemas"]["LegalHoldStanding"];
                };
            };
            /** @description Everything that was held is gone, or the account cannot be restored. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RestoreWindowExpired"] | components["schemas"]["AccountNotRestorable"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departures.listReceipts": {
        parameters: {
            query?: {
                /** @description Only receipts with this status. */
                status?: components["parameters"]["StatusOfReceipts"];
                /** @description Only receipts that are, or are not, past their deadline without an answer. */
                overdue?: components["parameters"]["OverdueReceipts"];
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description The departure. */
                departure_id: components["parameters"]["DepartureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of receipts, oldest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departures.previewRestore": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The departure. */
                departure_id: components["parameters"]["DepartureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The expected effects. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestorePreview"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyRestored"];
                };
            };
            410: components["responses"]["NotRestorable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departures.restore": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The departure. */
                departure_id: components["parameters"]["DepartureId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RestoreRequest"];
            };
        };
        responses: {
            /** @description The restored account, and everything that was not restored. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Restore"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyRestored"] | components["schemas"]["RestoreConflict"] | components["schemas"]["DissolutionInProgress"];
                };
            };
            410: components["responses"]["NotRestorable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "receipts.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only receipts with this status. */
                status?: components["parameters"]["StatusOfReceipts"];
                /** @description Only receipts that are, or are not, past their deadline without an answer. */
                overdue?: components["parameters"]["OverdueReceipts"];
                /** @description Only receipts for events of this type. */
                event_type?: components["schemas"]["ReceiptEventType"];
                /** @description Only receipts about this account, association or authorization. */
                subject_id?: components["schemas"]["Id"];
                /** @description Only receipts of this departure. */
                departure_id?: components["schemas"]["Id"];
                /** @description Only receipts of this endpoint. */
                endpoint_id?: components["schemas"]["Id"];
                /** @description Only receipts for this event. */
                event_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of receipts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "receipts.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateReceiptRequest"];
            };
        };
        responses: {
            /** @description The receipt with its answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToUsers"];
            /** @description No endpoint of the app owes a receipt for the event or the delivery. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ReceiptNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            /** @description Several endpoints of the app owe a receipt for the event, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ReceiptAmbiguous"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "receipts.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The receipt. */
                receipt_id: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["ReceiptNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "receipts.remind": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The receipt. */
                receipt_id: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new delivery is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptReminder"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            /** @description The organisation has no such receipt, or its event or endpoint is gone. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ReceiptNotFound"] | components["schemas"]["EventNotFound"] | components["schemas"]["WebhookEndpointNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            /** @description The receipt is settled, its endpoint is disabled or not verified, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ReceiptSettled"] | components["schemas"]["WebhookEndpointDisabled"] | components["schemas"]["WebhookEndpointUnverified"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "receipts.settle": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The receipt. */
                receipt_id: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettleReceiptRequest"];
            };
        };
        responses: {
            /** @description The settled receipt. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            404: components["responses"]["ReceiptNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The receipt is settled, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ReceiptSettled"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "legalHolds.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only legal holds on this departure. */
                departure_id?: components["schemas"]["Id"];
                /** @description Only legal holds that stand, or that were released. */
                status?: components["schemas"]["LegalHoldStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of legal holds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHoldList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "legalHolds.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLegalHoldRequest"];
            };
        };
        responses: {
            /** @description The legal hold. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPerson"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The account was erased, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ErasureExists"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "legalHolds.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The legal hold. */
                hold_id: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The legal hold. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["LegalHoldNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "legalHolds.release": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The legal hold. */
                hold_id: components["parameters"]["HoldId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseLegalHoldRequest"];
            };
        };
        responses: {
            /** @description The legal hold, released. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalHold"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPerson"];
            404: components["responses"]["LegalHoldNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The legal hold was released already, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["LegalHoldReleased"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "erasures.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of erasures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "erasures.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateErasureRequest"];
            };
        };
        responses: {
            /** @description The erasure has begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPerson"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AccountNotDeparted"] | components["schemas"]["ErasureExists"] | components["schemas"]["LegalHoldStanding"] | components["schemas"]["HandoverRunning"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "erasures.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The erasure. */
                erasure_id: components["parameters"]["ErasureId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The erasure. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["ErasureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "erasureRequests.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only requests with this status. */
                status?: components["schemas"]["ErasureRequestStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequestList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "erasureRequests.grant": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The request for erasure. */
                erasure_request_id: components["parameters"]["ErasureRequestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantErasureRequest"];
            };
        };
        responses: {
            /** @description The request, granted; the erasure has begun. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequest"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPerson"];
            404: components["responses"]["ErasureRequestNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ErasureRequestDecided"] | components["schemas"]["AccountNotDeparted"] | components["schemas"]["ErasureExists"] | components["schemas"]["LegalHoldStanding"] | components["schemas"]["HandoverRunning"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "erasureRequests.refuse": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The request for erasure. */
                erasure_request_id: components["parameters"]["ErasureRequestId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseErasureRequest"];
            };
        };
        responses: {
            /** @description The request, refused. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureRequest"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPerson"];
            404: components["responses"]["ErasureRequestNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The request was decided already, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ErasureRequestDecided"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dissolution.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dissolution. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dissolution"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToAllButFounder"];
            404: components["responses"]["DissolutionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dissolution.request": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestDissolutionRequest"];
            };
        };
        responses: {
            /** @description The dissolution is scheduled. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dissolution"];
                };
            };
            /** @description The request does not fit the contract, or `confirm_name` does not read as the name of the organisation. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["ConfirmNameMismatch"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToAllButFounder"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["DissolutionInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dissolution.cancel": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dissolution, canceled. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dissolution"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToAllButFounder"];
            404: components["responses"]["DissolutionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "dissolution.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The expected effects. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DissolutionPreview"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenToAllButFounder"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "founderReplacements.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only founder replacements with this status. */
                status?: components["schemas"]["FounderReplacementStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of founder replacements. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FounderReplacementList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorAlone"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "founderReplacements.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The founder replacement. */
                replacement_id: components["parameters"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The founder replacement. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FounderReplacement"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorAlone"];
            404: components["responses"]["FounderReplacementNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "founderReplacements.object": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The founder replacement. */
                replacement_id: components["parameters"]["ReplacementId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ObjectToFounderReplacementRequest"];
            };
        };
        responses: {
            /** @description The founder replacement, which has ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FounderReplacement"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorAlone"];
            404: components["responses"]["FounderReplacementNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description It has ended, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["FounderReplacementEnded"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "organizations.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrganizationRequest"];
            };
        };
        responses: {
            /** @description The organisation, and the founder's account in it. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedOrganization"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The token or its account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"] | components["schemas"]["PersonalAccountRequired"] | components["schemas"]["OriginNotAllowed"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departments.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of departments. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departments.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateDepartmentRequest"];
            };
        };
        responses: {
            /** @description The department. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departments.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The department. */
                dept_id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The department. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["DepartmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departments.delete": {
        parameters: {
            query?: {
                /** @description The department to which everything moves. It is neither the department itself nor below it. */
                move_to?: components["parameters"]["MoveTo"];
            };
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The department. */
                dept_id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The department is deleted. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDeletion"];
                };
            };
            /** @description The department is being emptied. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDeletion"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["RootDepartment"] | components["schemas"]["DepartmentNotEmpty"] | components["schemas"]["DepartmentDeletionRunning"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departments.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The department. */
                dept_id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateDepartmentRequest"];
            };
        };
        responses: {
            /** @description The department. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["RootDepartment"] | components["schemas"]["DepartmentDeletionRunning"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departments.getDeletion": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The department. */
                dept_id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deletion. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDeletion"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "departments.previewDelete": {
        parameters: {
            query?: {
                /** @description The department to which everything moves. It is neither the department itself nor below it. */
                move_to?: components["parameters"]["MoveTo"];
            };
            header?: never;
            path: {
                /** @description The department. */
                dept_id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The preview. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDeletionPreview"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["DepartmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the oldest or the newest first. */
                order?: components["parameters"]["Order"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Only members with this role. */
                role?: components["schemas"]["Role"];
                /** @description Only members in this condition. */
                condition?: components["schemas"]["Condition"];
                /** @description Only members with this manager. */
                manager_id?: components["schemas"]["Id"];
                /** @description Only the member with exactly this number. */
                external_id?: components["schemas"]["ExternalId"];
                /** @description Only these members, separated by commas. Unknown ones are left out. */
                account_ids?: components["schemas"]["Id"][];
                /** @description Current or departed members. */
                status?: "active" | "departed";
                /** @description Only members of this department. */
                dept_id?: components["schemas"]["DeptId"];
                /**
                 * @description Only members, or departures of members, whose name, email, phone or `external_id` contains this text, whatever its case, accents,
                 *     normal form and width. A part of a phone number is found in any usual notation.
                 */
                q?: components["parameters"]["Search"];
                /** @description Begin CSV with a byte order mark, by which Excel recognises UTF-8. */
                bom?: components["parameters"]["Bom"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["NextPage"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                    "text/csv": components["schemas"]["MembersCsv"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMemberRequest"];
            };
        };
        responses: {
            201: components["responses"]["WrittenMember"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["DepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["MemberExists"] | components["schemas"]["DepartureRestorable"] | components["schemas"]["AlreadyRestored"] | components["schemas"]["DissolutionInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The member. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The member. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMemberRequest"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"] | components["schemas"]["MemberExists"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.setCondition": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The member. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetConditionRequest"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["ForbiddenInOwnCase"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["MemberUnchangeable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.setRole": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The member. */
                account_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetRoleRequest"];
            };
        };
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["MemberUnchangeable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.changeAddress": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The member. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMemberAddressRequest"];
            };
        };
        responses: {
            200: components["responses"]["WrittenMember"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The token or its account may not do this, or the code is wrong. Persons must be administrators. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["FounderRequired"] | components["schemas"]["OwnCase"] | components["schemas"]["CodeInvalid"] | components["schemas"]["OriginNotAllowed"];
                };
            };
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AddressInUse"] | components["schemas"]["OtherAccounts"] | components["schemas"]["MemberExists"] | components["schemas"]["AlreadyDeparted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "members.listCreations": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only things of this type. */
                type?: components["schemas"]["CreationType"];
            };
            header?: never;
            path: {
                /** @description The member. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of things. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "membershipInvitations.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of invitations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipInvitationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "membershipInvitations.accept": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The account that the organisation made for the person. */
                account_id: components["parameters"]["InvitedAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The membership, as the person's own list shows it. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyOrganization"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            404: components["responses"]["InvitationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "membershipInvitations.decline": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The account that the organisation made for the person. */
                account_id: components["parameters"]["InvitedAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Declined. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            404: components["responses"]["InvitationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "membershipBlocks.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blocks. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipBlockList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "membershipBlocks.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMembershipBlockRequest"];
            };
        };
        responses: {
            /** @description The block. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipBlock"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            404: components["responses"]["OrganizationNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "membershipBlocks.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The blocked organisation. */
                org_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Unblocked"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            404: components["responses"]["BlockNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "resources.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the oldest or the newest first. */
                order?: components["parameters"]["Order"];
                /** @description Only resources of this kind. */
                kind?: components["parameters"]["ResourceKind"];
                /** @description Only resources with this status. */
                status?: "owned" | "held";
            };
            header?: never;
            path: {
                /** @description The member. */
                account_id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of resources. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            404: components["responses"]["MemberNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "resources.upsert": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpsertResourcesRequest"];
            };
        };
        responses: {
            /** @description The resources, in the order of the request. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpsertedResources"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "resources.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The resource. */
                resource_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            /** @description The organisation has no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResourceNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMeRequest"];
            };
        };
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.changePassword": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description The password is changed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonWithPasswordRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyAttempts"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.listConsents": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of consents. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.endConsent": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The consent. */
                consent_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consent has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            /** @description The person has no such consent. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ConsentNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.listAccounts": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyAccountList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.listOrganizations": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of organisations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyOrganizationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.listDepartures": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of departures. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyDepartureList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.listErasureRequests": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyErasureRequestList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.requestErasure": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestErasureRequest"];
            };
        };
        responses: {
            /** @description The request. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyErasureRequest"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            404: components["responses"]["OwnDepartureNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AccountNotDeparted"] | components["schemas"]["ErasureExists"] | components["schemas"]["ErasureRequestExists"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.listNotifications": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the newest or the oldest first. */
                order?: components["parameters"]["NewestFirst"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Only notifications that are unread, or only those that were read. */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of notifications. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.markNotificationsRead": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkNotificationsReadRequest"];
            };
        };
        responses: {
            /** @description The number of notifications that were marked, 1,000 at most, and of those that are still unread. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarkedNotifications"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.changeAddress": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMyAddressRequest"];
            };
        };
        responses: {
            /** @description The addresses with which the person signs in now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAddresses"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The token or its account may not do this, or the password or the code is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"] | components["schemas"]["PasswordIncorrect"] | components["schemas"]["CodeInvalid"] | components["schemas"]["OriginNotAllowed"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AddressInUse"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyAttempts"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "me.deregister": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeregisterRequest"];
            };
        };
        responses: {
            /** @description The account is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deregistration"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PersonWithPasswordRequired"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApprovalRequired"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["SoleMemberMustDissolve"] | components["schemas"]["LastAdmin"] | components["schemas"]["AlreadyDeparted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyAttempts"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "accounts.register": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterAccountRequest"];
            };
        };
        responses: {
            /** @description The account. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAccount"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["CodeRefused"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AccountExists"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyAttempts"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "verificationCodes.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVerificationCodeRequest"];
            };
        };
        responses: {
            /** @description A code was sent, if the address can be reached. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentVerificationCode"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["OriginNotAllowed"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["RateLimited"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "recovery.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoverRequest"];
            };
        };
        responses: {
            /** @description The password was changed. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["CodeRefused"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyAttempts"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apps.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of apps. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apps.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppRequest"];
            };
        };
        responses: {
            /** @description The app with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApp"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["TooManyApps"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apps.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The app. */
                app_id: components["parameters"]["AppId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The app. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["App"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            404: components["responses"]["AppNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apps.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The app. */
                app_id: components["parameters"]["AppId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            404: components["responses"]["AppNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apps.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The app. */
                app_id: components["parameters"]["AppId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppRequest"];
            };
        };
        responses: {
            /** @description The app. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["App"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            404: components["responses"]["AppNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apps.createSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The app. */
                app_id: components["parameters"]["AppId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedSecret"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            404: components["responses"]["AppNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AppUsesNoSecret"] | components["schemas"]["TooManySecrets"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "apps.deleteSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The app. */
                app_id: components["parameters"]["AppId"];
                /** @description The secret. */
                secret_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            /** @description The organisation has no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AppNotFound"] | components["schemas"]["SecretNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "authorizations.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of authorizations. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "authorizations.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The authorization. */
                authorization_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorInPersonRequired"];
            /** @description The organisation has no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AuthorizationNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "events.list": {
        parameters: {
            query?: {
                /** @description Only events whose `sequence` is greater. */
                after?: components["parameters"]["AfterSequence"];
                /** @description Only events of these types or below these names, separated by commas. */
                types?: components["parameters"]["EventTypes"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what is about this member. */
                account_id?: components["parameters"]["OfMember"];
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description Seconds to wait for an event when there is none. */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. `next_cursor`, when it is not `null`, is the `after` of the next page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["CursorExpired"];
            429: components["responses"]["TooManyWaiting"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "events.stream": {
        parameters: {
            query?: {
                /** @description Only events whose `sequence` is greater. */
                after?: components["parameters"]["AfterSequence"];
                /** @description Only events of these types or below these names, separated by commas. */
                types?: components["parameters"]["EventTypes"];
            };
            header?: {
                /** @description The last `id` that was received. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until the stream ends. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            410: components["responses"]["CursorExpired"];
            429: components["responses"]["TooManyWaiting"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "events.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The event. */
                event_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event, as it is delivered to endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Event"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            /** @description The organisation has no such event that the token may read. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EventNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "events.listTypes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypeList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.list": {
        parameters: {
            query?: {
                /** @description Only endpoints of this app. */
                app_id?: components["schemas"]["Id"];
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of endpoints. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["AppNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.create": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description The endpoint with its secret. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookEndpoint"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["AppNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description A request with the same `Idempotency-Key` is still running, or there are too many endpoints. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["TooManyWebhookEndpoints"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.delete": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["Deleted"];
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.update": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description The updated endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ping is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestDelivery"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["WebhookEndpointNotReady"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.verify": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint; `verification` contains the time of the next challenge. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description The endpoint is disabled, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointDisabled"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.enable": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The updated endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.disable": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The updated endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotateWebhookSecretRequest"];
            };
        };
        responses: {
            /** @description The new secret; it is shown only once. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedWebhookSecret"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            /** @description Two secrets are already valid, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManySecrets"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.deleteSecret": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
                /** @description The secret. */
                secret_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            /** @description The app has no such endpoint, or the endpoint no such secret. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointNotFound"] | components["schemas"]["SecretNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            /** @description It is the only one, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LastSecret"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.getHealth": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The health of the endpoint. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointHealth"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.listDeliveries": {
        parameters: {
            query?: {
                /** @description Only deliveries with this status. */
                status?: components["schemas"]["DeliveryStatus"];
                /** @description Only deliveries of events of this type. */
                event_type?: components["schemas"]["EventType"];
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the newest or the oldest first. */
                order?: components["parameters"]["NewestFirst"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
            };
            header?: never;
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.recover": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecoverWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description With `dry_run`, the number of events that would be sent. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRecoveryCount"];
                };
            };
            /** @description The recovery has begun. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRecovery"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            404: components["responses"]["WebhookEndpointNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["WebhookEndpointNotReady"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "webhookEndpoints.getRecovery": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The endpoint. */
                endpoint_id: components["parameters"]["EndpointId"];
                /** @description The recovery. */
                recovery_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The recovery. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookRecovery"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            /** @description The app has no such endpoint, or the endpoint no such recovery. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointNotFound"] | components["schemas"]["RecoveryNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "deliveries.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The delivery. */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery and its attempts, oldest first. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            /** @description The app has no such delivery. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DeliveryNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "deliveries.redeliver": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description The delivery. */
                delivery_id: components["parameters"]["DeliveryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new delivery is on its way. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redelivery"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AppOrAdministratorRequired"];
            /** @description The app has no such delivery, its endpoint is deleted, or the app can no longer read its event. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DeliveryNotFound"] | components["schemas"]["WebhookEndpointNotFound"] | components["schemas"]["EventNotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["WebhookEndpointNotReady"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "auditLogs.list": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description By creation, the newest or the oldest first. */
                order?: components["parameters"]["NewestFirst"];
                /** @description Only what was created at this time or later. */
                since?: components["parameters"]["Since"];
                /** @description Only what was created before this time. */
                until?: components["parameters"]["Until"];
                /** @description Begin CSV with a byte order mark, by which Excel recognises UTF-8. */
                bom?: components["parameters"]["Bom"];
                /** @description Only changes by this operation. */
                action?: string;
                /** @description Only changes of this object. */
                target_id?: components["schemas"]["Id"];
                /** @description Only changes by this account or app. */
                actor_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    Link: components["headers"]["NextPage"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogList"];
                    "text/csv": components["schemas"]["AuditLogsCsv"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["AdministratorRequired"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "sandbox.getClock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["OriginNotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "sandbox.advanceClock": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceClockRequest"];
            };
        };
        responses: {
            /** @description The clock, moved. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxClock"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["OriginNotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "sandbox.reset": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new demo data. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxData"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["OriginNotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "sandbox.createUserToken": {
        parameters: {
            query?: never;
            header?: {
                /** @description For 24 hours, the same key and request return the first answer, with `Idempotency-Replayed: true`. Answers of 5xx are not kept. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserTokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserToken"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["OriginNotAllowed"];
            /** @description There is no such account, or the server is not a sandbox. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AccountNotFound"] | components["schemas"]["NotFound"];
                };
            };
            405: components["responses"]["MethodNotAllowed"];
            /** @description The current state does not allow this, or the first request with the key is still running. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["MembershipNotAccepted"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "sandbox.listVerificationCodes": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of codes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationCodeList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["OriginNotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    "sandbox.getData": {
        parameters: {
            query?: {
                /** @description The largest number of items to return. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the previous page, of the same list with the same filters. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Only accounts in this organisation. */
                org_id?: components["schemas"]["Id"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clock, and a page of accounts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxContent"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            403: components["responses"]["OriginNotAllowed"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    onOrganizationAssociationInvited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationInvitedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationLinked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationLinkedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationDeclined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationDeclinedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationRevoked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationRevokedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationExpiredEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationUnlinkScheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationUnlinkScheduledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationUnlinkCanceled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationUnlinkCanceledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationUnlinkFailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationUnlinkFailedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationUpdatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationAssociationUnlinked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationAssociationUnlinkedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationSubmitted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationSubmittedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationPartlyApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationPartlyApprovedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationManagerChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationManagerChangedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationApprovedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationRejectedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationWithdrawn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationWithdrawnEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationConfirmed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationConfirmedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLeaveApplicationExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeaveApplicationExpiredEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberOffboardingScheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberOffboardingScheduledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberOffboardingRescheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberOffboardingRescheduledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberOffboardingCanceled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberOffboardingCanceledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberOffboardingFailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberOffboardingFailedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOffboardingBatchCompleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OffboardingBatchCompletedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOffboardingBatchCanceled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OffboardingBatchCanceledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberDeparted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberDepartedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberRestored: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRestoredEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberReferencesChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberReferencesChangedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberPurged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberPurgedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLegalHoldPlaced: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalHoldPlacedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onLegalHoldReleased: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LegalHoldReleasedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onAccountErasureRequested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountErasureRequestedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onAccountErased: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountErasedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onResourceTransferred: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceTransferredEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onResourceDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResourceDeletedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onHandoverCompleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoverCompletedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onDepartureClosed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartureClosedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onDepartureReopened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartureReopenedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onReceiptOverdue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptOverdueEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onReceiptFailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptFailedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationDissolutionScheduled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDissolutionScheduledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationDissolutionCanceled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDissolutionCanceledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationDissolved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDissolvedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onAccountDeregistered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountDeregisteredEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onAccountAddressChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountAddressChangedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onAccountIdentifierRecycled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountIdentifierRecycledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberJoined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberJoinedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberAccepted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberAcceptedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberUpdatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberConditionChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberConditionChangedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onMemberRoleChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberRoleChangedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onDepartmentCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentCreatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onDepartmentUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentUpdatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onDepartmentDeleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentDeletedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationUpdated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationUpdatedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationFounderTransferred: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationFounderTransferredEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationFounderReplacementStarted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationFounderReplacementStartedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationFounderReplacementEnded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationFounderReplacementEndedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationLeavePolicyChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationLeavePolicyChangedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationPoliciesChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationPoliciesChangedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onOrganizationDueWorkStalled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDueWorkStalledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onAppDeauthorized: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppDeauthorizedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onAppAuthorized: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppAuthorizedEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onWebhookEndpointDisabled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointDisabledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onWebhookEndpointEnabled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointEnabledEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
    onPing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PingEvent"];
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            default: components["responses"]["WebhookNotReceived"];
        };
    };
}
