//! How large a document may be.

/// Maximum size of a document, in bytes (docs/spec/case-format.md).
pub const MAX_BYTES: usize = 1 << 20;
/// Maximum number of nodes in a document, keys included (docs/spec/case-format.md).
pub const MAX_NODES: usize = 20_000;
/// Maximum nesting depth of blocks and lists (docs/spec/case-format.md).
pub const MAX_DEPTH: usize = 32;
