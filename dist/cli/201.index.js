"use strict";exports.id=201,exports.ids=[201],exports.modules={9201:(function(__unused_webpack_module,__webpack_exports__,__webpack_require__){__webpack_require__.d(__webpack_exports__,{publishedSchema:function(){return publishedSchema}});const PUBLISHED={"baseline-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/org/proof-verify/schemas/v1/baseline-v1.schema.json",
  "title": "Gate baseline",
  "description": "What a later run is compared with: chains, counts, coverage, signers and test outcomes.",
  "type": "object",
  "required": [
    "version",
    "chains",
    "record_types",
    "frameworks",
    "signers",
    "tests"
  ],
  "properties": {
    "version": {
      "const": 1
    },
    "chains": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "path",
          "chain_id",
          "record_count",
          "head_hash"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "chain_id": {
            "type": "string"
          },
          "record_count": {
            "type": "integer",
            "minimum": 0
          },
          "head_hash": {
            "type": "string",
            "pattern": "^(sha256:[a-f0-9]{64})?$",
            "description": "Empty for a chain of no records."
          }
        },
        "additionalProperties": false
      }
    },
    "record_types": {
      "type": "object",
      "additionalProperties": {
        "type": "integer",
        "minimum": 0
      }
    },
    "frameworks": {
      "type": "object",
      "additionalProperties": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1
        },
        "uniqueItems": true
      }
    },
    "signers": {
      "type": "array",
      "items": {
        "type": "string",
        "minLength": 1
      },
      "uniqueItems": true
    },
    "tests": {
      "type": "object",
      "additionalProperties": {
        "type": "string"
      }
    },
    "digest": {
      "type": "string",
      "pattern": "^(sha256:)?[a-f0-9]{64}$",
      "description": "SHA-256 of the canonical form of the document without this member."
    }
  },
  "additionalProperties": false
}
`,"bundle-manifest-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/bundle-manifest-v1.schema.json",
  "title": "Bundle manifest",
  "description": "The files of a bundle and their digests.",
  "type": "object",
  "required": [
    "files"
  ],
  "properties": {
    "files": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "path",
          "sha256"
        ],
        "properties": {
          "path": {
            "type": "string"
          },
          "sha256": {
            "type": "string"
          }
        }
      }
    },
    "algo_id": {
      "type": "string"
    },
    "salt_id": {
      "type": "string"
    },
    "signatures": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "alg",
          "key_id",
          "sig",
          "signed_digest"
        ],
        "properties": {
          "alg": {
            "type": "string",
            "minLength": 1
          },
          "key_id": {
            "type": "string",
            "minLength": 1
          },
          "sig": {
            "type": "string",
            "minLength": 1
          },
          "signed_digest": {
            "type": "string",
            "minLength": 1
          }
        }
      }
    }
  }
}
`,"chain-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/chain-v1.schema.json",
  "title": "Proof chain",
  "description": "Records in order, each linked to the one before it. The records themselves are validated by proof-record-v1.",
  "type": "object",
  "required": [
    "chain_id",
    "created_at",
    "record_count",
    "records"
  ],
  "properties": {
    "chain_id": {
      "type": "string"
    },
    "created_at": {
      "type": "string",
      "format": "date-time"
    },
    "record_count": {
      "type": "integer",
      "minimum": 0
    },
    "records": {
      "type": "array"
    },
    "head_hash": {
      "type": "string",
      "pattern": "^sha256:[a-f0-9]{64}$"
    },
    "signatures": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "alg",
          "key_id",
          "sig",
          "signed_digest"
        ],
        "properties": {
          "alg": {
            "type": "string"
          },
          "key_id": {
            "type": "string"
          },
          "sig": {
            "type": "string"
          },
          "signed_digest": {
            "type": "string"
          }
        }
      }
    }
  }
}
`,"control-containment-telemetry-profile-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/control-containment-telemetry-profile-v1.schema.json",
  "title": "Control, containment and telemetry profile",
  "description": "Identifiers that were recorded together. A profile claims nothing about what was enforced.",
  "type": "object",
  "required": [
    "profile_version",
    "binding_mode"
  ],
  "additionalProperties": false,
  "properties": {
    "profile_version": {
      "enum": [
        "1",
        "1.0"
      ]
    },
    "binding_mode": {
      "enum": [
        "identifier_only",
        "digest_bound"
      ]
    },
    "event_ref": {
      "$ref": "#/definitions/reference"
    },
    "action_ref": {
      "$ref": "#/definitions/reference"
    },
    "contract_ref": {
      "$ref": "#/definitions/reference"
    },
    "run_ref": {
      "$ref": "#/definitions/reference"
    },
    "session_ref": {
      "$ref": "#/definitions/reference"
    },
    "policy_ref": {
      "$ref": "#/definitions/reference"
    },
    "decision_ref": {
      "$ref": "#/definitions/reference"
    },
    "proof_ref": {
      "$ref": "#/definitions/reference"
    },
    "causal_ref": {
      "$ref": "#/definitions/reference"
    },
    "containment_ref": {
      "$ref": "#/definitions/reference"
    },
    "boundary_ref": {
      "$ref": "#/definitions/reference"
    },
    "revocation_ref": {
      "$ref": "#/definitions/reference"
    },
    "acknowledgement_ref": {
      "$ref": "#/definitions/reference"
    },
    "trace_id": {
      "type": "string",
      "pattern": "^[a-f0-9]{32}$",
      "not": {
        "const": "00000000000000000000000000000000"
      }
    },
    "span_id": {
      "type": "string",
      "pattern": "^[a-f0-9]{16}$",
      "not": {
        "const": "0000000000000000"
      }
    },
    "parent_span_id": {
      "type": "string",
      "pattern": "^[a-f0-9]{16}$",
      "not": {
        "const": "0000000000000000"
      }
    },
    "content_digest": {
      "type": "string",
      "pattern": "^(?:sha256:)?[a-f0-9]{64}$"
    },
    "redaction": {
      "$ref": "#/definitions/redaction"
    },
    "redaction_metadata": {
      "$ref": "#/definitions/redaction"
    }
  },
  "if": {
    "properties": {
      "binding_mode": {
        "const": "identifier_only"
      }
    }
  },
  "then": {
    "not": {
      "anyOf": [
        {
          "required": [
            "content_digest"
          ]
        },
        {
          "required": [
            "event_ref"
          ],
          "properties": {
            "event_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "action_ref"
          ],
          "properties": {
            "action_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "contract_ref"
          ],
          "properties": {
            "contract_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "run_ref"
          ],
          "properties": {
            "run_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "session_ref"
          ],
          "properties": {
            "session_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "policy_ref"
          ],
          "properties": {
            "policy_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "decision_ref"
          ],
          "properties": {
            "decision_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "proof_ref"
          ],
          "properties": {
            "proof_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "causal_ref"
          ],
          "properties": {
            "causal_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "containment_ref"
          ],
          "properties": {
            "containment_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "boundary_ref"
          ],
          "properties": {
            "boundary_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "revocation_ref"
          ],
          "properties": {
            "revocation_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "acknowledgement_ref"
          ],
          "properties": {
            "acknowledgement_ref": {
              "required": [
                "digest"
              ]
            }
          }
        }
      ]
    }
  },
  "else": {
    "anyOf": [
      {
        "required": [
          "content_digest"
        ]
      },
      {
        "required": [
          "event_ref"
        ],
        "properties": {
          "event_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "action_ref"
        ],
        "properties": {
          "action_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "contract_ref"
        ],
        "properties": {
          "contract_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "run_ref"
        ],
        "properties": {
          "run_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "session_ref"
        ],
        "properties": {
          "session_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "policy_ref"
        ],
        "properties": {
          "policy_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "decision_ref"
        ],
        "properties": {
          "decision_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "proof_ref"
        ],
        "properties": {
          "proof_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "causal_ref"
        ],
        "properties": {
          "causal_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "containment_ref"
        ],
        "properties": {
          "containment_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "boundary_ref"
        ],
        "properties": {
          "boundary_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "revocation_ref"
        ],
        "properties": {
          "revocation_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "acknowledgement_ref"
        ],
        "properties": {
          "acknowledgement_ref": {
            "required": [
              "digest"
            ]
          }
        }
      }
    ]
  },
  "definitions": {
    "reference": {
      "description": "What is referred to; further members are allowed.",
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "id": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "digest": {
          "type": "string",
          "pattern": "^(?:sha256:)?[a-f0-9]{64}$"
        },
        "schema_id": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "schema_version": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "source_product": {
          "type": "string",
          "pattern": "\\\\S"
        }
      }
    },
    "redaction": {
      "description": "What was left out of the evidence, why and how.",
      "type": "object",
      "required": [
        "applied"
      ],
      "additionalProperties": false,
      "properties": {
        "applied": {
          "type": "boolean"
        },
        "fields": {
          "type": "array",
          "uniqueItems": true,
          "items": {
            "type": "string",
            "pattern": "\\\\S"
          }
        },
        "reason": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "method": {
          "type": "string",
          "pattern": "\\\\S"
        }
      }
    }
  }
}
`,"control-containment-telemetry-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/control-containment-telemetry-v1.schema.json",
  "title": "Control, containment and telemetry profile",
  "description": "Identifiers that were recorded together. A profile claims nothing about what was enforced.",
  "type": "object",
  "required": [
    "profile_version",
    "binding_mode"
  ],
  "additionalProperties": false,
  "properties": {
    "profile_version": {
      "enum": [
        "1",
        "1.0"
      ]
    },
    "binding_mode": {
      "enum": [
        "identifier_only",
        "digest_bound"
      ]
    },
    "event_ref": {
      "$ref": "#/definitions/reference"
    },
    "action_ref": {
      "$ref": "#/definitions/reference"
    },
    "contract_ref": {
      "$ref": "#/definitions/reference"
    },
    "run_ref": {
      "$ref": "#/definitions/reference"
    },
    "session_ref": {
      "$ref": "#/definitions/reference"
    },
    "policy_ref": {
      "$ref": "#/definitions/reference"
    },
    "decision_ref": {
      "$ref": "#/definitions/reference"
    },
    "proof_ref": {
      "$ref": "#/definitions/reference"
    },
    "causal_ref": {
      "$ref": "#/definitions/reference"
    },
    "containment_ref": {
      "$ref": "#/definitions/reference"
    },
    "boundary_ref": {
      "$ref": "#/definitions/reference"
    },
    "revocation_ref": {
      "$ref": "#/definitions/reference"
    },
    "acknowledgement_ref": {
      "$ref": "#/definitions/reference"
    },
    "trace_id": {
      "type": "string",
      "pattern": "^[a-f0-9]{32}$",
      "not": {
        "const": "00000000000000000000000000000000"
      }
    },
    "span_id": {
      "type": "string",
      "pattern": "^[a-f0-9]{16}$",
      "not": {
        "const": "0000000000000000"
      }
    },
    "parent_span_id": {
      "type": "string",
      "pattern": "^[a-f0-9]{16}$",
      "not": {
        "const": "0000000000000000"
      }
    },
    "content_digest": {
      "type": "string",
      "pattern": "^(?:sha256:)?[a-f0-9]{64}$"
    },
    "redaction": {
      "$ref": "#/definitions/redaction"
    },
    "redaction_metadata": {
      "$ref": "#/definitions/redaction"
    }
  },
  "if": {
    "properties": {
      "binding_mode": {
        "const": "identifier_only"
      }
    }
  },
  "then": {
    "not": {
      "anyOf": [
        {
          "required": [
            "content_digest"
          ]
        },
        {
          "required": [
            "event_ref"
          ],
          "properties": {
            "event_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "action_ref"
          ],
          "properties": {
            "action_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "contract_ref"
          ],
          "properties": {
            "contract_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "run_ref"
          ],
          "properties": {
            "run_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "session_ref"
          ],
          "properties": {
            "session_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "policy_ref"
          ],
          "properties": {
            "policy_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "decision_ref"
          ],
          "properties": {
            "decision_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "proof_ref"
          ],
          "properties": {
            "proof_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "causal_ref"
          ],
          "properties": {
            "causal_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "containment_ref"
          ],
          "properties": {
            "containment_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "boundary_ref"
          ],
          "properties": {
            "boundary_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "revocation_ref"
          ],
          "properties": {
            "revocation_ref": {
              "required": [
                "digest"
              ]
            }
          }
        },
        {
          "required": [
            "acknowledgement_ref"
          ],
          "properties": {
            "acknowledgement_ref": {
              "required": [
                "digest"
              ]
            }
          }
        }
      ]
    }
  },
  "else": {
    "anyOf": [
      {
        "required": [
          "content_digest"
        ]
      },
      {
        "required": [
          "event_ref"
        ],
        "properties": {
          "event_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "action_ref"
        ],
        "properties": {
          "action_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "contract_ref"
        ],
        "properties": {
          "contract_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "run_ref"
        ],
        "properties": {
          "run_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "session_ref"
        ],
        "properties": {
          "session_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "policy_ref"
        ],
        "properties": {
          "policy_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "decision_ref"
        ],
        "properties": {
          "decision_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "proof_ref"
        ],
        "properties": {
          "proof_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "causal_ref"
        ],
        "properties": {
          "causal_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "containment_ref"
        ],
        "properties": {
          "containment_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "boundary_ref"
        ],
        "properties": {
          "boundary_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "revocation_ref"
        ],
        "properties": {
          "revocation_ref": {
            "required": [
              "digest"
            ]
          }
        }
      },
      {
        "required": [
          "acknowledgement_ref"
        ],
        "properties": {
          "acknowledgement_ref": {
            "required": [
              "digest"
            ]
          }
        }
      }
    ]
  },
  "definitions": {
    "reference": {
      "description": "What is referred to; further members are allowed.",
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "id": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "digest": {
          "type": "string",
          "pattern": "^(?:sha256:)?[a-f0-9]{64}$"
        },
        "schema_id": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "schema_version": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "source_product": {
          "type": "string",
          "pattern": "\\\\S"
        }
      }
    },
    "redaction": {
      "description": "What was left out of the evidence, why and how.",
      "type": "object",
      "required": [
        "applied"
      ],
      "additionalProperties": false,
      "properties": {
        "applied": {
          "type": "boolean"
        },
        "fields": {
          "type": "array",
          "uniqueItems": true,
          "items": {
            "type": "string",
            "pattern": "\\\\S"
          }
        },
        "reason": {
          "type": "string",
          "pattern": "\\\\S"
        },
        "method": {
          "type": "string",
          "pattern": "\\\\S"
        }
      }
    }
  }
}
`,"framework-definition":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/framework-definition.schema.json",
  "title": "Framework definition",
  "description": "Controls of a framework and the records that are evidence for each.",
  "type": "object",
  "required": [
    "framework",
    "controls"
  ],
  "properties": {
    "framework": {
      "type": "object",
      "required": [
        "id",
        "version",
        "title"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "version": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "controls": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/control"
      },
      "minItems": 1
    }
  },
  "definitions": {
    "control": {
      "type": "object",
      "required": [
        "id",
        "title"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        },
        "required_record_types": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "required_fields": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "minimum_frequency": {
          "type": "string",
          "minLength": 1
        },
        "evidence_sets": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/evidence_set"
          }
        },
        "children": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/control"
          }
        }
      },
      "oneOf": [
        {
          "required": [
            "required_record_types",
            "required_fields",
            "minimum_frequency"
          ]
        },
        {
          "required": [
            "evidence_sets"
          ]
        }
      ]
    },
    "evidence_set": {
      "type": "object",
      "required": [
        "id",
        "required_record_types",
        "required_fields",
        "minimum_frequency"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        },
        "source_products": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "required_record_types": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "required_fields": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "minimum_frequency": {
          "type": "string",
          "minLength": 1
        }
      },
      "description": "A control is covered when one of its sets is."
    }
  }
}
`,"gate-policy-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/org/proof-verify/schemas/v1/gate-policy-v1.schema.json",
  "title": "Gate policy",
  "description": "What turns verified artifacts into a decision: whom to trust, which evidence is required, what needs approval. YAML or JSON; everything but version is optional.",
  "type": "object",
  "required": ["version"],
  "properties": {
    "$schema": {
      "type": "string",
      "description": "Address of this schema, so that editors complete and check the file."
    },
    "version": {
      "const": 1,
      "description": "Version of the policy format."
    },
    "artifacts": {
      "type": "array",
      "items": { "type": "string", "minLength": 1 },
      "minItems": 1,
      "description": "Globs of the artifacts to verify, in order; ! excludes. Patterns of the command line win."
    },
    "trust": { "$ref": "#/definitions/trust" },
    "freshness": { "$ref": "#/definitions/freshness" },
    "bind": { "$ref": "#/definitions/bind" },
    "require": { "$ref": "#/definitions/require" },
    "rules": {
      "type": "array",
      "items": { "$ref": "#/definitions/rule" },
      "description": "JSON Schemas that verified records must match."
    },
    "approvals": {
      "description": "What needs approval. A list of rules, or {builtin, rules} to switch off what records require themselves.",
      "if": { "type": "array" },
      "then": { "items": { "$ref": "#/definitions/approval" } },
      "else": { "$ref": "#/definitions/approvals" }
    },
    "exceptions": {
      "type": "array",
      "items": { "$ref": "#/definitions/exception" },
      "description": "Findings of this policy that are accepted until an instant."
    },
    "severity": {
      "type": "object",
      "additionalProperties": { "type": "string", "enum": ["error", "warning"], "description": "Of findings with this code." },
      "description": "Severity by finding code. Only demands of the policy itself can be lowered to a warning."
    },
    "baseline": { "$ref": "#/definitions/document", "description": "Baseline for the drift check, written by \`proof-verify baseline FILE\`." },
    "frameworks": {
      "type": "array",
      "items": { "$ref": "#/definitions/document" },
      "uniqueItems": true,
      "description": "Frameworks of your own (framework-definition); require.frameworks may name them by id."
    },
    "custom_types": {
      "type": "object",
      "additionalProperties": { "$ref": "#/definitions/document", "description": "The schema." },
      "propertyNames": { "minLength": 1 },
      "description": "JSON Schemas of record types of your own, by type."
    }
  },
  "additionalProperties": false,
  "definitions": {
    "file": {
      "description": "Content as text, a path relative to the policy, or {file, sha256}, which a pinned policy needs: \`proof-verify policy lock\` writes the digest.",
      "type": ["string", "object"],
      "minLength": 1,
      "required": ["file"],
      "properties": {
        "file": { "type": "string", "minLength": 1, "description": "Path relative to the policy." },
        "sha256": {
          "type": "string",
          "pattern": "^(?:sha256:)?[0-9a-fA-F]{64}$",
          "description": "SHA-256 that the file must have."
        }
      },
      "additionalProperties": false
    },
    "document": {
      "description": "A path relative to the policy, {file, sha256}, which a pinned policy needs, or the JSON value itself.",
      "if": { "type": "object", "required": ["file"] },
      "then": { "$ref": "#/definitions/file" },
      "else": { "type": ["string", "object"], "minLength": 1 }
    },
    "trust": {
      "type": "object",
      "description": "Whom the gate trusts.",
      "properties": {
        "signatures": {
          "type": "string",
          "enum": ["auto", "required", "off"],
          "default": "auto",
          "description": "auto: required as soon as any key or certificate is configured."
        },
        "keys": {
          "type": "array",
          "items": { "$ref": "#/definitions/key" },
          "description": "Signers by name."
        },
        "cosign": {
          "type": "array",
          "items": { "$ref": "#/definitions/cosign" },
          "description": "Signers that use cosign: a public key, or a certificate with its identity and issuer."
        },
        "revocation_list": { "$ref": "#/definitions/document", "description": "Signed list of revoked keys." },
        "revocation_key": { "$ref": "#/definitions/file", "description": "Public key that signed the revocation list." },
        "trusted_root": { "$ref": "#/definitions/document", "description": "Certificate authorities for cosign signatures: PEM or a Sigstore trusted root." },
        "revocation": {
          "type": "object",
          "description": "What is asked of the revocation list.",
          "properties": {
            "retroactive": {
              "type": "boolean",
              "default": false,
              "description": "Refuse a revoked key whatever date the record has: anyone who has the key can choose the date."
            },
            "max_age": { "$ref": "#/definitions/age", "description": "Oldest created_at of the list." },
            "created_after": { "$ref": "#/definitions/instant", "description": "The list must be younger: an older one was superseded." }
          },
          "additionalProperties": false
        },
        "min_signers": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 1,
          "description": "Distinct trusted signers that must sign every chain and bundle as a whole."
        }
      },
      "additionalProperties": false
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "pattern": "^[^\\\\s](.*[^\\\\s])?$",
      "description": "What reports call the signer and approvals name."
    },
    "scope": {
      "type": "array",
      "items": { "type": "string", "minLength": 1 },
      "minItems": 1,
      "uniqueItems": true
    },
    "instant": {
      "type": "string",
      "format": "date-time",
      "description": "RFC 3339 instant such as 2026-01-31T12:00:00Z."
    },
    "key": {
      "type": "object",
      "description": "One trusted Ed25519 key.",
      "required": ["name", "public_key"],
      "properties": {
        "name": { "$ref": "#/definitions/name" },
        "public_key": { "$ref": "#/definitions/file", "description": "Ed25519 public key: hex, base64, PEM, JWK, or a file with one." },
        "not_before": { "$ref": "#/definitions/instant", "description": "Records dated earlier are not its." },
        "not_after": { "$ref": "#/definitions/instant", "description": "Records dated later are not its." },
        "record_types": { "$ref": "#/definitions/scope", "description": "It may sign only these; absent: any." },
        "source_products": { "$ref": "#/definitions/scope", "description": "It may sign only for these; absent: any." }
      },
      "additionalProperties": false
    },
    "cosign": {
      "type": "object",
      "description": "One trusted cosign signer.",
      "required": ["name"],
      "properties": {
        "name": { "$ref": "#/definitions/name" },
        "key": { "$ref": "#/definitions/file", "description": "PEM public key; then there is neither certificate nor identity." },
        "certificate": { "$ref": "#/definitions/file", "description": "PEM certificate, where signatures do not bring theirs." },
        "identity": { "type": "string", "minLength": 1, "description": "Expected identity of the certificate." },
        "issuer": { "type": "string", "minLength": 1, "description": "Expected OIDC issuer of the certificate." },
        "not_before": { "$ref": "#/definitions/instant", "description": "Records dated earlier are not its." },
        "not_after": { "$ref": "#/definitions/instant", "description": "Records dated later are not its." },
        "record_types": { "$ref": "#/definitions/scope", "description": "It may sign only these; absent: any." },
        "source_products": { "$ref": "#/definitions/scope", "description": "It may sign only for these; absent: any." }
      },
      "if": { "required": ["key"] },
      "then": {
        "properties": { "certificate": false, "identity": false, "issuer": false }
      },
      "else": { "required": ["identity", "issuer"] },
      "additionalProperties": false
    },
    "age": {
      "type": "string",
      "pattern": "^[1-9][0-9]{0,5}(s|m|h|d|w)$",
      "description": "A duration such as 90d, 72h, 5m, 30s or 2w."
    },
    "freshness": {
      "type": "object",
      "description": "How old records may be, against --now.",
      "properties": {
        "max_age": { "$ref": "#/definitions/age", "description": "Oldest that a record may be." },
        "clock_skew": {
          "type": "string",
          "pattern": "^[0-9]{1,6}(s|m|h|d|w)$",
          "default": "5m",
          "description": "How far in the future a record may lie."
        }
      },
      "additionalProperties": false
    },
    "require": {
      "type": "object",
      "description": "Requirements. Only verified records count.",
      "properties": {
        "record_types": {
          "type": "object",
          "additionalProperties": {
            "description": "The least number, or what counts.",
            "if": { "type": "object" },
            "then": { "$ref": "#/definitions/record_requirement" },
            "else": { "$ref": "#/definitions/count" }
          },
          "propertyNames": { "minLength": 1 },
          "description": "At least so many records of each type: approvals that approve, tests that passed, others by their presence."
        },
        "source_products": {
          "type": "array",
          "items": { "type": "string", "minLength": 1 },
          "uniqueItems": true,
          "description": "Products that must have a record."
        },
        "frameworks": {
          "type": "array",
          "items": { "$ref": "#/definitions/framework" },
          "description": "Frameworks that must be covered."
        }
      },
      "additionalProperties": false
    },
    "count": {
      "type": "integer",
      "minimum": 1,
      "maximum": 1000000000,
      "default": 1,
      "description": "At least so many records."
    },
    "pointer": {
      "type": "string",
      "pattern": "^(/([^~/]|~[01])*)+$",
      "description": "JSON pointer into the record, such as /event/commit."
    },
    "record_requirement": {
      "type": "object",
      "properties": {
        "min": { "$ref": "#/definitions/count" },
        "where": { "$ref": "#/definitions/schema", "description": "Only records that satisfy this count." },
        "unique": { "$ref": "#/definitions/pointer", "description": "JSON pointer: of records with the same value there only one counts, and none without a value." }
      },
      "additionalProperties": false
    },
    "bind": {
      "type": "object",
      "description": "Records must name the commit and repository under test (--commit, --repository, or those of the CI).",
      "properties": {
        "record_types": { "$ref": "#/definitions/scope", "description": "Only these; absent: all." },
        "commit": {
          "type": "array",
          "items": { "$ref": "#/definitions/pointer" },
          "minItems": 1,
          "uniqueItems": true,
          "description": "Where a record names its commit; a relationship reference of kind git.commit counts as well. At least one must be present, all that are present must agree."
        },
        "repository": {
          "type": "array",
          "items": { "$ref": "#/definitions/pointer" },
          "minItems": 1,
          "uniqueItems": true,
          "description": "Where a record names its repository: owner/name or its address."
        },
        "ancestors": {
          "type": "string",
          "enum": ["allow", "refuse"],
          "default": "refuse",
          "description": "allow: an ancestor of the commit counts when the history is in the checkout."
        }
      },
      "anyOf": [{ "required": ["commit"] }, { "required": ["repository"] }],
      "additionalProperties": false
    },
    "exception": {
      "type": "object",
      "required": ["code", "until", "reason"],
      "properties": {
        "code": { "type": "string", "minLength": 1, "description": "Finding code, such as rule.no-denied-decisions." },
        "artifact": { "type": "string", "minLength": 1, "description": "Path of the artifact; absent: any." },
        "record_id": { "type": "string", "minLength": 1, "description": "record_id of the record; absent: any." },
        "until": { "$ref": "#/definitions/instant", "description": "When it ends; reports show it." },
        "reason": { "type": "string", "minLength": 1, "maxLength": 1000, "description": "Why it is accepted; reports show it." }
      },
      "additionalProperties": false
    },
    "framework": {
      "type": "object",
      "description": "With neither controls nor min_coverage every control must be covered.",
      "required": ["id"],
      "properties": {
        "id": { "type": "string", "minLength": 1, "description": "As in \`proof-verify frameworks list\`, or of a file under frameworks." },
        "controls": {
          "type": "array",
          "items": { "type": "string", "minLength": 1 },
          "minItems": 1,
          "uniqueItems": true,
          "description": "Controls that must be covered."
        },
        "min_coverage": {
          "type": "number",
          "minimum": 0,
          "maximum": 1,
          "description": "Share of all controls that must be covered, 0 to 1."
        }
      },
      "additionalProperties": false
    },
    "id": {
      "type": "string",
      "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$",
      "description": "Letters, digits and . _ -; findings and reports carry it."
    },
    "schema": {
      "type": ["object", "boolean"],
      "description": "JSON Schema draft-07 over the record. Patterns in RE2 syntax; references only inside the schema."
    },
    "rule": {
      "type": "object",
      "required": ["id", "must"],
      "properties": {
        "id": { "$ref": "#/definitions/id" },
        "when": { "$ref": "#/definitions/schema", "description": "Selects records; absent: every record." },
        "must": { "$ref": "#/definitions/schema", "description": "Must match each record that is selected." },
        "message": { "type": "string", "minLength": 1, "maxLength": 1000, "description": "What the finding says." }
      },
      "additionalProperties": false
    },
    "approvals": {
      "type": "object",
      "properties": {
        "builtin": {
          "type": "boolean",
          "default": true,
          "description": "Whether records that require approval themselves need one."
        },
        "rules": {
          "type": "array",
          "items": { "$ref": "#/definitions/approval" },
          "description": "Who must approve which records."
        }
      },
      "additionalProperties": false
    },
    "approval": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": { "$ref": "#/definitions/id" },
        "when": {
          "type": ["object", "boolean"],
          "description": "JSON Schema that selects the records that need approval; absent: every record that is not an approval."
        },
        "by": {
          "type": "array",
          "items": { "$ref": "#/definitions/name" },
          "minItems": 1,
          "uniqueItems": true,
          "description": "Names under trust.keys or trust.cosign; absent: any trusted signer."
        },
        "min": {
          "type": "integer",
          "minimum": 1,
          "maximum": 1000,
          "default": 1,
          "description": "Distinct signers that must approve; the signer of the record does not count."
        },
        "max_age": { "$ref": "#/definitions/age", "description": "Oldest that an approval may be." },
        "binding": {
          "type": "string",
          "enum": ["digest", "id"],
          "default": "digest",
          "description": "digest: an approval must name the record_hash of the record. id: the record_id is enough."
        },
        "self_approval": {
          "type": "string",
          "enum": ["allow", "refuse"],
          "default": "refuse",
          "description": "Whether the signer of a record may approve it."
        },
        "veto": {
          "type": "boolean",
          "default": true,
          "description": "Whether a denial by an eligible approver blocks."
        }
      },
      "additionalProperties": false
    }
  }
}
`,"gate-report-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/org/proof-verify/schemas/v1/gate-report-v1.schema.json",
  "title": "Gate report",
  "description": "What the gate found, byte-identical for identical inputs.",
  "type": "object",
  "required": [
    "schema",
    "tool",
    "outcome",
    "exit_code",
    "policy_sha256",
    "trust",
    "summary",
    "artifacts",
    "unrecognized",
    "requirements",
    "findings"
  ],
  "properties": {
    "schema": {
      "const": "gate-report-v1"
    },
    "tool": {
      "type": "object",
      "required": [
        "name",
        "version"
      ],
      "properties": {
        "name": {
          "const": "proof-verify"
        },
        "version": {
          "type": "string",
          "minLength": 1
        }
      },
      "additionalProperties": false
    },
    "outcome": {
      "type": "string",
      "enum": [
        "passed",
        "failed",
        "warned"
      ]
    },
    "exit_code": {
      "type": "integer",
      "minimum": 0,
      "maximum": 8
    },
    "incomplete": {
      "const": true,
      "description": "The run was cut short; such a report never passes."
    },
    "policy_sha256": {
      "type": [
        "string",
        "null"
      ],
      "pattern": "^[a-f0-9]{64}$"
    },
    "trust": {
      "$ref": "#/definitions/trust"
    },
    "run": {
      "type": "object",
      "description": "What the run is about, as far as options or the CI say it.",
      "properties": {
        "commits": {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$"
          },
          "minItems": 1,
          "description": "Commits under test; the first is the main one."
        },
        "repository": {
          "type": "string",
          "minLength": 1
        },
        "repository_url": {
          "type": "string",
          "minLength": 1
        },
        "ref": {
          "type": "string",
          "minLength": 1
        },
        "url": {
          "type": "string",
          "minLength": 1
        }
      },
      "additionalProperties": false
    },
    "summary": {
      "type": "object",
      "required": [
        "artifacts",
        "unrecognized",
        "verified",
        "failed",
        "warned",
        "records",
        "signatures",
        "findings"
      ],
      "properties": {
        "artifacts": {
          "type": "integer",
          "minimum": 0
        },
        "unrecognized": {
          "type": "integer",
          "minimum": 0,
          "description": "Files that matched and are not artifacts; they are not among artifacts."
        },
        "verified": {
          "type": "integer",
          "minimum": 0
        },
        "failed": {
          "type": "integer",
          "minimum": 0
        },
        "warned": {
          "type": "integer",
          "minimum": 0
        },
        "records": {
          "type": "integer",
          "minimum": 0
        },
        "signatures": {
          "type": "integer",
          "minimum": 0
        },
        "findings": {
          "type": "object",
          "required": [
            "errors",
            "warnings",
            "notices"
          ],
          "properties": {
            "errors": {
              "type": "integer",
              "minimum": 0
            },
            "warnings": {
              "type": "integer",
              "minimum": 0
            },
            "notices": {
              "type": "integer",
              "minimum": 0
            }
          },
          "additionalProperties": false
        }
      },
      "additionalProperties": false
    },
    "artifacts": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/artifact"
      }
    },
    "unrecognized": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/unrecognized_file"
      },
      "description": "Matched files that are not artifacts: they count for nothing."
    },
    "ignored": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/ignored_file"
      },
      "description": "Matched files that were passed over by their name or form, at most 1,000."
    },
    "unmatched_patterns": {
      "type": "array",
      "items": {
        "type": "string"
      },
      "description": "Patterns that matched nothing."
    },
    "requirements": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/requirement"
      }
    },
    "coverage": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/coverage"
      }
    },
    "findings": {
      "type": "array",
      "items": {
        "$ref": "#/definitions/finding"
      }
    },
    "shard": {
      "$ref": "#/definitions/shard"
    }
  },
  "additionalProperties": false,
  "definitions": {
    "finding": {
      "type": "object",
      "required": [
        "code",
        "severity",
        "exit_code",
        "message",
        "artifact"
      ],
      "properties": {
        "code": {
          "type": "string",
          "pattern": "^[a-z][a-z0-9_]*(\\\\.[a-z0-9_]+)*$|^rule\\\\.."
        },
        "severity": {
          "type": "string",
          "enum": [
            "error",
            "warning",
            "notice"
          ]
        },
        "exit_code": {
          "type": "integer",
          "minimum": 0,
          "maximum": 8
        },
        "message": {
          "type": "string"
        },
        "artifact": {
          "type": "string"
        },
        "line": {
          "type": "integer",
          "minimum": 1
        },
        "column": {
          "type": "integer",
          "minimum": 1
        },
        "end_line": {
          "type": "integer",
          "minimum": 1
        },
        "pointer": {
          "type": "string"
        },
        "remedy": {
          "type": "string",
          "description": "What to do about this one, where that is not what its code says."
        },
        "record_id": {
          "type": "string"
        },
        "entry": {
          "type": "string"
        }
      },
      "description": "One thing that is wrong or worth knowing, and where.",
      "additionalProperties": false
    },
    "artifact": {
      "type": "object",
      "required": [
        "path",
        "kind",
        "sha256",
        "bytes",
        "outcome",
        "records",
        "signatures",
        "why"
      ],
      "properties": {
        "path": {
          "type": "string"
        },
        "kind": {
          "type": "string",
          "enum": [
            "activated_contract",
            "lifecycle_record",
            "lifecycle_document",
            "action_evidence",
            "axym_register",
            "axym_packet",
            "contract_proposal",
            "session_chain",
            "chain_attestation",
            "script_registry",
            "revocation_list",
            "record_types",
            "chain",
            "record",
            "gait_signed_json",
            "governance_event",
            "stream",
            "gait_guard_pack",
            "gait_pack",
            "gait_runpack",
            "bundle",
            "chain_directory",
            "unknown"
          ]
        },
        "sha256": {
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[a-f0-9]{64}$"
        },
        "bytes": {
          "type": "integer",
          "minimum": 0
        },
        "outcome": {
          "type": "string",
          "enum": [
            "verified",
            "failed",
            "warned"
          ]
        },
        "records": {
          "type": "integer",
          "minimum": 0
        },
        "head_hash": {
          "type": "string"
        },
        "signatures": {
          "type": "object",
          "required": [
            "required",
            "verified",
            "key_ids"
          ],
          "properties": {
            "required": {
              "type": "boolean"
            },
            "verified": {
              "type": "integer",
              "minimum": 0
            },
            "key_ids": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "additionalProperties": false
        },
        "opaque": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Files in it that no kind claims: only their digests were verified. At most 1,000."
        },
        "more_opaque": {
          "type": "integer",
          "minimum": 1,
          "description": "Such files past the limit."
        },
        "more_findings": {
          "type": "integer",
          "minimum": 0
        },
        "why": {
          "type": "string"
        }
      },
      "description": "One artifact and its verdict.",
      "additionalProperties": false
    },
    "requirement": {
      "type": "object",
      "required": [
        "id",
        "satisfied",
        "required",
        "found"
      ],
      "properties": {
        "id": {
          "type": "string",
          "minLength": 1
        },
        "satisfied": {
          "type": "boolean"
        },
        "required": {
          "type": "number",
          "minimum": 0
        },
        "found": {
          "type": "number",
          "minimum": 0
        },
        "detail": {
          "type": "string"
        }
      },
      "description": "One requirement of the policy and how it stands.",
      "additionalProperties": false
    },
    "coverage": {
      "type": "object",
      "required": [
        "framework",
        "version",
        "title",
        "covered",
        "total",
        "controls"
      ],
      "properties": {
        "framework": {
          "type": "string",
          "minLength": 1
        },
        "version": {
          "type": "string",
          "minLength": 1
        },
        "title": {
          "type": "string",
          "minLength": 1
        },
        "covered": {
          "type": "integer",
          "minimum": 0
        },
        "total": {
          "type": "integer",
          "minimum": 0
        },
        "controls": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id",
              "title",
              "covered"
            ],
            "properties": {
              "id": {
                "type": "string",
                "minLength": 1
              },
              "title": {
                "type": "string",
                "minLength": 1
              },
              "covered": {
                "type": "boolean"
              }
            },
            "additionalProperties": false
          }
        }
      },
      "description": "How far the records cover a framework.",
      "additionalProperties": false
    },
    "shard": {
      "type": "object",
      "description": "Of a run with --shard: what merge decides from, sealed with its own digest.",
      "required": [
        "version",
        "plan",
        "unrecognized",
        "ignored",
        "unmatched_patterns",
        "artifacts",
        "records",
        "findings",
        "digest"
      ],
      "properties": {
        "version": {
          "const": 1
        },
        "plan": {
          "type": "object",
          "required": [
            "index",
            "count",
            "engine",
            "commit",
            "run_id",
            "policy_sha256",
            "base_commit",
            "settings",
            "artifacts"
          ],
          "properties": {
            "index": {
              "type": "integer",
              "minimum": 1
            },
            "count": {
              "type": "integer",
              "minimum": 1
            },
            "engine": {
              "type": "string",
              "minLength": 1
            },
            "commit": {
              "type": [
                "string",
                "null"
              ]
            },
            "run_id": {
              "type": [
                "string",
                "null"
              ]
            },
            "policy_sha256": {
              "type": [
                "string",
                "null"
              ],
              "pattern": "^[a-f0-9]{64}$"
            },
            "base_commit": {
              "type": [
                "string",
                "null"
              ]
            },
            "settings": {
              "type": "object",
              "required": [
                "verdict",
                "selection"
              ],
              "properties": {
                "verdict": {
                  "type": "object",
                  "description": "What verdicts on artifacts depend on; merge has to have the same."
                },
                "selection": {
                  "type": "object",
                  "description": "What was looked for; the same in all shards."
                }
              },
              "additionalProperties": false
            },
            "artifacts": {
              "type": "string",
              "pattern": "^[a-f0-9]{64}$"
            }
          },
          "additionalProperties": false
        },
        "incomplete": {
          "const": true
        },
        "unrecognized": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/unrecognized_file"
          },
          "description": "Matched files that are not artifacts: they count for nothing."
        },
        "ignored": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/ignored_file"
          },
          "description": "Matched files that were passed over by their name or form, at most 1,000."
        },
        "unmatched_patterns": {
          "type": "array",
          "items": {
            "type": "string"
          },
          "description": "Patterns that matched nothing."
        },
        "artifacts": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/shard_artifact"
          }
        },
        "records": {
          "type": "object",
          "description": "Facts of the records as plain values: fifteen in rows for each record, texts hold what repeats, extras what only some records have.",
          "required": [
            "texts",
            "rows",
            "extras"
          ],
          "properties": {
            "texts": {
              "type": "array",
              "items": {
                "type": "string"
              }
            },
            "rows": {
              "type": "array",
              "items": {
                "type": [
                  "string",
                  "integer"
                ]
              }
            },
            "extras": {
              "type": "array",
              "items": {
                "$ref": "#/definitions/shard_extra"
              }
            }
          },
          "additionalProperties": false
        },
        "findings": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/finding"
          },
          "description": "Of configuration and discovery."
        },
        "digest": {
          "type": "string",
          "pattern": "^[a-f0-9]{64}$"
        },
        "mac": {
          "type": "string",
          "pattern": "^[a-f0-9]{64}$",
          "description": "HMAC-SHA-256 with the shard key."
        }
      },
      "additionalProperties": false
    },
    "shard_artifact": {
      "type": "object",
      "description": "One artifact of a shard, as it was verified.",
      "required": [
        "path",
        "kind",
        "sha256",
        "bytes",
        "outcome",
        "records",
        "signatures",
        "findings",
        "moreFindings",
        "facts",
        "why"
      ],
      "properties": {
        "path": {
          "type": "string"
        },
        "kind": {
          "$ref": "#/definitions/artifact/properties/kind"
        },
        "sha256": {
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[a-f0-9]{64}$"
        },
        "bytes": {
          "type": "integer",
          "minimum": 0
        },
        "outcome": {
          "type": "string",
          "enum": [
            "verified",
            "failed"
          ]
        },
        "records": {
          "type": "integer",
          "minimum": 0
        },
        "headHash": {
          "type": "string"
        },
        "signatures": {
          "type": "object",
          "required": [
            "required",
            "verified",
            "keyIds"
          ],
          "properties": {
            "required": {
              "type": "boolean"
            },
            "verified": {
              "type": "integer",
              "minimum": 0
            },
            "keyIds": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          },
          "additionalProperties": false
        },
        "findings": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/finding"
          }
        },
        "moreFindings": {
          "type": "integer",
          "minimum": 0
        },
        "facts": {
          "type": "object",
          "properties": {
            "recordId": {
              "type": "string"
            },
            "chainId": {
              "type": "string"
            },
            "recordsInRange": {
              "type": "integer",
              "minimum": 0
            },
            "packId": {
              "type": "string"
            },
            "packType": {
              "type": "string"
            },
            "runId": {
              "type": "string"
            },
            "manifestDigest": {
              "type": "string"
            },
            "filesVerified": {
              "type": "integer",
              "minimum": 0
            },
            "proofRecordsVerified": {
              "type": "integer",
              "minimum": 0
            },
            "parts": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "kind",
                  "keyIds"
                ],
                "properties": {
                  "entry": {
                    "type": "string"
                  },
                  "kind": {
                    "type": "string"
                  },
                  "keyIds": {
                    "type": "array",
                    "items": {
                      "type": "string"
                    }
                  },
                  "at": {
                    "type": [
                      "number",
                      "null"
                    ]
                  },
                  "records": {
                    "type": "string",
                    "enum": [
                      "vouched",
                      "own"
                    ]
                  },
                  "document": {
                    "type": "object"
                  },
                  "places": {
                    "type": "object",
                    "additionalProperties": {
                      "type": "array",
                      "items": {
                        "type": "integer",
                        "minimum": 1
                      },
                      "minItems": 2,
                      "maxItems": 2
                    }
                  }
                },
                "additionalProperties": false
              },
              "description": "What in it is signed as a whole."
            },
            "opaque": {
              "type": "array",
              "items": {
                "type": "string"
              }
            }
          }
        },
        "why": {
          "type": "string"
        }
      },
      "additionalProperties": false
    },
    "shard_extra": {
      "type": "object",
      "description": "What only some records have.",
      "properties": {
        "claimedKeyId": {
          "type": "string"
        },
        "links": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "kind",
              "from",
              "to"
            ],
            "properties": {
              "kind": {
                "type": "string"
              },
              "from": {
                "type": "string"
              },
              "to": {
                "type": "string"
              }
            },
            "additionalProperties": false
          }
        },
        "missing": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "rules": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "rule"
            ],
            "properties": {
              "rule": {
                "type": "integer",
                "minimum": 0
              },
              "failure": {
                "type": "object",
                "required": [
                  "message",
                  "pointer"
                ],
                "properties": {
                  "message": {
                    "type": "string"
                  },
                  "pointer": {
                    "type": "string"
                  }
                },
                "additionalProperties": false
              }
            },
            "additionalProperties": false
          }
        },
        "approvalRules": {
          "type": "array",
          "items": {
            "type": "integer",
            "minimum": 0
          }
        },
        "asksApproval": {
          "const": true
        },
        "intents": {
          "type": "array",
          "items": {
            "type": "string"
          }
        },
        "approval": {
          "type": "object",
          "required": [
            "names",
            "says"
          ],
          "properties": {
            "names": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "digest": {
                    "type": "string"
                  },
                  "reference": {
                    "const": true
                  }
                },
                "additionalProperties": false
              }
            },
            "says": {
              "type": "string",
              "enum": [
                "approves",
                "denies",
                "waits",
                "nothing"
              ]
            },
            "word": {
              "type": "string"
            },
            "expiresAt": {
              "type": [
                "number",
                "null"
              ]
            }
          },
          "additionalProperties": false
        },
        "test": {
          "type": "object",
          "required": [
            "name",
            "outcome",
            "passed",
            "told"
          ],
          "properties": {
            "name": {
              "type": "string"
            },
            "outcome": {
              "type": "string"
            },
            "passed": {
              "type": "boolean"
            },
            "told": {
              "type": "boolean"
            }
          },
          "additionalProperties": false
        },
        "counts": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "requirement"
            ],
            "properties": {
              "requirement": {
                "type": "integer",
                "minimum": 0
              },
              "key": {
                "type": "string"
              }
            },
            "additionalProperties": false
          }
        },
        "bind": {
          "type": "object",
          "properties": {
            "commits": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "pointer",
                  "value"
                ],
                "properties": {
                  "pointer": {
                    "type": "string"
                  },
                  "value": {
                    "type": "string"
                  }
                },
                "additionalProperties": false
              }
            },
            "repositories": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "pointer",
                  "value"
                ],
                "properties": {
                  "pointer": {
                    "type": "string"
                  },
                  "value": {
                    "type": "string"
                  }
                },
                "additionalProperties": false
              }
            }
          },
          "additionalProperties": false
        },
        "places": {
          "type": "object",
          "additionalProperties": {
            "type": "array",
            "items": {
              "type": "integer",
              "minimum": 1
            },
            "minItems": 1,
            "maxItems": 2
          }
        }
      },
      "additionalProperties": false
    },
    "unrecognized_file": {
      "type": "object",
      "required": [
        "path",
        "sha256",
        "why"
      ],
      "properties": {
        "path": {
          "type": "string"
        },
        "sha256": {
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[a-f0-9]{64}$"
        },
        "why": {
          "type": "string"
        }
      },
      "description": "A matched file that is not an artifact.",
      "additionalProperties": false
    },
    "ignored_file": {
      "type": "object",
      "required": [
        "path",
        "why"
      ],
      "properties": {
        "path": {
          "type": "string"
        },
        "why": {
          "type": "string"
        }
      },
      "description": "A matched file that was passed over, and why.",
      "additionalProperties": false
    },
    "origin": {
      "type": "string",
      "enum": [
        "operator",
        "pinned",
        "base",
        "workspace"
      ],
      "description": "Where a file came from: named by the operator outside the checkout, of the checkout and compared with a digest, the base of the change, or the checkout as it is."
    },
    "file": {
      "type": "object",
      "required": [
        "what",
        "path",
        "origin",
        "sha256"
      ],
      "properties": {
        "what": {
          "type": "string",
          "minLength": 1,
          "description": "What the file is for."
        },
        "path": {
          "type": "string",
          "minLength": 1,
          "description": "As it was named."
        },
        "origin": {
          "$ref": "#/definitions/origin"
        },
        "sha256": {
          "type": "string",
          "pattern": "^[a-f0-9]{64}$"
        }
      },
      "additionalProperties": false
    },
    "trust": {
      "type": "object",
      "description": "What the run went by and where each part of it came from.",
      "required": [
        "under_review",
        "commit",
        "repository",
        "signatures",
        "keys",
        "policy",
        "files",
        "environment"
      ],
      "properties": {
        "under_review": {
          "type": "boolean",
          "description": "The checkout is a change that has not been accepted yet."
        },
        "event": {
          "type": "string",
          "minLength": 1,
          "description": "What started the run, as the CI names it."
        },
        "commit": {
          "type": [
            "string",
            "null"
          ],
          "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$",
          "description": "Commit under test."
        },
        "repository": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "signatures": {
          "type": "object",
          "required": [
            "mode",
            "origin"
          ],
          "properties": {
            "mode": {
              "type": "string",
              "enum": [
                "auto",
                "required",
                "off"
              ]
            },
            "origin": {
              "type": "string",
              "enum": [
                "operator",
                "environment",
                "policy",
                "default"
              ]
            }
          },
          "additionalProperties": false
        },
        "keys": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "id",
              "origin"
            ],
            "properties": {
              "id": {
                "type": "string",
                "minLength": 1
              },
              "name": {
                "type": "string",
                "minLength": 1
              },
              "origin": {
                "$ref": "#/definitions/origin"
              }
            },
            "additionalProperties": false
          },
          "description": "Trusted signers, sorted by id."
        },
        "policy": {
          "if": {
            "type": "object"
          },
          "then": {
            "$ref": "#/definitions/policy_file"
          },
          "else": {
            "type": "null"
          },
          "description": "null: no policy."
        },
        "files": {
          "type": "array",
          "items": {
            "$ref": "#/definitions/file"
          },
          "description": "Every other file of the configuration that was read."
        },
        "base": {
          "type": "object",
          "required": [
            "commit"
          ],
          "properties": {
            "commit": {
              "type": "string",
              "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$"
            },
            "branch": {
              "type": "string",
              "minLength": 1
            }
          },
          "additionalProperties": false,
          "description": "Commit that files of the base were read from."
        },
        "environment": {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^PROOF_VERIFY_[A-Z0-9_]+$"
          },
          "description": "Environment variables that gave an option."
        }
      },
      "additionalProperties": false
    },
    "policy_file": {
      "type": "object",
      "required": [
        "path",
        "origin",
        "sha256"
      ],
      "properties": {
        "path": {
          "type": "string",
          "minLength": 1
        },
        "origin": {
          "$ref": "#/definitions/origin"
        },
        "sha256": {
          "type": "string",
          "pattern": "^[a-f0-9]{64}$"
        }
      },
      "additionalProperties": false
    }
  }
}
`,"governance-event-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/governance-event-v1.schema.json",
  "title": "Governance event",
  "description": "An unsigned signal from a runtime. It is validated and never counts as evidence.",
  "type": "object",
  "required": [
    "event_id",
    "timestamp",
    "event_type"
  ],
  "properties": {
    "event_id": {
      "type": "string",
      "minLength": 1
    },
    "timestamp": {
      "type": "string",
      "format": "date-time"
    },
    "event_type": {
      "type": "string",
      "enum": [
        "tool_gate",
        "permission_check",
        "approval_request",
        "policy_evaluation",
        "guardrail_activation",
        "script_evaluation"
      ]
    },
    "agent_id": {
      "type": "string",
      "minLength": 1
    },
    "tool_name": {
      "type": "string",
      "minLength": 1
    },
    "verdict": {
      "type": "string",
      "enum": [
        "allow",
        "block",
        "dry_run",
        "require_approval",
        "pending"
      ]
    },
    "context": {
      "type": "object"
    },
    "detail": {
      "type": "object"
    }
  }
}
`,"proof-record-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/proof-record-v1.schema.json",
  "title": "Proof record",
  "description": "One signed statement of what an agent, tool or control did. A record is validated in its typed view: members that are absent but have a default are filled in first.",
  "type": "object",
  "required": [
    "record_id",
    "record_version",
    "timestamp",
    "source",
    "source_product",
    "record_type",
    "event",
    "integrity"
  ],
  "properties": {
    "record_id": {
      "type": "string",
      "minLength": 1
    },
    "record_version": {
      "type": "string",
      "minLength": 1
    },
    "timestamp": {
      "type": "string",
      "format": "date-time"
    },
    "source": {
      "type": "string",
      "minLength": 1
    },
    "source_product": {
      "type": "string",
      "minLength": 1
    },
    "agent_id": {
      "type": "string"
    },
    "record_type": {
      "type": "string",
      "minLength": 1
    },
    "event": {
      "type": "object"
    },
    "controls": {
      "type": "object"
    },
    "metadata": {
      "type": "object"
    },
    "integrity": {
      "type": "object",
      "required": [
        "record_hash"
      ],
      "properties": {
        "record_hash": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "previous_record_hash": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "signing_key_id": {
          "type": "string"
        },
        "signature": {
          "type": "string",
          "pattern": "^(base64|cosign):.+"
        }
      }
    },
    "relationship": {
      "$ref": "#/definitions/relationship_envelope"
    },
    "relations": {
      "$ref": "#/definitions/relationship_envelope"
    }
  },
  "definitions": {
    "relationship_envelope": {
      "type": "object",
      "properties": {
        "parent_ref": {
          "type": "object",
          "required": [
            "kind",
            "id"
          ],
          "properties": {
            "kind": {
              "type": "string",
              "anyOf": [
                {
                  "enum": [
                    "trace",
                    "run",
                    "session",
                    "intent",
                    "policy",
                    "agent",
                    "evidence"
                  ]
                },
                {
                  "$ref": "#/definitions/namespaced_kind"
                }
              ]
            },
            "id": {
              "type": "string",
              "minLength": 1
            }
          }
        },
        "entity_refs": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "kind",
              "id"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "anyOf": [
                  {
                    "enum": [
                      "agent",
                      "tool",
                      "resource",
                      "policy",
                      "run",
                      "trace",
                      "delegation",
                      "evidence"
                    ]
                  },
                  {
                    "$ref": "#/definitions/namespaced_kind"
                  }
                ]
              },
              "id": {
                "type": "string",
                "minLength": 1
              }
            }
          },
          "uniqueItems": true
        },
        "policy_ref": {
          "type": "object",
          "properties": {
            "policy_id": {
              "type": "string",
              "minLength": 1
            },
            "policy_version": {
              "type": "string",
              "minLength": 1
            },
            "policy_digest": {
              "type": "string",
              "pattern": "^(sha256:)?[a-f0-9]{64}$"
            },
            "matched_rule_ids": {
              "type": "array",
              "items": {
                "type": "string",
                "minLength": 1
              },
              "uniqueItems": true
            }
          }
        },
        "agent_chain": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "identity",
              "role"
            ],
            "properties": {
              "identity": {
                "type": "string",
                "minLength": 1
              },
              "role": {
                "type": "string",
                "enum": [
                  "requester",
                  "delegator",
                  "delegate"
                ]
              }
            }
          }
        },
        "edges": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "kind",
              "from",
              "to"
            ],
            "properties": {
              "kind": {
                "type": "string",
                "anyOf": [
                  {
                    "enum": [
                      "delegates_to",
                      "calls",
                      "governed_by",
                      "targets",
                      "derived_from",
                      "emits_evidence"
                    ]
                  },
                  {
                    "$ref": "#/definitions/namespaced_kind"
                  }
                ]
              },
              "from": {
                "$ref": "#/definitions/endpoint"
              },
              "to": {
                "$ref": "#/definitions/endpoint"
              }
            }
          },
          "uniqueItems": true
        },
        "parent_record_id": {
          "type": "string",
          "minLength": 1
        },
        "related_record_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        },
        "related_entity_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        },
        "agent_lineage": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "agent_id"
            ],
            "properties": {
              "agent_id": {
                "type": "string",
                "minLength": 1
              },
              "delegated_by": {
                "type": "string",
                "minLength": 1
              },
              "delegation_record_id": {
                "type": "string",
                "minLength": 1
              }
            }
          }
        }
      }
    },
    "namespaced_kind": {
      "description": "At least two labels with dots between them, such as acme.build.",
      "pattern": "^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$"
    },
    "endpoint": {
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "minLength": 1
        },
        "id": {
          "type": "string",
          "minLength": 1
        }
      },
      "description": "Either end of an edge; its kind is free."
    }
  }
}
`,"record-types-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/record-types-v1.schema.json",
  "title": "Record type manifest",
  "description": "The custom record types of a bundle and where their schemas are.",
  "type": "object",
  "required": [
    "version",
    "record_types"
  ],
  "properties": {
    "version": {
      "type": "string",
      "enum": [
        "1",
        "1.0"
      ]
    },
    "record_types": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "record_type",
          "schema_id",
          "schema_version",
          "schema_path",
          "sha256"
        ],
        "properties": {
          "record_type": {
            "type": "string",
            "pattern": "^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$"
          },
          "schema_id": {
            "type": "string",
            "minLength": 1
          },
          "schema_version": {
            "type": "string",
            "minLength": 1
          },
          "schema_path": {
            "type": "string",
            "pattern": "^[A-Za-z0-9._/-]+$"
          },
          "sha256": {
            "type": "string",
            "pattern": "^(sha256:)?[a-f0-9]{64}$"
          }
        },
        "additionalProperties": false
      }
    }
  },
  "additionalProperties": false
}
`,relationship_envelope:`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/relationship_envelope.schema.json",
  "title": "Relationship envelope",
  "description": "How a Proof record relates to other records, agents, policies and entities.",
  "type": "object",
  "properties": {
    "parent_ref": {
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "anyOf": [
            {
              "enum": [
                "trace",
                "run",
                "session",
                "intent",
                "policy",
                "agent",
                "evidence"
              ]
            },
            {
              "$ref": "#/definitions/namespaced_kind"
            }
          ]
        },
        "id": {
          "type": "string",
          "minLength": 1
        }
      }
    },
    "entity_refs": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "kind",
          "id"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "anyOf": [
              {
                "enum": [
                  "agent",
                  "tool",
                  "resource",
                  "policy",
                  "run",
                  "trace",
                  "delegation",
                  "evidence"
                ]
              },
              {
                "$ref": "#/definitions/namespaced_kind"
              }
            ]
          },
          "id": {
            "type": "string",
            "minLength": 1
          }
        }
      },
      "uniqueItems": true
    },
    "policy_ref": {
      "type": "object",
      "properties": {
        "policy_id": {
          "type": "string",
          "minLength": 1
        },
        "policy_version": {
          "type": "string",
          "minLength": 1
        },
        "policy_digest": {
          "type": "string",
          "pattern": "^(sha256:)?[a-f0-9]{64}$"
        },
        "matched_rule_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        }
      }
    },
    "agent_chain": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "identity",
          "role"
        ],
        "properties": {
          "identity": {
            "type": "string",
            "minLength": 1
          },
          "role": {
            "type": "string",
            "enum": [
              "requester",
              "delegator",
              "delegate"
            ]
          }
        }
      }
    },
    "edges": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "kind",
          "from",
          "to"
        ],
        "properties": {
          "kind": {
            "type": "string",
            "anyOf": [
              {
                "enum": [
                  "delegates_to",
                  "calls",
                  "governed_by",
                  "targets",
                  "derived_from",
                  "emits_evidence"
                ]
              },
              {
                "$ref": "#/definitions/namespaced_kind"
              }
            ]
          },
          "from": {
            "$ref": "#/definitions/endpoint"
          },
          "to": {
            "$ref": "#/definitions/endpoint"
          }
        }
      },
      "uniqueItems": true
    },
    "parent_record_id": {
      "type": "string",
      "minLength": 1
    },
    "related_record_ids": {
      "type": "array",
      "items": {
        "type": "string",
        "minLength": 1
      },
      "uniqueItems": true
    },
    "related_entity_ids": {
      "type": "array",
      "items": {
        "type": "string",
        "minLength": 1
      },
      "uniqueItems": true
    },
    "agent_lineage": {
      "type": "array",
      "items": {
        "type": "object",
        "required": [
          "agent_id"
        ],
        "properties": {
          "agent_id": {
            "type": "string",
            "minLength": 1
          },
          "delegated_by": {
            "type": "string",
            "minLength": 1
          },
          "delegation_record_id": {
            "type": "string",
            "minLength": 1
          }
        }
      }
    }
  },
  "definitions": {
    "namespaced_kind": {
      "description": "At least two labels with dots between them, such as acme.build.",
      "pattern": "^[a-z][a-z0-9]*([_-][a-z0-9]+)*(\\\\.[a-z][a-z0-9]*([_-][a-z0-9]+)*)+$"
    },
    "endpoint": {
      "type": "object",
      "required": [
        "kind",
        "id"
      ],
      "properties": {
        "kind": {
          "type": "string",
          "minLength": 1
        },
        "id": {
          "type": "string",
          "minLength": 1
        }
      },
      "description": "Either end of an edge; its kind is free."
    }
  }
}
`,"revocation-list-v1":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/revocation-list-v1.schema.json",
  "title": "Revocation list",
  "description": "Signing keys that are no longer trusted, signed by the issuer of the list.",
  "type": "object",
  "required": [
    "version",
    "created_at"
  ],
  "properties": {
    "version": {
      "type": "string",
      "minLength": 1
    },
    "created_at": {
      "type": "string",
      "format": "date-time"
    },
    "revoked": {
      "type": [
        "array",
        "null"
      ],
      "items": {
        "type": "object",
        "required": [
          "key_id",
          "revoked_at"
        ],
        "properties": {
          "key_id": {
            "type": "string",
            "minLength": 1
          },
          "revoked_at": {
            "type": "string",
            "description": "Start of the revocation. A key with a value that is not an instant counts as revoked at all times."
          },
          "reason": {
            "type": "string"
          }
        }
      }
    },
    "signature": {
      "type": "object",
      "required": [
        "alg",
        "key_id",
        "sig",
        "signed_digest"
      ],
      "properties": {
        "alg": {
          "type": "string",
          "minLength": 1
        },
        "key_id": {
          "type": "string",
          "minLength": 1
        },
        "sig": {
          "type": "string",
          "minLength": 1
        },
        "signed_digest": {
          "type": "string",
          "minLength": 1
        }
      }
    }
  }
}
`,"types/approval":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/approval.schema.json",
  "title": "Approval record",
  "description": "An approver approved, or declined to approve, an action.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "approval"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/compiled-action":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/compiled-action.schema.json",
  "title": "Compiled action record",
  "description": "Several tool calls were compiled into one script before they ran.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "compiled_action"
    },
    "event": {
      "type": "object",
      "required": [
        "script_hash",
        "tool_sequence",
        "step_count",
        "has_conditionals",
        "has_loops",
        "composite_risk_class"
      ],
      "properties": {
        "script_hash": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "tool_sequence": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "minItems": 1
        },
        "step_count": {
          "type": "integer",
          "minimum": 1
        },
        "has_conditionals": {
          "type": "boolean"
        },
        "has_loops": {
          "type": "boolean"
        },
        "composite_risk_class": {
          "type": "string",
          "enum": [
            "minimal",
            "limited",
            "high",
            "unacceptable"
          ]
        },
        "execution_trace_refs": {
          "type": "array",
          "items": {
            "type": "string",
            "pattern": "^prf-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z-[a-f0-9]{8}$"
          }
        },
        "gate_verdict": {
          "type": "string",
          "enum": [
            "allow",
            "block",
            "dry_run",
            "require_approval"
          ]
        },
        "script_source": {
          "type": "string",
          "enum": [
            "ptc",
            "agent_planner",
            "workflow_engine",
            "unknown"
          ]
        }
      }
    }
  }
}
`,"types/data-pipeline-run":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/data-pipeline-run.schema.json",
  "title": "Data pipeline run record",
  "description": "A data pipeline ran over its inputs.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "data_pipeline_run"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/decision":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/decision.schema.json",
  "title": "Decision record",
  "description": "An agent or a person chose one course of action.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "decision"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/delegation":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/delegation.schema.json",
  "title": "Delegation record",
  "description": "An agent handed part of its authority to another agent.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "delegation"
    },
    "event": {
      "type": "object",
      "required": [
        "delegator_id",
        "delegatee_id",
        "delegation_scope",
        "chain_depth",
        "delegator_policy_digest",
        "delegatee_policy_digest",
        "verdict"
      ],
      "properties": {
        "delegator_id": {
          "type": "string",
          "minLength": 1
        },
        "delegatee_id": {
          "type": "string",
          "minLength": 1
        },
        "delegation_scope": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "minItems": 1
        },
        "chain_depth": {
          "type": "integer",
          "minimum": 0
        },
        "delegator_policy_digest": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "delegatee_policy_digest": {
          "type": "string",
          "pattern": "^sha256:[a-f0-9]{64}$"
        },
        "verdict": {
          "type": "string",
          "enum": [
            "allow",
            "block",
            "dry_run",
            "require_approval"
          ]
        }
      }
    }
  }
}
`,"types/deployment":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/deployment.schema.json",
  "title": "Deployment record",
  "description": "A version of a system went into an environment.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "deployment"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/dynamic-tool-discovery":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/dynamic-tool-discovery.schema.json",
  "title": "Dynamic tool discovery record",
  "description": "An agent found a tool at run time and a policy judged it.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "dynamic_tool_discovery"
    },
    "event": {
      "type": "object",
      "required": [
        "tool_name",
        "discovery_method",
        "declared_annotations",
        "policy_verdict"
      ],
      "properties": {
        "tool_name": {
          "type": "string",
          "minLength": 1
        },
        "discovery_method": {
          "type": "string",
          "enum": [
            "webmcp",
            "a2a",
            "dynamic_mcp"
          ]
        },
        "declared_annotations": {
          "type": "object",
          "required": [
            "readOnlyHint",
            "destructiveHint"
          ],
          "properties": {
            "readOnlyHint": {
              "type": "boolean"
            },
            "destructiveHint": {
              "type": "boolean"
            }
          }
        },
        "policy_verdict": {
          "type": "string",
          "enum": [
            "allow",
            "block",
            "dry_run",
            "require_approval"
          ]
        },
        "tool_version": {
          "type": "string",
          "minLength": 1
        }
      }
    }
  }
}
`,"types/guardrail-activation":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/guardrail-activation.schema.json",
  "title": "Guardrail activation record",
  "description": "A guardrail fired and stopped, changed or flagged something.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "guardrail_activation"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/human-oversight":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/human-oversight.schema.json",
  "title": "Human oversight record",
  "description": "A person reviewed, corrected or took over.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "human_oversight"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/incident":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/incident.schema.json",
  "title": "Incident record",
  "description": "Something went wrong and was dealt with.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "incident"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/model-change":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/model-change.schema.json",
  "title": "Model change record",
  "description": "A model or its configuration was exchanged or tuned.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "model_change"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/permission-check":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/permission-check.schema.json",
  "title": "Permission check record",
  "description": "A permission was asked for and granted or refused.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "permission_check"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/policy-enforcement":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/policy-enforcement.schema.json",
  "title": "Policy enforcement record",
  "description": "A policy was evaluated and its verdict enforced.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "policy_enforcement"
    },
    "event": {
      "type": "object",
      "properties": {
        "policy_id": {
          "type": "string",
          "minLength": 1
        },
        "policy_version": {
          "type": "string",
          "minLength": 1
        },
        "policy_digest": {
          "type": "string"
        },
        "applied_to_entity_id": {
          "type": "string",
          "minLength": 1
        },
        "evaluation_context_id": {
          "type": "string",
          "minLength": 1
        },
        "trigger_record_ids": {
          "type": "array",
          "items": {
            "type": "string",
            "minLength": 1
          },
          "uniqueItems": true
        }
      }
    }
  }
}
`,"types/replay-certification":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/replay-certification.schema.json",
  "title": "Replay certification record",
  "description": "A recorded run was replayed and gave the same result.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "replay_certification"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/risk-assessment":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/risk-assessment.schema.json",
  "title": "Risk assessment record",
  "description": "Risks of a system or change were looked at and rated.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "risk_assessment"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/scan-finding":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/scan-finding.schema.json",
  "title": "Scan finding record",
  "description": "A scan found an entity or a relation worth recording.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "scan_finding"
    },
    "event": {
      "type": "object",
      "properties": {
        "entity_id": {
          "type": "string",
          "minLength": 1
        },
        "relationships": {
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "relation",
              "target_id"
            ],
            "properties": {
              "relation": {
                "type": "string",
                "minLength": 1
              },
              "target_id": {
                "type": "string",
                "minLength": 1
              },
              "target_kind": {
                "type": "string",
                "minLength": 1
              }
            }
          }
        }
      }
    }
  }
}
`,"types/test-result":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/test-result.schema.json",
  "title": "Test result record",
  "description": "A test or evaluation ran and had an outcome.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "test_result"
    },
    "event": {
      "type": "object"
    }
  }
}
`,"types/tool-invocation":`{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "https://github.com/Clyra-AI/proof/schemas/v1/types/tool-invocation.schema.json",
  "title": "Tool invocation record",
  "description": "A tool was called, with what arguments and to what effect.",
  "type": "object",
  "required": [
    "record_type",
    "event"
  ],
  "properties": {
    "record_type": {
      "const": "tool_invocation"
    },
    "event": {
      "type": "object"
    }
  }
}
`};function publishedSchema(name){const key=name.endsWith(".schema.json")?name.slice(0,-12):name;return Object.hasOwn(PUBLISHED,key)?PUBLISHED[key]:void 0}})};
