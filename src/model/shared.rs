//! Equality of what snapshots of a document share: looked at only where it isn't the same thing.

use std::sync::Arc;

/// Whether both are the same thing, or alike.
pub fn same<T: PartialEq>(a: &Arc<T>, b: &Arc<T>) -> bool {
    Arc::ptr_eq(a, b) || a == b
}

/// The same of two lists.
pub fn same_list<T: PartialEq>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}
