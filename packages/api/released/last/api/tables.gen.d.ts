export declare const operations: {
    readonly "organization.get": {
        readonly method: "GET";
        readonly path: "/v1.0/organization";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organization.update": {
        readonly method: "PATCH";
        readonly path: "/v1.0/organization";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organization.unlink": {
        readonly method: "POST";
        readonly path: "/v1.0/organization/unlink";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:unlink"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:unlink"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organization.previewUnlink": {
        readonly method: "POST";
        readonly path: "/v1.0/organization/unlink/preview";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:unlink"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:unlink"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "associations.list": {
        readonly method: "GET";
        readonly path: "/v1.0/associations";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:association:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:association:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "associations.get": {
        readonly method: "GET";
        readonly path: "/v1.0/associations/{association_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:association:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:association:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["association_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "events.list": {
        readonly method: "GET";
        readonly path: "/v1.0/events";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["event:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly after: "integer";
            readonly types: "list";
            readonly limit: "integer";
            readonly wait: "integer";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "events.stream": {
        readonly method: "GET";
        readonly path: "/v1.0/events/stream";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["event:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly after: "integer";
            readonly types: "list";
        };
        readonly idempotent: false;
        readonly streamed: true;
        readonly deprecated: false;
    };
    readonly "events.get": {
        readonly method: "GET";
        readonly path: "/v1.0/events/{event_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["event:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["event_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.list": {
        readonly method: "GET";
        readonly path: "/v1.0/webhook-endpoints";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.create": {
        readonly method: "POST";
        readonly path: "/v1.0/webhook-endpoints";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.get": {
        readonly method: "GET";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.update": {
        readonly method: "PATCH";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.delete": {
        readonly method: "DELETE";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.test": {
        readonly method: "POST";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/test";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.verify": {
        readonly method: "POST";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/verify";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.enable": {
        readonly method: "POST";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/enable";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.disable": {
        readonly method: "POST";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/disable";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.rotateSecret": {
        readonly method: "POST";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/rotate-secret";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "optional";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.deleteSecret": {
        readonly method: "DELETE";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/secrets/{secret_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id", "secret_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.getHealth": {
        readonly method: "GET";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/health";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.listDeliveries": {
        readonly method: "GET";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/deliveries";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {
            readonly status: "string";
            readonly event_type: "string";
            readonly since: "string";
            readonly until: "string";
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.recover": {
        readonly method: "POST";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/recover";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["endpoint_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "webhookEndpoints.getRecovery": {
        readonly method: "GET";
        readonly path: "/v1.0/webhook-endpoints/{endpoint_id}/recoveries/{recovery_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["endpoint_id", "recovery_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "deliveries.get": {
        readonly method: "GET";
        readonly path: "/v1.0/deliveries/{delivery_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["delivery_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "deliveries.redeliver": {
        readonly method: "POST";
        readonly path: "/v1.0/deliveries/{delivery_id}/redeliver";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["webhook:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["delivery_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "sandbox.getClock": {
        readonly method: "GET";
        readonly path: "/v1.0/sandbox/clock";
        readonly callers: readonly [];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "sandbox.advanceClock": {
        readonly method: "POST";
        readonly path: "/v1.0/sandbox/clock/advance";
        readonly callers: readonly [];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "sandbox.reset": {
        readonly method: "POST";
        readonly path: "/v1.0/sandbox/reset";
        readonly callers: readonly [];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "sandbox.createUserToken": {
        readonly method: "POST";
        readonly path: "/v1.0/sandbox/user-tokens";
        readonly callers: readonly [];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "sandbox.listVerificationCodes": {
        readonly method: "GET";
        readonly path: "/v1.0/sandbox/verification-codes";
        readonly callers: readonly [];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organizations.create": {
        readonly method: "POST";
        readonly path: "/v1.0/organizations";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["account:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organization.listAdmins": {
        readonly method: "GET";
        readonly path: "/v1.0/organization/admins";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organization.getLeavePolicy": {
        readonly method: "GET";
        readonly path: "/v1.0/organization/leave-policy";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organization.setLeavePolicy": {
        readonly method: "PUT";
        readonly path: "/v1.0/organization/leave-policy";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:policy:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:policy:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "dissolution.get": {
        readonly method: "GET";
        readonly path: "/v1.0/organization/dissolution";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["org:dissolve"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "dissolution.request": {
        readonly method: "POST";
        readonly path: "/v1.0/organization/dissolution";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["org:dissolve"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "dissolution.cancel": {
        readonly method: "DELETE";
        readonly path: "/v1.0/organization/dissolution";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["org:dissolve"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "organization.transferFounder": {
        readonly method: "POST";
        readonly path: "/v1.0/organization/founder-transfer";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["org:founder:transfer"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "departments.list": {
        readonly method: "GET";
        readonly path: "/v1.0/departments";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "departments.create": {
        readonly method: "POST";
        readonly path: "/v1.0/departments";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "associationInvitations.list": {
        readonly method: "GET";
        readonly path: "/v1.0/association-invitations";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:association:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:association:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly status: "string";
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "associationInvitations.create": {
        readonly method: "POST";
        readonly path: "/v1.0/association-invitations";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:association:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:association:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "associationInvitations.accept": {
        readonly method: "POST";
        readonly path: "/v1.0/association-invitations/{invitation_id}/accept";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:association:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:association:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["invitation_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "associationInvitations.decline": {
        readonly method: "POST";
        readonly path: "/v1.0/association-invitations/{invitation_id}/decline";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:association:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:association:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["invitation_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "associationInvitations.revoke": {
        readonly method: "POST";
        readonly path: "/v1.0/association-invitations/{invitation_id}/revoke";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["org:association:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["org:association:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["invitation_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "members.list": {
        readonly method: "GET";
        readonly path: "/v1.0/members";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly status: "string";
            readonly dept_id: "integer";
            readonly q: "string";
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "members.create": {
        readonly method: "POST";
        readonly path: "/v1.0/members";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "members.get": {
        readonly method: "GET";
        readonly path: "/v1.0/members/{account_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["account_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "members.update": {
        readonly method: "PATCH";
        readonly path: "/v1.0/members/{account_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["account_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "members.setCondition": {
        readonly method: "PUT";
        readonly path: "/v1.0/members/{account_id}/condition";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:condition:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:condition:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["account_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "members.setRole": {
        readonly method: "PUT";
        readonly path: "/v1.0/members/{account_id}/role";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["member:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["account_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "resources.list": {
        readonly method: "GET";
        readonly path: "/v1.0/members/{account_id}/resources";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["resource:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["resource:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["account_id"];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "resources.upsert": {
        readonly method: "POST";
        readonly path: "/v1.0/resources";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["resource:write"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["resource:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "resources.get": {
        readonly method: "GET";
        readonly path: "/v1.0/resources/{resource_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["resource:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["resource:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["resource_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leave.create": {
        readonly method: "POST";
        readonly path: "/v1.0/leave";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["member:leave"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leaveApplications.list": {
        readonly method: "GET";
        readonly path: "/v1.0/leave-applications";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["leave_application:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["leave_application:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:leave"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly status: "string";
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leaveApplications.create": {
        readonly method: "POST";
        readonly path: "/v1.0/leave-applications";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["member:leave"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leaveApplications.get": {
        readonly method: "GET";
        readonly path: "/v1.0/leave-applications/{application_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["leave_application:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["leave_application:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:leave"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["application_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leaveApplications.approve": {
        readonly method: "POST";
        readonly path: "/v1.0/leave-applications/{application_id}/approve";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["leave_application:review"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["leave_application:review"];
        }];
        readonly body: "optional";
        readonly pathParameters: readonly ["application_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leaveApplications.reject": {
        readonly method: "POST";
        readonly path: "/v1.0/leave-applications/{application_id}/reject";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["leave_application:review"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["leave_application:review"];
        }];
        readonly body: "optional";
        readonly pathParameters: readonly ["application_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leaveApplications.withdraw": {
        readonly method: "POST";
        readonly path: "/v1.0/leave-applications/{application_id}/withdraw";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["member:leave"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["application_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "leaveApplications.confirm": {
        readonly method: "POST";
        readonly path: "/v1.0/leave-applications/{application_id}/confirm";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["member:leave"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["application_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardings.preview": {
        readonly method: "POST";
        readonly path: "/v1.0/offboardings/preview";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardings.list": {
        readonly method: "GET";
        readonly path: "/v1.0/offboardings";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly status: "string";
            readonly account_id: "string";
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardings.create": {
        readonly method: "POST";
        readonly path: "/v1.0/offboardings";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardings.get": {
        readonly method: "GET";
        readonly path: "/v1.0/offboardings/{offboarding_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["offboarding_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardings.update": {
        readonly method: "PATCH";
        readonly path: "/v1.0/offboardings/{offboarding_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["offboarding_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardings.cancel": {
        readonly method: "POST";
        readonly path: "/v1.0/offboardings/{offboarding_id}/cancel";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["offboarding_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardingBatches.create": {
        readonly method: "POST";
        readonly path: "/v1.0/offboarding-batches";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "offboardingBatches.get": {
        readonly method: "GET";
        readonly path: "/v1.0/offboarding-batches/{batch_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:offboard"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:offboard"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["batch_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "departures.list": {
        readonly method: "GET";
        readonly path: "/v1.0/departures";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly restorable: "boolean";
            readonly method: "string";
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "departures.get": {
        readonly method: "GET";
        readonly path: "/v1.0/departures/{departure_id}";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["departure_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "departures.getHandover": {
        readonly method: "GET";
        readonly path: "/v1.0/departures/{departure_id}/handover";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["departure_id"];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "departures.previewRestore": {
        readonly method: "POST";
        readonly path: "/v1.0/departures/{departure_id}/restore/preview";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:restore"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:restore"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["departure_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "departures.restore": {
        readonly method: "POST";
        readonly path: "/v1.0/departures/{departure_id}/restore";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["member:restore"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["member:restore"];
        }];
        readonly body: "optional";
        readonly pathParameters: readonly ["departure_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "verificationCodes.create": {
        readonly method: "POST";
        readonly path: "/v1.0/verification-codes";
        readonly callers: readonly [];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "accounts.register": {
        readonly method: "POST";
        readonly path: "/v1.0/accounts";
        readonly callers: readonly [];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "recovery.create": {
        readonly method: "POST";
        readonly path: "/v1.0/recovery";
        readonly callers: readonly [];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "me.get": {
        readonly method: "GET";
        readonly path: "/v1.0/me";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["account:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "me.listAccounts": {
        readonly method: "GET";
        readonly path: "/v1.0/me/accounts";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["account:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "me.listOrganizations": {
        readonly method: "GET";
        readonly path: "/v1.0/me/organizations";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["account:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "me.listDepartures": {
        readonly method: "GET";
        readonly path: "/v1.0/me/departures";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["account:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "me.listNotifications": {
        readonly method: "GET";
        readonly path: "/v1.0/me/notifications";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["account:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "me.deregister": {
        readonly method: "POST";
        readonly path: "/v1.0/me/deregister";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["account:deregister"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "apps.list": {
        readonly method: "GET";
        readonly path: "/v1.0/apps";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "apps.create": {
        readonly method: "POST";
        readonly path: "/v1.0/apps";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "apps.get": {
        readonly method: "GET";
        readonly path: "/v1.0/apps/{app_id}";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["app_id"];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "apps.update": {
        readonly method: "PATCH";
        readonly path: "/v1.0/apps/{app_id}";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:write"];
        }];
        readonly body: "required";
        readonly pathParameters: readonly ["app_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "apps.delete": {
        readonly method: "DELETE";
        readonly path: "/v1.0/apps/{app_id}";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["app_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "apps.createSecret": {
        readonly method: "POST";
        readonly path: "/v1.0/apps/{app_id}/secrets";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["app_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "apps.deleteSecret": {
        readonly method: "DELETE";
        readonly path: "/v1.0/apps/{app_id}/secrets/{secret_id}";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["app_id", "secret_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "authorizations.list": {
        readonly method: "GET";
        readonly path: "/v1.0/authorizations";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "authorizations.delete": {
        readonly method: "DELETE";
        readonly path: "/v1.0/authorizations/{authorization_id}";
        readonly callers: readonly [{
            readonly caller: "user";
            readonly scopes: readonly ["app:write"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly ["authorization_id"];
        readonly queryParameters: {};
        readonly idempotent: true;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "auditLogs.list": {
        readonly method: "GET";
        readonly path: "/v1.0/audit-logs";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["audit:read"];
        }, {
            readonly caller: "user";
            readonly scopes: readonly ["audit:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {
            readonly action: "string";
            readonly target_id: "string";
            readonly actor_id: "string";
            readonly limit: "integer";
            readonly cursor: "string";
        };
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
    readonly "events.listTypes": {
        readonly method: "GET";
        readonly path: "/v1.0/event-types";
        readonly callers: readonly [{
            readonly caller: "app";
            readonly scopes: readonly ["event:read"];
        }];
        readonly body: "none";
        readonly pathParameters: readonly [];
        readonly queryParameters: {};
        readonly idempotent: false;
        readonly streamed: false;
        readonly deprecated: false;
    };
};
export declare const eventTypes: {
    readonly "organization.association.unlinked": {
        readonly readScope: "org:association:read";
    };
    readonly "app.deauthorized": {
        readonly readScope: "org:read";
    };
    readonly "webhook_endpoint.disabled": {
        readonly readScope: "webhook:read";
    };
    readonly "webhook_endpoint.enabled": {
        readonly readScope: "webhook:read";
    };
    readonly ping: {
        readonly readScope: "webhook:read";
    };
    readonly "member.joined": {
        readonly readScope: "member:read";
    };
    readonly "member.departed": {
        readonly readScope: "member:read";
    };
    readonly "member.restored": {
        readonly readScope: "member:read";
    };
    readonly "member.purged": {
        readonly readScope: "member:read";
    };
    readonly "member.condition_changed": {
        readonly readScope: "member:read";
    };
    readonly "member.role_changed": {
        readonly readScope: "member:read";
    };
    readonly "member.offboarding_scheduled": {
        readonly readScope: "member:read";
    };
    readonly "member.offboarding_rescheduled": {
        readonly readScope: "member:read";
    };
    readonly "member.offboarding_canceled": {
        readonly readScope: "member:read";
    };
    readonly "member.offboarding_failed": {
        readonly readScope: "member:read";
    };
    readonly "leave_application.submitted": {
        readonly readScope: "leave_application:read";
    };
    readonly "leave_application.approved": {
        readonly readScope: "leave_application:read";
    };
    readonly "leave_application.rejected": {
        readonly readScope: "leave_application:read";
    };
    readonly "leave_application.withdrawn": {
        readonly readScope: "leave_application:read";
    };
    readonly "leave_application.confirmed": {
        readonly readScope: "leave_application:read";
    };
    readonly "leave_application.expired": {
        readonly readScope: "leave_application:read";
    };
    readonly "resource.transferred": {
        readonly readScope: "resource:read";
    };
    readonly "resource.deleted": {
        readonly readScope: "resource:read";
    };
    readonly "handover.completed": {
        readonly readScope: "resource:read";
    };
    readonly "organization.association.invited": {
        readonly readScope: "org:association:read";
    };
    readonly "organization.association.linked": {
        readonly readScope: "org:association:read";
    };
    readonly "organization.association.declined": {
        readonly readScope: "org:association:read";
    };
    readonly "organization.association.revoked": {
        readonly readScope: "org:association:read";
    };
    readonly "organization.dissolution_scheduled": {
        readonly readScope: "org:read";
    };
    readonly "organization.dissolution_canceled": {
        readonly readScope: "org:read";
    };
    readonly "organization.dissolved": {
        readonly readScope: "org:read";
    };
    readonly "organization.founder_transferred": {
        readonly readScope: "org:read";
    };
    readonly "organization.leave_policy_changed": {
        readonly readScope: "org:read";
    };
    readonly "account.deregistered": {
        readonly readScope: "member:read";
    };
    readonly "account.identifier_recycled": {
        readonly readScope: "member:read";
    };
    readonly "app.authorized": {
        readonly readScope: "org:read";
    };
};
export declare const scopes: readonly ["org:unlink", "org:read", "org:write", "org:policy:write", "org:dissolve", "org:founder:transfer", "org:association:read", "org:association:write", "member:read", "member:write", "member:condition:write", "member:leave", "member:offboard", "member:restore", "leave_application:read", "leave_application:review", "resource:read", "resource:write", "account:read", "account:write", "account:deregister", "app:read", "app:write", "event:read", "webhook:read", "webhook:write", "audit:read"];
export declare const appScopes: readonly ["org:unlink", "org:read", "org:write", "org:policy:write", "org:association:read", "org:association:write", "member:read", "member:write", "member:condition:write", "member:offboard", "member:restore", "leave_application:read", "leave_application:review", "resource:read", "resource:write", "event:read", "webhook:read", "webhook:write", "audit:read"];
export declare const userScopes: readonly ["org:unlink", "org:read", "org:write", "org:policy:write", "org:dissolve", "org:founder:transfer", "org:association:read", "org:association:write", "member:read", "member:write", "member:condition:write", "member:leave", "member:offboard", "member:restore", "leave_application:read", "leave_application:review", "resource:read", "resource:write", "account:read", "account:write", "account:deregister", "app:read", "app:write", "audit:read"];
export declare const problemCodes: readonly ["invalid_request", "token_missing", "token_invalid", "token_expired", "token_revoked", "scope_missing", "ordinary_user_not_allowed", "app_required", "account_restricted", "org_not_authorized", "not_found", "association_not_found", "event_not_found", "webhook_endpoint_not_found", "delivery_not_found", "account_not_found", "webhook_endpoint_unverified", "last_secret", "recovery_not_found", "cursor_expired", "webhook_endpoint_disabled", "idempotency_in_progress", "payload_too_large", "unsupported_media_type", "association_dept_mismatch", "idempotency_key_reused", "internal_error", "unavailable", "method_not_allowed", "account_exists", "account_not_restorable", "admin_cannot_leave_instantly", "admin_required", "already_departed", "already_restored", "app_not_found", "application_closed", "application_not_approved", "application_pending", "approval_required", "association_exists", "authorization_not_found", "code_invalid", "confirm_name_mismatch", "departure_not_found", "dissolution_in_progress", "dissolution_not_found", "effective_at_in_past", "founder_must_transfer", "founder_required", "invitation_closed", "invitation_expired", "invitation_not_found", "last_admin", "leave_application_not_found", "member_exists", "member_not_found", "offboarding_batch_not_found", "offboarding_exists", "offboarding_not_found", "offboarding_not_pending", "organization_not_found", "password_incorrect", "personal_account_not_offboardable", "personal_account_required", "preview_stale", "rate_limited", "recipient_invalid", "resource_not_found", "restore_conflict", "restore_window_expired", "secret_not_found", "sole_member_must_dissolve", "too_many_attempts", "app_uses_no_secret", "too_many_secrets", "user_required"];
