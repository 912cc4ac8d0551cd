export interface paths {
    "/v1.0/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["organization.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["organization.update"];
        trace?: never;
    };
    "/v1.0/organization/unlink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
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
        post: operations["organization.previewUnlink"];
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
        get: operations["associations.list"];
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
        get: operations["associations.get"];
        put?: never;
        post?: never;
        delete?: never;
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
        get: operations["events.get"];
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
        get: operations["webhookEndpoints.list"];
        put?: never;
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
        get: operations["webhookEndpoints.get"];
        put?: never;
        post?: never;
        delete: operations["webhookEndpoints.delete"];
        options?: never;
        head?: never;
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
        post: operations["deliveries.redeliver"];
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
        get: operations["sandbox.listVerificationCodes"];
        put?: never;
        post?: never;
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
        post: operations["organizations.create"];
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
        get: operations["organization.getLeavePolicy"];
        put: operations["organization.setLeavePolicy"];
        post?: never;
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
        get: operations["dissolution.get"];
        put?: never;
        post: operations["dissolution.request"];
        delete: operations["dissolution.cancel"];
        options?: never;
        head?: never;
        patch?: never;
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
        post: operations["organization.transferFounder"];
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
        get: operations["departments.list"];
        put?: never;
        post: operations["departments.create"];
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
        get: operations["associationInvitations.list"];
        put?: never;
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
        post: operations["associationInvitations.revoke"];
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
        get: operations["members.list"];
        put?: never;
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
        get: operations["members.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        put: operations["members.setRole"];
        post?: never;
        delete?: never;
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
        get: operations["resources.get"];
        put?: never;
        post?: never;
        delete?: never;
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
        post: operations["leave.create"];
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
        get: operations["leaveApplications.list"];
        put?: never;
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
        post: operations["offboardings.preview"];
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
        get: operations["offboardings.list"];
        put?: never;
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
        get: operations["offboardings.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get?: never;
        put?: never;
        post: operations["offboardingBatches.create"];
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
        get: operations["offboardingBatches.get"];
        put?: never;
        post?: never;
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
        get: operations["departures.getHandover"];
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
        post: operations["departures.restore"];
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
        post: operations["verificationCodes.create"];
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
        post: operations["accounts.register"];
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
        post: operations["recovery.create"];
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
        get: operations["me.get"];
        put?: never;
        post?: never;
        delete?: never;
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
        get: operations["me.listDepartures"];
        put?: never;
        post?: never;
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
        get: operations["me.listNotifications"];
        put?: never;
        post?: never;
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
        post: operations["me.deregister"];
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
        get: operations["apps.list"];
        put?: never;
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
        get: operations["apps.get"];
        put?: never;
        post?: never;
        delete: operations["apps.delete"];
        options?: never;
        head?: never;
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
        delete: operations["authorizations.delete"];
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
        get: operations["auditLogs.list"];
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
        get: operations["events.listTypes"];
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
    "organization.association.unlinked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["onOrganizationAssociationUnlinked"];
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
        post: operations["onAppDeauthorized"];
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
        post: operations["onPing"];
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
        post: operations["onMemberJoined"];
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
        post: operations["onMemberRestored"];
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
        post: operations["onMemberPurged"];
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
        post: operations["onMemberRoleChanged"];
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
        post: operations["onMemberOffboardingFailed"];
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
        post: operations["onLeaveApplicationSubmitted"];
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
        post: operations["onLeaveApplicationExpired"];
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
        post: operations["onHandoverCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "organization.association.invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
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
        post: operations["onOrganizationAssociationRevoked"];
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
        post: operations["onOrganizationDissolved"];
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
        post: operations["onOrganizationFounderTransferred"];
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
        post: operations["onOrganizationLeavePolicyChanged"];
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
        post: operations["onAccountDeregistered"];
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
        post: operations["onAccountIdentifierRecycled"];
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
        post: operations["onAppAuthorized"];
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
        Text: string;
        DeptId: number;
        Timestamp: string;
        ReasonCode: "position_change" | "resignation" | "joined_by_mistake" | "restructuring" | "other";
        Organization: {
            org_id: components["schemas"]["Id"];
            name: string;
            status: "active" | "dissolving";
            created_at: components["schemas"]["Timestamp"];
        };
        UnlinkRequest: {
            dept_id: components["schemas"]["DeptId"];
            associated_org_id: components["schemas"]["Id"];
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
        };
        UnlinkResult: {
            result: true;
            association_id: components["schemas"]["Id"];
            unlinked_at: components["schemas"]["Timestamp"];
        };
        UnlinkPreview: {
            association: components["schemas"]["Association"];
            shared_resources: {
                total: number;
                items: components["schemas"]["SharedResource"][];
            };
            authorizations: components["schemas"]["AffectedAuthorization"][];
        };
        SharedResource: {
            resource_id: components["schemas"]["Id"];
            kind: string;
            name: string;
            shared_by: "own" | "associated";
        };
        AffectedAuthorization: {
            authorization_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            app_name: string;
            scopes: string[];
        };
        AssociationType: "upstream" | "downstream" | "partner";
        Association: {
            association_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"];
            dept_id: components["schemas"]["DeptId"];
            associated_org_id: components["schemas"]["Id"];
            associated_org_name: string;
            associated_dept_id: components["schemas"]["DeptId"];
            type: components["schemas"]["AssociationType"];
            linked_at: components["schemas"]["Timestamp"];
        };
        AssociationList: {
            data: components["schemas"]["Association"][];
            next_cursor: string | null;
        };
        EventType: "organization.association.unlinked" | "app.deauthorized" | "webhook_endpoint.disabled" | "webhook_endpoint.enabled" | "ping" | "member.joined" | "member.departed" | "member.restored" | "member.purged" | "member.condition_changed" | "member.role_changed" | "member.offboarding_scheduled" | "member.offboarding_rescheduled" | "member.offboarding_canceled" | "member.offboarding_failed" | "leave_application.submitted" | "leave_application.approved" | "leave_application.rejected" | "leave_application.withdrawn" | "leave_application.confirmed" | "leave_application.expired" | "resource.transferred" | "resource.deleted" | "handover.completed" | "organization.association.invited" | "organization.association.linked" | "organization.association.declined" | "organization.association.revoked" | "organization.dissolution_scheduled" | "organization.dissolution_canceled" | "organization.dissolved" | "organization.founder_transferred" | "organization.leave_policy_changed" | "account.deregistered" | "account.identifier_recycled" | "app.authorized";
        Event: components["schemas"]["OrganizationAssociationUnlinkedEvent"] | components["schemas"]["AppDeauthorizedEvent"] | components["schemas"]["WebhookEndpointDisabledEvent"] | components["schemas"]["WebhookEndpointEnabledEvent"] | components["schemas"]["PingEvent"] | components["schemas"]["MemberJoinedEvent"] | components["schemas"]["MemberDepartedEvent"] | components["schemas"]["MemberRestoredEvent"] | components["schemas"]["MemberPurgedEvent"] | components["schemas"]["MemberConditionChangedEvent"] | components["schemas"]["MemberRoleChangedEvent"] | components["schemas"]["MemberOffboardingScheduledEvent"] | components["schemas"]["MemberOffboardingRescheduledEvent"] | components["schemas"]["MemberOffboardingCanceledEvent"] | components["schemas"]["MemberOffboardingFailedEvent"] | components["schemas"]["LeaveApplicationSubmittedEvent"] | components["schemas"]["LeaveApplicationApprovedEvent"] | components["schemas"]["LeaveApplicationRejectedEvent"] | components["schemas"]["LeaveApplicationWithdrawnEvent"] | components["schemas"]["LeaveApplicationConfirmedEvent"] | components["schemas"]["LeaveApplicationExpiredEvent"] | components["schemas"]["ResourceTransferredEvent"] | components["schemas"]["ResourceDeletedEvent"] | components["schemas"]["HandoverCompletedEvent"] | components["schemas"]["OrganizationAssociationInvitedEvent"] | components["schemas"]["OrganizationAssociationLinkedEvent"] | components["schemas"]["OrganizationAssociationDeclinedEvent"] | components["schemas"]["OrganizationAssociationRevokedEvent"] | components["schemas"]["OrganizationDissolutionScheduledEvent"] | components["schemas"]["OrganizationDissolutionCanceledEvent"] | components["schemas"]["OrganizationDissolvedEvent"] | components["schemas"]["OrganizationFounderTransferredEvent"] | components["schemas"]["OrganizationLeavePolicyChangedEvent"] | components["schemas"]["AccountDeregisteredEvent"] | components["schemas"]["AccountIdentifierRecycledEvent"] | components["schemas"]["AppAuthorizedEvent"];
        EventList: {
            data: components["schemas"]["Event"][];
            next_cursor: string | null;
            last_sequence: number;
        };
        EventEnvelope: {
            id: components["schemas"]["Id"];
            timestamp: components["schemas"]["Timestamp"];
            api_version: "1.0";
            org_id: components["schemas"]["Id"];
            sequence: number;
            actor: components["schemas"]["Actor"];
        };
        Actor: {
            type: "user" | "app" | "system";
            id: string;
        };
        OrganizationAssociationUnlinkedEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.association.unlinked";
            data: {
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
                side: "initiator" | "associated";
                cause: "api" | "dissolution";
                reason_code: components["schemas"]["ReasonCode"] | null;
                reason_text: string | null;
                unlinked_at: components["schemas"]["Timestamp"];
            };
        } & {
            type: "organization.association.unlinked";
        };
        AppDeauthorizedEvent: components["schemas"]["EventEnvelope"] & {
            type: "app.deauthorized";
            data: {
                authorization_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                cause: "association_unlinked" | "removed" | "app_deleted" | "organization_dissolved";
            };
        } & {
            type: "app.deauthorized";
        };
        WebhookEndpointDisabledEvent: components["schemas"]["EventEnvelope"] & {
            type: "webhook_endpoint.disabled";
            data: {
                endpoint_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                url: string;
                reason: "gone" | "consumer_request" | "failing" | "app_request";
            };
        } & {
            type: "webhook_endpoint.disabled";
        };
        WebhookEndpointEnabledEvent: components["schemas"]["EventEnvelope"] & {
            type: "webhook_endpoint.enabled";
            data: {
                endpoint_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                url: string;
            };
        } & {
            type: "webhook_endpoint.enabled";
        };
        PingEvent: components["schemas"]["EventEnvelope"] & {
            type: "ping";
            data: {
                endpoint_id: components["schemas"]["Id"];
            };
        } & {
            type: "ping";
        };
        EventTypeFilter: components["schemas"]["EventType"] | ("*" | "account.*" | "app.*" | "handover.*" | "leave_application.*" | "member.*" | "organization.*" | "organization.association.*" | "resource.*" | "webhook_endpoint.*");
        WebhookUrl: string;
        WebhookFormat: "standard" | "cloudevents-binary" | "cloudevents-structured";
        WebhookHeader: {
            name: string;
            value: string;
        };
        CreateWebhookEndpointRequest: {
            url: components["schemas"]["WebhookUrl"];
            event_types?: components["schemas"]["EventTypeFilter"][];
            description?: components["schemas"]["Text"];
            format?: components["schemas"]["WebhookFormat"];
            headers?: components["schemas"]["WebhookHeader"][];
            challenge?: boolean;
            ordering?: "none" | "subject";
        };
        UpdateWebhookEndpointRequest: {
            url?: components["schemas"]["WebhookUrl"];
            event_types?: components["schemas"]["EventTypeFilter"][] | null;
            description?: components["schemas"]["Text"] | null;
            format?: components["schemas"]["WebhookFormat"];
            headers?: components["schemas"]["WebhookHeader"][];
            ordering?: "none" | "subject";
        };
        RotateWebhookSecretRequest: {
            overlap_seconds?: number;
        };
        RecoverWebhookEndpointRequest: {
            since: string;
            dry_run?: boolean;
        } | {
            after_event_id: components["schemas"]["Id"];
            dry_run?: boolean;
        };
        WebhookEndpoint: {
            endpoint_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            url: string;
            event_types: string[] | null;
            description: string | null;
            format: "standard" | "cloudevents-binary" | "cloudevents-structured";
            headers: {
                name: string;
                masked_value: string;
            }[];
            secrets: components["schemas"]["WebhookSecret"][];
            status: "unverified" | "enabled" | "disabled";
            disabled_reason: string | null;
            ordering: "none" | "subject";
            verification: {
                verified_at: components["schemas"]["Timestamp"] | null;
                next_challenge_at: components["schemas"]["Timestamp"] | null;
                failure: string | null;
            };
            created_at: components["schemas"]["Timestamp"];
        };
        WebhookSecret: {
            secret_id: components["schemas"]["Id"];
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"] | null;
        };
        RotatedWebhookSecret: {
            secret_id: components["schemas"]["Id"];
            secret: string;
            created_at: components["schemas"]["Timestamp"];
            previous_expires_at: components["schemas"]["Timestamp"] | null;
        };
        WebhookChallenge: {
            type: "webhook_endpoint.challenge";
            timestamp: components["schemas"]["Timestamp"];
            endpoint_id: components["schemas"]["Id"];
            challenge: string;
        };
        WebhookChallengeAnswer: {
            challenge: string;
        };
        WebhookEndpointHealth: {
            endpoint_id: components["schemas"]["Id"];
            status: "unverified" | "enabled" | "disabled";
            breaker: "closed" | "open" | "half_open";
            sample: {
                attempts: number;
                succeeded: number;
            };
            success_rate: number | null;
            latency_ms: {
                p50: number;
                p95: number;
            } | null;
            backlog: {
                pending: number;
                held: number;
                oldest_at: components["schemas"]["Timestamp"] | null;
                age_seconds: number;
            };
            consecutive_failures: number;
            last_success_at: components["schemas"]["Timestamp"] | null;
            next_attempt_at: components["schemas"]["Timestamp"] | null;
        };
        DeliveryStatus: "pending" | "succeeded" | "failed" | "held";
        DeliverySummary: {
            delivery_id: components["schemas"]["Id"];
            endpoint_id: components["schemas"]["Id"];
            event_id: components["schemas"]["Id"];
            event_type: string;
            org_id: components["schemas"]["Id"];
            status: "pending" | "succeeded" | "failed" | "held";
            attempt_count: number;
            next_attempt_at: components["schemas"]["Timestamp"] | null;
            created_at: components["schemas"]["Timestamp"];
            finished_at: components["schemas"]["Timestamp"] | null;
        };
        DeliveryList: {
            data: components["schemas"]["DeliverySummary"][];
            next_cursor: string | null;
        };
        Redelivery: {
            event_id: components["schemas"]["Id"];
            delivery_id: components["schemas"]["Id"];
        };
        WebhookRecoveryCount: {
            dry_run: true;
            total: number;
            missing: number;
            failed: number;
            held: number;
        };
        WebhookRecovery: {
            recovery_id: components["schemas"]["Id"];
            endpoint_id: components["schemas"]["Id"];
            dry_run: false;
            status: "running" | "completed" | "canceled";
            total: number;
            queued: number;
            created_at: components["schemas"]["Timestamp"];
            completed_at: components["schemas"]["Timestamp"] | null;
        };
        CreatedWebhookEndpoint: components["schemas"]["WebhookEndpoint"] & {
            secret: string;
        };
        WebhookEndpointList: {
            data: components["schemas"]["WebhookEndpoint"][];
            next_cursor: string | null;
        };
        TestDelivery: {
            event_id: components["schemas"]["Id"];
            delivery_id: components["schemas"]["Id"];
        };
        Delivery: {
            delivery_id: components["schemas"]["Id"];
            endpoint_id: components["schemas"]["Id"];
            event_id: components["schemas"]["Id"];
            event_type: string;
            org_id: components["schemas"]["Id"];
            status: "pending" | "succeeded" | "failed" | "held";
            attempts: components["schemas"]["Attempt"][];
            next_attempt_at: components["schemas"]["Timestamp"] | null;
            created_at: components["schemas"]["Timestamp"];
        };
        Attempt: {
            number: number;
            started_at: components["schemas"]["Timestamp"];
            duration_ms: number;
            timings: {
                dns_ms: number | null;
                connect_ms: number | null;
                tls_ms: number | null;
                first_byte_ms: number | null;
            };
            response_status: number | null;
            response_body: string | null;
            error: string | null;
            counted: boolean;
        };
        SandboxClock: {
            now: components["schemas"]["Timestamp"];
            real_now: components["schemas"]["Timestamp"];
            offset_ms: number;
        };
        AdvanceClockRequest: {
            to: string;
        } | {
            by: string;
        };
        CreateUserTokenRequest: {
            account_id: components["schemas"]["Id"];
            scopes: components["schemas"]["Scope"][];
        };
        Scope: "org:unlink" | "org:read" | "org:write" | "org:policy:write" | "org:dissolve" | "org:founder:transfer" | "org:association:read" | "org:association:write" | "member:read" | "member:write" | "member:condition:write" | "member:leave" | "member:offboard" | "member:restore" | "leave_application:read" | "leave_application:review" | "resource:read" | "resource:write" | "account:read" | "account:write" | "account:deregister" | "app:read" | "app:write" | "event:read" | "webhook:read" | "webhook:write" | "audit:read";
        UserToken: {
            access_token: string;
            token_type: "Bearer";
            expires_in: number;
            scope: string;
        };
        VerificationCode: {
            email: string | null;
            phone: string | null;
            purpose: "register" | "recover";
            code: string;
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        VerificationCodeList: {
            data: components["schemas"]["VerificationCode"][];
            next_cursor: string | null;
        };
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
        Role: "founder" | "admin" | "member";
        Condition: "normal" | "frozen" | "banned" | "suspended" | "abnormal";
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            request_id: string;
            remediation?: components["schemas"]["Remediation"];
            retry_after?: number;
        };
        Remediation: {
            action: "contact_admin" | "retry" | "transfer_founder" | "dissolve" | "set_another_admin" | "apply_to_leave";
            admins_url?: string;
        };
        InvalidRequest: components["schemas"]["Problem"] & {
            code: "invalid_request";
            errors: {
                in: "body" | "query" | "path" | "header";
                pointer: string;
                detail: string;
            }[];
        };
        TokenMissing: components["schemas"]["Problem"] & {
            code: "token_missing";
        };
        TokenInvalid: components["schemas"]["Problem"] & {
            code: "token_invalid";
        };
        TokenExpired: components["schemas"]["Problem"] & {
            code: "token_expired";
        };
        TokenRevoked: components["schemas"]["Problem"] & {
            code: "token_revoked";
        };
        ScopeMissing: components["schemas"]["Problem"] & {
            code: "scope_missing";
            required_scopes: components["schemas"]["Scope"][];
        };
        OrdinaryUserNotAllowed: components["schemas"]["Problem"] & {
            code: "ordinary_user_not_allowed";
        };
        AppRequired: components["schemas"]["Problem"] & {
            code: "app_required";
        };
        AccountRestricted: components["schemas"]["Problem"] & {
            code: "account_restricted";
            condition: components["schemas"]["Condition"];
        };
        OrgNotAuthorized: components["schemas"]["Problem"] & {
            code: "org_not_authorized";
        };
        NotFound: components["schemas"]["Problem"] & {
            code: "not_found";
        };
        AssociationNotFound: components["schemas"]["Problem"] & {
            code: "association_not_found";
        };
        EventNotFound: components["schemas"]["Problem"] & {
            code: "event_not_found";
        };
        WebhookEndpointNotFound: components["schemas"]["Problem"] & {
            code: "webhook_endpoint_not_found";
        };
        DeliveryNotFound: components["schemas"]["Problem"] & {
            code: "delivery_not_found";
        };
        AccountNotFound: components["schemas"]["Problem"] & {
            code: "account_not_found";
        };
        WebhookEndpointUnverified: components["schemas"]["Problem"] & {
            code: "webhook_endpoint_unverified";
        };
        LastSecret: components["schemas"]["Problem"] & {
            code: "last_secret";
        };
        RecoveryNotFound: components["schemas"]["Problem"] & {
            code: "recovery_not_found";
        };
        CursorExpired: components["schemas"]["Problem"] & {
            code: "cursor_expired";
            oldest_sequence: number;
        };
        WebhookEndpointDisabled: components["schemas"]["Problem"] & {
            code: "webhook_endpoint_disabled";
        };
        IdempotencyInProgress: components["schemas"]["Problem"] & {
            code: "idempotency_in_progress";
        };
        PayloadTooLarge: components["schemas"]["Problem"] & {
            code: "payload_too_large";
        };
        UnsupportedMediaType: components["schemas"]["Problem"] & {
            code: "unsupported_media_type";
        };
        AssociationDeptMismatch: components["schemas"]["Problem"] & {
            code: "association_dept_mismatch";
        };
        IdempotencyKeyReused: components["schemas"]["Problem"] & {
            code: "idempotency_key_reused";
        };
        InternalError: components["schemas"]["Problem"] & {
            code: "internal_error";
        };
        Unavailable: components["schemas"]["Problem"] & {
            code: "unavailable";
        };
        MethodNotAllowed: components["schemas"]["Problem"] & {
            code: "method_not_allowed";
        };
        Name: string;
        Email: string;
        Phone: string;
        Password: string;
        ExternalId: string;
        Kind: string;
        InvitationStatus: "pending" | "accepted" | "declined" | "revoked" | "expired";
        LeaveApplicationStatus: "pending" | "approved" | "rejected" | "withdrawn" | "confirmed" | "expired";
        OffboardingStatus: "scheduled" | "completed" | "canceled" | "failed";
        DepartureMethod: "self_leave" | "approved_leave" | "admin_offboard" | "org_dissolved";
        Initiator: "self" | "admin" | "app" | "system";
        EntryPoint: "mobile_contacts" | "mobile_profile" | "mobile_settings" | "desktop_contacts" | "desktop_settings";
        HandoverAction: "transfer" | "delete" | "hold";
        LeaveMode: "instant" | "approval";
        DissolutionReason: "no_longer_used" | "created_by_mistake";
        Conflict: {
            field: "email" | "phone" | "external_id";
            value: string;
            account_id: components["schemas"]["Id"];
        };
        UpdateOrganizationRequest: {
            name: components["schemas"]["Name"];
        };
        CreateOrganizationRequest: {
            name: components["schemas"]["Name"];
        };
        CreatedOrganization: {
            organization: components["schemas"]["Organization"];
            account_id: components["schemas"]["Id"];
        };
        Admin: {
            account_id: components["schemas"]["Id"];
            name: string;
            role: "founder" | "admin";
            email: string | null;
            phone: string | null;
        };
        AdminList: {
            data: components["schemas"]["Admin"][];
            next_cursor: string | null;
        };
        LeavePolicy: {
            mode: components["schemas"]["LeaveMode"];
            fallback_recipient_id: components["schemas"]["Id"] | null;
        };
        SetLeavePolicyRequest: {
            mode: components["schemas"]["LeaveMode"];
            fallback_recipient_id?: components["schemas"]["Id"];
        };
        RequestDissolutionRequest: {
            reason_code: components["schemas"]["DissolutionReason"];
            confirm_name: components["schemas"]["Name"];
        };
        Dissolution: {
            status: "scheduled" | "canceled" | "running" | "completed";
            reason_code: components["schemas"]["DissolutionReason"];
            requested_by: components["schemas"]["Id"];
            requested_at: components["schemas"]["Timestamp"];
            effective_at: components["schemas"]["Timestamp"];
        };
        TransferFounderRequest: {
            account_id: components["schemas"]["Id"];
            password: components["schemas"]["Password"];
        };
        FounderTransfer: {
            founder_id: components["schemas"]["Id"];
            former_founder_id: components["schemas"]["Id"];
        };
        Department: {
            dept_id: components["schemas"]["DeptId"];
            name: string;
            parent_dept_id: components["schemas"]["DeptId"] | null;
            head_id: components["schemas"]["Id"] | null;
        };
        DepartmentList: {
            data: components["schemas"]["Department"][];
            next_cursor: string | null;
        };
        CreateDepartmentRequest: {
            name: components["schemas"]["Name"];
            parent_dept_id?: components["schemas"]["DeptId"];
            head_id?: components["schemas"]["Id"];
        };
        CreateAssociationInvitationRequest: {
            associated_org_id: components["schemas"]["Id"];
            type: components["schemas"]["AssociationType"];
            dept_id: components["schemas"]["DeptId"];
            message?: components["schemas"]["Text"];
        };
        AcceptAssociationInvitationRequest: {
            dept_id: components["schemas"]["DeptId"];
        };
        AssociationInvitation: {
            invitation_id: components["schemas"]["Id"];
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
        AssociationInvitationList: {
            data: components["schemas"]["AssociationInvitation"][];
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
            status: "active" | "departed";
            joined_at: components["schemas"]["Timestamp"];
        };
        MemberList: {
            data: components["schemas"]["Member"][];
            next_cursor: string | null;
        };
        CreateMemberRequest: {
            name: components["schemas"]["Name"];
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            external_id?: components["schemas"]["ExternalId"];
            dept_ids?: components["schemas"]["DeptId"][];
            manager_id?: components["schemas"]["Id"];
        };
        UpdateMemberRequest: {
            name?: components["schemas"]["Name"];
            external_id?: components["schemas"]["ExternalId"] | null;
            dept_ids?: components["schemas"]["DeptId"][];
            manager_id?: components["schemas"]["Id"] | null;
        };
        SetConditionRequest: {
            condition: components["schemas"]["Condition"];
            reason_text?: components["schemas"]["Text"];
        };
        SetRoleRequest: {
            role: "admin" | "member";
        };
        Resource: {
            resource_id: components["schemas"]["Id"];
            external_id: string | null;
            kind: string;
            name: string;
            owner_id: components["schemas"]["Id"];
            status: "owned" | "held";
            created_at: components["schemas"]["Timestamp"];
        };
        ResourceList: {
            data: components["schemas"]["Resource"][];
            next_cursor: string | null;
        };
        ResourceInput: {
            external_id: components["schemas"]["ExternalId"];
            kind: components["schemas"]["Kind"];
            name: components["schemas"]["Name"];
            owner_id: components["schemas"]["Id"];
        };
        UpsertResourcesRequest: {
            resources: components["schemas"]["ResourceInput"][];
        };
        UpsertedResources: {
            data: components["schemas"]["Resource"][];
        };
        HandoverByKind: {
            kind: components["schemas"]["Kind"];
            action: components["schemas"]["HandoverAction"];
            recipient_id?: components["schemas"]["Id"];
        };
        HandoverByResource: {
            resource_id: components["schemas"]["Id"];
            action: components["schemas"]["HandoverAction"];
            recipient_id?: components["schemas"]["Id"];
        };
        Handover: {
            recipient_id?: components["schemas"]["Id"];
            by_kind?: components["schemas"]["HandoverByKind"][];
            by_resource?: components["schemas"]["HandoverByResource"][];
        };
        LeaveRequest: {
            confirm: true;
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
            entry_point?: components["schemas"]["EntryPoint"];
            handover?: components["schemas"]["Handover"];
        };
        HandoverCounts: {
            transferred: number;
            deleted: number;
            held: number;
        };
        MemberSnapshot: {
            name: string;
            email: string | null;
            phone: string | null;
            dept_ids: components["schemas"]["DeptId"][];
            role: components["schemas"]["Role"];
            manager_id: components["schemas"]["Id"] | null;
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
            status: "departed" | "restored" | "purged";
            departed_at: components["schemas"]["Timestamp"];
            restorable_until: components["schemas"]["Timestamp"] | null;
            restored_at: components["schemas"]["Timestamp"] | null;
        };
        HandoverProgress: {
            status: "running" | "completed";
            transferred: number;
            deleted: number;
            held: number;
        };
        DepartureList: {
            data: components["schemas"]["Departure"][];
            next_cursor: string | null;
        };
        HandoverItem: {
            resource_id: components["schemas"]["Id"];
            kind: string;
            name: string;
            outcome: "transferred" | "deleted" | "held";
            recipient_id: components["schemas"]["Id"] | null;
        };
        HandoverReport: {
            status: "running" | "completed";
            total: number;
            transferred: number;
            deleted: number;
            held: number;
            data: components["schemas"]["HandoverItem"][];
            next_cursor: string | null;
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
        };
        LeaveApplicationList: {
            data: components["schemas"]["LeaveApplication"][];
            next_cursor: string | null;
        };
        ReviewRequest: {
            comment?: components["schemas"]["Text"];
        };
        ConfirmLeaveRequest: {
            confirm: true;
            password: components["schemas"]["Password"];
        };
        PreviewOffboardingRequest: {
            account_id: components["schemas"]["Id"];
            handover?: components["schemas"]["Handover"];
        };
        OffboardingPreview: {
            preview_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            expires_at: components["schemas"]["Timestamp"];
            total: number;
            inventory: components["schemas"]["PlannedHandover"][];
            blockers: components["schemas"]["Blocker"][];
            scheduled_offboarding: components["schemas"]["ScheduledOffboarding"] | null;
            irreversible: ("access_ends_at_once" | "resources_transferred" | "resources_deleted" | "departments_lost" | "admin_role_lost")[];
            restorable_until: components["schemas"]["Timestamp"];
        };
        PlannedHandover: {
            kind: string;
            outcome: "transferred" | "deleted" | "held";
            recipient_id: components["schemas"]["Id"] | null;
            count: number;
        };
        ScheduledOffboarding: {
            offboarding_id: components["schemas"]["Id"];
            effective_at: components["schemas"]["Timestamp"];
        };
        Blocker: {
            code: "founder_must_transfer" | "last_admin";
            detail: string;
        };
        CreateOffboardingRequest: {
            account_id: components["schemas"]["Id"];
            effective_at?: string;
            handover?: components["schemas"]["Handover"];
            reason_code: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
            preview_id?: components["schemas"]["Id"];
        };
        UpdateOffboardingRequest: {
            effective_at?: string;
            handover?: components["schemas"]["Handover"];
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
        };
        Offboarding: {
            offboarding_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            status: components["schemas"]["OffboardingStatus"];
            effective_at: components["schemas"]["Timestamp"];
            reason_code: components["schemas"]["ReasonCode"];
            reason_text: string | null;
            batch_id: components["schemas"]["Id"] | null;
            departure_id: components["schemas"]["Id"] | null;
            failure: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        OffboardingList: {
            data: components["schemas"]["Offboarding"][];
            next_cursor: string | null;
        };
        CreateOffboardingBatchRequest: {
            items: components["schemas"]["CreateOffboardingRequest"][];
        };
        OffboardingBatch: {
            batch_id: components["schemas"]["Id"];
            status: "running" | "completed";
            total: number;
            succeeded: number;
            failed: number;
            pending: number;
            items: components["schemas"]["OffboardingBatchItem"][];
            created_at: components["schemas"]["Timestamp"];
            completed_at: components["schemas"]["Timestamp"] | null;
        };
        OffboardingBatchItem: {
            position: number;
            account_id: components["schemas"]["Id"];
            status: "pending" | "succeeded" | "failed";
            offboarding_id: components["schemas"]["Id"] | null;
            failure: string | null;
        };
        NotRestored: {
            type: "resource" | "department" | "role";
            id: string;
            reason: "transferred" | "deleted" | "department_lost" | "role_lost";
        };
        RestorePreview: {
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            conflicts: components["schemas"]["Conflict"][];
            resources: number;
            not_restored: components["schemas"]["NotRestored"][];
            restorable_until: components["schemas"]["Timestamp"];
        };
        RestoreRequest: {
            dept_ids?: components["schemas"]["DeptId"][];
        };
        Restore: {
            departure_id: components["schemas"]["Id"];
            account_id: components["schemas"]["Id"];
            dept_ids: components["schemas"]["DeptId"][];
            resources: number;
            not_restored: components["schemas"]["NotRestored"][];
            restored_at: components["schemas"]["Timestamp"];
        };
        CreateVerificationCodeRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            purpose: "register" | "recover";
        };
        SentVerificationCode: {
            expires_at: components["schemas"]["Timestamp"];
        };
        RegisterAccountRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            code: string;
            password: components["schemas"]["Password"];
            name: components["schemas"]["Name"];
        };
        RegisteredAccount: {
            account_id: components["schemas"]["Id"];
            identity_id: components["schemas"]["Id"];
            name: string;
            email: string | null;
            phone: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        RecoverRequest: {
            email?: components["schemas"]["Email"];
            phone?: components["schemas"]["Phone"];
            code: string;
            new_password: components["schemas"]["Password"];
        };
        Me: {
            account_id: components["schemas"]["Id"];
            identity_id: components["schemas"]["Id"];
            kind: "personal" | "organization";
            org_id: components["schemas"]["Id"] | null;
            name: string;
            email: string | null;
            phone: string | null;
            role: components["schemas"]["Role"] | null;
            condition: components["schemas"]["Condition"];
        };
        MyAccount: {
            account_id: components["schemas"]["Id"];
            kind: "personal" | "organization";
            org_id: components["schemas"]["Id"] | null;
            organization_name: string | null;
            name: string;
            role: components["schemas"]["Role"] | null;
            condition: components["schemas"]["Condition"];
            created_at: components["schemas"]["Timestamp"];
        };
        MyAccountList: {
            data: components["schemas"]["MyAccount"][];
            next_cursor: string | null;
        };
        MyOrganization: {
            org_id: components["schemas"]["Id"];
            name: string;
            account_id: components["schemas"]["Id"];
            role: components["schemas"]["Role"];
            joined_at: components["schemas"]["Timestamp"];
        };
        MyOrganizationList: {
            data: components["schemas"]["MyOrganization"][];
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
            status: "departed" | "restored" | "purged";
            admins: components["schemas"]["Admin"][];
        };
        MyDepartureList: {
            data: components["schemas"]["MyDeparture"][];
            next_cursor: string | null;
        };
        Notification: {
            notification_id: components["schemas"]["Id"];
            type: "leave_application.approved" | "leave_application.rejected" | "account.departed" | "account.restored";
            account_id: components["schemas"]["Id"];
            org_id: components["schemas"]["Id"] | null;
            data: {
                [key: string]: unknown;
            };
            created_at: components["schemas"]["Timestamp"];
        };
        NotificationList: {
            data: components["schemas"]["Notification"][];
            next_cursor: string | null;
        };
        DeregisterRequest: {
            confirm: true;
            password: components["schemas"]["Password"];
            reason_code?: components["schemas"]["ReasonCode"];
            reason_text?: components["schemas"]["Text"];
        };
        Deregistration: {
            account_id: components["schemas"]["Id"];
            kind: "personal" | "organization";
            departure_id: components["schemas"]["Id"] | null;
            deregistered_at: components["schemas"]["Timestamp"];
        };
        CreateAppRequest: {
            name: components["schemas"]["Name"];
            kind: "internal" | "third_party";
            scopes: components["schemas"]["Scope"][];
            redirect_uris?: string[];
            token_endpoint_auth_method?: components["schemas"]["AuthMethod"];
            jwks?: components["schemas"]["Jwks"];
        };
        UpdateAppRequest: {
            name?: components["schemas"]["Name"];
            status?: "active" | "suspended";
            scopes?: components["schemas"]["Scope"][];
            redirect_uris?: string[];
            jwks?: components["schemas"]["Jwks"];
        };
        AuthMethod: "client_secret_basic" | "private_key_jwt" | "none";
        Jwks: {
            keys: components["schemas"]["Jwk"][];
        };
        Jwk: {
            kty: "EC" | "OKP" | "RSA";
            kid: string;
            alg?: "ES256" | "EdDSA" | "Ed25519" | "PS256" | "RS256";
            use?: "sig";
            crv?: "P-256" | "Ed25519";
            x?: string;
            y?: string;
            n?: string;
            e?: string;
        };
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
        App: {
            app_id: components["schemas"]["Id"];
            client_id: string;
            name: string;
            kind: "internal" | "third_party";
            status: "active" | "suspended";
            scopes: components["schemas"]["Scope"][];
            redirect_uris: string[];
            token_endpoint_auth_method: components["schemas"]["AuthMethod"];
            jwks?: components["schemas"]["PublicKeys"];
            secrets: components["schemas"]["AppSecret"][];
            created_at: components["schemas"]["Timestamp"];
        };
        CreatedApp: components["schemas"]["App"] & {
            client_secret?: string;
        };
        AppList: {
            data: components["schemas"]["App"][];
            next_cursor: string | null;
        };
        CreatedSecret: {
            secret_id: components["schemas"]["Id"];
            client_secret: string;
            created_at: components["schemas"]["Timestamp"];
        };
        Authorization: {
            authorization_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            app_name: string;
            scopes: components["schemas"]["Scope"][];
            authorized_by: components["schemas"]["Id"];
            created_at: components["schemas"]["Timestamp"];
        };
        AuthorizationList: {
            data: components["schemas"]["Authorization"][];
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
        AuditLogList: {
            data: components["schemas"]["AuditLog"][];
            next_cursor: string | null;
        };
        EventTypeDescription: {
            type: components["schemas"]["EventType"];
            scope: components["schemas"]["Scope"];
        };
        EventTypeList: {
            data: components["schemas"]["EventTypeDescription"][];
        };
        MemberJoinedEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.joined";
            data: {
                account_id: components["schemas"]["Id"];
                name: string;
                email: string | null;
                phone: string | null;
                dept_ids: components["schemas"]["DeptId"][];
                role: components["schemas"]["Role"];
            };
        } & {
            type: "member.joined";
        };
        MemberDepartedEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.departed";
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                method: components["schemas"]["DepartureMethod"];
                initiator: components["schemas"]["Initiator"];
                reason_code: string | null;
                reason_text: string | null;
                snapshot: components["schemas"]["MemberSnapshot"];
                handover: components["schemas"]["HandoverCounts"];
                restorable_until: components["schemas"]["Timestamp"] | null;
            };
        } & {
            type: "member.departed";
        };
        MemberRestoredEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.restored";
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                restored: {
                    resources: number;
                    dept_ids: components["schemas"]["DeptId"][];
                };
                not_restored: components["schemas"]["NotRestored"][];
            };
        } & {
            type: "member.restored";
        };
        MemberPurgedEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.purged";
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                resources: number;
            };
        } & {
            type: "member.purged";
        };
        MemberConditionChangedEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.condition_changed";
            data: {
                account_id: components["schemas"]["Id"];
                before: components["schemas"]["Condition"];
                condition: components["schemas"]["Condition"];
                reason_text: string | null;
            };
        } & {
            type: "member.condition_changed";
        };
        MemberRoleChangedEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.role_changed";
            data: {
                account_id: components["schemas"]["Id"];
                before: components["schemas"]["Role"];
                role: components["schemas"]["Role"];
            };
        } & {
            type: "member.role_changed";
        };
        MemberOffboardingScheduledEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.offboarding_scheduled";
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                effective_at: components["schemas"]["Timestamp"];
            };
        } & {
            type: "member.offboarding_scheduled";
        };
        MemberOffboardingRescheduledEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.offboarding_rescheduled";
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                effective_at: components["schemas"]["Timestamp"];
            };
        } & {
            type: "member.offboarding_rescheduled";
        };
        MemberOffboardingCanceledEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.offboarding_canceled";
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                cause: "canceled" | "already_departed";
            };
        } & {
            type: "member.offboarding_canceled";
        };
        MemberOffboardingFailedEvent: components["schemas"]["EventEnvelope"] & {
            type: "member.offboarding_failed";
            data: {
                offboarding_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                code: string;
            };
        } & {
            type: "member.offboarding_failed";
        };
        LeaveApplicationSubmittedEvent: components["schemas"]["EventEnvelope"] & {
            type: "leave_application.submitted";
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                reason_code: components["schemas"]["ReasonCode"];
                reason_text: string;
            };
        } & {
            type: "leave_application.submitted";
        };
        LeaveApplicationApprovedEvent: components["schemas"]["EventEnvelope"] & {
            type: "leave_application.approved";
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                decided_by: components["schemas"]["Id"];
                comment: string | null;
            };
        } & {
            type: "leave_application.approved";
        };
        LeaveApplicationRejectedEvent: components["schemas"]["EventEnvelope"] & {
            type: "leave_application.rejected";
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                decided_by: components["schemas"]["Id"];
                comment: string | null;
            };
        } & {
            type: "leave_application.rejected";
        };
        LeaveApplicationWithdrawnEvent: components["schemas"]["EventEnvelope"] & {
            type: "leave_application.withdrawn";
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                cause: "withdrawn" | "already_departed";
            };
        } & {
            type: "leave_application.withdrawn";
        };
        LeaveApplicationConfirmedEvent: components["schemas"]["EventEnvelope"] & {
            type: "leave_application.confirmed";
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                departure_id: components["schemas"]["Id"];
            };
        } & {
            type: "leave_application.confirmed";
        };
        LeaveApplicationExpiredEvent: components["schemas"]["EventEnvelope"] & {
            type: "leave_application.expired";
            data: {
                application_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
            };
        } & {
            type: "leave_application.expired";
        };
        ResourceTransferredEvent: components["schemas"]["EventEnvelope"] & {
            type: "resource.transferred";
            data: {
                resource_id: components["schemas"]["Id"];
                kind: string;
                name: string;
                departure_id: components["schemas"]["Id"];
                from_id: components["schemas"]["Id"];
                recipient_id: components["schemas"]["Id"];
            };
        } & {
            type: "resource.transferred";
        };
        ResourceDeletedEvent: components["schemas"]["EventEnvelope"] & {
            type: "resource.deleted";
            data: {
                resource_id: components["schemas"]["Id"];
                kind: string;
                name: string;
                departure_id: components["schemas"]["Id"];
                from_id: components["schemas"]["Id"];
                cause: "handover" | "purge";
            };
        } & {
            type: "resource.deleted";
        };
        HandoverCompletedEvent: components["schemas"]["EventEnvelope"] & {
            type: "handover.completed";
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                transferred: number;
                deleted: number;
                held: number;
            };
        } & {
            type: "handover.completed";
        };
        OrganizationAssociationInvitedEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.association.invited";
            data: {
                invitation_id: components["schemas"]["Id"];
                org_id: components["schemas"]["Id"];
                associated_org_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                direction: "sent" | "received";
            };
        } & {
            type: "organization.association.invited";
        };
        OrganizationAssociationLinkedEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.association.linked";
            data: {
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
            };
        } & {
            type: "organization.association.linked";
        };
        OrganizationAssociationDeclinedEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.association.declined";
            data: {
                invitation_id: components["schemas"]["Id"];
                org_id: components["schemas"]["Id"];
                associated_org_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                direction: "sent" | "received";
            };
        } & {
            type: "organization.association.declined";
        };
        OrganizationAssociationRevokedEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.association.revoked";
            data: {
                invitation_id: components["schemas"]["Id"];
                org_id: components["schemas"]["Id"];
                associated_org_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                direction: "sent" | "received";
            };
        } & {
            type: "organization.association.revoked";
        };
        OrganizationDissolutionScheduledEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.dissolution_scheduled";
            data: {
                reason_code: components["schemas"]["DissolutionReason"];
                effective_at: components["schemas"]["Timestamp"];
            };
        } & {
            type: "organization.dissolution_scheduled";
        };
        OrganizationDissolutionCanceledEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.dissolution_canceled";
            data: {
                effective_at: components["schemas"]["Timestamp"];
            };
        } & {
            type: "organization.dissolution_canceled";
        };
        OrganizationDissolvedEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.dissolved";
            data: {
                reason_code: components["schemas"]["DissolutionReason"];
                members: number;
                associations: number;
            };
        } & {
            type: "organization.dissolved";
        };
        OrganizationFounderTransferredEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.founder_transferred";
            data: {
                founder_id: components["schemas"]["Id"];
                former_founder_id: components["schemas"]["Id"];
            };
        } & {
            type: "organization.founder_transferred";
        };
        OrganizationLeavePolicyChangedEvent: components["schemas"]["EventEnvelope"] & {
            type: "organization.leave_policy_changed";
            data: {
                mode: components["schemas"]["LeaveMode"];
                fallback_recipient_id: components["schemas"]["Id"] | null;
            };
        } & {
            type: "organization.leave_policy_changed";
        };
        AccountDeregisteredEvent: components["schemas"]["EventEnvelope"] & {
            type: "account.deregistered";
            data: {
                account_id: components["schemas"]["Id"];
                member_id: components["schemas"]["Id"];
            };
        } & {
            type: "account.deregistered";
        };
        AccountIdentifierRecycledEvent: components["schemas"]["EventEnvelope"] & {
            type: "account.identifier_recycled";
            data: {
                departure_id: components["schemas"]["Id"];
                account_id: components["schemas"]["Id"];
                identifier_type: "email" | "phone";
                identifier: string;
            };
        } & {
            type: "account.identifier_recycled";
        };
        AppAuthorizedEvent: components["schemas"]["EventEnvelope"] & {
            type: "app.authorized";
            data: {
                authorization_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                scopes: components["schemas"]["Scope"][];
            };
        } & {
            type: "app.authorized";
        };
        AccountExists: components["schemas"]["Problem"] & {
            code: "account_exists";
        };
        AccountNotRestorable: components["schemas"]["Problem"] & {
            code: "account_not_restorable";
        };
        AdminCannotLeaveInstantly: components["schemas"]["Problem"] & {
            code: "admin_cannot_leave_instantly";
        };
        AdminRequired: components["schemas"]["Problem"] & {
            code: "admin_required";
        };
        AlreadyDeparted: components["schemas"]["Problem"] & {
            code: "already_departed";
        };
        AlreadyRestored: components["schemas"]["Problem"] & {
            code: "already_restored";
        };
        AppNotFound: components["schemas"]["Problem"] & {
            code: "app_not_found";
        };
        ApplicationClosed: components["schemas"]["Problem"] & {
            code: "application_closed";
        };
        ApplicationNotApproved: components["schemas"]["Problem"] & {
            code: "application_not_approved";
        };
        ApplicationPending: components["schemas"]["Problem"] & {
            code: "application_pending";
        };
        ApprovalRequired: components["schemas"]["Problem"] & {
            code: "approval_required";
        };
        AssociationExists: components["schemas"]["Problem"] & {
            code: "association_exists";
        };
        AuthorizationNotFound: components["schemas"]["Problem"] & {
            code: "authorization_not_found";
        };
        CodeInvalid: components["schemas"]["Problem"] & {
            code: "code_invalid";
        };
        ConfirmNameMismatch: components["schemas"]["Problem"] & {
            code: "confirm_name_mismatch";
        };
        DepartureNotFound: components["schemas"]["Problem"] & {
            code: "departure_not_found";
        };
        DissolutionInProgress: components["schemas"]["Problem"] & {
            code: "dissolution_in_progress";
        };
        DissolutionNotFound: components["schemas"]["Problem"] & {
            code: "dissolution_not_found";
        };
        EffectiveAtInPast: components["schemas"]["Problem"] & {
            code: "effective_at_in_past";
        };
        FounderMustTransfer: components["schemas"]["Problem"] & {
            code: "founder_must_transfer";
        };
        FounderRequired: components["schemas"]["Problem"] & {
            code: "founder_required";
        };
        InvitationClosed: components["schemas"]["Problem"] & {
            code: "invitation_closed";
        };
        InvitationExpired: components["schemas"]["Problem"] & {
            code: "invitation_expired";
        };
        InvitationNotFound: components["schemas"]["Problem"] & {
            code: "invitation_not_found";
        };
        LastAdmin: components["schemas"]["Problem"] & {
            code: "last_admin";
        };
        LeaveApplicationNotFound: components["schemas"]["Problem"] & {
            code: "leave_application_not_found";
        };
        MemberExists: components["schemas"]["Problem"] & {
            code: "member_exists";
            conflicts: components["schemas"]["Conflict"][];
        };
        MemberNotFound: components["schemas"]["Problem"] & {
            code: "member_not_found";
        };
        OffboardingBatchNotFound: components["schemas"]["Problem"] & {
            code: "offboarding_batch_not_found";
        };
        OffboardingExists: components["schemas"]["Problem"] & {
            code: "offboarding_exists";
        };
        OffboardingNotFound: components["schemas"]["Problem"] & {
            code: "offboarding_not_found";
        };
        OffboardingNotPending: components["schemas"]["Problem"] & {
            code: "offboarding_not_pending";
        };
        OrganizationNotFound: components["schemas"]["Problem"] & {
            code: "organization_not_found";
        };
        PasswordIncorrect: components["schemas"]["Problem"] & {
            code: "password_incorrect";
        };
        PersonalAccountNotOffboardable: components["schemas"]["Problem"] & {
            code: "personal_account_not_offboardable";
        };
        PersonalAccountRequired: components["schemas"]["Problem"] & {
            code: "personal_account_required";
        };
        PreviewStale: components["schemas"]["Problem"] & {
            code: "preview_stale";
        };
        RateLimited: components["schemas"]["Problem"] & {
            code: "rate_limited";
        };
        RecipientInvalid: components["schemas"]["Problem"] & {
            code: "recipient_invalid";
            recipient_id: string;
        };
        ResourceNotFound: components["schemas"]["Problem"] & {
            code: "resource_not_found";
        };
        RestoreConflict: components["schemas"]["Problem"] & {
            code: "restore_conflict";
            conflicts: components["schemas"]["Conflict"][];
        };
        RestoreWindowExpired: components["schemas"]["Problem"] & {
            code: "restore_window_expired";
        };
        SecretNotFound: components["schemas"]["Problem"] & {
            code: "secret_not_found";
        };
        SoleMemberMustDissolve: components["schemas"]["Problem"] & {
            code: "sole_member_must_dissolve";
        };
        TooManyAttempts: components["schemas"]["Problem"] & {
            code: "too_many_attempts";
        };
        AppUsesNoSecret: components["schemas"]["Problem"] & {
            code: "app_uses_no_secret";
        };
        TooManySecrets: components["schemas"]["Problem"] & {
            code: "too_many_secrets";
        };
        UserRequired: components["schemas"]["Problem"] & {
            code: "user_required";
        };
    };
    responses: {
        WebhookReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        WebhookNotReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        InvalidRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["InvalidRequest"];
            };
        };
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["TokenMissing"] | components["schemas"]["TokenInvalid"] | components["schemas"]["TokenExpired"] | components["schemas"]["TokenRevoked"];
            };
        };
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
            };
        };
        ForbiddenToOrdinaryUsers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["OrdinaryUserNotAllowed"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
            };
        };
        ForbiddenToUsers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AppRequired"] | components["schemas"]["OrgNotAuthorized"];
            };
        };
        CursorExpired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["CursorExpired"];
            };
        };
        TooManyWaiting: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["RateLimited"];
            };
        };
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["NotFound"];
            };
        };
        AssociationNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["AssociationNotFound"];
            };
        };
        WebhookEndpointNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["WebhookEndpointNotFound"];
            };
        };
        IdempotencyInProgress: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyInProgress"];
            };
        };
        IdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyKeyReused"];
            };
        };
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["PayloadTooLarge"];
            };
        };
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["UnsupportedMediaType"];
            };
        };
        OtherProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["MethodNotAllowed"] | components["schemas"]["InternalError"];
            };
        };
        Unavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Unavailable"];
            };
        };
    };
    parameters: {
        Limit: number;
        Cursor: string;
        AfterSequence: number;
        EventTypes: components["schemas"]["EventTypeFilter"][];
        EndpointId: components["schemas"]["Id"];
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        "X-Request-Id": string;
        "Idempotency-Replayed": "true";
        "Retry-After": string;
        RateLimit: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "organization.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organization.update": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organization.unlink": {
        parameters: {
            query?: never;
            header?: {
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
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssociationDeptMismatch"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organization.previewUnlink": {
        parameters: {
            query?: never;
            header?: {
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
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AssociationDeptMismatch"] | components["schemas"]["IdempotencyKeyReused"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "associations.list": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "associations.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                association_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "events.list": {
        parameters: {
            query?: {
                after?: components["parameters"]["AfterSequence"];
                types?: components["parameters"]["EventTypes"];
                limit?: components["parameters"]["Limit"];
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            410: components["responses"]["CursorExpired"];
            429: components["responses"]["TooManyWaiting"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "events.stream": {
        parameters: {
            query?: {
                after?: components["parameters"]["AfterSequence"];
                types?: components["parameters"]["EventTypes"];
            };
            header?: {
                "Last-Event-ID"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            410: components["responses"]["CursorExpired"];
            429: components["responses"]["TooManyWaiting"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "events.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["EventNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.list": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.create": {
        parameters: {
            query?: never;
            header?: {
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
            403: components["responses"]["ForbiddenToUsers"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.delete": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.update": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.test": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointDisabled"] | components["schemas"]["WebhookEndpointUnverified"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.verify": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.enable": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.disable": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.rotateSecret": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.deleteSecret": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
                secret_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointNotFound"] | components["schemas"]["SecretNotFound"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.getHealth": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.listDeliveries": {
        parameters: {
            query?: {
                status?: components["schemas"]["DeliveryStatus"];
                event_type?: components["schemas"]["EventType"];
                since?: string;
                until?: string;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.recover": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointDisabled"] | components["schemas"]["WebhookEndpointUnverified"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.getRecovery": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpoint_id: components["parameters"]["EndpointId"];
                recovery_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointNotFound"] | components["schemas"]["RecoveryNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "deliveries.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DeliveryNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "deliveries.redeliver": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                delivery_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: components["responses"]["ForbiddenToUsers"];
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DeliveryNotFound"] | components["schemas"]["WebhookEndpointNotFound"] | components["schemas"]["EventNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["WebhookEndpointDisabled"] | components["schemas"]["WebhookEndpointUnverified"] | components["schemas"]["IdempotencyInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "sandbox.advanceClock": {
        parameters: {
            query?: never;
            header?: {
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "sandbox.reset": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            404: components["responses"]["NotFound"];
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "sandbox.createUserToken": {
        parameters: {
            query?: never;
            header?: {
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
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AccountNotFound"] | components["schemas"]["NotFound"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "sandbox.listVerificationCodes": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organizations.create": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"] | components["schemas"]["PersonalAccountRequired"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organization.listAdmins": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organization.setLeavePolicy": {
        parameters: {
            query?: never;
            header?: {
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
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["FounderRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DissolutionNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "dissolution.request": {
        parameters: {
            query?: never;
            header?: {
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
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["ConfirmNameMismatch"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["FounderRequired"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "dissolution.cancel": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["FounderRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DissolutionNotFound"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organization.transferFounder": {
        parameters: {
            query?: never;
            header?: {
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
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["FounderRequired"] | components["schemas"]["PasswordIncorrect"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["OffboardingExists"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "departments.list": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "departments.create": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "associationInvitations.list": {
        parameters: {
            query?: {
                status?: components["schemas"]["InvitationStatus"];
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "associationInvitations.create": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OrganizationNotFound"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "associationInvitations.accept": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["InvitationClosed"] | components["schemas"]["AssociationExists"] | components["schemas"]["DissolutionInProgress"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationExpired"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "associationInvitations.decline": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                invitation_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["InvitationClosed"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationExpired"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "associationInvitations.revoke": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                invitation_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["InvitationClosed"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvitationExpired"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "members.list": {
        parameters: {
            query?: {
                status?: "active" | "departed";
                dept_id?: components["schemas"]["DeptId"];
                q?: string;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "members.create": {
        parameters: {
            query?: never;
            header?: {
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
            201: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["MemberExists"] | components["schemas"]["DissolutionInProgress"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "members.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "members.update": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                account_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMemberRequest"];
            };
        };
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "members.setCondition": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                account_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetConditionRequest"];
            };
        };
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"] | components["schemas"]["FounderMustTransfer"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "members.setRole": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["LastAdmin"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "resources.list": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                account_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "resources.upsert": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "resources.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                resource_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ResourceNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leave.create": {
        parameters: {
            query?: never;
            header?: {
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
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leaveApplications.list": {
        parameters: {
            query?: {
                status?: components["schemas"]["LeaveApplicationStatus"];
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leaveApplications.create": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leaveApplications.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                application_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LeaveApplicationNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leaveApplications.approve": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LeaveApplicationNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApplicationClosed"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leaveApplications.reject": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LeaveApplicationNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApplicationClosed"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leaveApplications.withdraw": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                application_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LeaveApplicationNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["ApplicationClosed"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "leaveApplications.confirm": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                application_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmLeaveRequest"];
            };
        };
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["PasswordIncorrect"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["LeaveApplicationNotFound"];
                };
            };
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
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardings.preview": {
        parameters: {
            query?: never;
            header?: {
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
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["PersonalAccountNotOffboardable"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardings.list": {
        parameters: {
            query?: {
                status?: components["schemas"]["OffboardingStatus"];
                account_id?: components["schemas"]["Id"];
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardings.create": {
        parameters: {
            query?: never;
            header?: {
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
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"] | components["schemas"]["EffectiveAtInPast"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"] | components["schemas"]["PersonalAccountNotOffboardable"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["MemberNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyDeparted"] | components["schemas"]["FounderMustTransfer"] | components["schemas"]["LastAdmin"] | components["schemas"]["OffboardingExists"] | components["schemas"]["PreviewStale"];
                };
            };
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardings.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                offboarding_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OffboardingNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardings.update": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                offboarding_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOffboardingRequest"];
            };
        };
        responses: {
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
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["InvalidRequest"] | components["schemas"]["RecipientInvalid"] | components["schemas"]["EffectiveAtInPast"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OffboardingNotFound"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardings.cancel": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                offboarding_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OffboardingNotFound"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardingBatches.create": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "offboardingBatches.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["OffboardingBatchNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "departures.list": {
        parameters: {
            query?: {
                restorable?: boolean;
                method?: components["schemas"]["DepartureMethod"];
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartureList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "departures.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                departure_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DepartureNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "departures.getHandover": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                departure_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverReport"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DepartureNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "departures.previewRestore": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                departure_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DepartureNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyRestored"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "departures.restore": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                departure_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RestoreRequest"];
            };
        };
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["DepartureNotFound"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["IdempotencyInProgress"] | components["schemas"]["AlreadyRestored"] | components["schemas"]["RestoreConflict"] | components["schemas"]["DissolutionInProgress"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "verificationCodes.create": {
        parameters: {
            query?: never;
            header?: {
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
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["RateLimited"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "accounts.register": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["CodeInvalid"];
                };
            };
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
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "recovery.create": {
        parameters: {
            query?: never;
            header?: {
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
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidRequest"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["CodeInvalid"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "me.listAccounts": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "me.listOrganizations": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "me.listDepartures": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "me.listNotifications": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "me.deregister": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["UserRequired"] | components["schemas"]["PasswordIncorrect"];
                };
            };
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
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["TooManyAttempts"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "apps.list": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "apps.create": {
        parameters: {
            query?: never;
            header?: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "apps.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                app_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AppNotFound"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "apps.delete": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                app_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AppNotFound"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "apps.update": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                app_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppRequest"];
            };
        };
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AppNotFound"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "apps.createSecret": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                app_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AppNotFound"];
                };
            };
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "apps.deleteSecret": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                app_id: components["schemas"]["Id"];
                secret_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AppNotFound"] | components["schemas"]["SecretNotFound"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "authorizations.list": {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "authorizations.delete": {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                authorization_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["UserRequired"] | components["schemas"]["AdminRequired"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["AuthorizationNotFound"];
                };
            };
            409: components["responses"]["IdempotencyInProgress"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "auditLogs.list": {
        parameters: {
            query?: {
                action?: string;
                target_id?: components["schemas"]["Id"];
                actor_id?: components["schemas"]["Id"];
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLogList"];
                };
            };
            400: components["responses"]["InvalidRequest"];
            401: components["responses"]["Unauthorized"];
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AdminRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["OrgNotAuthorized"] | components["schemas"]["AppRequired"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
}
