// Generated from openapi.yaml by `npm run generate`. Do not edit.
export interface paths {
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
        patch?: never;
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
        /**
         * Unlink an associated organisation
         * @description Ends the association between the token's organisation and another one, on both sides, at once. Both the department
         *     to which the association is attached and the associated organisation must be named, so that a wrong id ends nothing.
         *     What the two organisations share with each other ends with it, and so does the authorization that either gave to an
         *     app of the other. Members stay. Both organisations hear of it by `organization.association.unlinked`.
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
         * See what an unlink would end
         * @description Takes the body of `organization.unlink`, refuses what it would refuse, and lists what would end. Nothing changes.
         */
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
    "/v1.0/associations/{association_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an association
         * @description An association of the organisation, seen from its side. One that has ended is gone.
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
    "/v1.0/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description The organisation's events in the order of `sequence`, of the types whose read scope the token carries. Nothing is ever
         *     inserted before an event that was already listed, so the last `sequence` seen is the place to go on from.
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
    "/v1.0/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description The app's endpoints, oldest first, without their secrets.
         */
        get: operations["webhookEndpoints.list"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description From now on the events of every organisation for which the app may act are delivered to the URL, of the types whose
         *     read scope it holds there. The answer holds the signing secret; it is shown this once.
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
         * @description Nothing is delivered to the URL any more. What had not been delivered yet can still be read from the events.
         */
        delete: operations["webhookEndpoints.delete"];
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Records a `ping` event for this endpoint alone and delivers it as any other. What came of it is in the delivery.
         */
        post: operations["webhookEndpoints.test"];
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
    "/v1.0/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the sandbox's clock
         * @description The time by which everything that falls due is decided. Tokens and signatures use the real time.
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
         * @description Moves the clock to a time, or by a duration, and answers when everything that fell due on the way is done, in the order
         *     in which it fell due. The clock never goes back; `sandbox.reset` starts anew.
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
         * Start the sandbox anew
         * @description Removes everything, sets the clock to the real time and loads the demo data again, with new ids and credentials. Answers
         *     what the credentials file then holds. Tokens from before are refused.
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
         * @description A token of any account with any scopes, so that checks of role and condition can be tried. What the account may do is still decided on every call.
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
         * @description What the sandbox would have sent by mail or message, newest first.
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
        /**
         * An association ended
         * @description Told to both organisations, each from its own side.
         */
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
        /**
         * An app lost its authorization
         * @description The authorization that the organisation had given to a third-party app ended. The app hears of it too.
         */
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
        /**
         * A webhook endpoint was disabled
         * @description Told to the app's other endpoints. What is owed to the disabled one is kept.
         */
        post: operations["onWebhookEndpointDisabled"];
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
         * @description Sent by `webhookEndpoints.test`, to that endpoint alone.
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
        Text: string;
        DeptId: number;
        /**
         * Format: date-time
         * @description RFC 3339, UTC, with milliseconds.
         * @example 2026-11-22T08:00:00.000Z
         */
        Timestamp: string;
        /** @enum {string} */
        ReasonCode: "position_change" | "resignation" | "joined_by_mistake" | "restructuring" | "other";
        Organization: {
            org_id: components["schemas"]["Id"];
            name: string;
            /** @enum {string} */
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
            /** @constant */
            result: true;
            association_id: components["schemas"]["Id"];
            unlinked_at: components["schemas"]["Timestamp"];
        };
        UnlinkPreview: {
            association: components["schemas"]["Association"];
            /** @description What either organisation shares with the other and would share no more. */
            shared_resources: {
                total: number;
                /** @description The first 100 of them. */
                items: components["schemas"]["SharedResource"][];
            };
            /** @description The organisation's authorizations of apps of the other, which would end. */
            authorizations: components["schemas"]["AffectedAuthorization"][];
        };
        SharedResource: {
            resource_id: components["schemas"]["Id"];
            kind: string;
            name: string;
            /**
             * @description Which of the two organisations owns it.
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
        /**
         * @description What the associated organisation is to this one.
         * @enum {string}
         */
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
        /** @enum {string} */
        EventType: "organization.association.unlinked" | "app.deauthorized" | "webhook_endpoint.disabled" | "ping";
        Event: components["schemas"]["OrganizationAssociationUnlinkedEvent"] | components["schemas"]["AppDeauthorizedEvent"] | components["schemas"]["WebhookEndpointDisabledEvent"] | components["schemas"]["PingEvent"];
        EventList: {
            data: components["schemas"]["Event"][];
            next_cursor: string | null;
        };
        /** @description What every event says of itself. */
        EventEnvelope: {
            id: components["schemas"]["Id"];
            timestamp: components["schemas"]["Timestamp"];
            /** @constant */
            api_version: "1.0";
            org_id: components["schemas"]["Id"];
            /** @description Counts up by one for each event of the organisation, in the order of commit, without a gap. */
            sequence: number;
            actor: components["schemas"]["Actor"];
        };
        Actor: {
            /** @enum {string} */
            type: "user" | "app" | "system";
            /** @description The account, the app, or `sendoff`. */
            id: string;
        };
        OrganizationAssociationUnlinkedEvent: components["schemas"]["EventEnvelope"] & {
            /** @constant */
            type: "organization.association.unlinked";
            data: {
                association_id: components["schemas"]["Id"];
                type: components["schemas"]["AssociationType"];
                dept_id: components["schemas"]["DeptId"];
                associated_org_id: components["schemas"]["Id"];
                associated_dept_id: components["schemas"]["DeptId"];
                /**
                 * @description Whether this organisation ended it or the associated one.
                 * @enum {string}
                 */
                side: "initiator" | "associated";
                /** @enum {string} */
                cause: "api" | "dissolution";
                reason_code: components["schemas"]["ReasonCode"] | null;
                /** @description Told to the initiator's side only. */
                reason_text: string | null;
                unlinked_at: components["schemas"]["Timestamp"];
            };
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "organization.association.unlinked";
        };
        AppDeauthorizedEvent: components["schemas"]["EventEnvelope"] & {
            /** @constant */
            type: "app.deauthorized";
            data: {
                authorization_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                /** @enum {string} */
                cause: "association_unlinked";
            };
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "app.deauthorized";
        };
        WebhookEndpointDisabledEvent: components["schemas"]["EventEnvelope"] & {
            /** @constant */
            type: "webhook_endpoint.disabled";
            data: {
                endpoint_id: components["schemas"]["Id"];
                app_id: components["schemas"]["Id"];
                url: string;
                /** @enum {string} */
                reason: "gone" | "consumer_request";
            };
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "webhook_endpoint.disabled";
        };
        PingEvent: components["schemas"]["EventEnvelope"] & {
            /** @constant */
            type: "ping";
            data: {
                endpoint_id: components["schemas"]["Id"];
            };
        } & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "ping";
        };
        CreateWebhookEndpointRequest: {
            /** @description `https:`, to a global address; the sandbox allows `http:` to loopback. */
            url: string;
            /** @description Only events of these types; all of them when left out. */
            event_types?: components["schemas"]["EventType"][];
            description?: components["schemas"]["Text"];
        };
        WebhookEndpoint: {
            endpoint_id: components["schemas"]["Id"];
            app_id: components["schemas"]["Id"];
            url: string;
            /** @description `null`: all types. */
            event_types: string[] | null;
            description: string | null;
            /** @enum {string} */
            status: "enabled" | "disabled";
            disabled_reason: string | null;
            created_at: components["schemas"]["Timestamp"];
        };
        CreatedWebhookEndpoint: components["schemas"]["WebhookEndpoint"] & {
            /** @description Signs the deliveries. Shown this once. */
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
            response_status: number | null;
            /** @description The first 4 KiB of the answer. */
            response_body: string | null;
            /** @description Why there was no usable answer. */
            error: string | null;
        };
        SandboxClock: {
            now: components["schemas"]["Timestamp"];
            real_now: components["schemas"]["Timestamp"];
            offset_ms: number;
        };
        /** @description To a time, or by a duration. */
        AdvanceClockRequest: {
            /**
             * Format: date-time
             * @description Not before the clock.
             */
            to: string;
        } | {
            /**
             * @description A duration of ISO 8601 in days, hours, minutes and seconds.
             * @example PT72H
             * @example P30D
             */
            by: string;
        };
        CreateUserTokenRequest: {
            account_id: components["schemas"]["Id"];
            scopes: components["schemas"]["Scope"][];
        };
        /** @enum {string} */
        Scope: "org:unlink" | "org:read" | "org:write" | "org:policy:write" | "org:dissolve" | "org:founder:transfer" | "org:association:read" | "org:association:write" | "member:read" | "member:write" | "member:condition:write" | "member:leave" | "member:offboard" | "member:restore" | "leave_application:read" | "leave_application:review" | "resource:read" | "resource:write" | "account:read" | "account:write" | "account:deregister" | "app:read" | "app:write" | "event:read" | "webhook:read" | "webhook:write" | "audit:read";
        UserToken: {
            access_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
            scope: string;
        };
        VerificationCode: {
            email: string | null;
            phone: string | null;
            /** @enum {string} */
            purpose: "register" | "recover";
            code: string;
            created_at: components["schemas"]["Timestamp"];
            expires_at: components["schemas"]["Timestamp"];
        };
        VerificationCodeList: {
            data: components["schemas"]["VerificationCode"][];
            next_cursor: string | null;
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
        /** @enum {string} */
        Role: "founder" | "admin" | "member";
        /** @enum {string} */
        Condition: "normal" | "frozen" | "banned" | "suspended" | "abnormal";
        /** @description What every problem says (RFC 9457). */
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
        /** @description What can be done about it. */
        Remediation: {
            /** @enum {string} */
            action: "contact_admin" | "retry";
        };
        InvalidRequest: components["schemas"]["Problem"] & {
            /** @constant */
            code: "invalid_request";
            errors: {
                /** @enum {string} */
                in: "body" | "query" | "path" | "header";
                /** @description A JSON Pointer (RFC 6901) to the place. */
                pointer: string;
                detail: string;
            }[];
        };
        TokenMissing: components["schemas"]["Problem"] & {
            /** @constant */
            code: "token_missing";
        };
        TokenInvalid: components["schemas"]["Problem"] & {
            /** @constant */
            code: "token_invalid";
        };
        TokenExpired: components["schemas"]["Problem"] & {
            /** @constant */
            code: "token_expired";
        };
        TokenRevoked: components["schemas"]["Problem"] & {
            /** @constant */
            code: "token_revoked";
        };
        ScopeMissing: components["schemas"]["Problem"] & {
            /** @constant */
            code: "scope_missing";
            required_scopes: components["schemas"]["Scope"][];
        };
        OrdinaryUserNotAllowed: components["schemas"]["Problem"] & {
            /** @constant */
            code: "ordinary_user_not_allowed";
        };
        AppRequired: components["schemas"]["Problem"] & {
            /** @constant */
            code: "app_required";
        };
        AccountRestricted: components["schemas"]["Problem"] & {
            /** @constant */
            code: "account_restricted";
            condition: components["schemas"]["Condition"];
        };
        OrgNotAuthorized: components["schemas"]["Problem"] & {
            /** @constant */
            code: "org_not_authorized";
        };
        NotFound: components["schemas"]["Problem"] & {
            /** @constant */
            code: "not_found";
        };
        AssociationNotFound: components["schemas"]["Problem"] & {
            /** @constant */
            code: "association_not_found";
        };
        EventNotFound: components["schemas"]["Problem"] & {
            /** @constant */
            code: "event_not_found";
        };
        WebhookEndpointNotFound: components["schemas"]["Problem"] & {
            /** @constant */
            code: "webhook_endpoint_not_found";
        };
        DeliveryNotFound: components["schemas"]["Problem"] & {
            /** @constant */
            code: "delivery_not_found";
        };
        AccountNotFound: components["schemas"]["Problem"] & {
            /** @constant */
            code: "account_not_found";
        };
        WebhookEndpointDisabled: components["schemas"]["Problem"] & {
            /** @constant */
            code: "webhook_endpoint_disabled";
        };
        IdempotencyInProgress: components["schemas"]["Problem"] & {
            /** @constant */
            code: "idempotency_in_progress";
        };
        PayloadTooLarge: components["schemas"]["Problem"] & {
            /** @constant */
            code: "payload_too_large";
        };
        UnsupportedMediaType: components["schemas"]["Problem"] & {
            /** @constant */
            code: "unsupported_media_type";
        };
        AssociationDeptMismatch: components["schemas"]["Problem"] & {
            /** @constant */
            code: "association_dept_mismatch";
        };
        IdempotencyKeyReused: components["schemas"]["Problem"] & {
            /** @constant */
            code: "idempotency_key_reused";
        };
        InternalError: components["schemas"]["Problem"] & {
            /** @constant */
            code: "internal_error";
        };
        Unavailable: components["schemas"]["Problem"] & {
            /** @constant */
            code: "unavailable";
        };
        MethodNotAllowed: components["schemas"]["Problem"] & {
            /** @constant */
            code: "method_not_allowed";
        };
    };
    responses: {
        /** @description Any 2xx - the event was received and is not sent again. */
        WebhookReceived: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Anything else - the event is sent again later. 410 disables the endpoint. */
        WebhookNotReceived: {
            headers: {
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
        /** @description There is no token that can be used. */
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
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
            };
        };
        /** @description The token or its account may not do this; of persons, the founder and administrators may. */
        ForbiddenToOrdinaryUsers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["OrdinaryUserNotAllowed"] | components["schemas"]["AccountRestricted"] | components["schemas"]["OrgNotAuthorized"];
            };
        };
        /** @description The token may not do this; it takes the token of an app. */
        ForbiddenToUsers: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ScopeMissing"] | components["schemas"]["AppRequired"] | components["schemas"]["OrgNotAuthorized"];
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
        /** @description The first request with the key is still running. */
        IdempotencyInProgress: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["IdempotencyInProgress"];
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
        /** @description The body is larger than 1 MiB. */
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
        /** @description The path has no such method, or the server made a mistake and changed nothing. */
        OtherProblem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["MethodNotAllowed"] | components["schemas"]["InternalError"];
            };
        };
        /** @description The server cannot answer now. Nothing was changed; try again. */
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
        /** @description How many at most. */
        Limit: number;
        /** @description The `next_cursor` of the page before. */
        Cursor: string;
        /** @description The endpoint. */
        EndpointId: components["schemas"]["Id"];
        /**
         * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
         *     An answer of 5xx is not kept.
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Names this request in the server's logs. A valid one that the caller sends is kept. */
        "X-Request-Id": string;
        /** @description `true` when this is the stored answer of an earlier request with the same key. */
        "Idempotency-Replayed": "true";
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "organization.unlink": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dept_id": 3,
                 *       "associated_org_id": "org_019c2b5e7d2f7a31b6c04e9d8f1a2b3c",
                 *       "reason_code": "restructuring"
                 *     }
                 */
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
                    /**
                     * @example {
                     *       "result": true,
                     *       "association_id": "assoc_019c2b5e7d2f7a31b6c04e9d8f1a2b3c",
                     *       "unlinked_at": "2026-11-22T08:00:00.000Z"
                     *     }
                     */
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
            /** @description The department is not the one to which the association is attached, or the key was used for another request. */
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
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dept_id": 3,
                 *       "associated_org_id": "org_019c2b5e7d2f7a31b6c04e9d8f1a2b3c"
                 *     }
                 */
                "application/json": components["schemas"]["UnlinkRequest"];
            };
        };
        responses: {
            /** @description What would end. */
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
            /** @description The department is not the one to which the association is attached, or the key was used for another request. */
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
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the page before. */
                cursor?: components["parameters"]["Cursor"];
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "events.list": {
        parameters: {
            query?: {
                /** @description Only events whose `sequence` is greater. */
                after?: number;
                /** @description Only events of these types, separated by commas. */
                types?: components["schemas"]["EventType"][];
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
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
            403: components["responses"]["ForbiddenToUsers"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
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
            403: components["responses"]["ForbiddenToUsers"];
            /** @description The organisation has no such event that the token may read. */
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
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the page before. */
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
            403: components["responses"]["ForbiddenToUsers"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "webhookEndpoints.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "http://127.0.0.1:4000/webhooks",
                 *       "event_types": [
                 *         "organization.association.unlinked"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateWebhookEndpointRequest"];
            };
        };
        responses: {
            /** @description The endpoint, with its secret. */
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
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
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
            /** @description Deleted. */
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
    "webhookEndpoints.test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
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
            403: components["responses"]["ForbiddenToUsers"];
            404: components["responses"]["WebhookEndpointNotFound"];
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
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "deliveries.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The delivery. */
                delivery_id: components["schemas"]["Id"];
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
            403: components["responses"]["ForbiddenToUsers"];
            /** @description The app has no such delivery. */
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
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["OtherProblem"];
        };
    };
    "sandbox.advanceClock": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "by": "PT72H"
                 *     }
                 */
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
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
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
                /**
                 * @description The same key with the same request gives the first answer again, for 24 hours, marked `Idempotency-Replayed: true`.
                 *     An answer of 5xx is not kept.
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "account_id": "acct_019c2b5e7d2f7a31b6c04e9d8f1a2b3c",
                 *       "scopes": [
                 *         "org:read"
                 *       ]
                 *     }
                 */
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
            /** @description There is no such account, or the server is not a sandbox. */
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
                /** @description How many at most. */
                limit?: components["parameters"]["Limit"];
                /** @description The `next_cursor` of the page before. */
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
            404: components["responses"]["NotFound"];
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
