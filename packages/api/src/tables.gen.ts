// Generated from openapi.yaml by `npm run generate`. Do not edit.
export const operations = {
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
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
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
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.update": {
    "method": "PATCH",
    "path": "/v1.0/organization",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.getCounts": {
    "method": "GET",
    "path": "/v1.0/organization/counts",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.listAdmins": {
    "method": "GET",
    "path": "/v1.0/organization/admins",
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.getLeavePolicy": {
    "method": "GET",
    "path": "/v1.0/organization/leave-policy",
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.setLeavePolicy": {
    "method": "PUT",
    "path": "/v1.0/organization/leave-policy",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:policy:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:policy:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.getPolicies": {
    "method": "GET",
    "path": "/v1.0/organization/policies",
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.setPolicies": {
    "method": "PATCH",
    "path": "/v1.0/organization/policies",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:policy:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:policy:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organization.transferFounder": {
    "method": "POST",
    "path": "/v1.0/organization/founder-transfer",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:founder:transfer"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "scheduledUnlinks.list": {
    "method": "GET",
    "path": "/v1.0/scheduled-unlinks",
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "scheduledUnlinks.create": {
    "method": "POST",
    "path": "/v1.0/scheduled-unlinks",
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
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "scheduledUnlinks.get": {
    "method": "GET",
    "path": "/v1.0/scheduled-unlinks/{scheduled_unlink_id}",
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
    "body": "none",
    "pathParameters": [
      "scheduled_unlink_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "scheduledUnlinks.cancel": {
    "method": "POST",
    "path": "/v1.0/scheduled-unlinks/{scheduled_unlink_id}/cancel",
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
    "body": "none",
    "pathParameters": [
      "scheduled_unlink_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "associated_org_id": "string",
      "type": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "associations.listEnded": {
    "method": "GET",
    "path": "/v1.0/associations/ended",
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
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
    "body": "none",
    "pathParameters": [
      "association_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "associationInvitations.list": {
    "method": "GET",
    "path": "/v1.0/association-invitations",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "associationInvitations.create": {
    "method": "POST",
    "path": "/v1.0/association-invitations",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "associationInvitations.accept": {
    "method": "POST",
    "path": "/v1.0/association-invitations/{invitation_id}/accept",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "invitation_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "associationInvitations.decline": {
    "method": "POST",
    "path": "/v1.0/association-invitations/{invitation_id}/decline",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "invitation_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "associationInvitations.revoke": {
    "method": "POST",
    "path": "/v1.0/association-invitations/{invitation_id}/revoke",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "invitation_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "associationBlocks.list": {
    "method": "GET",
    "path": "/v1.0/association-blocks",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "associationBlocks.create": {
    "method": "POST",
    "path": "/v1.0/association-blocks",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "associationBlocks.delete": {
    "method": "DELETE",
    "path": "/v1.0/association-blocks/{associated_org_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:association:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:association:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "associated_org_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "leave.create": {
    "method": "POST",
    "path": "/v1.0/leave",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "leave.preview": {
    "method": "POST",
    "path": "/v1.0/leave/preview",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "leave.listPreviewResources": {
    "method": "GET",
    "path": "/v1.0/leave/preview/{preview_id}/resources",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "preview_id"
    ],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "kind": "string",
      "outcome": "string",
      "recipient_id": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "leaveApplications.list": {
    "method": "GET",
    "path": "/v1.0/leave-applications",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "leave_application:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "leave_application:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "account_id": "string",
      "status": "string",
      "awaiting_me": "boolean"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "leaveApplications.create": {
    "method": "POST",
    "path": "/v1.0/leave-applications",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "leaveApplications.get": {
    "method": "GET",
    "path": "/v1.0/leave-applications/{application_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "leave_application:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "leave_application:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "application_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "leaveApplications.approve": {
    "method": "POST",
    "path": "/v1.0/leave-applications/{application_id}/approve",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "leave_application:review"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "leave_application:review"
        ]
      }
    ],
    "body": "optional",
    "pathParameters": [
      "application_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "leaveApplications.reject": {
    "method": "POST",
    "path": "/v1.0/leave-applications/{application_id}/reject",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "leave_application:review"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "leave_application:review"
        ]
      }
    ],
    "body": "optional",
    "pathParameters": [
      "application_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "leaveApplications.withdraw": {
    "method": "POST",
    "path": "/v1.0/leave-applications/{application_id}/withdraw",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "application_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "leaveApplications.confirm": {
    "method": "POST",
    "path": "/v1.0/leave-applications/{application_id}/confirm",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "member:leave"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "application_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardings.preview": {
    "method": "POST",
    "path": "/v1.0/offboardings/preview",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardings.listPreviewResources": {
    "method": "GET",
    "path": "/v1.0/offboardings/preview/{preview_id}/resources",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "preview_id"
    ],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "kind": "string",
      "outcome": "string",
      "recipient_id": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardings.list": {
    "method": "GET",
    "path": "/v1.0/offboardings",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "account_id": "string",
      "batch_id": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardings.create": {
    "method": "POST",
    "path": "/v1.0/offboardings",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "offboardings.get": {
    "method": "GET",
    "path": "/v1.0/offboardings/{offboarding_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "offboarding_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardings.update": {
    "method": "PATCH",
    "path": "/v1.0/offboardings/{offboarding_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "offboarding_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardings.cancel": {
    "method": "POST",
    "path": "/v1.0/offboardings/{offboarding_id}/cancel",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "offboarding_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardingBatches.list": {
    "method": "GET",
    "path": "/v1.0/offboarding-batches",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardingBatches.create": {
    "method": "POST",
    "path": "/v1.0/offboarding-batches",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "offboardingBatches.createByFilter": {
    "method": "POST",
    "path": "/v1.0/offboarding-batches/by-filter",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "offboardingBatches.get": {
    "method": "GET",
    "path": "/v1.0/offboarding-batches/{batch_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "batch_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardingBatches.listItems": {
    "method": "GET",
    "path": "/v1.0/offboarding-batches/{batch_id}/items",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "batch_id"
    ],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "offboardingBatches.cancel": {
    "method": "POST",
    "path": "/v1.0/offboarding-batches/{batch_id}/cancel",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "batch_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departures.list": {
    "method": "GET",
    "path": "/v1.0/departures",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "account_id": "string",
      "batch_id": "string",
      "q": "string",
      "bom": "boolean",
      "restorable": "boolean",
      "method": "string",
      "closed": "boolean"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departures.get": {
    "method": "GET",
    "path": "/v1.0/departures/{departure_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "departure_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departures.getHandover": {
    "method": "GET",
    "path": "/v1.0/departures/{departure_id}/handover",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "departure_id"
    ],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "bom": "boolean"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departures.handOver": {
    "method": "POST",
    "path": "/v1.0/departures/{departure_id}/handover",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:offboard"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:offboard"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "departure_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departures.listReceipts": {
    "method": "GET",
    "path": "/v1.0/departures/{departure_id}/receipts",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "receipt:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "receipt:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "departure_id"
    ],
    "queryParameters": {
      "status": "string",
      "overdue": "boolean",
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departures.previewRestore": {
    "method": "POST",
    "path": "/v1.0/departures/{departure_id}/restore/preview",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:restore"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:restore"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "departure_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departures.restore": {
    "method": "POST",
    "path": "/v1.0/departures/{departure_id}/restore",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:restore"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:restore"
        ]
      }
    ],
    "body": "optional",
    "pathParameters": [
      "departure_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "receipts.list": {
    "method": "GET",
    "path": "/v1.0/receipts",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "receipt:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "receipt:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "status": "string",
      "overdue": "boolean",
      "event_type": "string",
      "subject_id": "string",
      "departure_id": "string",
      "endpoint_id": "string",
      "event_id": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "receipts.create": {
    "method": "POST",
    "path": "/v1.0/receipts",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "receipt:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "receipts.get": {
    "method": "GET",
    "path": "/v1.0/receipts/{receipt_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "receipt:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "receipt:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "receipt_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "receipts.remind": {
    "method": "POST",
    "path": "/v1.0/receipts/{receipt_id}/remind",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "receipt:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "receipt:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "receipt_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "receipts.settle": {
    "method": "POST",
    "path": "/v1.0/receipts/{receipt_id}/settle",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "receipt:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "receipt_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "legalHolds.list": {
    "method": "GET",
    "path": "/v1.0/legal-holds",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "legal_hold:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "legal_hold:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "departure_id": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "legalHolds.create": {
    "method": "POST",
    "path": "/v1.0/legal-holds",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "legal_hold:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "legalHolds.get": {
    "method": "GET",
    "path": "/v1.0/legal-holds/{hold_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "legal_hold:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "legal_hold:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "hold_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "legalHolds.release": {
    "method": "POST",
    "path": "/v1.0/legal-holds/{hold_id}/release",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "legal_hold:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "hold_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "erasures.list": {
    "method": "GET",
    "path": "/v1.0/erasures",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "erasure:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "erasure:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "erasures.create": {
    "method": "POST",
    "path": "/v1.0/erasures",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "erasure:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "erasures.get": {
    "method": "GET",
    "path": "/v1.0/erasures/{erasure_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "erasure:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "erasure:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "erasure_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "erasureRequests.list": {
    "method": "GET",
    "path": "/v1.0/erasure-requests",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "erasure:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "erasure:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "erasureRequests.grant": {
    "method": "POST",
    "path": "/v1.0/erasure-requests/{erasure_request_id}/grant",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "erasure:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "erasure_request_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "erasureRequests.refuse": {
    "method": "POST",
    "path": "/v1.0/erasure-requests/{erasure_request_id}/refuse",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "erasure:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "erasure_request_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "dissolution.get": {
    "method": "GET",
    "path": "/v1.0/organization/dissolution",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:dissolve"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "dissolution.request": {
    "method": "POST",
    "path": "/v1.0/organization/dissolution",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:dissolve"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "dissolution.cancel": {
    "method": "DELETE",
    "path": "/v1.0/organization/dissolution",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:dissolve"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "dissolution.preview": {
    "method": "GET",
    "path": "/v1.0/organization/dissolution/preview",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:dissolve"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "founderReplacements.list": {
    "method": "GET",
    "path": "/v1.0/founder-replacements",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "founderReplacements.get": {
    "method": "GET",
    "path": "/v1.0/founder-replacements/{replacement_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "replacement_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "founderReplacements.object": {
    "method": "POST",
    "path": "/v1.0/founder-replacements/{replacement_id}/object",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "org:write"
        ]
      }
    ],
    "body": "optional",
    "pathParameters": [
      "replacement_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "organizations.create": {
    "method": "POST",
    "path": "/v1.0/organizations",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "departments.list": {
    "method": "GET",
    "path": "/v1.0/departments",
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
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departments.create": {
    "method": "POST",
    "path": "/v1.0/departments",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "departments.get": {
    "method": "GET",
    "path": "/v1.0/departments/{dept_id}",
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
    "body": "none",
    "pathParameters": [
      "dept_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departments.update": {
    "method": "PATCH",
    "path": "/v1.0/departments/{dept_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "dept_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departments.delete": {
    "method": "DELETE",
    "path": "/v1.0/departments/{dept_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "dept_id"
    ],
    "queryParameters": {
      "move_to": "integer"
    },
    "idempotent": true,
    "success": null,
    "streamed": false,
    "deprecated": false
  },
  "departments.getDeletion": {
    "method": "GET",
    "path": "/v1.0/departments/{dept_id}/deletion",
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
    "body": "none",
    "pathParameters": [
      "dept_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "departments.previewDelete": {
    "method": "GET",
    "path": "/v1.0/departments/{dept_id}/deletion/preview",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "org:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "org:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "dept_id"
    ],
    "queryParameters": {
      "move_to": "integer"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "members.list": {
    "method": "GET",
    "path": "/v1.0/members",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "role": "string",
      "condition": "string",
      "manager_id": "string",
      "external_id": "string",
      "account_ids": "list",
      "status": "string",
      "dept_id": "integer",
      "q": "string",
      "bom": "boolean"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "members.create": {
    "method": "POST",
    "path": "/v1.0/members",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "members.get": {
    "method": "GET",
    "path": "/v1.0/members/{account_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "members.update": {
    "method": "PATCH",
    "path": "/v1.0/members/{account_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "members.setCondition": {
    "method": "PUT",
    "path": "/v1.0/members/{account_id}/condition",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:condition:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:condition:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "members.setRole": {
    "method": "PUT",
    "path": "/v1.0/members/{account_id}/role",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "member:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "members.changeAddress": {
    "method": "PUT",
    "path": "/v1.0/members/{account_id}/address",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "members.listCreations": {
    "method": "GET",
    "path": "/v1.0/members/{account_id}/creations",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "member:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "member:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "type": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "membershipInvitations.list": {
    "method": "GET",
    "path": "/v1.0/membership-invitations",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "membershipInvitations.accept": {
    "method": "POST",
    "path": "/v1.0/membership-invitations/{account_id}/accept",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "membershipInvitations.decline": {
    "method": "POST",
    "path": "/v1.0/membership-invitations/{account_id}/decline",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "membershipBlocks.list": {
    "method": "GET",
    "path": "/v1.0/membership-blocks",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "membershipBlocks.create": {
    "method": "POST",
    "path": "/v1.0/membership-blocks",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "membershipBlocks.delete": {
    "method": "DELETE",
    "path": "/v1.0/membership-blocks/{org_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "org_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "resources.list": {
    "method": "GET",
    "path": "/v1.0/members/{account_id}/resources",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "resource:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "resource:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "account_id"
    ],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "kind": "string",
      "status": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "resources.upsert": {
    "method": "POST",
    "path": "/v1.0/resources",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "resource:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "resource:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "resources.get": {
    "method": "GET",
    "path": "/v1.0/resources/{resource_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "resource:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "resource:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "resource_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.get": {
    "method": "GET",
    "path": "/v1.0/me",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.update": {
    "method": "PATCH",
    "path": "/v1.0/me",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.changePassword": {
    "method": "PUT",
    "path": "/v1.0/me/password",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "me.listConsents": {
    "method": "GET",
    "path": "/v1.0/me/consents",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.endConsent": {
    "method": "DELETE",
    "path": "/v1.0/me/consents/{consent_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "consent_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "me.listAccounts": {
    "method": "GET",
    "path": "/v1.0/me/accounts",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.listOrganizations": {
    "method": "GET",
    "path": "/v1.0/me/organizations",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.listDepartures": {
    "method": "GET",
    "path": "/v1.0/me/departures",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.listErasureRequests": {
    "method": "GET",
    "path": "/v1.0/me/erasure-requests",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.requestErasure": {
    "method": "POST",
    "path": "/v1.0/me/erasure-requests",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "me.listNotifications": {
    "method": "GET",
    "path": "/v1.0/me/notifications",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "unread": "boolean"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.markNotificationsRead": {
    "method": "POST",
    "path": "/v1.0/me/notifications/read",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.changeAddress": {
    "method": "POST",
    "path": "/v1.0/me/address",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "me.deregister": {
    "method": "POST",
    "path": "/v1.0/me/deregister",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "account:deregister"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "accounts.register": {
    "method": "POST",
    "path": "/v1.0/accounts",
    "callers": [],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "verificationCodes.create": {
    "method": "POST",
    "path": "/v1.0/verification-codes",
    "callers": [],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "recovery.create": {
    "method": "POST",
    "path": "/v1.0/recovery",
    "callers": [],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "apps.list": {
    "method": "GET",
    "path": "/v1.0/apps",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "apps.create": {
    "method": "POST",
    "path": "/v1.0/apps",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "apps.get": {
    "method": "GET",
    "path": "/v1.0/apps/{app_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "app_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "apps.update": {
    "method": "PATCH",
    "path": "/v1.0/apps/{app_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "app_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "apps.delete": {
    "method": "DELETE",
    "path": "/v1.0/apps/{app_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "app_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "apps.createSecret": {
    "method": "POST",
    "path": "/v1.0/apps/{app_id}/secrets",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "app_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
    "deprecated": false
  },
  "apps.deleteSecret": {
    "method": "DELETE",
    "path": "/v1.0/apps/{app_id}/secrets/{secret_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "app_id",
      "secret_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "authorizations.list": {
    "method": "GET",
    "path": "/v1.0/authorizations",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "authorizations.delete": {
    "method": "DELETE",
    "path": "/v1.0/authorizations/{authorization_id}",
    "callers": [
      {
        "caller": "user",
        "scopes": [
          "app:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "authorization_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
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
      },
      {
        "caller": "user",
        "scopes": [
          "event:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "after": "integer",
      "types": "list",
      "since": "string",
      "account_id": "string",
      "limit": "integer",
      "wait": "integer"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "events.stream": {
    "method": "GET",
    "path": "/v1.0/events/stream",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "event:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "event:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "after": "integer",
      "types": "list"
    },
    "idempotent": false,
    "success": 200,
    "streamed": true,
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
      },
      {
        "caller": "user",
        "scopes": [
          "event:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "event_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "events.listTypes": {
    "method": "GET",
    "path": "/v1.0/event-types",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "event:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "event:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
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
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "app_id": "string",
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
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
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 201,
    "streamed": false,
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
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.update": {
    "method": "PATCH",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
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
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
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
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.verify": {
    "method": "POST",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/verify",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.enable": {
    "method": "POST",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/enable",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.disable": {
    "method": "POST",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/disable",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.rotateSecret": {
    "method": "POST",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/rotate-secret",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "optional",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.deleteSecret": {
    "method": "DELETE",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/secrets/{secret_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id",
      "secret_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 204,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.getHealth": {
    "method": "GET",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/health",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.listDeliveries": {
    "method": "GET",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/deliveries",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {
      "status": "string",
      "event_type": "string",
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.recover": {
    "method": "POST",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/recover",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "required",
    "pathParameters": [
      "endpoint_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": null,
    "streamed": false,
    "deprecated": false
  },
  "webhookEndpoints.getRecovery": {
    "method": "GET",
    "path": "/v1.0/webhook-endpoints/{endpoint_id}/recoveries/{recovery_id}",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "endpoint_id",
      "recovery_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
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
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "delivery_id"
    ],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "deliveries.redeliver": {
    "method": "POST",
    "path": "/v1.0/deliveries/{delivery_id}/redeliver",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "webhook:write"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "webhook:write"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [
      "delivery_id"
    ],
    "queryParameters": {},
    "idempotent": true,
    "success": 202,
    "streamed": false,
    "deprecated": false
  },
  "auditLogs.list": {
    "method": "GET",
    "path": "/v1.0/audit-logs",
    "callers": [
      {
        "caller": "app",
        "scopes": [
          "audit:read"
        ]
      },
      {
        "caller": "user",
        "scopes": [
          "audit:read"
        ]
      }
    ],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "order": "string",
      "since": "string",
      "until": "string",
      "bom": "boolean",
      "action": "string",
      "target_id": "string",
      "actor_id": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "sandbox.getClock": {
    "method": "GET",
    "path": "/v1.0/sandbox/clock",
    "callers": [],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "sandbox.advanceClock": {
    "method": "POST",
    "path": "/v1.0/sandbox/clock/advance",
    "callers": [],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "sandbox.reset": {
    "method": "POST",
    "path": "/v1.0/sandbox/reset",
    "callers": [],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "sandbox.createUserToken": {
    "method": "POST",
    "path": "/v1.0/sandbox/user-tokens",
    "callers": [],
    "body": "required",
    "pathParameters": [],
    "queryParameters": {},
    "idempotent": true,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "sandbox.listVerificationCodes": {
    "method": "GET",
    "path": "/v1.0/sandbox/verification-codes",
    "callers": [],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  },
  "sandbox.getData": {
    "method": "GET",
    "path": "/v1.0/sandbox/data",
    "callers": [],
    "body": "none",
    "pathParameters": [],
    "queryParameters": {
      "limit": "integer",
      "cursor": "string",
      "org_id": "string"
    },
    "idempotent": false,
    "success": 200,
    "streamed": false,
    "deprecated": false
  }
} as const

export const eventTypes = {
  "organization.association.invited": {
    "readScope": "org:association:read"
  },
  "organization.association.linked": {
    "readScope": "org:association:read"
  },
  "organization.association.declined": {
    "readScope": "org:association:read"
  },
  "organization.association.revoked": {
    "readScope": "org:association:read"
  },
  "organization.association.expired": {
    "readScope": "org:association:read"
  },
  "organization.association.unlink_scheduled": {
    "readScope": "org:association:read"
  },
  "organization.association.unlink_canceled": {
    "readScope": "org:association:read"
  },
  "organization.association.unlink_failed": {
    "readScope": "org:association:read"
  },
  "organization.association.updated": {
    "readScope": "org:association:read"
  },
  "organization.association.unlinked": {
    "readScope": "org:association:read"
  },
  "leave_application.submitted": {
    "readScope": "leave_application:read"
  },
  "leave_application.partly_approved": {
    "readScope": "leave_application:read"
  },
  "leave_application.manager_changed": {
    "readScope": "leave_application:read"
  },
  "leave_application.approved": {
    "readScope": "leave_application:read"
  },
  "leave_application.rejected": {
    "readScope": "leave_application:read"
  },
  "leave_application.withdrawn": {
    "readScope": "leave_application:read"
  },
  "leave_application.confirmed": {
    "readScope": "leave_application:read"
  },
  "leave_application.expired": {
    "readScope": "leave_application:read"
  },
  "member.offboarding_scheduled": {
    "readScope": "member:read"
  },
  "member.offboarding_rescheduled": {
    "readScope": "member:read"
  },
  "member.offboarding_canceled": {
    "readScope": "member:read"
  },
  "member.offboarding_failed": {
    "readScope": "member:read"
  },
  "offboarding_batch.completed": {
    "readScope": "member:read"
  },
  "offboarding_batch.canceled": {
    "readScope": "member:read"
  },
  "member.departed": {
    "readScope": "member:read"
  },
  "member.restored": {
    "readScope": "member:read"
  },
  "member.references_changed": {
    "readScope": "member:read"
  },
  "member.purged": {
    "readScope": "member:read"
  },
  "legal_hold.placed": {
    "readScope": "legal_hold:read"
  },
  "legal_hold.released": {
    "readScope": "legal_hold:read"
  },
  "account.erasure_requested": {
    "readScope": "erasure:read"
  },
  "account.erased": {
    "readScope": "member:read"
  },
  "resource.transferred": {
    "readScope": "resource:read"
  },
  "resource.deleted": {
    "readScope": "resource:read"
  },
  "handover.completed": {
    "readScope": "resource:read"
  },
  "departure.closed": {
    "readScope": "member:read"
  },
  "departure.reopened": {
    "readScope": "member:read"
  },
  "receipt.overdue": {
    "readScope": "receipt:read"
  },
  "receipt.failed": {
    "readScope": "receipt:read"
  },
  "organization.dissolution_scheduled": {
    "readScope": "org:read"
  },
  "organization.dissolution_canceled": {
    "readScope": "org:read"
  },
  "organization.dissolved": {
    "readScope": "org:read"
  },
  "account.deregistered": {
    "readScope": "member:read"
  },
  "account.address_changed": {
    "readScope": "member:read"
  },
  "account.identifier_recycled": {
    "readScope": "member:read"
  },
  "member.joined": {
    "readScope": "member:read"
  },
  "member.accepted": {
    "readScope": "member:read"
  },
  "member.updated": {
    "readScope": "member:read"
  },
  "member.condition_changed": {
    "readScope": "member:read"
  },
  "member.role_changed": {
    "readScope": "member:read"
  },
  "department.created": {
    "readScope": "org:read"
  },
  "department.updated": {
    "readScope": "org:read"
  },
  "department.deleted": {
    "readScope": "org:read"
  },
  "organization.updated": {
    "readScope": "org:read"
  },
  "organization.founder_transferred": {
    "readScope": "org:read"
  },
  "organization.founder_replacement_started": {
    "readScope": "org:read"
  },
  "organization.founder_replacement_ended": {
    "readScope": "org:read"
  },
  "organization.leave_policy_changed": {
    "readScope": "org:read"
  },
  "organization.policies_changed": {
    "readScope": "org:read"
  },
  "organization.due_work_stalled": {
    "readScope": "org:read"
  },
  "app.deauthorized": {
    "readScope": "org:read"
  },
  "app.authorized": {
    "readScope": "org:read"
  },
  "webhook_endpoint.disabled": {
    "readScope": "webhook:read"
  },
  "webhook_endpoint.enabled": {
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
  "legal_hold:read",
  "legal_hold:write",
  "erasure:read",
  "erasure:write",
  "receipt:read",
  "receipt:write",
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
  "legal_hold:read",
  "erasure:read",
  "receipt:read",
  "receipt:write",
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
  "legal_hold:read",
  "erasure:read",
  "legal_hold:write",
  "erasure:write",
  "receipt:read",
  "receipt:write",
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

export const problemCodes = [
  "confirm_name_mismatch",
  "departure_restorable",
  "effective_at_in_past",
  "invalid_request",
  "recipient_invalid",
  "token_expired",
  "token_invalid",
  "token_missing",
  "token_revoked",
  "account_restricted",
  "admin_required",
  "app_required",
  "code_invalid",
  "founder_required",
  "invitation_refused",
  "ordinary_user_not_allowed",
  "org_not_authorized",
  "own_case",
  "password_incorrect",
  "personal_account_not_offboardable",
  "personal_account_required",
  "scope_missing",
  "origin_not_allowed",
  "user_required",
  "account_not_found",
  "app_not_found",
  "department_not_found",
  "consent_not_found",
  "association_not_found",
  "authorization_not_found",
  "block_not_found",
  "delivery_not_found",
  "departure_not_found",
  "erasure_not_found",
  "erasure_request_not_found",
  "legal_hold_not_found",
  "founder_replacement_not_found",
  "dissolution_not_found",
  "event_not_found",
  "invitation_not_found",
  "leave_application_not_found",
  "member_not_found",
  "not_found",
  "offboarding_batch_not_found",
  "offboarding_batch_ended",
  "scheduled_unlink_not_found",
  "scheduled_unlink_exists",
  "scheduled_unlink_not_pending",
  "offboarding_not_found",
  "organization_not_found",
  "receipt_not_found",
  "recovery_not_found",
  "resource_not_found",
  "secret_not_found",
  "webhook_endpoint_not_found",
  "method_not_allowed",
  "account_exists",
  "admin_cannot_leave_instantly",
  "already_departed",
  "already_restored",
  "application_closed",
  "application_not_approved",
  "application_pending",
  "approval_required",
  "app_uses_no_secret",
  "association_exists",
  "account_not_departed",
  "erasure_exists",
  "erasure_request_exists",
  "erasure_request_decided",
  "legal_hold_released",
  "legal_hold_standing",
  "founder_replacement_ended",
  "dissolution_in_progress",
  "founder_must_transfer",
  "idempotency_in_progress",
  "invitation_closed",
  "handover_running",
  "last_admin",
  "last_secret",
  "root_department",
  "department_not_empty",
  "department_deletion_running",
  "member_exists",
  "address_in_use",
  "other_accounts",
  "membership_not_accepted",
  "offboarding_exists",
  "offboarding_not_pending",
  "preview_not_found",
  "preview_stale",
  "restore_conflict",
  "receipt_ambiguous",
  "receipt_settled",
  "sole_member_must_dissolve",
  "too_many_apps",
  "too_many_secrets",
  "too_many_webhook_endpoints",
  "webhook_endpoint_disabled",
  "webhook_endpoint_unverified",
  "account_not_restorable",
  "cursor_expired",
  "invitation_expired",
  "restore_window_expired",
  "payload_too_large",
  "unsupported_media_type",
  "association_dept_mismatch",
  "idempotency_key_reused",
  "rate_limited",
  "too_many_attempts",
  "internal_error",
  "unavailable"
] as const
