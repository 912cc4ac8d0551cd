// Generated from openapi.yaml by `npm run generate`. Do not edit.
export const operations = {
  "organization.get": {
    "method": "GET",
    "path": "/v1.0/organization",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "deprecated": false
  },
  "organization.unlink": {
    "method": "POST",
    "path": "/v1.0/organization/unlink",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:unlink"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:unlink"
        ]
      }
    ],
    "body": true,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "organization.previewUnlink": {
    "method": "POST",
    "path": "/v1.0/organization/unlink/preview",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:unlink"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:unlink"
        ]
      }
    ],
    "body": true,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "associations.list": {
    "method": "GET",
    "path": "/v1.0/associations",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "deprecated": false
  },
  "associations.get": {
    "method": "GET",
    "path": "/v1.0/associations/{association_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [
      "association_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "deprecated": false
  },
  "events.list": {
    "method": "GET",
    "path": "/v1.0/events",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "event:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [],
    "queryParameters": {
      "after": "integer",
      "types": "list",
      "limit": "integer"
    },
    "idempotent": false,
    "deprecated": false
  },
  "events.get": {
    "method": "GET",
    "path": "/v1.0/events/{event_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "event:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [
      "event_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "deprecated": false
  },
  "webhookEndpoints.list": {
    "method": "GET",
    "path": "/v1.0/webhook-endpoints",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "deprecated": false
  },
  "webhookEndpoints.create": {
    "method": "POST",
    "path": "/v1.0/webhook-endpoints",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": true,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "webhookEndpoints.get": {
    "method": "GET",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "deprecated": false
  },
  "webhookEndpoints.delete": {
    "method": "DELETE",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": false,
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "webhookEndpoints.test": {
    "method": "POST",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/test",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": false,
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "deliveries.get": {
    "method": "GET",
    "path": "/v1.0/deliveries/{delivery_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": false,
    "pathParameters": [
      "delivery_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "deprecated": false
  },
  "sandbox.getClock": {
    "method": "GET",
    "path": "/v1.0/sandbox/clock",
    "callers": [],
    "body": false,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "deprecated": false
  },
  "sandbox.advanceClock": {
    "method": "POST",
    "path": "/v1.0/sandbox/clock/advance",
    "callers": [],
    "body": true,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "sandbox.reset": {
    "method": "POST",
    "path": "/v1.0/sandbox/reset",
    "callers": [],
    "body": false,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "sandbox.createUserToken": {
    "method": "POST",
    "path": "/v1.0/sandbox/user-tokens",
    "callers": [],
    "body": true,
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "deprecated": false
  },
  "sandbox.listVerificationCodes": {
    "method": "GET",
    "path": "/v1.0/sandbox/verification-codes",
    "callers": [],
    "body": false,
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "deprecated": false
  }
} as const

export const eventTypes = {
  "organization.association.unlinked": {
    "readScope": "org:association:read"
  },
  "app.deauthorized": {
    "readScope": "org:read"
  },
  "webhook_endpoint.disabled": {
    "readScope": "webhook:read"
  },
  "ping": {
    "readScope": "webhook:read"
  }
} as const

export const scopes = [
  "org:unlink",
  "org:read",
  "org:write",
  "org:policy:write",
  "org:dissolve",
  "org:founder:transfer",
  "org:association:read",
  "org:association:write",
  "member:read",
  "member:write",
  "member:condition:write",
  "member:leave",
  "member:offboard",
  "member:restore",
  "leave_application:read",
  "leave_application:review",
  "resource:read",
  "resource:write",
  "account:read",
  "account:write",
  "account:deregister",
  "app:read",
  "app:write",
  "event:read",
  "webhook:read",
  "webhook:write",
  "audit:read"
] as const

export const appScopes = [
  "org:unlink",
  "org:read",
  "org:write",
  "org:policy:write",
  "org:association:read",
  "org:association:write",
  "member:read",
  "member:write",
  "member:condition:write",
  "member:offboard",
  "member:restore",
  "leave_application:read",
  "leave_application:review",
  "resource:read",
  "resource:write",
  "event:read",
  "webhook:read",
  "webhook:write",
  "audit:read"
] as const

export const userScopes = [
  "org:unlink",
  "org:read",
  "org:write",
  "org:policy:write",
  "org:dissolve",
  "org:founder:transfer",
  "org:association:read",
  "org:association:write",
  "member:read",
  "member:write",
  "member:condition:write",
  "member:leave",
  "member:offboard",
  "member:restore",
  "leave_application:read",
  "leave_application:review",
  "resource:read",
  "resource:write",
  "account:read",
  "account:write",
  "account:deregister",
  "app:read",
  "app:write",
  "audit:read"
] as const

export const problemCodes = [
  "invalid_request",
  "token_missing",
  "token_invalid",
  "token_expired",
  "token_revoked",
  "scope_missing",
  "ordinary_user_not_allowed",
  "app_required",
  "account_restricted",
  "org_not_authorized",
  "not_found",
  "association_not_found",
  "event_not_found",
  "webhook_endpoint_not_found",
  "delivery_not_found",
  "account_not_found",
  "webhook_endpoint_disabled",
  "idempotency_in_progress",
  "payload_too_large",
  "unsupported_media_type",
  "association_dept_mismatch",
  "idempotency_key_reused",
  "internal_error",
  "unavailable",
  "method_not_allowed"
] as const
